package io.milepost.contracts.termsassessment.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which an assessment of the standard terms says no. */
public enum TermsAssessmentRefusal implements Refusal {
    ASSESSMENT_UNKNOWN(Kind.STATE, "the standard terms were not assessed for this opportunity"),
    ASSESSMENT_ALREADY_MADE(Kind.STATE, "the standard terms are assessed; they may be assessed anew"),
    OPPORTUNITY_FOREIGN(Kind.RULE, "an assessment has the id of its opportunity"),
    CLAUSE_MISSING(Kind.RULE, "a deviation names the standard clause"),
    CLAUSE_DOUBLED(Kind.RULE, "a standard clause has one deviation"),
    DEVIATION_MISSING(Kind.RULE, "a deviation says what is wanted instead");

    private final Kind kind;
    private final String explanation;

    TermsAssessmentRefusal(Kind kind, String explanation) {
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
