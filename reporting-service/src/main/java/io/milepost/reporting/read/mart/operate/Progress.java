package io.milepost.reporting.read.mart.operate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far tables are filled.
 *
 * @param events that are in them
 * @param unread records that are not; at most so many events
 */
record Progress(long events, long unread) {
    private static final int DECIMALS = 4;

    Progress plus(Progress other) {
        return new Progress(events + other.events(), unread + other.unread());
    }

    /** From 0 to 1, which it is only where nothing is unread. */
    BigDecimal share() {
        return unread == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(events).divide(BigDecimal.valueOf(events + unread), DECIMALS, RoundingMode.DOWN);
    }
}
