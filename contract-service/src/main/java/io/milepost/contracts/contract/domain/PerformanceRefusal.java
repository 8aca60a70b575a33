package io.milepost.contracts.contract.domain;

import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Why a contract does not take what the delivery says of it. */
public enum PerformanceRefusal implements Refusal {
    CONTRACT_ALREADY_PERFORMED(state("the contract is performed since another day")),
    CONTRACT_ALREADY_CLOSED(state("the contract is closed since another day"));

    private final Reason reason;

    PerformanceRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
