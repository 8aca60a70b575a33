package io.milepost.opportunities.opportunity.domain;

import static io.milepost.platform.decision.Refusal.rule;

import io.milepost.platform.decision.Refusal;

/** Every reason for which something does not belong to a deal: by its currency, or by its day. */
public enum DealRefusal implements Refusal {
    CURRENCY_CHANGED(rule("an opportunity stays in the currency of its first expected value")),
    CLOSE_EXPECTED_IN_PAST(rule("an opportunity is not expected to close on a day that has passed")),
    CLOSED_BEFORE_IDENTIFIED(rule("an opportunity is not closed before the day on which it was identified")),
    PROOF_TOO_EARLY(rule("a milestone or commitment is of the year before the deal was identified or later")),
    PLANNED_BEFORE_DEAL(rule("a milestone is not planned for a day before the deal was identified"));

    private final Reason reason;

    DealRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
