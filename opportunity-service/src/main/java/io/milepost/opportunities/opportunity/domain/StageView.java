package io.milepost.opportunities.opportunity.domain;

import io.milepost.opportunities.opportunity.domain.Opportunity.Open;
import io.milepost.opportunities.opportunity.domain.StageEvent.CustomerCommitmentRecorded;
import io.milepost.opportunities.opportunity.domain.StageEvent.OpportunityMilestoneReached;
import io.milepost.opportunities.opportunity.domain.StageEvent.SuccessCriterionMet;
import java.util.List;

/**
 * What a read shows of the stage in which an opportunity stands, beside the step in which its customer is.
 *
 * @param milestones reached since the stage was last moved into, as are criteria and commitments
 * @param missing what gate G08 still asks for, by codes of the sales process; of the last stage, what the signature needs
 */
public record StageView(
        String name,
        String procurementStep,
        Standing standing,
        List<OpportunityMilestoneReached> milestones,
        List<SuccessCriterionMet> criteria,
        List<CustomerCommitmentRecorded> commitments,
        List<String> missing) {
    public StageView {
        milestones = List.copyOf(milestones);
        criteria = List.copyOf(criteria);
        commitments = List.copyOf(commitments);
        missing = List.copyOf(missing);
    }

    static StageView of(Opportunity.Known opportunity) {
        var progress = opportunity.progress();
        var stage = progress.stage();
        return new StageView(
                stage.name(),
                stage.procurementStep(),
                progress.standing(),
                progress.milestones(),
                progress.criteria(),
                progress.commitments(),
                opportunity instanceof Open open ? progress.missingForAdvance(open.facts()) : List.of());
    }
}
