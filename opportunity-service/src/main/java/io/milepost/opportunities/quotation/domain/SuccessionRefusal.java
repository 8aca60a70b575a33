package io.milepost.opportunities.quotation.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a quotation does not take the place of another, or lost its own. */
public enum SuccessionRefusal implements Refusal {
    QUOTATION_SUPERSEDED(state("another quotation stands in the place of this one")),
    SUCCESSOR_IS_ITSELF(rule("a quotation does not stand in its own place")),
    OTHER_OPPORTUNITY(rule("a quotation is superseded by one of the same opportunity"));

    private final Reason reason;

    SuccessionRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
