package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code handover.accepted}: of which contract, on which day. */
public record HandoverAccepted(UUID contractId, LocalDate acceptedOn) {}
