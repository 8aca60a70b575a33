package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Refusal;

/** Why something that was done to close a project does not count: it does not say enough. */
public enum TaskRefusal implements Refusal {
    REFERENCE_MISSING(Kind.RULE, "whoever submits a report says where it is kept"),
    LESSON_MISSING(Kind.RULE, "a lesson says something"),
    MEMBER_MISSING(Kind.RULE, "whoever is released is named by a member code"),
    MEMBER_TWICE(Kind.RULE, "whoever is released is named once"),
    AMOUNT_NEGATIVE(Kind.RULE, "revenue and cost are not below zero"),
    CURRENCIES_MIXED(Kind.RULE, "revenue, cost and planned profit are in one currency"),
    FINDINGS_MISSING(Kind.RULE, "an evaluation says what was found");

    private final Kind kind;
    private final String explanation;

    TaskRefusal(Kind kind, String explanation) {
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
