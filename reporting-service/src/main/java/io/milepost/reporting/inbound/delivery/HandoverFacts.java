package io.milepost.reporting.inbound.delivery;

import java.time.LocalDate;

/** Types and fields of delivery-handover-service's handover events that reports use. */
public final class HandoverFacts {
    public static final String SOURCE = "delivery";
    public static final String INITIATED = "handover.initiated.v1";
    public static final String ACCEPTED = "handover.accepted.v1";
    public static final String RETURNED = "handover.returned.v1";

    private HandoverFacts() {}

    /** {@link #INITIATED}: who sold what is handed over. */
    public record Initiated(String owner) {}

    /** {@link #ACCEPTED}: the calendar day that the business says. */
    public record Accepted(LocalDate acceptedOn) {}
}
