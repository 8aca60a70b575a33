package io.milepost.delivery.acceptance;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Refusal;

/** Why something about an acceptance is refused. */
public enum AcceptanceRefusal implements Refusal {
    POINT_UNKNOWN(state("no such point was requested")),
    POINT_ALREADY_REQUESTED(state("this point or this item was already requested differently")),
    COMPREHENSIVE_ALREADY_REQUESTED(state("the comprehensive acceptance was requested, so no point can be added")),
    SINGLE_POINTS_OPEN(state("all single points must have passed before the comprehensive acceptance")),
    POINT_NOT_REQUESTED(state("a point can be scheduled only after its request and before its inspection")),
    POINT_NOT_SCHEDULED(state("a point cannot be inspected before it is scheduled")),
    POINT_NOT_INSPECTED(state("a point can be decided only once, after its inspection")),
    POINT_NOT_FAILED(state("there is nothing to rectify")),
    POINT_NOT_PASSED(state("a report cannot be issued before the point is accepted")),
    ITEM_MISSING(rule("a single point must name its item")),
    QUALITY_STANDARD_MISSING(rule("the contract's quality standard must be stated")),
    QUALITY_STANDARD_FOREIGN(rule("what is accepted is measured against the quality standard of the contract")),
    MEASUREMENT_MISSING(rule("an inspection must say what was measured")),
    REMARKS_MISSING(rule("a result other than PASSED needs remarks")),
    INSPECTED_IN_FUTURE(rule("the date of inspection cannot be in the future")),
    INSPECTED_TOO_EARLY(
            rule("the inspection cannot be before the accepted handover, nor before the inspection that failed")),
    DECIDED_BY_INSPECTOR(sender("whoever inspected a point cannot note the decision on it")),
    ACCEPTOR_MISSING(rule("the person of the customer who decides must be named")),
    ACCEPTOR_OURS(rule("the acceptor is a person of the customer, not one of those who sell, deliver or inspect")),
    ACCEPTED_IN_FUTURE(rule("the date of acceptance cannot be in the future")),
    ACCEPTED_BEFORE_INSPECTED(rule("the acceptance cannot be before the inspection"));

    private final Reason reason;

    AcceptanceRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
