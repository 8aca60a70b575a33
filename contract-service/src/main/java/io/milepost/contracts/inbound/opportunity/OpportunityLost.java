package io.milepost.contracts.inbound.opportunity;

/** {@code opportunity.lost}: somebody else has it; the deal is the event's subject. */
public record OpportunityLost() {}
