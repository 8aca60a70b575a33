package io.milepost.cli.importing;

import io.milepost.cli.importing.Story.Ending;
import io.milepost.cli.importing.Story.Service;
import io.milepost.cli.importing.Story.Step;
import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.NameBasedId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rows that say something else than the suite has of them. What can be followed is sent where the row is newer than what happened last
 * to the entity in the suite; every other difference is named, and the suite keeps what it has.
 */
final class Revision {

    private static final Ending GONE =
            changed("it was imported with another content before, and the suite shows nothing under its id any more");

    private final Suite suite;
    private final Ids ids;
    private final DealPlan deals;

    Revision(Suite suite, Ids ids, DealPlan deals) {
        this.suite = suite;
        this.ids = ids;
        this.deals = deals;
    }

    /** One thing in which the row differs. */
    private record Difference(String what, String inSuite, String inFile) {
        @Override
        public String toString() {
            return "%s is %s in the suite and %s in the file".formatted(what, Shown.cell(inSuite), Shown.cell(inFile));
        }
    }

    Supplier<Story> of(Account row, Story first) {
        return () -> suite.find(Service.LEAD, "accounts", ids.account(row.key()))
                .map(known -> profile(row, known, first))
                .orElseGet(() -> ending(first, List.of(), GONE));
    }

    Supplier<Story> of(Deal row, Story first) {
        return () -> suite.find(Service.OPPORTUNITY, "opportunities", ids.opportunity(row.id()))
                .map(known -> deal(row, known, first))
                .orElseGet(() -> ending(first, List.of(), GONE));
    }

    private Story profile(Account row, Suite.Known known, Story first) {
        var profile = known.view().path("profile");
        var found = new ArrayList<Difference>();
        var update = new Bodies.UpdateProfile(
                other(found, "name", profile, row.name(), row.name()),
                other(found, "industry", profile, row.industry(), row.industry()),
                other(found, "foundedYear", profile, row.foundedYear(), String.valueOf(row.foundedYear())),
                otherRevenue(found, profile, row.annualRevenue()),
                other(found, "employees", profile, row.employees(), String.valueOf(row.employees())),
                other(found, "location", profile, row.location(), row.location()),
                other(found, "parentName", profile, row.parentName(), row.parentName()),
                other(found, "registrationNumber", profile, row.registrationNumber(), row.registrationNumber()),
                other(found, "country", profile, row.country(), row.country()));
        if (found.isEmpty()) {
            return ending(first, List.of(), Ending.REPLAYED);
        }
        var changedOn = row.changedOn();
        if (!isNewer(changedOn, known) || changedOn == null) {
            return ending(first, List.of(), older(found, changedOn));
        }
        var item = new Item(
                "UpdateProfile",
                ids.account(row.key()),
                deals.start(changedOn),
                ids.key(FileKind.ACCOUNTS, "update", row.key() + " " + changedOn + " " + contentOf(update)),
                update);
        return ending(first, List.of(new Step(Service.LEAD, item)), Ending.REPLAYED);
    }

    private Story deal(Deal row, Suite.Known known, Story first) {
        var view = known.view();
        var status = view.path("status").asString("");
        var kept = kept(row, known);
        var moves = new ArrayList<Step>();
        var moved = new ArrayList<Difference>();
        switch (status) {
            case "IDENTIFIED", "QUALIFIED", "AUTHORIZED" -> {
                var on = row.changedOn();
                if (row.stage() == Stage.PROSPECTING ? !status.equals("IDENTIFIED") : status.equals("IDENTIFIED")) {
                    moved.add(stage(status, row));
                    if (row.stage() != Stage.PROSPECTING && on != null) {
                        moves.add(deals.qualify(row, Objects.requireNonNullElse(row.engagedOn(), on)));
                    }
                }
                if (row.stage().closed()) {
                    moved.add(stage(status, row));
                    moves.addAll(deals.closing(row));
                } else if (on != null) {
                    value(row, view).ifPresent(difference -> {
                        moved.add(difference);
                        moves.add(valued(row, on));
                    });
                }
            }
            case "WON", "LOST" -> kept.addAll(ended(row, view, status));
            default -> kept.add(stage(status, row));
        }
        var isBack = row.stage() == Stage.PROSPECTING && !status.equals("IDENTIFIED");
        if (!moved.isEmpty() && (!isNewer(row.changedOn(), known) || isBack || moves.isEmpty())) {
            kept.addAll(moved);
            moves.clear();
        }
        if (kept.isEmpty()) {
            return ending(first, moves, Ending.REPLAYED);
        }
        return ending(first, moves, older(kept, moves.isEmpty() ? row.changedOn() : null, !moves.isEmpty()));
    }

