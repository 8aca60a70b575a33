package io.milepost.delivery.closure.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a closure says no, beside what is wrong with the work itself. */
public enum ClosureRefusal implements Refusal {
    CLOSURE_UNKNOWN(state("there is no such closure")),
    CLOSURE_ALREADY_OPENED(state("the closure of this contract is already opened")),
    PROJECT_CLOSED(state("the project is closed")),
    ITEM_ALREADY_DONE(state("the item is done")),
    ITEM_ALREADY_WAIVED(state("the item is waived for another reason")),
    ITEMS_OPEN(state("a project closes when every item is done or waived")),
    ITEM_NOT_ON_CHECKLIST(rule("the template of this closure does not ask for the item")),
    ITEM_NOT_WAIVABLE(rule("the template of this closure lets nobody waive the item")),
    REASON_MISSING(rule("whoever waives an item says why"));

    private final Reason reason;

    ClosureRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
