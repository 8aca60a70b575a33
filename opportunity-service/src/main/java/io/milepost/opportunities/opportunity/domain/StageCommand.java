package io.milepost.opportunities.opportunity.domain;

import io.milepost.opportunities.opportunity.domain.salesprocess.Fact;
import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked of the stage in which an opportunity stands. Evidence says where the proof is; nothing about a person belongs there. */
public sealed interface StageCommand extends OpportunityCommand {

    /** The least of the stage is done, {@code on} that day or today. */
    record ReachMilestone(
            String milestone,
            @Nullable @Limit(Limit.NOTE) String evidence,
            @Nullable LocalDate on) implements StageCommand {}

    /** Sent by an automation when something happened that reaches a milestone of the stage, where its sales process says so. */
    record ReachMilestoneByFact(
            Fact fact, @Limit(Limit.NOTE) String evidence, LocalDate on) implements StageCommand {}

    /** One of the stage's tasks is done. */
    record MeetCriterion(
            String criterion, @Nullable @Limit(Limit.NOTE) String evidence) implements StageCommand {}

    /**
     * The customer committed to the next step.
     *
     * @param by who did; personal data
     * @param to what
     * @param on that day or today
     */
    record RecordCommitment(
            String by,
            @Limit(Limit.NOTE) String to,
            @Nullable LocalDate on) implements StageCommand {}

    /** Goes on to the next stage; gate G08. */
    record AdvanceStage() implements StageCommand {}

    /** Goes back to an earlier stage, whose proofs no longer hold (decision 12). */
    record RegressStage(int to, @Limit(Limit.NOTE) String reason) implements StageCommand {}
}
