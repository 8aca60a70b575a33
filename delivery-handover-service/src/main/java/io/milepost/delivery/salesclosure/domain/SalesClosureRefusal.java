package io.milepost.delivery.salesclosure.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the closure of a sales project says no. */
public enum SalesClosureRefusal implements Refusal {
    SALES_CLOSURE_UNKNOWN(Kind.STATE, "there is no such closure of a sales project"),
    SALES_CLOSURE_ALREADY_OPENED(Kind.STATE, "the closure of this sales project is already opened"),
    CONTRACT_FOREIGN(Kind.STATE, "the deal was not won by this contract"),
    PROJECT_CLOSED(Kind.STATE, "the sales project is closed"),
    ITEM_ALREADY_DONE(Kind.STATE, "the item is done"),
    ITEM_ALREADY_WAIVED(Kind.STATE, "the item is waived for another reason"),
    ITEMS_OPEN(Kind.STATE, "a sales project closes when every item is done or waived"),
    ITEM_NOT_WAIVABLE(Kind.RULE, "the template of this closure lets nobody waive the item"),
    REASON_MISSING(Kind.RULE, "whoever waives an item says why"),
    HELD_IN_FUTURE(Kind.RULE, "a review is not held on a day to come"),
    REFERENCE_MISSING(Kind.RULE, "whoever submits a report says where it is kept"),
    LESSON_MISSING(Kind.RULE, "a lesson says something"),
    MEMBER_MISSING(Kind.RULE, "whoever is released is named by a member code"),
    AMOUNT_NEGATIVE(Kind.RULE, "revenue and cost are not below zero"),
    CURRENCIES_MIXED(Kind.RULE, "revenue, cost and planned profit are in one currency"),
    FINDINGS_MISSING(Kind.RULE, "an evaluation says what was found");

    private final Kind kind;
    private final String explanation;

    SalesClosureRefusal(Kind kind, String explanation) {
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
