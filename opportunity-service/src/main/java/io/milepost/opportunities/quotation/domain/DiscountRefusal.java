package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which gate G11 says no. */
public enum DiscountRefusal implements Refusal {
    QUOTATION_ALREADY_ISSUED(Kind.STATE, "a quotation in the customer's hands is revised before its discount changes"),
    DISCOUNT_NEEDS_APPROVAL(
            Kind.STATE, "a discount beyond the seller's authority is approved before the quotation is issued"),
    DISCOUNT_WITHIN_AUTHORITY(Kind.STATE, "the seller may give this discount alone"),
    DISCOUNT_PENDING(Kind.STATE, "the discount is to be decided first, as it was requested"),
    DISCOUNT_ALREADY_APPROVED(Kind.STATE, "the discount is approved, upon or for another reason"),
    DISCOUNT_NOT_PENDING(Kind.STATE, "there is no discount to decide about"),
    DECIDER_IS_REQUESTER(Kind.RULE, "whoever asked for a discount does not decide about it");

    private final Kind kind;
    private final String explanation;

    DiscountRefusal(Kind kind, String explanation) {
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
