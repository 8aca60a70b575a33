package io.milepost.delivery.inbound.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code sales-closure.opened}: which contract a strategic deal was won by; absent where it was not won. */
public record SalesClosureOpened(@Nullable UUID contractId) {}
