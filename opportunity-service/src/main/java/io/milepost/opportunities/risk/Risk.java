package io.milepost.opportunities.risk;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.Element;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may hinder a sales project, from the day it is seen until it is done with. It always has an owner:
 * a member of the team, or whose deal the project is.
 *
 * @param owner code of the member who tracks it now
 * @param response null until one is planned
 * @param review the last one; null until there was one
 * @param broughtForward an earlier day for the next review than was agreed, as the risk plan says; null where there is none
 * @param overdue whether that day ended without anybody looking
 * @param occurred null unless it has happened
 * @param end null while it is open
 */
public record Risk(
        RiskIdentified identified,
        String owner,
        @Nullable Response response,
        @Nullable RiskReviewed review,
        @Nullable LocalDate broughtForward,
        boolean overdue,
        @Nullable RiskOccurred occurred,
        @Nullable RiskClosed end) {
    static final Decider<Risk, Command, Event> DECIDER = new Decider<>(Tracking::decide, Risk::begin, Risk::evolve);

    /**
     * Puts a risk, or a constraint, into the register of a sales project. Before its ATI decision it comes with a response.
     *
     * @param element what it is about; the project as a whole when absent
     * @param owner code of the member who tracks it; who answers for the element when absent
     * @param response what is to be done about it
     * @param reviewOn the last day by which it is to be looked at again
     */
    public record IdentifyRisk(
            UUID salesProjectId,
            @Nullable Element element,
            @Limit(Limit.NOTE) String statement,
            @Nullable @Limit(Limit.NOTE) String cause,
            Rating rating,
            @Nullable Response response,
            @Nullable String owner,
            LocalDate reviewOn) {}

    /** What may be asked of a risk. Its texts may not contain personal data. */
    public sealed interface Command {}

    public record AssignRiskOwner(String owner) implements Command {}

    public record PlanResponse(Response response) implements Command {}

    /**
     * Looks at it again.
     *
     * @param finding how it stands
     * @param nextOn the last day by which that is to be done again
     */
    public record ReviewRisk(
            Rating rating, @Limit(Limit.NOTE) String finding, LocalDate nextOn) implements Command {}

    /** It has happened; what was feared is there, and its response is carried out. */
    public record MarkRiskOccurred(
            LocalDate occurredOn, @Limit(Limit.NOTE) String consequence) implements Command {}

    public record CloseRisk(@Limit(Limit.NOTE) String outcome) implements Command {}

    /** Sent when the risk plan says how often open risks are looked at. */
    public record FollowRiskPlan(int reviewDays) implements Command {}

    /** Sent by the timer when the day of the review has ended. */
    public record MissReview(LocalDate reviewOn) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    public record RiskIdentified(
            UUID salesProjectId,
            @Nullable Element element,
            String statement,
            @Nullable String cause,
            Rating rating,
            Exposure exposure,
            @Nullable Response response,
            String owner,
            LocalDate reviewOn,
            LocalDate identifiedOn,
            String identifiedBy)
            implements Event {}

    /** {@code before} is who owned it until then. */
    public record RiskOwnerAssigned(UUID salesProjectId, String owner, String before) implements Event {}

    public record RiskResponsePlanned(UUID salesProjectId, Response response, String plannedBy) implements Event {}

    public record RiskReviewed(
            UUID salesProjectId,
            Rating rating,
            Exposure exposure,
            String finding,
            LocalDate nextOn,
            LocalDate reviewedOn,
            String reviewedBy)
            implements Event {}

    /** The plan of the project asks for a review by this day, before the one that was agreed. */
    public record RiskReviewMoved(UUID salesProjectId, LocalDate reviewOn, LocalDate before) implements Event {}

    /** Nobody looked at it in time. */
    public record RiskReviewMissed(UUID salesProjectId, String owner, LocalDate reviewOn) implements Event {}

    public record RiskOccurred(
            UUID salesProjectId, String owner, LocalDate occurredOn, String consequence, String notedBy)
            implements Event {}

    /**
     * It is done with.
     *
     * @param outcome absent where it lapsed with its project, at the review after the end of that
     */
    public record RiskClosed(UUID salesProjectId, @Nullable String outcome, LocalDate closedOn, String closedBy)
            implements Event {}

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has risks")),
        SALES_PROJECT_AT_END(state("the sales project has been rejected, terminated or closed, or is closing")),
        RESPONSE_MISSING(rule("until the ATI decision a risk is recorded with what is to be done about it")),
        OWNER_NOT_IN_TEAM(rule("a risk is owned by a member of the team, or by whose deal it is")),
        REVIEW_IN_PAST(rule("the next review cannot be before today")),
        RISK_ALREADY_OCCURRED(state("that the risk has occurred is noted, with another day or consequence")),
        RISK_CLOSED(state("the risk is closed"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** How likely a risk is, and how bad. */
    public record Rating(Likelihood likelihood, Impact impact) {
        Exposure exposure() {
            int weight = likelihood.weight * impact.weight;
            if (weight >= 6) {
                return Exposure.HIGH;
            }
            return weight >= 3 ? Exposure.MEDIUM : Exposure.LOW;
        }
    }

    public enum Likelihood {
        LOW(1),
        MEDIUM(2),
        HIGH(3),
        /** A constraint, which is there already. */
        CERTAIN(4);

        private final int weight;

        Likelihood(int weight) {
            this.weight = weight;
        }
    }

    public enum Impact {
        LOW(1),
        MEDIUM(2),
        HIGH(3);

        private final int weight;

        Impact(int weight) {
            this.weight = weight;
        }
    }

    /** Likelihood and impact in one word. */
    public enum Exposure {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What is to be done about a risk. */
    public record Response(
            Strategy strategy, @Limit(Limit.NOTE) String measure) {}

    public enum Strategy {
        AVOID,
        REDUCE,
        TRANSFER,
        ACCEPT
    }

    static Risk begin(Event first) {
        var identified = (RiskIdentified) first;
        return new Risk(identified, identified.owner(), identified.response(), null, null, false, null, null);
    }

    static Risk evolve(Risk risk, Event event) {
        return switch (event) {
            case RiskIdentified _ -> risk;
            case RiskOwnerAssigned assigned -> risk.ownedBy(assigned.owner());
            case RiskResponsePlanned planned -> risk.with(planned.response());
            case RiskReviewed reviewed -> risk.after(reviewed);
            case RiskReviewMoved(var _, var on, var _) -> risk.before(on);
            case RiskReviewMissed _ -> risk.missed();
            case RiskOccurred occurred -> risk.at(occurred, risk.end);
            case RiskClosed closed -> risk.at(risk.occurred, closed);
        };
    }

    UUID salesProject() {
        return identified.salesProjectId();
    }

    boolean isOpen() {
        return end == null;
    }

    /** As weighed last. */
    Rating rating() {
        return review == null ? identified.rating() : review.rating();
    }

    /** The last day by which it is to be looked at again. */
    LocalDate reviewOn() {
        if (broughtForward != null) {
            return broughtForward;
        }
        return review == null ? identified.reviewOn() : review.nextOn();
    }

    /** The day on which somebody looked at it last. */
    LocalDate seenOn() {
        return review == null ? identified.identifiedOn() : review.reviewedOn();
    }

    private Risk ownedBy(String member) {
        return new Risk(identified, member, response, review, broughtForward, overdue, occurred, end);
    }

    private Risk with(Response planned) {
        return new Risk(identified, owner, planned, review, broughtForward, overdue, occurred, end);
    }

    private Risk after(RiskReviewed last) {
        return new Risk(identified, owner, response, last, null, false, occurred, end);
    }

    private Risk before(LocalDate on) {
        return new Risk(identified, owner, response, review, on, overdue, occurred, end);
    }

    private Risk missed() {
        return new Risk(identified, owner, response, review, broughtForward, true, occurred, end);
    }

    private Risk at(@Nullable RiskOccurred happened, @Nullable RiskClosed closed) {
        return new Risk(identified, owner, response, review, broughtForward, overdue, happened, closed);
    }
}
