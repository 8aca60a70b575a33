package io.milepost.delivery.closure.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a closure says no, beside what is wrong with the work itself. */
public enum ClosureRefusal implements Refusal {
    CLOSURE_UNKNOWN(Kind.STATE, "there is no such closure"),
    CLOSURE_ALREADY_OPENED(Kind.STATE, "the closure of this contract is already opened"),
    PROJECT_CLOSED(Kind.STATE, "the project is closed"),
    ITEM_ALREADY_DONE(Kind.STATE, "the item is done"),
    ITEM_ALREADY_WAIVED(Kind.STATE, "the item is waived for another reason"),
    ITEMS_OPEN(Kind.STATE, "a project closes when every item is done or waived"),
    ITEM_NOT_ON_CHECKLIST(Kind.RULE, "the template of this closure does not ask for the item"),
    ITEM_NOT_WAIVABLE(Kind.RULE, "the template of this closure lets nobody waive the item"),
    REASON_MISSING(Kind.RULE, "whoever waives an item says why");

    private final Kind kind;
    private final String explanation;

    ClosureRefusal(Kind kind, String explanation) {
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
