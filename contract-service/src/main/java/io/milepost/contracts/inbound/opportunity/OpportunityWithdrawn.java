package io.milepost.contracts.inbound.opportunity;

/** {@code opportunity.withdrawn}: it is given up; the deal is the event's subject. */
public record OpportunityWithdrawn() {}
