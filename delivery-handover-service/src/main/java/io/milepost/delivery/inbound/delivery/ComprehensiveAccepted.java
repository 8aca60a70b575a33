package io.milepost.delivery.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code acceptance.comprehensive-accepted}: of which contract, on which day. */
public record ComprehensiveAccepted(UUID contractId, LocalDate acceptedOn) {}
