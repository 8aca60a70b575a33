package io.milepost.contracts.contract.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where the signed papers are. */
public record Filing(
        @Nullable LocalDate copiesDeliveredOn,
        @Nullable LocalDate archivedOn,
        @Nullable String location) {
    static final Filing NONE = new Filing(null, null, null);

    Filing delivered(LocalDate day) {
        return new Filing(day, archivedOn, location);
    }

    Filing archived(LocalDate day, @Nullable String place) {
        return new Filing(copiesDeliveredOn, day, place);
    }
}
