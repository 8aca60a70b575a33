package io.milepost.delivery.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code settlement.completed}: of which contract, on which day. */
public record SettlementCompleted(UUID contractId, LocalDate on) {}
