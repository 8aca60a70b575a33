package io.milepost.opportunities.opportunity.domain;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of an opportunity. */
public sealed interface OpportunityCommand
        permits OpportunityCommand.IdentifyOpportunity,
                OpportunityCommand.QualifyOpportunity,
                OpportunityCommand.RejectOpportunity,
                OpportunityCommand.AuthorizeOpportunity,
                OpportunityCommand.UpdateValue,
                OpportunityCommand.AgreeTerms,
                OpportunityCommand.PlanMilestones,
                OpportunityCommand.CloseAsLost,
                OpportunityCommand.Withdraw,
                OpportunityCommand.WinOpportunity,
                StageCommand {

    /**
     * Notes a chance to sell, found directly or by a lead.
     *
     * @param owner code of the team member who answers for it
     * @param need what the customer looks for, in free words; kept as personal data
     * @param expectedValue absent as long as nobody can say
     * @param leadId the lead it came from, told by that lead's conversion or by an importer; absent when it was found directly
     * @param template name of the sales process, whose newest version applies; {@code standard} if absent
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
            @Nullable String template)
            implements OpportunityCommand {}

    /** The {@code note} says what convinced us, as a reason does elsewhere; nothing about a person belongs there. */
    record QualifyOpportunity(@Nullable @Limit(Limit.NOTE) String note) implements OpportunityCommand {}

    record RejectOpportunity(@Limit(Limit.NOTE) String reason) implements OpportunityCommand {}

    /** Sent by the automation on a positive ATI decision, by nobody else. */
    record AuthorizeOpportunity(String decidedBy, LocalDate decidedOn) implements OpportunityCommand {}

    record UpdateValue(Money expectedValue) implements OpportunityCommand {}

    /** Sent by the automation on an accepted quotation, by nobody else. */
    record AgreeTerms(UUID quotationId, LocalDate agreedOn) implements OpportunityCommand {}

    /** Says when milestones are to be reached, or says it anew; those that are not named keep their day. */
    record PlanMilestones(List<PlannedMilestone> milestones) implements OpportunityCommand {
        public PlanMilestones {
            milestones = List.copyOf(milestones);
        }
    }

    /** The customer decided against us, {@code closedOn} that day or today. */
    record CloseAsLost(
            @Limit(Limit.NOTE) String reason,
            @Nullable @Limit(Limit.NOTE) String lessons,
            @Nullable LocalDate closedOn) implements OpportunityCommand {}

    /** We give it up, {@code closedOn} that day or today. */
    record Withdraw(
            @Limit(Limit.NOTE) String reason, @Nullable LocalDate closedOn) implements OpportunityCommand {}

    /** Sent by the automation on a signed contract, by nobody else. */
    record WinOpportunity(UUID contractId, Money value, LocalDate signedOn) implements OpportunityCommand {}
}
