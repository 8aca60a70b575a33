package io.milepost.contracts.contract.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a contract says no. */
public enum ContractRefusal implements Refusal {
    CONTRACT_UNKNOWN(state("there is no such contract")),
    CONTRACT_ALREADY_DRAFTED(state("the contract is already drafted")),
    CONTRACT_NOT_DRAFT(
            state("a contract is changed and reviewed until it is out for signature, and again when a party declines")),
    CONTRACT_NOT_SIGNED(state("a contract takes effect when both parties have signed")),
    CONTRACT_ALREADY_EFFECTIVE(state("the contract is in effect from another day")),
    CONTRACT_NOT_APPROVED(state("a contract is sent for signature when its reviews have passed")),
    CONTRACT_NOT_OUT_FOR_SIGNATURE(state("a contract is signed or declined when it is out for signature")),
    COPIES_ALREADY_DELIVERED(state("the copies were delivered on another day")),
    CONTRACT_ALREADY_ARCHIVED(state("the contract is archived in another place")),
    REVIEW_NOT_OPEN(state("the contract does not wait for this review")),
    PARTY_ALREADY_SIGNED(state("this party has signed on another day")),
    QUOTATION_MISSING(rule("basis QUOTATION names its quotation")),
    QUOTATION_DRAFTS_ITSELF(rule("a quotation becomes a contract by its acceptance and not by hand")),
    BASIS_REASON_MISSING(rule("a contract without a quotation gives the reason")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    PRODUCT_MISSING(rule("every line names its product")),
    VALUE_NEGATIVE(rule("value and prices are not below zero")),
    QUANTITY_NOT_POSITIVE(rule("a quantity is above zero")),
    DISCOUNT_OUT_OF_RANGE(rule("a discount is between 0 and 100 percent")),
    CLAUSE_INCOMPLETE(rule("a clause has a code and a text")),
    CLAUSE_DOUBLED(rule("a code names one clause")),
    PAYMENTS_FAULTY(
            rule("every payment has a label, a share and what its trigger needs, and together they are the value")),
    REASON_MISSING(rule("whoever says no gives a reason")),
    CURRENCIES_MIXED(rule("value and prices are in one currency, that of the first draft")),
    AMOUNT_TOO_LARGE(rule("an amount has at most 15 digits before the point")),
    VALUE_NOT_SUM_OF_LINES(rule("the value is the sum of the lines")),
    CONTRACT_INCOMPLETE(rule("mandatory contents are missing")),
    SIGNED_IN_FUTURE(rule("a contract is not signed on a day to come")),
    SIGNED_BEFORE_SENT(rule("a contract is not signed before it was sent for signature")),
    DELIVERED_IN_FUTURE(rule("copies are not delivered on a day to come")),
    DELIVERED_BEFORE_SIGNED(rule("copies are of a contract that was signed by then")),
    EFFECTIVE_BEFORE_SIGNED(rule("a contract takes effect not before it is signed")),
    EFFECTIVE_IN_FUTURE(rule("a contract is not yet in effect on a day to come"));

    private final Reason reason;

    ContractRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
