package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code acceptance.comprehensive-accepted}: all of a contract, on which day. */
public record ComprehensiveAccepted(UUID contractId, LocalDate acceptedOn) {}
