package io.milepost.delivery.settlement.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a settlement says no. */
public enum SettlementRefusal implements Refusal {
    SETTLEMENT_UNKNOWN(Kind.STATE, "a contract is settled after its comprehensive acceptance"),
    SETTLEMENT_ALREADY_OPENED(Kind.STATE, "the settlement of this contract is already opened"),
    SETTLEMENT_NOT_DRAFT(Kind.STATE, "there is no draft that the customer could answer"),
    SETTLEMENT_CONFIRMED(Kind.STATE, "the customer has confirmed; the amount stands"),
    SETTLEMENT_NOT_CONFIRMED(Kind.STATE, "a settlement is completed once the customer has confirmed it"),
    CURRENCIES_MIXED(Kind.RULE, "a contract is settled in its own currency"),
    AMOUNT_NEGATIVE(Kind.RULE, "an amount is not below zero"),
    REASON_MISSING(Kind.RULE, "whoever disputes says why");

    private final Kind kind;
    private final String explanation;

    SettlementRefusal(Kind kind, String explanation) {
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
