package io.milepost.delivery.handover;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Refusal;

/** Why something about a handover is refused. */
enum HandoverRefusal implements Refusal {
    HANDOVER_ALREADY_ACCEPTED(state("the delivery team has already accepted the handover")),
    HANDOVER_CALLED_OFF(state("the contract was signed by mistake, and there is nothing to hand over")),
    HANDOVER_ALREADY_HELD(state("the handover was already held; it can be accepted or returned")),
    HANDOVER_NOT_HELD(state("a handover cannot be accepted or returned before it was held")),
    ADVANCE_MISSED(state("nothing is taken over before the advance is paid, as the sales process says")),
    MEETING_NOT_SCHEDULED(state("a handover cannot be held before it is scheduled")),
    PACKAGE_CLOSED(state("a package that was declared ready cannot change unless the handover is returned")),
    PACKAGE_NOT_READY(state("a meeting cannot be called before the package is declared ready")),
    PACKAGE_INCOMPLETE(rule("the package is incomplete")),
    ENTRUSTED_TO_SELF(sender("whoever writes the letter cannot entrust the work to themselves")),
    MINUTES_MISSING(rule("a handover that was held has minutes")),
    ATTENDEES_MISSING(rule("a meeting has attendees, each named by a member code")),
    RECIPIENT_MISSING(rule("the letter must name a member code")),
    TITLE_MISSING(rule("an item of the package must have a title")),
    MODE_REASON_MISSING(rule("a handover without a meeting needs a reason")),
    MEETING_IN_PAST(rule("a meeting cannot be called for a day in the past")),
    HELD_BEFORE_CALLED(rule("a handover cannot be held before its meeting was called")),
    HELD_IN_FUTURE(rule("the date of the handover cannot be in the future")),
    ACCEPTED_IN_FUTURE(rule("the date of acceptance cannot be in the future")),
    ACCEPTED_BEFORE_HELD(rule("a handover cannot be accepted before the day on which it was held")),
    DEFECTS_MISSING(rule("a return must say what must be corrected"));

    private final Reason reason;

    HandoverRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
