package io.milepost.delivery.salesclosure.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the closure of a sales project says no, beside what is wrong with the work itself. */
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
    DAY_IMPLAUSIBLE(Kind.RULE, "a review was held at most 5 years ago");

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
