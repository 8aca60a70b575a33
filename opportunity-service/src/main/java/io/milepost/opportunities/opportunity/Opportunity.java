package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.ProcessVersion;
import io.milepost.opportunities.kernel.Source;
import io.milepost.opportunities.kernel.Stage.Fact;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.Facts;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chance to sell, from the day it is identified until it is won, lost or given up. */
public sealed interface Opportunity {
    Decider<Opportunity, Command, OpportunityEvent> DECIDER =
            new Decider<>(Opportunity::decide, Opportunity::begin, Opportunity::evolve);

    /**
     * Records a chance to sell, found directly or through a lead.
     *
     * @param owner code of the team member who answers for it
     * @param need what the customer looks for, in free words; kept as personal data
     * @param expectedValue absent as long as nobody can say
     * @param leadId the lead it came from, stated by that lead's conversion or by an importer; absent when it was found directly
     * @param template name of the sales process, whose version in force applies; {@code standard} if absent
     * @param source how it was found; absent where nobody says
     * @param surveyId survey of the customer that was carried out for the lead, stated as {@code leadId} is
     */
    record IdentifyOpportunity(
            @Nullable String name,
            @Nullable UUID accountId,
            String owner,
            @Nullable String product,
            @Nullable @Limit(Limit.NOTE) String need,
            @Nullable Money expectedValue,
            @Nullable LocalDate expectedCloseOn,
            @Nullable UUID leadId,
            @Nullable String template,
            @Nullable Source source,
            @Nullable UUID surveyId) {}

    /** What may be asked of an identified opportunity. */
    sealed interface Command
            permits QualifyOpportunity,
                    AuthorizeOpportunity,
                    UpdateValue,
                    AgreeTerms,
                    LapseTerms,
                    ShowFact,
                    PlanMilestones,
                    ClosingCommand,
                    StageCommand,
                    ParticularCommand {}

