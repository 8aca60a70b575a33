package io.milepost.opportunities.opportunity.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an opportunity says no. */
public enum OpportunityRefusal implements Refusal {
    OPPORTUNITY_UNKNOWN(state("there is no such opportunity")),
    OPPORTUNITY_ALREADY_IDENTIFIED(state("the opportunity is already identified")),
    OPPORTUNITY_NOT_QUALIFIED(state("an opportunity is authorized once it is qualified")),
    OPPORTUNITY_ALREADY_QUALIFIED(state("a qualified opportunity is lost or withdrawn, not rejected")),
    OPPORTUNITY_CLOSED(state("the opportunity is rejected, lost or withdrawn")),
    OPPORTUNITY_ALREADY_WON(state("the opportunity is won by a signed contract")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    REASON_MISSING(rule("a reason needs at least one visible character")),
    VALUE_NEGATIVE(rule("an expected value is not below zero")),
    CLOSED_IN_FUTURE(rule("an opportunity is not closed on a day to come")),
    TEMPLATE_UNKNOWN(rule("there is no sales process of that name"));

    private final Reason reason;

    OpportunityRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
