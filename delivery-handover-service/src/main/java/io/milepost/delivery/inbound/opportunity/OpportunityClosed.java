package io.milepost.delivery.inbound.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * {@code opportunity.lost} and {@code opportunity.withdrawn}. The opportunity is the event's subject.
 *
 * @param template see {@link OpportunityWon}
 */
public record OpportunityClosed(
        @Nullable String template, @Nullable Integer templateVersion) {}
