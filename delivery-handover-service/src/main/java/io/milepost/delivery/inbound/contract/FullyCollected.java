package io.milepost.delivery.inbound.contract;

import java.util.UUID;

/** {@code payment-schedule.fully-collected}: of which contract everything is paid. */
public record FullyCollected(UUID contractId) {}
