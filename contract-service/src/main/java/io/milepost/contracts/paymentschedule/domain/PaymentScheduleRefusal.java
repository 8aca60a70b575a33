package io.milepost.contracts.paymentschedule.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a payment schedule says no. */
public enum PaymentScheduleRefusal implements Refusal {
    PAYMENT_SCHEDULE_UNKNOWN(state("the contract has no payment schedule")),
    PAYMENT_SCHEDULE_ALREADY_SET(state("the payments of the contract are planned")),
    INSTALMENT_NOT_DUE(state("the instalment's trigger has not fired")),
    INSTALMENT_ALREADY_DUE(state("the instalment has fallen due by another day")),
    INSTALMENT_ALREADY_INVOICED(state("the instalment has another invoice, or one of other days")),
    INSTALMENT_ALREADY_PAID(state("the instalment is paid in full")),
    RECEIPT_REVERSED(state("the receipt was reversed")),
    RECEIPT_NOT_MATCHED(state("the receipt is recorded and has paid nothing of this instalment; match it")),
    RECEIPT_USED_UP(state("all of the receipt's money has paid something")),
    RECEIPT_UNKNOWN(rule("no receipt has this number")),
    RECEIPT_NO_TAKEN(rule("the number belongs to another receipt")),
    RECEIPT_NO_MISSING(rule("a receipt has a number")),
    INVOICE_NO_TAKEN(rule("the number belongs to another instalment's invoice")),
    INVOICE_NO_MISSING(rule("an invoice has a number")),
    INSTALMENT_UNKNOWN(rule("no instalment has this number")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    VALUE_NEGATIVE(rule("a value is not below zero")),
    PAYMENTS_FAULTY(
            rule("every payment has a label, a share and what its trigger needs, and together they are the value")),
    AMOUNT_NOT_POSITIVE(rule("a receipt is above zero")),
    CURRENCIES_MIXED(rule("money comes in in the currency of the contract")),
    DAY_IN_FUTURE(rule("what has happened did not happen on a day to come")),
    DAY_IMPLAUSIBLE(rule(
            "money comes in at most a year before the contract is signed, and an invoice is due within 3650 days")),
    BEFORE_SIGNED(rule("nothing falls due or is invoiced before the contract is signed")),
    DAY_AGREED(rule("an instalment by date falls due on its agreed day")),
    AMOUNT_TOO_LARGE(rule("an amount has at most 15 digits before the point")),
    DUE_BEFORE_ISSUED(rule("an invoice is due not before it is issued")),
    REASON_MISSING(rule("a reversal gives its reason"));

    private final Reason reason;

    PaymentScheduleRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
