package io.milepost.contracts.salesorder.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a sales order says no. */
public enum SalesOrderRefusal implements Refusal {
    ORDER_UNKNOWN(Kind.STATE, "there is no such order"),
    ORDER_ALREADY_RECEIVED(Kind.STATE, "the order is already received"),
    ORDER_ALREADY_VERIFIED(Kind.STATE, "the order is verified; what is wrong with it is a reason to cancel it"),
    ORDER_NOT_VERIFIED(Kind.STATE, "an order is confirmed when it is verified"),
    ORDER_NOT_CONFIRMED(Kind.STATE, "the fulfilment of an order begins when it is confirmed"),
    ORDER_NOT_IN_FULFILMENT(Kind.STATE, "an order is fulfilled when its fulfilment has begun"),
    ORDER_IN_FULFILMENT(Kind.STATE, "the fulfilment has begun; what is to be otherwise is a change of the contract"),
    ORDER_ENDED(Kind.STATE, "the order is returned, cancelled or fulfilled"),
    CONTRACT_DIFFERS(Kind.STATE, "the order stands under another contract"),
    CONTRACT_NOT_EFFECTIVE(Kind.STATE, "an order is confirmed under a contract that is in effect"),
    CONTRACT_ENDED(Kind.STATE, "nothing is ordered any more under a contract that is closed"),
    CONTRACT_MISSING(Kind.RULE, "a draft order names a contract to be confirmed under"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    FINDING_MISSING(Kind.RULE, "a finding says what is wrong"),
    REASON_MISSING(Kind.RULE, "whoever cancels an order gives a reason"),
    REFERENCE_MISSING(Kind.RULE, "a fulfilment names what shows the delivery"),
    AMOUNT_TOO_LARGE(Kind.RULE, "an amount has at most 15 digits before the point"),
    FULFILLED_BEFORE_BEGUN(Kind.RULE, "an order is not fulfilled before its fulfilment has begun"),
    BEGUN_BEFORE_CONFIRMED(Kind.RULE, "the fulfilment of an order does not begin before it is confirmed"),
    DAY_IN_FUTURE(Kind.RULE, "what happened did not happen on a day to come"),
    DAY_IMPLAUSIBLE(Kind.RULE, "nobody means a day that is more than 50 years away");

    private final Kind kind;
    private final String explanation;

    SalesOrderRefusal(Kind kind, String explanation) {
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
