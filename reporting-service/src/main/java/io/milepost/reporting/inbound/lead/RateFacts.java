package io.milepost.reporting.inbound.lead;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Types and fields of lead-service's exchange rate events that reports use. */
public final class RateFacts {
    public static final String SOURCE = "lead";
    public static final String RECORDED = "exchange-rate.recorded.v1";
    public static final String CORRECTED = "exchange-rate.corrected.v1";

    private RateFacts() {}

    /** Both types: how much of the currency {@code to} one unit of {@code from} was on that day. */
    public record Rate(String from, String to, LocalDate on, BigDecimal rate) {}
}