    /** The {@code note} says what convinced us, as a reason does elsewhere; it may not contain personal data. */
    record QualifyOpportunity(@Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** Sent by the automation alone, on a positive ATI decision. */
    record AuthorizeOpportunity(String decidedBy, LocalDate decidedOn) implements Command {}

    record UpdateValue(Money expectedValue) implements Command {}

    /** Sent by the automation alone, on an accepted quotation. */
    record AgreeTerms(UUID quotationId, LocalDate agreedOn) implements Command {}

    /** Sent by the automation alone, when a quotation was superseded, which the customer may have accepted (ADR 0130). */
    record LapseTerms(UUID quotationId) implements Command {}

    /** Sent by an automation alone, on a fact that meets a criterion. */
    record ShowFact(ShownBy fact, @Limit(Limit.NOTE) String evidence, LocalDate on) implements Command {}

    /** States when milestones are to be reached, for the first time or anew; those that are not named keep their day. */
    record PlanMilestones(List<PlannedMilestone> milestones) implements Command {
        public PlanMilestones {
            milestones = List.copyOf(milestones);
        }
    }

    /** What may be asked of the stage in which an opportunity stands. Evidence says where the proof is; it may not contain personal data. */
    sealed interface StageCommand extends Command {}

    /** The least that the stage needs is done, today unless {@code on} says otherwise. */
    record ReachMilestone(
            String milestone,
            @Nullable @Limit(Limit.NOTE) String evidence,
            @Nullable LocalDate on) implements StageCommand {}

    /** Sent by an automation when something happened that reaches a milestone of the stage, where its sales process says so. */
    record ReachMilestoneByFact(
            Fact fact, @Limit(Limit.NOTE) String evidence, LocalDate on) implements StageCommand {}

    /** One of the stage's tasks is done, today unless {@code on} says otherwise. */
    record MeetCriterion(
            String criterion,
            @Nullable @Limit(Limit.NOTE) String evidence,
            @Nullable LocalDate on) implements StageCommand {}

    /**
     * The customer committed to the next step.
     *
     * @param by who did; personal data
     * @param to what
     * @param on today when absent
     */
    record RecordCommitment(
            String by,
            @Limit(Limit.NOTE) String to,
            @Nullable LocalDate on,
            @Nullable @Limit(Limit.NOTE) String evidence)
            implements StageCommand {}

    /** Moves on to the next stage; gate G08. */
    record AdvanceStage() implements StageCommand {}

    /** Goes back to an earlier stage, whose proofs no longer hold (decision 12). */
    record RegressStage(int to, @Limit(Limit.NOTE) String reason) implements StageCommand {}

    /** Sent by an automation when a signature was declined: a deal in its last stage goes back to the one before. */
    record ReturnFromSigning(@Limit(Limit.NOTE) String reason) implements StageCommand {}

    enum No implements Refusal {
        OPPORTUNITY_NOT_QUALIFIED(state("an opportunity must be qualified before it is authorized")),
        OPPORTUNITY_ALREADY_QUALIFIED(state("a qualified opportunity cannot be rejected, only lost or withdrawn")),
        OPPORTUNITY_CLOSED(state("the opportunity has been rejected, lost or withdrawn")),
        OPPORTUNITY_ALREADY_WON(state("the opportunity has been won by a signed contract")),
        OPPORTUNITY_NOT_ENDED(state("only an opportunity that was rejected, lost or withdrawn is reopened")),
        SALES_PROJECT_CLOSED(state("the sales project is closed: a new opportunity is identified instead")),
        VALUE_NEGATIVE(rule("an expected value cannot be negative")),
        CLOSED_IN_FUTURE(rule("an opportunity cannot be closed on a future date")),
        SURVEY_NOT_BY_HAND(
                rule("a survey counts when it is carried out and names the deal, not when somebody states it")),
        TEMPLATE_UNKNOWN(rule("there is no sales process of that name with a published version")),
        STAGE_NOT_SUCCEEDED(state("the stage has not succeeded yet, or the next one needs a decision first")),
        LAST_STAGE(state("the last stage succeeds only by the signed contract")),
        STAGE_NOT_EARLIER(rule("a deal can go back only to an earlier stage")),
        MILESTONE_NOT_OF_STAGE(rule("the current stage of the deal has no such milestone")),
        MILESTONE_ALREADY_REACHED(state("the milestone has been reached, with another day or evidence")),
        CRITERION_NOT_OF_STAGE(rule("the current stage of the deal has no such criterion")),
        CRITERION_NOT_BY_HAND(rule("the criterion is met by the fact itself and cannot be stated")),
        CRITERION_ALREADY_MET(state("the criterion has been met, with other evidence")),
        COMMITMENT_INCOMPLETE(rule("a commitment must say who committed to what")),
        PROOF_IN_FUTURE(rule("a milestone or commitment cannot be in the future")),
        MILESTONES_MISSING(rule("a plan must name at least one milestone")),
        MILESTONE_UNKNOWN(rule("the sales process of the opportunity has no such milestone in that stage")),
        MILESTONE_REPEATED(rule("a plan can name a milestone only once")),
        CURRENCY_CHANGED(rule("an opportunity keeps the currency of its first expected value")),
        CLOSE_EXPECTED_IN_PAST(rule("an opportunity cannot be expected to close in the past")),
        CLOSED_BEFORE_IDENTIFIED(rule("an opportunity cannot be closed before it was identified")),
        PROOF_TOO_EARLY(rule("a milestone or commitment cannot be from over a year before the deal was identified")),
        CAUSE_MISSING(rule("whoever loses or gives up a deal says what it was")),
        LESSONS_MISSING(rule("whoever loses or gives up a deal says what is learned from it")),
        EVIDENCE_MISSING(rule("what a requirement, solution, bill or bid would prove is not met without evidence")),
        OPPORTUNITY_ON_HOLD(state("the opportunity is on hold")),
        OPPORTUNITY_NOT_ON_HOLD(state("the opportunity is not on hold")),
        HOLD_OVER(rule("a hold ends in the future")),
        COMPETITOR_UNKNOWN(rule("no such competitor is noted")),
        SESSION_UNATTENDED(rule("somebody of ours took part in a session")),
        DEAL_FULL(state("the opportunity holds as many competitors or sessions as it can")),
        PLANNED_BEFORE_DEAL(rule("a milestone cannot be planned for a day before the deal was identified"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** The sales process that a deal is to be identified under; null where no version of it is in force. */
    record Offered(@Nullable ProcessVersion inForce) {}

    /** The sales project of a deal; {@code closed} with its closure. */
    record Project(boolean closed) {}

    Deal deal();

    default Progress progress() {
        return deal().progress();
    }

    /** Still to be won. */
    sealed interface Open extends Opportunity {
        /** As far as it had come. */
        static Open of(Deal deal) {
            if (deal.authorized() != null) {
                return new Authorized(deal);
            }
            return deal.qualified() == null ? new Identified(deal) : new Qualified(deal);
        }

        default Facts facts() {
            return new Facts(
                    !(this instanceof Identified),
                    this instanceof Authorized,
                    deal().terms() != null,
                    deal().facts().stream().map(OpportunityFactShown::fact).collect(Collectors.toSet()));
        }

        default Open with(Deal changed) {
            return switch (this) {
                case Identified _ -> new Identified(changed);
                case Qualified _ -> new Qualified(changed);
                case Authorized _ -> new Authorized(changed);
            };
        }
    }

    record Identified(Deal deal) implements Open {}

    record Qualified(Deal deal) implements Open {}

    /** With a positive ATI decision. */
    record Authorized(Deal deal) implements Open {}

    /** Won, or closed without a contract. */
    sealed interface Ended extends Opportunity {
        /** Why nothing more happens to it. */
        default No reason() {
            return switch (this) {
                case Rejected _, Lost _, Withdrawn _ -> OPPORTUNITY_CLOSED;
                case Won _ -> OPPORTUNITY_ALREADY_WON;
            };
        }
    }

    record Rejected(Deal deal, OpportunityRejected end) implements Ended {}

    record Lost(Deal deal, OpportunityLost end) implements Ended {}

    record Withdrawn(Deal deal, OpportunityWithdrawn end) implements Ended {}

    /** With what else was signed for it since. */
    record Won(Deal deal, OpportunityWon end, List<OpportunityContractAdded> more) implements Ended {
        public Won {
            more = List.copyOf(more);
        }
    }

    static Decision<OpportunityEvent> decide(Opportunity opportunity, Command command, Occasion occasion) {
        return switch (command) {
            case QualifyOpportunity(var note) -> Qualifying.qualify(opportunity, note, occasion);
            case AuthorizeOpportunity authorize -> Qualifying.authorize(opportunity, authorize);
            case UpdateValue(var value) -> Planning.updateValue(opportunity, value);
            case PlanMilestones(var milestones) -> Planning.plan(opportunity, milestones, occasion.today());
            case AgreeTerms agree -> Showing.agreeTerms(opportunity, agree);
            case LapseTerms(var quotation) -> Showing.lapseTerms(opportunity, quotation, occasion.today());
            case ShowFact show -> Showing.show(opportunity, show);
            case ParticularCommand known -> Knowing.know(opportunity, known, occasion);
            case StageCommand stage -> Proving.prove(opportunity, stage, occasion);
            case ClosingCommand close -> Closing.close(opportunity, close, occasion);
        };
    }

    static Opportunity begin(OpportunityEvent first) {
        return new Identified(Deal.of((OpportunityIdentified) first));
    }

    static Opportunity evolve(Opportunity opportunity, OpportunityEvent event) {
        var deal = opportunity.deal();
        return switch (event) {
            case OpportunityIdentified _ -> opportunity;
            case OpportunityQualified qualified -> new Qualified(deal.after(qualified));
            case OpportunityAuthorized decision -> new Authorized(deal.after(decision));
            case OpportunityFactShown shown -> ((Open) opportunity).with(deal.after(shown));
            case OpportunityTermsAgreed terms -> ((Open) opportunity).with(deal.after(terms));
            case OpportunityTermsLapsed _ -> ((Open) opportunity).with(deal.withoutTerms());
            case OpportunityMilestonesPlanned planned -> ((Open) opportunity).with(deal.after(planned));
            case OpportunityValueUpdated(var _, var value) -> ((Open) opportunity).with(deal.worth(value));
            case ParticularEvent known -> ((Open) opportunity).with(deal.after(known));
            case StageEvent stage -> ((Open) opportunity).with(deal.after(stage));
            case OpportunityRejected end -> new Rejected(deal, end);
            case OpportunityLost end -> new Lost(deal, end);
            case OpportunityWithdrawn end -> new Withdrawn(deal, end);
            case OpportunityWon end -> Winning.won(opportunity, end);
            case OpportunityContractAdded one -> Winning.added((Won) opportunity, one);
            case OpportunityContractDropped(var contract, var _) -> Winning.dropped((Won) opportunity, contract);
            case OpportunityReopened again -> Open.of(deal.after(again));
        };
    }
}
