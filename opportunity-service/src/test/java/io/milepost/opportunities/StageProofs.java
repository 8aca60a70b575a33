package io.milepost.opportunities;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity.AdvanceStage;
import io.milepost.opportunities.opportunity.Opportunity.MeetCriterion;
import io.milepost.opportunities.opportunity.Opportunity.ReachMilestone;
import io.milepost.opportunities.opportunity.Opportunity.RecordCommitment;
import io.milepost.platform.testkit.SuiteClient;
import java.util.UUID;

/** Takes a deal through its stages over HTTP. */
final class StageProofs {

    private StageProofs() {}

    /** From the first stage into this one, all stages between being a success. */
    static void moveTo(int stage, SuiteClient client, UUID opportunity) {
        for (int number = 1; number < stage; number++) {
            reachMilestones(number, client, opportunity);
            stateCriteria(number, client, opportunity);
            client.accept(opportunity, new AdvanceStage());
        }
    }

    static void reachMilestones(int number, SuiteClient client, UUID opportunity) {
        for (var milestone : SalesProcesses.of("standard", 2).stage(number).milestones()) {
            client.accept(opportunity, new ReachMilestone(milestone.code(), null, null));
        }
    }

    /** What is met by nobody's word is left out; the customer commits. */
    static void stateCriteria(int number, SuiteClient client, UUID opportunity) {
        for (var criterion : SalesProcesses.of("standard", 2).stage(number).criteria()) {
            if (criterion.shownBy() == ShownBy.STATEMENT) {
                client.accept(opportunity, new MeetCriterion(criterion.code(), "file 1", null));
            }
        }
        client.accept(opportunity, new RecordCommitment("Ann", "the next step", null, null));
    }
}
