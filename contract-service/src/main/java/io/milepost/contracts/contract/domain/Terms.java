package io.milepost.contracts.contract.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The agreed terms beside lines and value; what is absent is not agreed yet.
 *
 * @param effectiveOn from which day the contract binds, if the parties agreed one
 */
public record Terms(
        @Nullable String qualityStandard,
        @Nullable LocalDate deliveryDeadline,
        @Nullable String paymentMethod,
        @Nullable String scope,
        @Nullable String duration,
        @Nullable LocalDate effectiveOn) {

    public static final Terms NONE = new Terms(null, null, null, null, null, null);
}
