package io.milepost.reporting.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of what delivery-handover-service says of lessons that were kept and of papers that were filed, as reports use them. */
public final class KeepingFacts {
    public static final String SOURCE = "delivery";
    public static final String LESSON_COLLECTED = "lesson.collected.v1";
    public static final String FILED = "archive-record.filed.v1";
    public static final String TRANSFERRED = "archive-record.custody-transferred.v1";
    public static final String DISPOSED = "archive-record.disposed.v1";

    private KeepingFacts() {}

    /** {@link #LESSON_COLLECTED}: from a project that ended so, where it is a sales project. */
    public record Collected(
            String project, UUID opportunityId, @Nullable String outcome, String kind, LocalDate on) {}

    /** {@link #FILED}: {@code opportunityId} of those of a sales project. */
    public record Filed(
            String custodian,
            String place,
            LocalDate filedOn,
            LocalDate retainUntil,
            @Nullable UUID opportunityId) {}

    /** {@link #TRANSFERRED}: who keeps them from then on, and where. */
    public record Transferred(String custodian, String place, LocalDate on) {}

    /** {@link #DISPOSED}. */
    public record Disposed(LocalDate on) {}
}
