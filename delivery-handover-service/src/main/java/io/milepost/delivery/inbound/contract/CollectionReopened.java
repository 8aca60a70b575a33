package io.milepost.delivery.inbound.contract;

import java.util.UUID;

/** {@code payment-schedule.collection-reopened}: of which contract not everything is paid after all. */
public record CollectionReopened(UUID contractId) {}
