package io.milepost.delivery.handover.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a handover says no. */
public enum HandoverRefusal implements Refusal {
    HANDOVER_UNKNOWN(Kind.STATE, "there is no such handover"),
    HANDOVER_ALREADY_INITIATED(Kind.STATE, "the contract has its handover"),
    HANDOVER_ALREADY_ACCEPTED(Kind.STATE, "the delivery team has accepted the handover"),
    HANDOVER_ALREADY_HELD(Kind.STATE, "the handover was held; now it is accepted or returned"),
    HANDOVER_NOT_HELD(Kind.STATE, "a handover is accepted or returned when it was held"),
    MEETING_NOT_SCHEDULED(Kind.STATE, "a handover is held when it was scheduled"),
    PACKAGE_CLOSED(Kind.STATE, "a package that was declared ready changes only when the handover is returned"),
    PACKAGE_NOT_READY(Kind.STATE, "a meeting is called for a package that was declared ready"),
    PACKAGE_INCOMPLETE(Kind.RULE, "the package lacks something"),
    RECIPIENT_MISSING(Kind.RULE, "who is entrusted is named by a member code"),
    TITLE_MISSING(Kind.RULE, "every piece of the package has a title"),
    MODE_REASON_MISSING(Kind.RULE, "handing over without a meeting needs a reason"),
    MEETING_IN_PAST(Kind.RULE, "a meeting is called for today or a day to come"),
    DAY_IMPLAUSIBLE(Kind.RULE, "nobody calls a meeting for a day that is more than 5 years away"),
    HELD_BEFORE_CALLED(Kind.RULE, "a handover is not held before its meeting was called"),
    HELD_IN_FUTURE(Kind.RULE, "a handover is not held on a day to come"),
    ACCEPTED_IN_FUTURE(Kind.RULE, "a handover is not accepted on a day to come"),
    ACCEPTED_BEFORE_HELD(Kind.RULE, "a handover is not accepted before the day on which it was held"),
    DEFECTS_MISSING(Kind.RULE, "who returns a handover says what has to be made good");

    private final Kind kind;
    private final String explanation;

    HandoverRefusal(Kind kind, String explanation) {
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
