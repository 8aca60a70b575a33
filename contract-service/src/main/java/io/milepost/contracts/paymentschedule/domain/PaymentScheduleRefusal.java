package io.milepost.contracts.paymentschedule.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a payment schedule says no. */
public enum PaymentScheduleRefusal implements Refusal {
    PAYMENT_SCHEDULE_UNKNOWN(Kind.STATE, "the contract has no payment schedule"),
    PAYMENT_SCHEDULE_ALREADY_SET(Kind.STATE, "the payments of the contract are planned"),
    INSTALMENT_NOT_DUE(Kind.STATE, "the instalment's trigger has not fired"),
    INSTALMENT_ALREADY_INVOICED(Kind.STATE, "the instalment has another invoice"),
    INSTALMENT_ALREADY_PAID(Kind.STATE, "the instalment is paid in full"),
    RECEIPT_REVERSED(Kind.STATE, "the receipt was reversed"),
    RECEIPT_USED_UP(Kind.STATE, "all of the receipt's money has paid something"),
    RECEIPT_UNKNOWN(Kind.RULE, "no receipt has this number"),
    RECEIPT_NO_TAKEN(Kind.RULE, "the number belongs to another receipt"),
    RECEIPT_NO_MISSING(Kind.RULE, "a receipt has a number"),
    INVOICE_NO_TAKEN(Kind.RULE, "the number belongs to another instalment's invoice"),
    INVOICE_NO_MISSING(Kind.RULE, "an invoice has a number"),
    INSTALMENT_UNKNOWN(Kind.RULE, "no instalment has this number"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    VALUE_NEGATIVE(Kind.RULE, "a value is not below zero"),
    PAYMENTS_FAULTY(
            Kind.RULE,
            "every payment has a label, a share and what its trigger needs, and together they are the value"),
    AMOUNT_NOT_POSITIVE(Kind.RULE, "a receipt is above zero"),
    CURRENCIES_MIXED(Kind.RULE, "money comes in in the currency of the contract"),
    DAY_IN_FUTURE(Kind.RULE, "what has happened did not happen on a day to come"),
    DUE_BEFORE_ISSUED(Kind.RULE, "an invoice is due not before it is issued"),
    REASON_MISSING(Kind.RULE, "a reversal gives its reason");

    private final Kind kind;
    private final String explanation;

    PaymentScheduleRefusal(Kind kind, String explanation) {
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
