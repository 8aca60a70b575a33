package io.milepost.opportunities.opportunity.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the stage of an opportunity says no. */
public enum StageRefusal implements Refusal {
    STAGE_NOT_SUCCEEDED(state("the stage is not a success yet, or the next one needs a decision first")),
    LAST_STAGE(state("the last stage succeeds by the signed contract alone")),
    STAGE_NOT_EARLIER(rule("a deal goes back to a stage before its own")),
    MILESTONE_NOT_OF_STAGE(rule("the stage in which the deal stands has no such milestone")),
    MILESTONE_ALREADY_REACHED(state("the milestone is reached, with another day or evidence")),
    CRITERION_NOT_OF_STAGE(rule("the stage in which the deal stands has no such criterion")),
    CRITERION_NOT_BY_HAND(rule("the criterion is met by the fact itself, not by saying so")),
    CRITERION_ALREADY_MET(state("the criterion is met, with other evidence")),
    COMMITMENT_INCOMPLETE(rule("a commitment says who committed to what")),
    PROOF_IN_FUTURE(rule("a milestone or commitment is not of a day to come")),
    MILESTONES_MISSING(rule("a plan names at least one milestone")),
    MILESTONE_UNKNOWN(rule("the sales process of the opportunity has no such milestone in that stage")),
    MILESTONE_REPEATED(rule("a plan names a milestone once"));

    private final Reason reason;

    StageRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
