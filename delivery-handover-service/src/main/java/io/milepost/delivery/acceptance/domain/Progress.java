package io.milepost.delivery.acceptance.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far one point has come. */
public sealed interface Progress {

    record Requested() implements Progress {}

    record Scheduled(LocalDate on) implements Progress {}

    record Inspected(String measured, LocalDate on) implements Progress {}

    /** To be rectified and inspected again. */
    record Failed(Inspected inspection, String remarks) implements Progress {}

    /**
     * Accepted by the customer.
     *
     * @param reportOn when the customer got the report, null until then
     */
    record Passed(
            Inspected inspection,
            AcceptanceResult result,
            @Nullable String remarks,
            LocalDate acceptedOn,
            @Nullable LocalDate reportOn)
            implements Progress {}
}
