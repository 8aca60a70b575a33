package io.milepost.contracts.contract.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a contract says no. */
public enum ContractRefusal implements Refusal {
    CONTRACT_UNKNOWN(Kind.STATE, "there is no such contract"),
    CONTRACT_ALREADY_DRAFTED(Kind.STATE, "the contract is already drafted"),
    CONTRACT_NOT_DRAFT(
            Kind.STATE,
            "a contract is changed and reviewed until it is out for signature, and again when a party declines"),
    CONTRACT_NOT_SIGNED(Kind.STATE, "a contract takes effect when both parties have signed"),
    CONTRACT_ALREADY_EFFECTIVE(Kind.STATE, "the contract is in effect from another day"),
    CONTRACT_NOT_APPROVED(Kind.STATE, "a contract is sent for signature when its reviews have passed"),
    CONTRACT_NOT_OUT_FOR_SIGNATURE(Kind.STATE, "a contract is signed or declined when it is out for signature"),
    COPIES_ALREADY_DELIVERED(Kind.STATE, "the copies were delivered on another day"),
    CONTRACT_ALREADY_ARCHIVED(Kind.STATE, "the contract is archived in another place"),
    REVIEW_NOT_OPEN(Kind.STATE, "the contract does not wait for this review"),
    PARTY_ALREADY_SIGNED(Kind.STATE, "this party has signed on another day"),
    QUOTATION_MISSING(Kind.RULE, "basis QUOTATION names its quotation"),
    QUOTATION_DRAFTS_ITSELF(Kind.RULE, "a quotation becomes a contract by its acceptance and not by hand"),
    BASIS_REASON_MISSING(Kind.RULE, "a contract without a quotation gives the reason"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    PRODUCT_MISSING(Kind.RULE, "every line names its product"),
    VALUE_NEGATIVE(Kind.RULE, "value and prices are not below zero"),
    QUANTITY_NOT_POSITIVE(Kind.RULE, "a quantity is above zero"),
    DISCOUNT_OUT_OF_RANGE(Kind.RULE, "a discount is between 0 and 100 percent"),
    CLAUSE_INCOMPLETE(Kind.RULE, "a clause has a code and a text"),
    CLAUSE_DOUBLED(Kind.RULE, "a code names one clause"),
    PAYMENTS_FAULTY(
            Kind.RULE,
            "every payment has a label, a share and what its trigger needs, and together they are the value"),
    REASON_MISSING(Kind.RULE, "whoever says no gives a reason"),
    CURRENCIES_MIXED(Kind.RULE, "value and prices are in one currency, that of the first draft"),
    AMOUNT_TOO_LARGE(Kind.RULE, "an amount has at most 15 digits before the point"),
    VALUE_NOT_SUM_OF_LINES(Kind.RULE, "the value is the sum of the lines"),
    CONTRACT_INCOMPLETE(Kind.RULE, "mandatory contents are missing"),
    SIGNED_IN_FUTURE(Kind.RULE, "a contract is not signed on a day to come"),
    SIGNED_BEFORE_SENT(Kind.RULE, "a contract is not signed before it was sent for signature"),
    DELIVERED_IN_FUTURE(Kind.RULE, "copies are not delivered on a day to come"),
    DELIVERED_BEFORE_SIGNED(Kind.RULE, "copies are of a contract that was signed by then"),
    EFFECTIVE_BEFORE_SIGNED(Kind.RULE, "a contract takes effect not before it is signed"),
    EFFECTIVE_IN_FUTURE(Kind.RULE, "a contract is not yet in effect on a day to come");

    private final Kind kind;
    private final String explanation;

    ContractRefusal(Kind kind, String explanation) {
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
