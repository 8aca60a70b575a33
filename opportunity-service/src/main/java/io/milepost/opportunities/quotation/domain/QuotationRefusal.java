package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.decision.Refusal;

/** Every other reason for which a quotation says no. */
public enum QuotationRefusal implements Refusal {
    QUOTATION_UNKNOWN(Kind.STATE, "there is no such quotation"),
    QUOTATION_ALREADY_DRAFTED(Kind.STATE, "the quotation is already drafted"),
    QUOTATION_NOT_ISSUED(
            Kind.STATE, "a quotation is negotiated, accepted, rejected, superseded or expired only once it is issued"),
    QUOTATION_EXPIRED(Kind.STATE, "the validity of the quotation has ended"),
    QUOTATION_STILL_VALID(Kind.STATE, "a quotation expires after the last day of its validity"),
    QUOTATION_ALREADY_ACCEPTED(Kind.STATE, "the quotation is accepted"),
    QUOTATION_ALREADY_REJECTED(Kind.STATE, "the quotation is rejected"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    LINES_MISSING(Kind.RULE, "a quotation offers at least one product"),
    PRODUCT_MISSING(Kind.RULE, "every line names its product"),
    QUANTITY_NOT_POSITIVE(Kind.RULE, "a quantity is above zero"),
    PRICE_NEGATIVE(Kind.RULE, "a price is not below zero"),
    CURRENCIES_MIXED(Kind.RULE, "all prices are in one currency"),
    DISCOUNT_OUT_OF_RANGE(Kind.RULE, "a discount is between 0 and 100 percent"),
    VALIDITY_OVER(Kind.RULE, "a quotation is valid until today at least"),
    PAYMENT_INCOMPLETE(Kind.RULE, "a payment has a label, a share above zero and what its trigger asks for"),
    PAYMENTS_NOT_WHOLE(Kind.RULE, "the payments are 100 percent of the value together"),
    ROUND_BEFORE_ISSUED(Kind.RULE, "a round is not of a day before the quotation was first issued"),
    ROUND_EMPTY(Kind.RULE, "a round tells our offer, theirs, or what was agreed"),
    REASON_MISSING(Kind.RULE, "a reason needs at least one visible character"),
    DAY_IN_FUTURE(Kind.RULE, "what happened did not happen on a day to come"),
    ACCEPTED_BEFORE_ISSUED(Kind.RULE, "a quotation is not accepted before the day on which it was issued");

    private final Kind kind;
    private final String explanation;

    QuotationRefusal(Kind kind, String explanation) {
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
