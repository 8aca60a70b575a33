package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** What both closures refuse: to go on after the close, to skip an item, and what does not say enough. */
public enum ClosingRefusal implements Refusal {
    PROJECT_CLOSED(state("the project is closed")),
    ITEM_ALREADY_DONE(state("the item is already done")),
    ITEM_ALREADY_WAIVED(state("the item is already waived, for another reason")),
    ITEMS_OPEN(state("a project cannot be closed before every item is done or waived")),
    ITEM_NOT_WAIVABLE(rule("the template does not allow the item to be waived")),
    REFERENCE_MISSING(rule("a report must say where it is kept")),
    LESSON_MISSING(rule("a lesson needs at least one visible character")),
    MEMBER_MISSING(rule("whoever is released must be named by a member code")),
    MEMBER_TWICE(rule("a member can be released only once")),
    FINDINGS_MISSING(rule("an evaluation must say what was found"));

    private final Reason reason;

    ClosingRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
