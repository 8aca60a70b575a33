package io.milepost.leads.lead.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a lead says no. */
public enum LeadRefusal implements Refusal {
    LEAD_UNKNOWN(state("there is no such lead")),
    LEAD_ALREADY_CAPTURED(state("the lead is already captured")),
    LEAD_NOT_REGISTERED(state("the lead is not registered")),
    LEAD_NOT_ASSIGNED(state("the lead has no owner yet")),
    LEAD_NOT_QUALIFIED(state("the lead is not qualified")),
    LEAD_DISQUALIFIED(state("the lead is disqualified")),
    LEAD_ALREADY_CONVERTED(state("a lead is converted once")),
    DUPLICATE_CONTACT(state("another lead is registered with this contact or company number")),
    OPPORTUNITY_TAKEN(state("another lead is converted into this opportunity")),
    LEAD_INCOMPLETE(rule("a lead is registered with contact information and a need")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    REASON_MISSING(rule("a reason needs at least one visible character")),
    VALUE_NEGATIVE(rule("an expected value is not below zero"));

    private final Reason reason;

    LeadRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
