package io.milepost.contracts.inbound.opportunity;

/** {@code opportunity.rejected}: it was found not worth pursuing, or turned down; the deal is the event's subject. */
public record OpportunityRejected() {}
