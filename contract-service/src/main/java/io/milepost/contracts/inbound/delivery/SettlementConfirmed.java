package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code settlement.confirmed}: the customer agrees with what a contract comes to. */
public record SettlementConfirmed(UUID contractId, LocalDate on) {}
