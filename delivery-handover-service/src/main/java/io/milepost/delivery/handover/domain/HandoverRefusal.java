package io.milepost.delivery.handover.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a handover says no. */
public enum HandoverRefusal implements Refusal {
    HANDOVER_UNKNOWN(state("there is no such handover")),
    HANDOVER_ALREADY_INITIATED(state("the contract has its handover")),
    HANDOVER_ALREADY_ACCEPTED(state("the delivery team has accepted the handover")),
    HANDOVER_ALREADY_HELD(state("the handover was held; now it is accepted or returned")),
    HANDOVER_NOT_HELD(state("a handover is accepted or returned when it was held")),
    MEETING_NOT_SCHEDULED(state("a handover is held when it was scheduled")),
    PACKAGE_CLOSED(state("a package that was declared ready changes only when the handover is returned")),
    PACKAGE_NOT_READY(state("a meeting is called for a package that was declared ready")),
    PACKAGE_INCOMPLETE(rule("the package lacks something")),
    RECIPIENT_MISSING(rule("who is entrusted is named by a member code")),
    TITLE_MISSING(rule("every piece of the package has a title")),
    MODE_REASON_MISSING(rule("handing over without a meeting needs a reason")),
    MEETING_IN_PAST(rule("a meeting is called for today or a day to come")),
    DAY_IMPLAUSIBLE(rule("nobody calls a meeting for a day that is more than 5 years away")),
    HELD_BEFORE_CALLED(rule("a handover is not held before its meeting was called")),
    HELD_IN_FUTURE(rule("a handover is not held on a day to come")),
    ACCEPTED_IN_FUTURE(rule("a handover is not accepted on a day to come")),
    ACCEPTED_BEFORE_HELD(rule("a handover is not accepted before the day on which it was held")),
    DEFECTS_MISSING(rule("who returns a handover says what has to be made good"));

    private final Reason reason;

    HandoverRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
