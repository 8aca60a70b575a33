package io.milepost.delivery.inbound.opportunity;

import org.jspecify.annotations.Nullable;

/**
 * {@code opportunity.lost}, {@code opportunity.withdrawn} and {@code sales-project.terminated}. The opportunity is the event's subject.
 *
 * @param atiRejected whether it was withdrawn because the decision on its sales project was negative; absent where it was not
 * @param template see {@link OpportunityWon}
 */
public record OpportunityClosed(
        @Nullable String template,
        @Nullable Integer templateVersion,
        @Nullable Boolean atiRejected) {}
