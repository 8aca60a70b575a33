package io.milepost.opportunities.salesproject.domain;

import static io.milepost.platform.decision.Refusal.rule;
import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the preparation of a sales project and the ATI decision about it say no. */
public enum EstablishmentRefusal implements Refusal {
    CHARTER_MISSING(state("there is no charter to decide about")),
    CHARTER_ALREADY_APPROVED(state("the charter is approved, with another note")),
    PREPARATION_INCOMPLETE(state("the preparation lacks something that the ATI decision needs")),
    NOT_PREPARED(state("a sales project is submitted once its preparation is completed")),
    UNDER_ATI(state("what was submitted stays as it is until it is decided")),
    NOT_UNDER_ATI(state("a sales project is decided about once it is submitted")),
    ATI_ALREADY_DECIDED(state("the sales project is authorized")),
    CHARTER_INCOMPLETE(rule("a charter has a name, a sales goal, a scope and an expected outcome")),
    FEASIBILITY_INCOMPLETE(
            rule("an assessment tells feasibility, necessity and what people, equipment and funds it takes")),
    DECIDER_IS_SUBMITTER(rule("whoever submitted a sales project does not decide about it")),
    DECIDED_BEFORE_SUBMITTED(rule("a decision is not of a day before the submission"));

    private final Reason reason;

    EstablishmentRefusal(Reason reason) {
        this.reason = reason;
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
