package io.milepost.opportunities.opportunity.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the stage of an opportunity says no. */
public enum StageRefusal implements Refusal {
    STAGE_NOT_SUCCEEDED(Kind.STATE, "the stage is not a success yet, or the next one needs a decision first"),
    LAST_STAGE(Kind.STATE, "the last stage succeeds by the signed contract alone"),
    STAGE_NOT_EARLIER(Kind.RULE, "a deal goes back to a stage before its own"),
    MILESTONE_NOT_OF_STAGE(Kind.RULE, "the stage in which the deal stands has no such milestone"),
    MILESTONE_ALREADY_REACHED(Kind.STATE, "the milestone is reached, with another day or evidence"),
    CRITERION_NOT_OF_STAGE(Kind.RULE, "the stage in which the deal stands has no such criterion"),
    CRITERION_NOT_BY_HAND(Kind.RULE, "the criterion is met by the fact itself, not by saying so"),
    CRITERION_ALREADY_MET(Kind.STATE, "the criterion is met, with other evidence"),
    COMMITMENT_INCOMPLETE(Kind.RULE, "a commitment says who committed to what"),
    PROOF_IN_FUTURE(Kind.RULE, "a milestone or commitment is not of a day to come"),
    MILESTONES_MISSING(Kind.RULE, "a plan names at least one milestone"),
    MILESTONE_UNKNOWN(Kind.RULE, "the sales process of the opportunity has no such milestone in that stage"),
    MILESTONE_REPEATED(Kind.RULE, "a plan names a milestone once");

    private final Kind kind;
    private final String explanation;

    StageRefusal(Kind kind, String explanation) {
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
