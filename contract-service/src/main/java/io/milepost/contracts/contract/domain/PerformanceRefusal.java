package io.milepost.contracts.contract.domain;

import io.milepost.platform.decision.Refusal;

/** Why a contract does not take what the delivery says of it. */
public enum PerformanceRefusal implements Refusal {
    CONTRACT_ALREADY_PERFORMED(Kind.STATE, "the contract is performed since another day"),
    CONTRACT_ALREADY_CLOSED(Kind.STATE, "the contract is closed since another day");

    private final Kind kind;
    private final String explanation;

    PerformanceRefusal(Kind kind, String explanation) {
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