    /** No command changes these of a deal. */
    private List<Difference> kept(Deal row, Suite.Known known) {
        var view = known.view();
        var kept = new ArrayList<Difference>();
        other(kept, "owner", view, row.agent(), row.agent());
        var account = row.account();
        var accountId = account == null ? null : ids.account(account);
        other(kept, "accountId", view, accountId, String.valueOf(accountId));
        other(kept, "product", view, row.productCode(), row.productCode());
        if (row.name() != null) {
            other(kept, "name", view, row.name(), row.name());
        }
        other(kept, "expectedCloseOn", view, row.expectedCloseOn(), String.valueOf(row.expectedCloseOn()));
        var engagedOn = row.engagedOn();
        if (engagedOn != null && !known.times().contains(deals.start(engagedOn)) && !isOpenLonger(row, known)) {
            var from = LocalDate.ofInstant(known.from(), deals.zone());
            kept.add(new Difference("the first day", from.toString(), engagedOn.toString()));
        }
        return kept;
    }

    /** A prospect stands on the last day of its files, and is engaged later. */
    private boolean isOpenLonger(Deal row, Suite.Known known) {
        var status = known.view().path("status").asString("");
        return status.equals("IDENTIFIED") && row.stage() != Stage.PROSPECTING && isNewer(row.changedOn(), known);
    }

    private static List<Difference> ended(Deal row, JsonNode view, String status) {
        var kept = new ArrayList<Difference>();
        if (!row.stage().name().equals(status)) {
            kept.add(stage(status, row));
            return kept;
        }
        other(kept, "closedOn", view, row.closedOn(), String.valueOf(row.closedOn()));
        var value = row.closeValue();
        if (value != null && !isSame(view.path("value"), value)) {
            kept.add(new Difference("value", told(view.path("value")), value.toString()));
        }
        return kept;
    }

    private static Optional<Difference> value(Deal row, JsonNode view) {
        var value = row.amount();
        return value == null || isSame(view.path("expectedValue"), value)
                ? Optional.empty()
                : Optional.of(new Difference("expectedValue", told(view.path("expectedValue")), value.toString()));
    }

    private Step valued(Deal row, LocalDate on) {
        var value = Objects.requireNonNull(row.amount());
        return deals.opportunity(row, on, "update-value " + on + " " + value, new Bodies.UpdateValue(value));
    }

    private static Difference stage(String status, Deal row) {
        return new Difference("stage", status, row.stage().name());
    }

    private static boolean isSame(JsonNode money, Money value) {
        return money.path("currency").asString("").equals(value.currency())
                && new BigDecimal(money.path("amount").asString("0")).compareTo(value.value()) == 0;
    }

    private static String told(JsonNode money) {
        return money.isMissingNode()
                ? "nothing"
                : money.path("amount").asString("") + " "
                        + money.path("currency").asString("");
    }

    private static @Nullable Money otherRevenue(List<Difference> found, JsonNode profile, @Nullable Money revenue) {
        var known = profile.path("annualRevenue");
        if (revenue == null || isSame(known, revenue)) {
            return null;
        }
        found.add(new Difference("annualRevenue", told(known), revenue.toString()));
        return revenue;
    }

    /** What the row says and the suite does not; what the row leaves out is no difference. */
    private static <T> @Nullable T other(
            List<Difference> found, String field, JsonNode view, @Nullable T value, @Nullable String text) {
        var known = view.path(field);
        if (value == null || known.asString("").equals(text)) {
            return null;
        }
        found.add(new Difference(field, known.isMissingNode() ? "nothing" : known.asString(""), String.valueOf(text)));
        return value;
    }

    private boolean isNewer(@Nullable LocalDate changedOn, Suite.Known known) {
        return changedOn != null && deals.start(changedOn).isAfter(known.since());
    }

    private static Ending older(List<Difference> found, @Nullable LocalDate changedOn) {
        return older(found, changedOn, false);
    }

    private static Ending older(List<Difference> found, @Nullable LocalDate changedOn, boolean movedOn) {
        var differences = found.stream().map(Difference::toString).collect(Collectors.joining("; "));
        if (movedOn) {
            return changed("the rest of the row was followed, the suite keeps that " + differences);
        }
        return changed(differences
                + (changedOn == null
                        ? "; the file does not say since when"
                        : "; what the file says is of %s and no later than the suite, or is nothing that a command changes"
                                .formatted(changedOn)));
    }

    private static Ending changed(String reason) {
        return new Ending(Verdict.CHANGED, "", "", reason);
    }

    private static Story ending(Story first, List<Step> steps, Ending ending) {
        return new Story(first.kind(), first.rows(), steps, ending);
    }

    private static String contentOf(Record body) {
        return NameBasedId.of("content", body.toString()).toString();
    }
}
