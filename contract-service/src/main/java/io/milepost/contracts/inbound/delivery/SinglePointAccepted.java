package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code acceptance.single-point-accepted}: which item of which contract, on which day. */
public record SinglePointAccepted(UUID contractId, @Nullable String item, LocalDate acceptedOn) {}
