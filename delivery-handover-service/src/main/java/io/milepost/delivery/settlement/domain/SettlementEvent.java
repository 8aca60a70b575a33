package io.milepost.delivery.settlement.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a settlement. */
public sealed interface SettlementEvent {

    /**
     * There is something to settle.
     *
     * @param currency of the contract, where that is known
     */
    record SettlementOpened(
            UUID contractId, LocalDate acceptedOn, @Nullable Currency currency) implements SettlementEvent {}

    record SettlementDrafted(UUID contractId, Money amount) implements SettlementEvent {}

    record SettlementConfirmed(UUID contractId, Money amount, LocalDate on) implements SettlementEvent {}

    record SettlementDisputed(UUID contractId, Money amount, String reason, LocalDate on) implements SettlementEvent {}

    record SettlementCompleted(UUID contractId, Money amount, LocalDate on) implements SettlementEvent {}
}
