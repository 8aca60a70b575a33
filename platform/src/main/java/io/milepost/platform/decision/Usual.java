package io.milepost.platform.decision;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

/** What aggregates of every kind refuse, under one code each. A catalogue names those that its aggregate can give. */
public enum Usual implements Refusal {
    TEXT_MISSING(rule("a text needs at least one visible character")),
    REASON_MISSING(rule("a reason needs at least one visible character")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    DAY_IN_FUTURE(rule("the date cannot be in the future")),
    DAY_IMPLAUSIBLE(rule("the date is too far away to be meant")),
    AMOUNT_NEGATIVE(rule("an amount cannot be negative")),
    AMOUNT_TOO_LARGE(rule("an amount has at most 15 digits before the point")),
    CURRENCIES_MIXED(rule("all amounts must be in one currency")),
    DOCUMENT_NOT_IN_EFFECT(state("this needs a controlled document of the right kind and subject that is in effect"));

    private final Reason reason;

    Usual(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
