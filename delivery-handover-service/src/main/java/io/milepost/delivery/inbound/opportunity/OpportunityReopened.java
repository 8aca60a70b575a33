package io.milepost.delivery.inbound.opportunity;

/** {@code opportunity.reopened}: its end is undone. The opportunity is the event's subject. */
public record OpportunityReopened() {}
