package io.milepost.delivery.settlement.domain;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What may be asked of a settlement. */
public sealed interface SettlementCommand {

    /**
     * From the comprehensive acceptance on there is something to settle.
     *
     * @param acceptedOn the day of it
     * @param currency of the contract, where that is known
     */
    record OpenSettlement(LocalDate acceptedOn, @Nullable Currency currency) implements SettlementCommand {}

    /** States the final amount; again with another one until the customer has confirmed. */
    record DraftSettlement(Money amount) implements SettlementCommand {}

    /** The customer agrees. */
    record ConfirmSettlement() implements SettlementCommand {}

    /** The customer does not agree. */
    record DisputeSettlement(@Limit(Limit.NOTE) String reason) implements SettlementCommand {}

    record CompleteSettlement() implements SettlementCommand {}
}
