package io.milepost.leads.account.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an account says no. */
public enum AccountRefusal implements Refusal {
    ACCOUNT_UNKNOWN(Kind.STATE, "there is no such account"),
    ACCOUNT_ALREADY_OPEN(Kind.STATE, "the account is already open"),
    CONTACT_ALREADY_ADDED(Kind.STATE, "the account already has this contact, with another id or position"),
    NAME_MISSING(Kind.RULE, "a name needs at least one visible character"),
    NEGATIVE_FIGURE(Kind.RULE, "revenue and number of employees are not below zero"),
    YEAR_IMPLAUSIBLE(Kind.RULE, "a company was founded after the year 500 and before next year has ended");

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
