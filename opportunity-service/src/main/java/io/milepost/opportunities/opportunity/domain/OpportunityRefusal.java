package io.milepost.opportunities.opportunity.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an opportunity says no. */
public enum OpportunityRefusal implements Refusal {
    OPPORTUNITY_UNKNOWN(Kind.STATE, "there is no such opportunity"),
    OPPORTUNITY_ALREADY_IDENTIFIED(Kind.STATE, "the opportunity is already identified"),
    OPPORTUNITY_NOT_QUALIFIED(Kind.STATE, "an opportunity is authorized once it is qualified"),
    OPPORTUNITY_ALREADY_QUALIFIED(Kind.STATE, "a qualified opportunity is lost or withdrawn, not rejected"),
    OPPORTUNITY_CLOSED(Kind.STATE, "the opportunity is rejected, lost or withdrawn"),
    OPPORTUNITY_ALREADY_WON(Kind.STATE, "the opportunity is won by a signed contract"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    REASON_MISSING(Kind.RULE, "a reason needs at least one visible character"),
    VALUE_NEGATIVE(Kind.RULE, "an expected value is not below zero"),
    CLOSED_IN_FUTURE(Kind.RULE, "an opportunity is not closed on a day to come"),
    TEMPLATE_UNKNOWN(Kind.RULE, "there is no sales process of that name");

    private final Kind kind;
    private final String explanation;

    OpportunityRefusal(Kind kind, String explanation) {
        this.kind = kind;
        this.explanation = explanation;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
