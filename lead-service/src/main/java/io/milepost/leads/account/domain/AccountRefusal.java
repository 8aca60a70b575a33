package io.milepost.leads.account.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an account says no. */
public enum AccountRefusal implements Refusal {
    ACCOUNT_UNKNOWN(Kind.STATE, "there is no such account"),
    ACCOUNT_ALREADY_OPEN(Kind.STATE, "the account is already open"),
    CONTACT_ALREADY_ADDED(Kind.STATE, "the account already has a contact with this id"),
    NAME_MISSING(Kind.RULE, "a name needs at least one visible character"),
    NEGATIVE_FIGURE(Kind.RULE, "revenue and number of employees are not below zero");

    private final Kind kind;
    private final String explanation;

    AccountRefusal(Kind kind, String explanation) {
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
