package io.milepost.delivery.acceptance.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an acceptance says no. */
public enum AcceptanceRefusal implements Refusal {
    ACCEPTANCE_UNKNOWN(state("nothing of this contract can be accepted before its handover is")),
    ACCEPTANCE_ALREADY_OPENED(state("the acceptance of this contract is already opened")),
    POINT_UNKNOWN(state("no such point was requested")),
    POINT_ALREADY_REQUESTED(state("this point or this item was requested otherwise")),
    COMPREHENSIVE_ALREADY_REQUESTED(state("the comprehensive acceptance was requested; no point can be added to it")),
    SINGLE_POINTS_OPEN(state("a comprehensive acceptance needs all single points of the contract passed")),
    POINT_NOT_REQUESTED(state("a date is set for what was requested and not yet inspected")),
    POINT_NOT_SCHEDULED(state("an inspection is recorded for what was scheduled")),
    POINT_NOT_INSPECTED(state("a decision follows an inspection, once")),
    POINT_NOT_FAILED(state("there is nothing to rectify")),
    POINT_NOT_PASSED(state("a report is issued about what was accepted")),
    ITEM_MISSING(rule("a single point names its item")),
    QUALITY_STANDARD_MISSING(rule("acceptance is measured against the contract's quality standard")),
    MEASUREMENT_MISSING(rule("an inspection says what was measured")),
    REMARKS_MISSING(rule("whoever does not simply accept says why")),
    INSPECTED_IN_FUTURE(rule("an inspection is not recorded for a day to come")),
    INSPECTED_TOO_EARLY(
            rule("nothing is inspected before its handover was accepted, nor again before the inspection that failed")),
    DAY_IMPLAUSIBLE(rule("nobody means a day that is more than 5 years away")),
    ACCEPTED_IN_FUTURE(rule("nothing is accepted on a day to come")),
    ACCEPTED_BEFORE_INSPECTED(rule("nothing is accepted before it was inspected"));

    private final Reason reason;

    AcceptanceRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
