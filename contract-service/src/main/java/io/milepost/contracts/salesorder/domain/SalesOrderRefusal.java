package io.milepost.contracts.salesorder.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a sales order says no. */
public enum SalesOrderRefusal implements Refusal {
    ORDER_UNKNOWN(state("there is no such order")),
    ORDER_ALREADY_RECEIVED(state("the order is already received")),
    ORDER_ALREADY_VERIFIED(state("the order is verified; what is wrong with it is a reason to cancel it")),
    ORDER_NOT_VERIFIED(state("an order is confirmed when it is verified")),
    ORDER_NOT_CONFIRMED(state("the fulfilment of an order begins when it is confirmed")),
    ORDER_NOT_IN_FULFILMENT(state("an order is fulfilled when its fulfilment has begun")),
    ORDER_IN_FULFILMENT(state("the fulfilment has begun; what is to be otherwise is a change of the contract")),
    ORDER_ENDED(state("the order is returned, cancelled or fulfilled")),
    CONTRACT_DIFFERS(state("the order stands under another contract")),
    CONTRACT_NOT_EFFECTIVE(state("an order is confirmed under a contract that is in effect")),
    CONTRACT_ENDED(state("nothing is ordered any more under a contract that is closed")),
    CONTRACT_MISSING(rule("a draft order names a contract to be confirmed under")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    FINDING_MISSING(rule("a finding says what is wrong")),
    REASON_MISSING(rule("whoever cancels an order gives a reason")),
    REFERENCE_MISSING(rule("a fulfilment names what shows the delivery")),
    AMOUNT_TOO_LARGE(rule("an amount has at most 15 digits before the point")),
    FULFILLED_BEFORE_BEGUN(rule("an order is not fulfilled before its fulfilment has begun")),
    BEGUN_BEFORE_CONFIRMED(rule("the fulfilment of an order does not begin before it is confirmed")),
    DAY_IN_FUTURE(rule("what happened did not happen on a day to come")),
    DAY_IMPLAUSIBLE(rule("nobody means a day that is more than 50 years away"));

    private final Reason reason;

    SalesOrderRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
