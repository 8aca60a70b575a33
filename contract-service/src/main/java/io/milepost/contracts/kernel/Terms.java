package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The agreed terms besides lines and value; what is absent is not agreed yet.
 *
 * @param effectiveOn from which day the contract binds, if the parties agreed one
 */
public record Terms(
        @Nullable @Limit(Limit.NOTE) String qualityStandard,
        @Nullable LocalDate deliveryDeadline,
        @Nullable @Limit(Limit.NOTE) String paymentMethod,
        @Nullable @Limit(Limit.TEXT) String scope,
        @Nullable String duration,
        @Nullable LocalDate effectiveOn) {
    public static final Terms NONE = new Terms(null, null, null, null, null, null);
}
