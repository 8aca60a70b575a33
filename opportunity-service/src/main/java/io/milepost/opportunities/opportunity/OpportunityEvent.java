package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Source;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.opportunity.ParticularCommand.SessionKind;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to an opportunity. */
public sealed interface OpportunityEvent {

    /**
     * It begins, nominally in the first stage.
     *
     * @param template name of its sales process; absent in events from before there were any, as is the version
     * @param identifiedOn the day on which it was; absent in events from before it was recorded
     * @param stages those that bind the deal; absent where its version is one that the product comes with, which never changes
     * @param discountLimits who allows which discount on the deal; absent where the stages are
     * @param source how it was found; absent where nobody said so, and in events from before it was recorded
     * @param pursuit what is asked for beside the stages; absent where nothing is
     */
    record OpportunityIdentified(
            @Nullable String name,
            @Nullable UUID accountId,
            String owner,
            @Nullable String product,
            @Nullable String need,
            @Nullable Money expectedValue,
            @Nullable LocalDate expectedCloseOn,
            @Nullable UUID leadId,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable LocalDate identifiedOn,
            @Nullable List<Stage> stages,
            @Nullable List<DiscountLimit> discountLimits,
            @Nullable Source source,
            @Nullable Pursuit pursuit)
            implements OpportunityEvent {
        public OpportunityIdentified {
            stages = stages == null ? null : List.copyOf(stages);
            discountLimits = discountLimits == null ? null : List.copyOf(discountLimits);
        }
    }

    /**
     * Worth pursuing (G04); where its sales process requires an ATI decision, establishment begins.
     *
     * @param note stored sealed; open in events from before that
     * @param template name of its sales process; absent in events from before establishment, as are owner and version
     * @param atiNeeded whether its sales process requires that decision; absent in events from before it was recorded
     * @param pursuit what its sales process asks of it beside the stages; absent where that is nothing
     * @param noteKey keyed hash by which the same note is known again; absent where there is none, or it is open
     */
    record OpportunityQualified(
            @Nullable String note,
            @Nullable String owner,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable Boolean atiNeeded,
            @Nullable Pursuit pursuit,
            @Nullable String noteKey)
            implements OpportunityEvent {}

    /** The ATI decision was positive (G06). */
    record OpportunityAuthorized(String decidedBy, LocalDate decidedOn) implements OpportunityEvent {}

    /** Not worth pursuing (G04). */
    record OpportunityRejected(
            String reason,
            @Nullable String lessons,
            @Nullable EndCause cause) implements OpportunityEvent {}

    record OpportunityValueUpdated(@Nullable Money previous, Money expectedValue) implements OpportunityEvent {}

    /** The customer accepted a quotation, in whatever stage the deal stands. */
    record OpportunityTermsAgreed(UUID quotationId, LocalDate agreedOn) implements OpportunityEvent {}

    /** Another quotation has replaced the one that the customer accepted: until it is accepted as well, nothing is agreed. */
    record OpportunityTermsLapsed(UUID quotationId, LocalDate on) implements OpportunityEvent {}

    /** Something that meets a criterion is a fact elsewhere, {@code evidence}, of that day; in whatever stage the deal stands. */
    record OpportunityFactShown(ShownBy fact, String evidence, LocalDate on) implements OpportunityEvent {}

    /** The first day stated for a milestone is its original baseline, the last one is the current. */
    record OpportunityMilestonesPlanned(List<PlannedMilestone> milestones) implements OpportunityEvent {
        public OpportunityMilestonesPlanned {
            milestones = List.copyOf(milestones);
        }
    }

    /** Lost to others; {@code value} is what it was expected to bring, {@code template} names its sales process. */
    record OpportunityLost(
            String reason,
            @Nullable String lessons,
            LocalDate closedOn,
            @Nullable Money value,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable EndCause cause)
            implements OpportunityEvent {}

    /**
     * Given up by us; {@code value} is what it was expected to bring, {@code template} names its sales process.
     *
     * @param atiRejected whether the decision on its sales project was negative (G06); absent where there was none
     */
    record OpportunityWithdrawn(
            String reason,
            LocalDate closedOn,
            @Nullable Money value,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable String lessons,
            @Nullable EndCause cause,
            @Nullable Boolean atiRejected)
            implements OpportunityEvent {}

    /**
     * Won by a signed contract.
     *
     * @param value that of the contract
     * @param skippedGates numbers of the gates that the signature bypassed (decision 41)
     * @param template name of its sales process; absent in events from before it was recorded, as is the version
     */
    record OpportunityWon(
            UUID contractId,
            Money value,
            LocalDate closedOn,
            List<String> skippedGates,
            @Nullable String template,
            @Nullable Integer templateVersion)
            implements OpportunityEvent {
        public OpportunityWon {
            skippedGates = List.copyOf(skippedGates);
        }
    }

