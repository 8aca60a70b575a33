package io.milepost.leads.lead.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a lead says no. */
public enum LeadRefusal implements Refusal {
    LEAD_UNKNOWN(Kind.STATE, "there is no such lead"),
    LEAD_ALREADY_CAPTURED(Kind.STATE, "the lead is already captured"),
    LEAD_NOT_REGISTERED(Kind.STATE, "the lead is not registered"),
    LEAD_NOT_ASSIGNED(Kind.STATE, "the lead has no owner yet"),
    LEAD_NOT_QUALIFIED(Kind.STATE, "the lead is not qualified"),
    LEAD_DISQUALIFIED(Kind.STATE, "the lead is disqualified"),
    LEAD_ALREADY_CONVERTED(Kind.STATE, "a lead is converted once"),
    DUPLICATE_CONTACT(Kind.STATE, "another lead is registered with this contact or company number"),
    OPPORTUNITY_TAKEN(Kind.STATE, "another lead is converted into this opportunity"),
    LEAD_INCOMPLETE(Kind.RULE, "a lead is registered with contact information and a need"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    REASON_MISSING(Kind.RULE, "a reason needs at least one visible character"),
    VALUE_NEGATIVE(Kind.RULE, "an expected value is not below zero");

    private final Kind kind;
    private final String explanation;

    LeadRefusal(Kind kind, String explanation) {
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
