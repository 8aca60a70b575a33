package io.milepost.delivery.inbound.delivery;

import java.util.UUID;

/** {@code closure.opened}: of which contract and deal. */
public record ClosureOpened(UUID contractId, UUID opportunityId) {}
