package io.milepost.leads.account.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an account says no. */
public enum AccountRefusal implements Refusal {
    ACCOUNT_UNKNOWN(state("there is no such account")),
    ACCOUNT_ALREADY_OPEN(state("the account is already open")),
    CONTACT_ALREADY_ADDED(state("the account already has this contact, with another id or position")),
    NAME_MISSING(rule("a name needs at least one visible character")),
    NEGATIVE_FIGURE(rule("revenue and number of employees are not below zero")),
    YEAR_IMPLAUSIBLE(rule("a company was founded after the year 500 and before next year has ended"));

    private final Reason reason;

    AccountRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
