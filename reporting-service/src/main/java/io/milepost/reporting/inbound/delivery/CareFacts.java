package io.milepost.reporting.inbound.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of what delivery-handover-service says of customers after the sale, as reports use them; nothing that a customer said. */
public final class CareFacts {
    public static final String SOURCE = "delivery";
    public static final String SCHEDULED = "care-visit.scheduled.v1";
    public static final String RESCHEDULED = "care-visit.rescheduled.v1";
    public static final String ASSIGNED = "care-visit.assigned.v1";
    public static final String DONE = "care-visit.done.v1";
    public static final String MISSED = "care-visit.missed.v1";
    public static final String CANCELLED = "care-visit.cancelled.v1";
    public static final String CASE_OPENED = "service-case.opened.v1";
    public static final String CASE_RESOLVED = "service-case.resolved.v1";
    public static final String CASE_CONFIRMED = "service-case.confirmed.v1";
    public static final String CASE_REOPENED = "service-case.reopened.v1";
    public static final String CASE_BREACHED = "service-case.deadline-breached.v1";
    public static final String SETTLED = "settlement.confirmed.v1";

    private CareFacts() {}

    /** {@link #SCHEDULED}. */
    public record Scheduled(UUID accountId, @Nullable UUID contractId, LocalDate on, String owner) {}

    /** {@link #RESCHEDULED}: to another day. */
    public record Rescheduled(LocalDate on) {}

    /** {@link #ASSIGNED}: who makes it from then on. */
    public record Assigned(String owner) {}

    /** {@link #MISSED}: and when it is tried again, if it is. */
    public record Missed(@Nullable LocalDate next) {}

    /** {@link #DONE}, {@link #CASE_CONFIRMED} and {@link #SETTLED}: how satisfied the customer is, from 1 to 5, if asked. */
    public record Answered(
            @Nullable UUID contractId, @Nullable Integer satisfaction, LocalDate on) {}

    /** {@link #CASE_OPENED}. */
    public record CaseOpened(
            UUID accountId, @Nullable UUID contractId, String kind, String urgency, String owner, Instant openedAt) {}

    /** {@link #CASE_RESOLVED}. */
    public record CaseResolved(LocalDate on) {}
}
