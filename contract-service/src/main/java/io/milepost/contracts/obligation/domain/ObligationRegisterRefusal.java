package io.milepost.contracts.obligation.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a register of obligations says no. */
public enum ObligationRegisterRefusal implements Refusal {
    REGISTER_UNKNOWN(Kind.STATE, "the contract has no register of obligations"),
    REGISTER_ALREADY_OPENED(Kind.STATE, "the register is already open"),
    CONTRACT_NOT_SIGNED(Kind.STATE, "obligations are monitored from the signature of a contract on"),
    OBLIGATION_UNKNOWN(Kind.STATE, "the register has no such obligation"),
    OBLIGATION_CODE_TAKEN(Kind.STATE, "another obligation has this code"),
    OBLIGATION_FULFILLED(Kind.STATE, "the obligation is fulfilled, by other evidence or on another day"),
    OBLIGATION_WAIVED(Kind.STATE, "the obligation is waived"),
    CONTRACT_FOREIGN(Kind.RULE, "a register has the id of its contract"),
    OWNER_MISSING(Kind.RULE, "an owner is named by a member code"),
    CODE_FAULTY(Kind.RULE, "a code is made of letters, digits, dots and hyphens"),
    DESCRIPTION_MISSING(Kind.RULE, "an obligation says what is owed"),
    EVIDENCE_MISSING(Kind.RULE, "a fulfilment names what shows it"),
    REASON_MISSING(Kind.RULE, "whoever waives an obligation gives a reason"),
    DAY_IN_FUTURE(Kind.RULE, "what happened did not happen on a day to come"),
    DAY_IMPLAUSIBLE(Kind.RULE, "nobody means a day that is more than 50 years away");

    private final Kind kind;
    private final String explanation;

    ObligationRegisterRefusal(Kind kind, String explanation) {
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
