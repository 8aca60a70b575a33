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
                OpportunityEvent.OpportunityValueUpdated,
                OpportunityEvent.OpportunityLost,
                OpportunityEvent.OpportunityWithdrawn,
                OpportunityEvent.OpportunityWon,
                StageEvent {

    /**
     * It begins, nominally in the first stage.
     *
     * @param template name of its sales process; absent in events from before there were any, as is the version
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
            @Nullable Integer templateVersion)
            implements OpportunityEvent {}

    record OpportunityQualified(@Nullable String note) implements OpportunityEvent {}

    record OpportunityRejected(String reason) implements OpportunityEvent {}

    record OpportunityValueUpdated(@Nullable Money previous, Money expectedValue) implements OpportunityEvent {}

    /** Lost to others; {@code value} is what it was expected to bring. */
    record OpportunityLost(
            String reason,
            @Nullable String lessons,
            LocalDate closedOn,
            @Nullable Money value) implements OpportunityEvent {}

    /** Given up by us; {@code value} is what it was expected to bring. */
    record OpportunityWithdrawn(
            String reason, LocalDate closedOn, @Nullable Money value) implements OpportunityEvent {}

    /**
     * Won by a signed contract.
     *
     * @param value that of the contract
     * @param skippedGates numbers of the gates that the signature went past (decision 41)
     */
    record OpportunityWon(UUID contractId, Money value, LocalDate closedOn, List<String> skippedGates)
            implements OpportunityEvent {
        public OpportunityWon {
            skippedGates = List.copyOf(skippedGates);
        }
    }
}
