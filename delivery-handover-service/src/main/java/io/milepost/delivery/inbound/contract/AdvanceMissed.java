package io.milepost.delivery.inbound.contract;

import org.jspecify.annotations.Nullable;

/** Of payment-schedule.advance-payment-missed what we use; {@code holds} is absent where the work goes on. */
public record AdvanceMissed(
        int number, String owner, @Nullable Boolean holds) {}
