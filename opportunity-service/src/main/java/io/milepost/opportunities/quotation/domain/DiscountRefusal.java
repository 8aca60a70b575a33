package io.milepost.opportunities.quotation.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which gate G11 says no. */
public enum DiscountRefusal implements Refusal {
    QUOTATION_ALREADY_ISSUED(state("a quotation in the customer's hands is revised before its discount changes")),
    DISCOUNT_NEEDS_APPROVAL(
            state("a discount beyond the seller's authority is approved before the quotation is issued")),
    DISCOUNT_WITHIN_AUTHORITY(state("the seller may give this discount alone")),
    DISCOUNT_PENDING(state("the discount is to be decided first, as it was requested")),
    DISCOUNT_ALREADY_APPROVED(state("the discount is approved, upon or for another reason")),
    DISCOUNT_NOT_PENDING(state("there is no discount to decide about")),
    DECIDER_IS_REQUESTER(rule("whoever asked for a discount does not decide about it"));

    private final Reason reason;

    DiscountRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
