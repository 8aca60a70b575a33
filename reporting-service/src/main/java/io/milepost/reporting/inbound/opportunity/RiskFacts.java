package io.milepost.reporting.inbound.opportunity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of opportunity-service's risk events that reports use. */
public final class RiskFacts {
    public static final String SOURCE = "opportunity";
    public static final String IDENTIFIED = "risk.identified.v1";
    public static final String OWNER_ASSIGNED = "risk.owner-assigned.v1";
    public static final String RESPONSE_PLANNED = "risk.response-planned.v1";
    public static final String REVIEWED = "risk.reviewed.v1";
    public static final String REVIEW_MOVED = "risk.review-moved.v1";
    public static final String OCCURRED = "risk.occurred.v1";
    public static final String CLOSED = "risk.closed.v1";

    private RiskFacts() {}

    /**
     * {@link #IDENTIFIED}.
     *
     * @param salesProjectId the id of its opportunity
     * @param element of the strategy; null of a risk of the whole project
     * @param exposure LOW, MEDIUM or HIGH
     */
    public record Identified(
            UUID salesProjectId,
            @Nullable String element,
            String statement,
            Rating rating,
            String exposure,
            @Nullable Response response,
            String owner,
            LocalDate reviewOn,
            LocalDate identifiedOn) {}

    public record Rating(String likelihood, String impact) {}

    public record Response(String strategy) {}

    /** {@link #OWNER_ASSIGNED}: who tracks it from then on. */
    public record OwnerAssigned(String owner) {}

    /** {@link #RESPONSE_PLANNED}. */
    public record ResponsePlanned(Response response) {}

    /** {@link #REVIEWED}: rated anew. */
    public record Reviewed(Rating rating, String exposure, LocalDate nextOn, LocalDate reviewedOn) {}

    /** {@link #REVIEW_MOVED}: to this day, as the risk plan says. */
    public record ReviewMoved(LocalDate reviewOn) {}

    /** {@link #OCCURRED}. */
    public record Occurred(LocalDate occurredOn) {}

    /** {@link #CLOSED}. */
    public record Closed(LocalDate closedOn) {}
}
