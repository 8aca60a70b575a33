package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code settlement.disputed}: the customer does not agree with what a contract comes to. */
public record SettlementDisputed(UUID contractId, LocalDate on) {}
