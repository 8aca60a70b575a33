package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which a quotation does not take the place of another, or lost its own. */
public enum SuccessionRefusal implements Refusal {
    QUOTATION_SUPERSEDED(Kind.STATE, "another quotation stands in the place of this one"),
    SUCCESSOR_IS_ITSELF(Kind.RULE, "a quotation does not stand in its own place"),
    OTHER_OPPORTUNITY(Kind.RULE, "a quotation is superseded by one of the same opportunity");

    private final Kind kind;
    private final String explanation;

    SuccessionRefusal(Kind kind, String explanation) {
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
