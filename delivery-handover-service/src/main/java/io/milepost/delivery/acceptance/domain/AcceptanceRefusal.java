package io.milepost.delivery.acceptance.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an acceptance says no. */
public enum AcceptanceRefusal implements Refusal {
    ACCEPTANCE_UNKNOWN(Kind.STATE, "nothing of this contract can be accepted before its handover is"),
    ACCEPTANCE_ALREADY_OPENED(Kind.STATE, "the acceptance of this contract is already opened"),
    POINT_UNKNOWN(Kind.STATE, "no such point was requested"),
    POINT_ALREADY_REQUESTED(Kind.STATE, "this point or this item was requested otherwise"),
    COMPREHENSIVE_ALREADY_REQUESTED(
            Kind.STATE, "the comprehensive acceptance was requested; no point can be added to it"),
    SINGLE_POINTS_OPEN(Kind.STATE, "a comprehensive acceptance needs all single points of the contract passed"),
    POINT_NOT_REQUESTED(Kind.STATE, "a date is set for what was requested and not yet inspected"),
    POINT_NOT_SCHEDULED(Kind.STATE, "an inspection is recorded for what was scheduled"),
    POINT_NOT_INSPECTED(Kind.STATE, "a decision follows an inspection, once"),
    POINT_NOT_FAILED(Kind.STATE, "there is nothing to rectify"),
    POINT_NOT_PASSED(Kind.STATE, "a report is issued about what was accepted"),
    ITEM_MISSING(Kind.RULE, "a single point names its item"),
    QUALITY_STANDARD_MISSING(Kind.RULE, "acceptance is measured against the contract's quality standard"),
    MEASUREMENT_MISSING(Kind.RULE, "an inspection says what was measured"),
    REMARKS_MISSING(Kind.RULE, "whoever does not simply accept says why"),
    INSPECTED_IN_FUTURE(Kind.RULE, "an inspection is not recorded for a day to come"),
    INSPECTED_TOO_EARLY(
            Kind.RULE,
            "nothing is inspected before its handover was accepted, nor again before the inspection that failed"),
    DAY_IMPLAUSIBLE(Kind.RULE, "nobody means a day that is more than 5 years away"),
    ACCEPTED_IN_FUTURE(Kind.RULE, "nothing is accepted on a day to come"),
    ACCEPTED_BEFORE_INSPECTED(Kind.RULE, "nothing is accepted before it was inspected");

    private final Kind kind;
    private final String explanation;

    AcceptanceRefusal(Kind kind, String explanation) {
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
