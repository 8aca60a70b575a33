package io.milepost.delivery.inbound.opportunity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code opportunity.won}: by which contract. The opportunity is the event's subject.
 *
 * @param template of the deal, as text; absent where the producer said nothing, which is the standard one
 */
public record OpportunityWon(
        UUID contractId,
        @Nullable String template,
        @Nullable Integer templateVersion) {}
