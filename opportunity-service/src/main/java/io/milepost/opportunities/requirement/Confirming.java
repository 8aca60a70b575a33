package io.milepost.opportunities.requirement;

import static io.milepost.opportunities.requirement.Requirement.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.requirement.Requirement.*;
import io.milepost.opportunities.requirement.RequirementEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Gate G09: a version passes its review, the customer confirms or disputes it, and we confirm it as well. */
final class Confirming {

    private Confirming() {}

    static Decision<RequirementEvent> submit(Requirement requirement, Occasion occasion) {
        if (requirement.standing() == Standing.IN_REVIEW) {
            return unchanged();
        }
        if (requirement.standing() != Standing.DRAFT || isAnswered(requirement)) {
            return refused(DRAFT_MISSING);
        }
        return check().that(
                        requirement.opinions().stream().allMatch(opinion -> opinion.sorted() != null),
                        OPINIONS_UNSORTED)
                .then(() -> whilePursued(
                        occasion,
                        () -> accepted(new RequirementSubmitted(
                                deal(requirement),
                                requirement.version(),
                                occasion.who().name()))));
    }

    /** A version that was turned down is not submitted again as it was. */
    private static boolean isAnswered(Requirement requirement) {
        return requirement.rounds().stream().anyMatch(round -> round.version() == requirement.version());
    }

    static Decision<RequirementEvent> review(
            Requirement requirement, DecideRequirementReview review, Occasion occasion) {
        if (requirement.standing() != Standing.IN_REVIEW) {
            return refused(REVIEW_NOT_PENDING);
        }
        var who = occasion.who();
        if (isOne(requirement, occasion)) {
            return refused(REVIEWER_IS_SUBMITTER);
        }
        int version = requirement.version();
        return check().text("/findings", review.findings())
                .accept(() -> review.passed()
                        ? new RequirementReviewed(
                                deal(requirement), version, review.findings(), who.name(), occasion.today())
                        : new RequirementReviewFailed(
                                deal(requirement), version, review.findings(), who.name(), occasion.today()));
    }

    static Decision<RequirementEvent> confirm(Requirement requirement, ConfirmRequirement confirm, Occasion occasion) {
        var on = Objects.requireNonNullElse(confirm.on(), occasion.today());
        return switch (requirement.standing()) {
            case REVIEWED ->
                checkAnswer(confirm.by(), on, occasion.today())
                        .text("/evidence", confirm.evidence())
                        .then(() -> whilePursued(
                                occasion,
                                () -> accepted(new RequirementConfirmed(
                                        deal(requirement),
                                        requirement.version(),
                                        confirm.by(),
                                        confirm.evidence(),
                                        on,
                                        occasion.who().name()))));
            case CONFIRMED_BY_CUSTOMER, BASELINED -> unchanged();
            case COLLECTING, DRAFT, IN_REVIEW -> refused(REQUIREMENT_NOT_REVIEWED);
        };
    }

    /** Also what the customer has confirmed before, as long as it is not the baseline. */
    static Decision<RequirementEvent> dispute(Requirement requirement, DisputeRequirement dispute, Occasion occasion) {
        var on = Objects.requireNonNullElse(dispute.on(), occasion.today());
        return switch (requirement.standing()) {
            case REVIEWED, CONFIRMED_BY_CUSTOMER ->
                checkAnswer(dispute.by(), on, occasion.today())
                        .text("/about", dispute.about())
                        .accept(() -> new RequirementDisputed(
                                deal(requirement), requirement.version(), dispute.by(), dispute.about(), on));
            case COLLECTING, DRAFT, IN_REVIEW, BASELINED -> refused(REQUIREMENT_NOT_REVIEWED);
        };
    }

    private static Checks checkAnswer(String by, LocalDate on, LocalDate today) {
        return check().text("/by", by).notAfter("/on", on, today).within(NEAR, "/on", on, today);
    }

    static Decision<RequirementEvent> baseline(Requirement requirement, Occasion occasion) {
        return switch (requirement.standing()) {
            case CONFIRMED_BY_CUSTOMER ->
                isOne(requirement, occasion)
                        ? refused(CONFIRMED_BY_ONE)
                        : whilePursued(
                                occasion,
                                () -> accepted(new RequirementBaselined(
                                        deal(requirement),
                                        requirement.version(),
                                        occasion.who().name(),
                                        occasion.today())));
            case BASELINED -> unchanged();
            case COLLECTING, DRAFT, IN_REVIEW, REVIEWED -> refused(REQUIREMENT_NOT_CONFIRMED);
        };
    }

    /** Whether it is who took the step before this one, which somebody else has to follow. */
    private static boolean isOne(Requirement requirement, Occasion occasion) {
        return requirement.notBy() != null && occasion.who().is(requirement.notBy());
    }

    private static Decision<RequirementEvent> whilePursued(
            Occasion occasion, Supplier<Decision<RequirementEvent>> decision) {
        return PursuedDeal.closed(occasion)
                .<Decision<RequirementEvent>>map(no -> refused(no))
                .orElseGet(decision);
    }

    private static UUID deal(Requirement requirement) {
        return requirement.opened().opportunityId();
    }
}
