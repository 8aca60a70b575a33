package io.milepost.opportunities.requirement;

import static io.milepost.opportunities.requirement.Requirement.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.*;

import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.requirement.Requirement.*;
import io.milepost.opportunities.requirement.RequirementEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Collecting and sorting opinions, and writing the document that answers them. */
final class Collecting {

    private Collecting() {}

    static Decision<RequirementEvent> open(OpenRequirement open, Occasion occasion) {
        var deal = open.opportunityId();
        return check().owner("/owner", open.owner())
                .text("/title", open.title())
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<RequirementEvent>>map(no -> refusedAt("/opportunityId", no))
                        .orElseGet(() -> occasion.holderOf(RequirementCatalogue.REQUIREMENT_OF, deal.toString())
                                        .isPresent()
                                ? refusedAt("/opportunityId", REQUIREMENT_OF_DEAL_EXISTS)
                                : accepted(new RequirementOpened(deal, open.owner(), open.title()))));
    }

    static Decision<RequirementEvent> record(Requirement requirement, RecordOpinion record, Occasion occasion) {
        var on = Objects.requireNonNullElse(record.on(), occasion.today());
        var known = requirement.opinion(record.code()).map(Opinion::recorded);
        if (known.isPresent()) {
            return known.get().text().equals(record.text())
                            && occasion.isSame(known.get().by(), record.by())
                            && (record.on() == null || known.get().on().equals(on))
                    ? unchanged()
                    : refusedAt("/code", OPINION_ALREADY_RECORDED);
        }
        return check().text("/code", record.code())
                .text("/by", record.by())
                .text("/text", record.text())
                .notAfter("/on", on, occasion.today())
                .within(NEAR, "/on", on, occasion.today())
                .that(requirement.opinions().size() < Requirement.MOST, REQUIREMENT_FULL)
                .accept(() -> new OpinionRecorded(
                        requirement.opened().opportunityId(), record.code(), record.by(), record.text(), on));
    }

    static Decision<RequirementEvent> sort(Requirement requirement, SortOpinion sort) {
        var known = requirement.opinion(sort.code());
        if (known.isEmpty()) {
            return refusedAt("/code", OPINION_UNKNOWN);
        }
        var sorted = new OpinionSorted(
                requirement.opened().opportunityId(),
                known.get().recorded().code(),
                sort.kind(),
                sort.weight(),
                sort.analysis());
        return check().text("/analysis", sort.analysis())
                .then(() -> sorted.equals(known.get().sorted()) ? unchanged() : accepted(sorted));
    }

    /** In place of a draft that nobody has seen; else the next version, also of one that both sides have confirmed. */
    static Decision<RequirementEvent> draft(Requirement requirement, DraftRequirement draft, Occasion occasion) {
        if (requirement.standing() == Standing.IN_REVIEW) {
            return refused(REQUIREMENT_IN_REVIEW);
        }
        boolean unseen = requirement.standing() == Standing.DRAFT
                && requirement.rounds().stream().noneMatch(round -> round.version() == requirement.version());
        int number = unseen ? requirement.version() : requirement.version() + 1;
        return checkContent(requirement, draft, occasion.today())
                .that(number <= Requirement.MOST, REQUIREMENT_FULL)
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<RequirementEvent>>map(no -> refused(no))
                        .orElseGet(() -> drafted(requirement, draft, number)));
    }

    private static Decision<RequirementEvent> drafted(Requirement requirement, DraftRequirement draft, int number) {
        var drafted = new RequirementDrafted(
                requirement.opened().opportunityId(), number, draft.scope(), draft.items(), draft.support());
        var stands =
                requirement.versions().isEmpty() ? null : requirement.versions().getLast();
        return stands != null
                        && stands.scope().equals(drafted.scope())
                        && stands.items().equals(drafted.items())
                        && Objects.equals(stands.support(), drafted.support())
                ? unchanged()
                : accepted(drafted);
    }

    private static Checks checkContent(Requirement requirement, DraftRequirement draft, LocalDate today) {
        var checks = check().text("/scope", draft.scope()).that(!draft.items().isEmpty(), "/items", ITEMS_MISSING);
        var codes = new HashSet<String>();
        for (int i = 0; i < draft.items().size(); i++) {
            var item = draft.items().get(i);
            var pointer = "/items/" + i;
            checks = checks.text(pointer + "/code", item.code())
                    .text(pointer + "/text", item.text())
                    .that(codes.add(Codes.canonical(item.code())), pointer + "/code", ITEM_REPEATED)
                    .that(
                            item.opinions().stream()
                                    .allMatch(code -> requirement.opinion(code).isPresent()),
                            pointer + "/opinions",
                            OPINION_UNKNOWN);
        }
        var support = Objects.requireNonNullElse(draft.support(), List.<NeededSupport>of());
        for (int i = 0; i < support.size(); i++) {
            var pointer = "/support/" + i;
            checks = checks.text(pointer + "/department", support.get(i).department())
                    .text(pointer + "/what", support.get(i).what())
                    .within(NEAR, pointer + "/neededOn", support.get(i).neededOn(), today);
        }
        return checks;
    }
}
