package io.milepost.contracts.inbound.delivery;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;

/** {@code settlement.completed}: what both sides agree that a contract comes to. */
public record SettlementCompleted(UUID contractId, Money amount, LocalDate on) {}
