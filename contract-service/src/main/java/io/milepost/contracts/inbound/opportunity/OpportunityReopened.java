package io.milepost.contracts.inbound.opportunity;

/** {@code opportunity.reopened}: it goes on after all; the deal is the event's subject. */
public record OpportunityReopened() {}
