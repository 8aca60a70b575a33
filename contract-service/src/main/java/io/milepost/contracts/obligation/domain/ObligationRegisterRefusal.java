package io.milepost.contracts.obligation.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a register of obligations says no. */
public enum ObligationRegisterRefusal implements Refusal {
    REGISTER_UNKNOWN(state("the contract has no register of obligations")),
    REGISTER_ALREADY_OPENED(state("the register is already open")),
    CONTRACT_NOT_SIGNED(state("obligations are monitored from the signature of a contract on")),
    OBLIGATION_UNKNOWN(state("the register has no such obligation")),
    OBLIGATION_CODE_TAKEN(state("another obligation has this code")),
    OBLIGATION_FULFILLED(state("the obligation is fulfilled, by other evidence or on another day")),
    OBLIGATION_WAIVED(state("the obligation is waived")),
    CONTRACT_FOREIGN(rule("a register has the id of its contract")),
    OWNER_MISSING(rule("an owner is named by a member code")),
    CODE_FAULTY(rule("a code is made of letters, digits, dots and hyphens")),
    DESCRIPTION_MISSING(rule("an obligation says what is owed")),
    EVIDENCE_MISSING(rule("a fulfilment names what shows it")),
    REASON_MISSING(rule("whoever waives an obligation gives a reason")),
    DAY_IN_FUTURE(rule("what happened did not happen on a day to come")),
    DAY_IMPLAUSIBLE(rule("nobody means a day that is more than 50 years away"));

    private final Reason reason;

    ObligationRegisterRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
