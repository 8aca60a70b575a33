package io.milepost.reporting.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares as reports state them: four decimals, HALF_UP. */
public final class Rates {
    private static final int DECIMALS = 4;

    private Rates() {}

    /** Null when there is nothing to have a share of. */
    public static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
