package io.milepost.opportunities.quotation.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every other reason for which a quotation says no. */
public enum QuotationRefusal implements Refusal {
    QUOTATION_UNKNOWN(state("there is no such quotation")),
    QUOTATION_ALREADY_DRAFTED(state("the quotation is already drafted")),
    QUOTATION_NOT_ISSUED(
            state("a quotation is negotiated, accepted, rejected, superseded or expired only once it is issued")),
    QUOTATION_EXPIRED(state("the validity of the quotation has ended")),
    QUOTATION_STILL_VALID(state("a quotation expires after the last day of its validity")),
    QUOTATION_ALREADY_ACCEPTED(state("the quotation is accepted")),
    QUOTATION_ALREADY_REJECTED(state("the quotation is rejected")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    LINES_MISSING(rule("a quotation offers at least one product")),
    PRODUCT_MISSING(rule("every line names its product")),
    QUANTITY_NOT_POSITIVE(rule("a quantity is above zero")),
    PRICE_NEGATIVE(rule("a price is not below zero")),
    CURRENCIES_MIXED(rule("all prices are in one currency")),
    DISCOUNT_OUT_OF_RANGE(rule("a discount is between 0 and 100 percent")),
    VALIDITY_OVER(rule("a quotation is valid until today at least")),
    PAYMENT_INCOMPLETE(rule("a payment has a label, a share above zero and what its trigger asks for")),
    PAYMENTS_NOT_WHOLE(rule("the payments are 100 percent of the value together")),
    ROUND_BEFORE_ISSUED(rule("a round is not of a day before the quotation was first issued")),
    ROUND_EMPTY(rule("a round tells our offer, theirs, or what was agreed")),
    REASON_MISSING(rule("a reason needs at least one visible character")),
    DAY_IN_FUTURE(rule("what happened did not happen on a day to come")),
    ACCEPTED_BEFORE_ISSUED(rule("a quotation is not accepted before the day on which it was issued"));

    private final Reason reason;

    QuotationRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
