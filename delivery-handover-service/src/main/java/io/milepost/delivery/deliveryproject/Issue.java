package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryProject.Severity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue and, once it is resolved, how.
 *
 * @param informedOn the day on which the customer was told last; absent where nobody did
 */
public record Issue(
        UUID issueId,
        String title,
        Severity severity,
        @Nullable String resolution,
        @Nullable LocalDate informedOn) {}
