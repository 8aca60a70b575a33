package io.milepost.opportunities.opportunity.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which something does not belong to a deal: by its currency, or by its day. */
public enum DealRefusal implements Refusal {
    CURRENCY_CHANGED(Kind.RULE, "an opportunity stays in the currency of its first expected value"),
    CLOSE_EXPECTED_IN_PAST(Kind.RULE, "an opportunity is not expected to close on a day that has passed"),
    CLOSED_BEFORE_IDENTIFIED(Kind.RULE, "an opportunity is not closed before the day on which it was identified"),
    PROOF_TOO_EARLY(Kind.RULE, "a milestone or commitment is of the year before the deal was identified or later"),
    PLANNED_BEFORE_DEAL(Kind.RULE, "a milestone is not planned for a day before the deal was identified");

    private final Kind kind;
    private final String explanation;

    DealRefusal(Kind kind, String explanation) {
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
