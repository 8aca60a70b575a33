package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** What everything after the sale refuses alike: cases, visits, improvements. */
public enum ServiceRefusal implements Refusal {
    CONTRACT_UNKNOWN(state("no signed contract has this id")),
    ACCOUNT_OF_OTHER_CONTRACT(rule("the contract is with another account"));

    private final Reason reason;

    ServiceRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
