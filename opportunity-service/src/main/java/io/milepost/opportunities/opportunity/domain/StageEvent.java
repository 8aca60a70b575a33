package io.milepost.opportunities.opportunity.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to the stage in which an opportunity stands; {@code stage} is its number, 1 to 8. */
public sealed interface StageEvent extends OpportunityEvent {

    record OpportunityMilestoneReached(
            int stage,
            String milestone,
            LocalDate on,
            @Nullable String evidence) implements StageEvent {}

    /** Truly entered: its last milestone was reached {@code on} that day. Until then the stage is nominal. */
    record OpportunityStageEntered(int stage, LocalDate on) implements StageEvent {}

    record SuccessCriterionMet(
            int stage, String criterion, @Nullable String evidence) implements StageEvent {}

    /** {@code byKey} is a keyed hash of who committed, by which a repetition is known; absent in events from before there was one. */
    record CustomerCommitmentRecorded(
            int stage,
            String by,
            String to,
            LocalDate on,
            @Nullable String byKey) implements StageEvent {}

    /** All milestones, all criteria and the commitment are there. */
    record OpportunityStageSucceeded(int stage) implements StageEvent {}

    /** In whole percent, by the stages that have succeeded. */
    record WinProbabilityChanged(int previous, int probability) implements StageEvent {}

    record OpportunityStageAdvanced(int from, int to) implements StageEvent {}

    /** On record, for those who look where deals get stuck. */
    record OpportunityStageAdvanceRejected(int stage, List<String> missing) implements StageEvent {
        public OpportunityStageAdvanceRejected {
            missing = List.copyOf(missing);
        }
    }

    /** The stage {@code to} and those after it are to be proven anew. */
    record OpportunityStageRegressed(int from, int to, String reason) implements StageEvent {}
}
