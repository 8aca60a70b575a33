package io.milepost.delivery.salesclosure.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the closure of a sales project says no, beside what is wrong with the work itself. */
public enum SalesClosureRefusal implements Refusal {
    SALES_CLOSURE_UNKNOWN(state("there is no such closure of a sales project")),
    SALES_CLOSURE_ALREADY_OPENED(state("the closure of this sales project is already opened")),
    CONTRACT_FOREIGN(state("the deal was not won by this contract")),
    PROJECT_CLOSED(state("the sales project is closed")),
    ITEM_ALREADY_DONE(state("the item is done")),
    ITEM_ALREADY_WAIVED(state("the item is waived for another reason")),
    ITEMS_OPEN(state("a sales project closes when every item is done or waived")),
    ITEM_NOT_WAIVABLE(rule("the template of this closure lets nobody waive the item")),
    REASON_MISSING(rule("whoever waives an item says why")),
    HELD_IN_FUTURE(rule("a review is not held on a day to come")),
    DAY_IMPLAUSIBLE(rule("a review was held at most 5 years ago"));

    private final Reason reason;

    SalesClosureRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
