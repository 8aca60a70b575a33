package io.milepost.opportunities.quotation.domain;

import static io.milepost.platform.decision.Refusal.rule;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an offer comes to what cannot be: in its amounts, its currency or its days. */
public enum OfferRefusal implements Refusal {
    AMOUNT_TOO_LARGE(rule("a line and the value of all have at most 15 digits before the point")),
    CURRENCY_CHANGED(rule("a quotation stays in the currency in which it was drafted")),
    DAY_PAST(rule("what is offered is not delivered or paid on a day that has passed"));

    private final Reason reason;

    OfferRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
