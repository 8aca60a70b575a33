package io.milepost.delivery.inbound.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * {@code opportunity.lost}, {@code opportunity.withdrawn} and {@code opportunity.rejected}: what was learned. The opportunity is the event's
 * subject.
 *
 * @param lessons absent where nobody was asked
 * @param atiRejected see {@link OpportunityClosed}
 */
public record LessonOfDeal(
        @Nullable String lessons, @Nullable Boolean atiRejected) {}
