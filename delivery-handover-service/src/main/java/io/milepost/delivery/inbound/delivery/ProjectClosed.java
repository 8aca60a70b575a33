package io.milepost.delivery.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code closure.project-closed}: of which contract, on which day. */
public record ProjectClosed(UUID contractId, LocalDate closedOn) {}
