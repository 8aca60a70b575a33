package io.milepost.contracts.paymentschedule.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a payment schedule says no. */
public enum PaymentScheduleRefusal implements Refusal {
    PAYMENT_SCHEDULE_UNKNOWN(Kind.STATE, "the contract has no payment schedule"),
    PAYMENT_SCHEDULE_ALREADY_SET(Kind.STATE, "the payments of the contract are planned"),
    INSTALMENT_NOT_DUE(Kind.STATE, "the instalment's trigger has not fired"),
    INSTALMENT_ALREADY_DUE(Kind.STATE, "the instalment has fallen due by another day"),
    INSTALMENT_ALREADY_INVOICED(Kind.STATE, "the instalment has another invoice, or one of other days"),
    INSTALMENT_ALREADY_PAID(Kind.STATE, "the instalment is paid in full"),
    RECEIPT_REVERSED(Kind.STATE, "the receipt was reversed"),
    RECEIPT_NOT_MATCHED(Kind.STATE, "the receipt is recorded and has paid nothing of this instalment; match it"),
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
    DAY_IMPLAUSIBLE(
            Kind.RULE,
            "money comes in at most a year before the contract is signed, and an invoice is due within 3650 days"),
    BEFORE_SIGNED(Kind.RULE, "nothing falls due or is invoiced before the contract is signed"),
    DAY_AGREED(Kind.RULE, "an instalment by date falls due on its agreed day"),
    AMOUNT_TOO_LARGE(Kind.RULE, "an amount has at most 15 digits before the point"),
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
