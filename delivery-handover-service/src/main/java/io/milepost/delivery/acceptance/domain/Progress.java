package io.milepost.delivery.acceptance.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far one point has come. */
public sealed interface Progress {

    /** Not inspected yet, or not again. */
    sealed interface Uninspected extends Progress {
        /** The day before which it was not there to be inspected, where that is known. */
        @Nullable
        LocalDate notBefore();
    }

    record Requested(@Nullable LocalDate notBefore) implements Uninspected {}

    record Scheduled(LocalDate on, @Nullable LocalDate notBefore) implements Uninspected {}

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
