package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code closure.project-closed}: of which contract, on which day. */
public record DeliveryClosed(UUID contractId, LocalDate closedOn) {}
