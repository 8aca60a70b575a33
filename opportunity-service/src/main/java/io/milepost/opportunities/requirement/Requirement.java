package io.milepost.opportunities.requirement;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.requirement.RequirementEvent.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer of a deal needs, from the first opinion to the version that both sides have confirmed (R-086 to R-088, gate G09).
 *
 * @param opinions in the order in which they were recorded
 * @param versions of the requirement document, in their order
 * @param rounds what reviewers and customer said of them, in its order
 * @param notBy who took the last step, where somebody else has to take the next one
 * @param baseline number of the version that both sides confirmed last; 0 before the first
 */
public record Requirement(
        RequirementOpened opened,
        Standing standing,
        List<Opinion> opinions,
        List<RequirementDrafted> versions,
        List<RequirementRound> rounds,
        @Nullable String notBy,
        int baseline) {
    static final Decider<Requirement, Command, RequirementEvent> DECIDER =
            new Decider<>(Requirement::decide, Evolution::begin, Evolution::evolve);

    /** How many opinions one requirement keeps, and how many versions. */
    static final int MOST = 500;

    /**
     * Begins to collect what the customer of a deal needs; a deal has one requirement.
     *
     * @param owner code of the member who answers for it
     */
    public record OpenRequirement(UUID opportunityId, String owner, String title) {}

    /** What may be asked of an open requirement. Only {@code by} may name a person. */
    public sealed interface Command {}

    /**
     * Records what somebody at the customer said, today unless {@code on} says otherwise.
     *
     * @param code names it among the opinions on this requirement
     * @param by who said it; personal data
     */
    public record RecordOpinion(
            String code,
            String by,
            @Limit(Limit.NOTE) String text,
            @Nullable LocalDate on) implements Command {}

    /** Says what kind of opinion it is, how much it weighs and what follows from it; said again, it replaces what was said before. */
    public record SortOpinion(
            String code,
            OpinionKind kind,
            Weight weight,
            @Limit(Limit.NOTE) String analysis) implements Command {}

    /**
     * Writes the next version, or the draft anew.
     *
     * @param scope what is in, and what is not
     * @param support what the sale needs from others before it
     */
    public record DraftRequirement(
            @Limit(Limit.TEXT) String scope,
            List<RequirementItem> items,
            @Nullable List<NeededSupport> support) implements Command {
        public DraftRequirement {
            items = List.copyOf(items);
        }
    }

    /** Hands the draft to its reviewers. */
    public record SubmitRequirement() implements Command {}

    /** What the review found, decided by somebody other than who submitted it; a failed one goes back to its author. */
    public record DecideRequirementReview(
            boolean passed, @Limit(Limit.NOTE) String findings) implements Command {}

    /**
     * The customer understands the version as we do, since {@code on} or today.
     *
     * @param by who says so; personal data
     * @param evidence where the confirmation is kept
     */
    public record ConfirmRequirement(
            String by, String evidence, @Nullable LocalDate on) implements Command {}

    /** The customer understands it otherwise; it goes back to its author. */
    public record DisputeRequirement(
            String by,
            @Limit(Limit.NOTE) String about,
            @Nullable LocalDate on) implements Command {}

    /** We confirm as well what the customer has confirmed: the scope is final. */
    public record BaselineRequirement() implements Command {}

    public enum No implements Refusal {
        REQUIREMENT_OF_DEAL_EXISTS(state("the opportunity has a requirement, with another id")),
        OPINION_ALREADY_RECORDED(state("an opinion with this code has been recorded, with other content")),
        OPINION_UNKNOWN(rule("there is no opinion with this code")),
        OPINIONS_UNSORTED(state("every opinion must be sorted before a version is submitted")),
        REQUIREMENT_FULL(state("the requirement holds as many opinions or versions as it can")),
        ITEMS_MISSING(rule("a requirement document needs at least one item")),
        ITEM_REPEATED(rule("a code can stand for only one item of the document")),
        DRAFT_MISSING(state("there is no draft to submit")),
        REQUIREMENT_IN_REVIEW(state("the version is being reviewed")),
        REVIEW_NOT_PENDING(state("there is no version in review")),
        REVIEWER_IS_SUBMITTER(sender("whoever submitted a version cannot review it")),
        REQUIREMENT_NOT_REVIEWED(state("the version must pass its review before the customer answers to it")),
        REQUIREMENT_NOT_CONFIRMED(state("the customer must confirm the version before it is the baseline")),
        CONFIRMED_BY_ONE(sender("whoever noted the customer's confirmation cannot confirm for us"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public enum OpinionKind {
        NEED,
        PAIN_POINT,
        EXPECTATION,
        OBJECTION
    }

    public enum Weight {
        MUST,
        SHOULD,
        COULD,
        /** Heard, and not taken up. */
        SET_ASIDE
    }

    /** Where the latest version stands. */
    public enum Standing {
        COLLECTING,
        DRAFT,
        IN_REVIEW,
        REVIEWED,
        CONFIRMED_BY_CUSTOMER,
        BASELINED
    }

    /**
     * One thing that is required.
     *
     * @param opinions codes of those that it answers
     */
    public record RequirementItem(
            String code, @Limit(Limit.NOTE) String text, Weight weight, List<String> opinions) {
        public RequirementItem {
            opinions = List.copyOf(opinions);
        }
    }

    /** What the sale needs from a department, and by when. */
    public record NeededSupport(
            String department,
            @Limit(Limit.NOTE) String what,
            @Nullable LocalDate neededOn) {}

    /** An opinion, and what was made of it; {@code sorted} is absent until then. */
    public record Opinion(
            OpinionRecorded recorded, @Nullable OpinionSorted sorted) {}

    public enum RequirementVerdict {
        REVIEW_PASSED,
        REVIEW_FAILED,
        CONFIRMED,
        DISPUTED,
        BASELINED
    }

    /** What was said of a version, and when. */
    public record RequirementRound(
            int version,
            RequirementVerdict verdict,
            @Nullable String what,
            LocalDate on) {}

    public Requirement {
        opinions = List.copyOf(opinions);
        versions = List.copyOf(versions);
        rounds = List.copyOf(rounds);
    }

    static Decision<RequirementEvent> decide(Requirement requirement, Command command, Occasion occasion) {
        return switch (command) {
            case RecordOpinion record -> Collecting.record(requirement, record, occasion);
            case SortOpinion sort -> Collecting.sort(requirement, sort);
            case DraftRequirement draft -> Collecting.draft(requirement, draft, occasion);
            case SubmitRequirement _ -> Confirming.submit(requirement, occasion);
            case DecideRequirementReview review -> Confirming.review(requirement, review, occasion);
            case ConfirmRequirement confirm -> Confirming.confirm(requirement, confirm, occasion);
            case DisputeRequirement dispute -> Confirming.dispute(requirement, dispute, occasion);
            case BaselineRequirement _ -> Confirming.baseline(requirement, occasion);
        };
    }

    /** Number of the latest version; 0 before the first. */
    int version() {
        return versions.size();
    }

    Optional<Opinion> opinion(String code) {
        return opinions.stream()
                .filter(opinion -> Codes.same(opinion.recorded().code(), code))
                .findFirst();
    }
}
