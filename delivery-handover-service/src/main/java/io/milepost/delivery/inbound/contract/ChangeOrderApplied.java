package io.milepost.delivery.inbound.contract;

import java.time.LocalDate;

/** {@code change-order.applied}: from which day the changed contract counts. */
public record ChangeOrderApplied(LocalDate effectiveOn) {}
