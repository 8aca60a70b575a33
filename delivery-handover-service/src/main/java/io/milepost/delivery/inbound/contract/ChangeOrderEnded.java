package io.milepost.delivery.inbound.contract;

/** {@code change-order.rejected} and {@code change-order.withdrawn}: why the contract stays as it is. */
public record ChangeOrderEnded(String reason) {}
