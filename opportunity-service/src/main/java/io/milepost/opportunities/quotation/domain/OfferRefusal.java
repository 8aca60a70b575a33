package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an offer comes to what cannot be: in its amounts, its currency or its days. */
public enum OfferRefusal implements Refusal {
    AMOUNT_TOO_LARGE(Kind.RULE, "a line and the value of all have at most 15 digits before the point"),
    CURRENCY_CHANGED(Kind.RULE, "a quotation stays in the currency in which it was drafted"),
    DAY_PAST(Kind.RULE, "what is offered is not delivered or paid on a day that has passed");

    private final Kind kind;
    private final String explanation;

    OfferRefusal(Kind kind, String explanation) {
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
