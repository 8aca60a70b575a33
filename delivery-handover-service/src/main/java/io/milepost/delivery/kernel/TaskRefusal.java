package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.rule;

import io.milepost.platform.decision.Refusal;

/** Why something that was done to close a project does not count: it does not say enough. */
public enum TaskRefusal implements Refusal {
    REFERENCE_MISSING(rule("whoever submits a report says where it is kept")),
    LESSON_MISSING(rule("a lesson says something")),
    MEMBER_MISSING(rule("whoever is released is named by a member code")),
    MEMBER_TWICE(rule("whoever is released is named once")),
    AMOUNT_NEGATIVE(rule("revenue and cost are not below zero")),
    CURRENCIES_MIXED(rule("revenue, cost and planned profit are in one currency")),
    FINDINGS_MISSING(rule("an evaluation says what was found"));

    private final Reason reason;

    TaskRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