    /** It was won already; another contract of it is signed, and keeps it won should the first turn out to be void. */
    record OpportunityContractAdded(UUID contractId, Money value, LocalDate signedOn) implements OpportunityEvent {}

    /** One of those was signed by mistake; the deal stays won. */
    record OpportunityContractDropped(UUID contractId, String reason) implements OpportunityEvent {}

    /**
     * Its end is undone (decision 44); both ends of it stay in its history.
     *
     * @param undone how it had ended
     * @param stage in which it stands again, with all that was proved of it
     * @param probability to win, in whole percent
     */
    record OpportunityReopened(String reason, LocalDate on, Undone undone, int stage, int probability)
            implements OpportunityEvent {}

    /** An end that can be undone; that it was won only by its contract, which was signed by mistake. */
    enum Undone {
        REJECTED,
        LOST,
        WITHDRAWN,
        WON
    }

    /** What became known of a deal besides its stage; {@code previous} is absent where nothing was. */
    sealed interface ParticularEvent extends OpportunityEvent {}

    record OpportunityOwnerChanged(String previous, String owner, String reason) implements ParticularEvent {}

    record OpportunityAccountAssigned(@Nullable UUID previous, UUID accountId) implements ParticularEvent {}

    record OpportunityProductChanged(@Nullable String previous, String product) implements ParticularEvent {}

    /** {@code needKey} is a keyed hash of the need, by which a repetition is recognised. */
    record OpportunityNeedRevised(String need, @Nullable String needKey) implements ParticularEvent {}

    record OpportunityCloseExpected(@Nullable LocalDate previous, LocalDate expectedCloseOn)
            implements ParticularEvent {}

    record OpportunityBudgetStated(@Nullable Money previous, Money budget) implements ParticularEvent {}

    record OpportunityCompetitorNoted(UUID competitorId, String position) implements ParticularEvent {}

    record OpportunityCompetitorDropped(UUID competitorId, String reason) implements ParticularEvent {}

    record OpportunitySessionHeld(
            SessionKind kind,
            LocalDate on,
            String customers,
            List<String> members,
            List<String> products,
            String outcome,
            String evidence)
            implements ParticularEvent {
        public OpportunitySessionHeld {
            members = List.copyOf(members);
            products = List.copyOf(products);
        }
    }

    record OpportunityPutOnHold(String reason, @Nullable LocalDate until, LocalDate on) implements ParticularEvent {}

    record OpportunityResumed(String note, LocalDate on) implements ParticularEvent {}

    /** What has happened to the stage in which an opportunity stands; {@code stage} is its number, from 1. */
    sealed interface StageEvent extends OpportunityEvent {}

    record OpportunityMilestoneReached(
            int stage,
            String milestone,
            LocalDate on,
            @Nullable String evidence) implements StageEvent {}

    /** A milestone that is reached is proved by a fact of another entity, {@code evidence}, of that day. */
    record OpportunityMilestoneProved(int stage, String milestone, LocalDate on, String evidence)
            implements StageEvent {}

    /** Truly entered: its last milestone was reached {@code on} that day. Until then the stage is nominal. */
    record OpportunityStageEntered(int stage, LocalDate on) implements StageEvent {}

    /** {@code on} is absent in events from before that day was recorded. */
    record SuccessCriterionMet(
            int stage,
            String criterion,
            @Nullable String evidence,
            @Nullable LocalDate on) implements StageEvent {}

    /**
     * Who committed and to what are stored sealed; keyed hashes tell a repetition.
     *
     * @param to open in events from before it was sealed
     * @param byKey hash of who committed; absent in events from before there was one
     * @param toKey hash of what to; absent where that is open
     */
    record CustomerCommitmentRecorded(
            int stage,
            String by,
            String to,
            LocalDate on,
            @Nullable String byKey,
            @Nullable String evidence,
            @Nullable String toKey)
            implements StageEvent {}

    /** All milestones, all criteria and the commitment are there. */
    record OpportunityStageSucceeded(int stage) implements StageEvent {}

    /** In whole percent, by the stages that have succeeded. */
    record WinProbabilityChanged(int previous, int probability) implements StageEvent {}

    record OpportunityStageAdvanced(int from, int to) implements StageEvent {}

    /** On record, for those who look into where deals get stuck. */
    record OpportunityStageAdvanceRejected(int stage, List<String> missing) implements StageEvent {
        public OpportunityStageAdvanceRejected {
            missing = List.copyOf(missing);
        }
    }

    /** The stage {@code to} and those after it have to be proven anew. */
    record OpportunityStageRegressed(int from, int to, String reason) implements StageEvent {}

    /** The day on which a milestone of a stage is to be reached; {@code milestone} is its code in the deal's sales process. */
    record PlannedMilestone(int stage, String milestone, LocalDate plannedOn) {}
}
