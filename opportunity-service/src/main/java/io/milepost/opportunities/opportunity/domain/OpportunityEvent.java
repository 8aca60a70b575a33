package io.milepost.opportunities.opportunity.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to an opportunity. */
public sealed interface OpportunityEvent
        permits OpportunityEvent.OpportunityIdentified,
                OpportunityEvent.OpportunityQualified,
                OpportunityEvent.OpportunityRejected,
                OpportunityEvent.OpportunityAuthorized,
                OpportunityEvent.OpportunityValueUpdated,
                OpportunityEvent.OpportunityTermsAgreed,
                OpportunityEvent.OpportunityMilestonesPlanned,
                OpportunityEvent.OpportunityLost,
                OpportunityEvent.OpportunityWithdrawn,
                OpportunityEvent.OpportunityWon,
                StageEvent {

    /**
     * It begins, nominally in the first stage.
     *
     * @param template name of its sales process; absent in events from before there were any, as is the version
     * @param identifiedOn the day on which it was; absent in events from before it was told
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
            @Nullable LocalDate identifiedOn)
            implements OpportunityEvent {}

    /**
     * Worth pursuing (G04); where its sales process asks for an ATI decision, establishment begins.
     *
     * @param template name of its sales process; absent in events from before establishment, as are owner and version
     */
    record OpportunityQualified(
            @Nullable String note,
            @Nullable String owner,
            @Nullable String template,
            @Nullable Integer templateVersion) implements OpportunityEvent {}

    /** The ATI decision was positive (G06). */
    record OpportunityAuthorized(String decidedBy, LocalDate decidedOn) implements OpportunityEvent {}

    record OpportunityRejected(String reason) implements OpportunityEvent {}

    record OpportunityValueUpdated(@Nullable Money previous, Money expectedValue) implements OpportunityEvent {}

    /** The customer accepted a quotation, on whatever stage the deal stands. */
    record OpportunityTermsAgreed(UUID quotationId, LocalDate agreedOn) implements OpportunityEvent {}

    /** The first day that is told for a milestone is its original baseline, the last one the current. */
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
            @Nullable String template)
            implements OpportunityEvent {}

    /** Given up by us; {@code value} is what it was expected to bring, {@code template} names its sales process. */
    record OpportunityWithdrawn(
            String reason,
            LocalDate closedOn,
            @Nullable Money value,
            @Nullable String template) implements OpportunityEvent {}

    /**
     * Won by a signed contract.
     *
     * @param value that of the contract
     * @param skippedGates numbers of the gates that the signature went past (decision 41)
     * @param template name of its sales process; absent in events from before it was told
     */
    record OpportunityWon(
            UUID contractId,
            Money value,
            LocalDate closedOn,
            List<String> skippedGates,
            @Nullable String template) implements OpportunityEvent {
        public OpportunityWon {
            skippedGates = List.copyOf(skippedGates);
        }
    }
}
