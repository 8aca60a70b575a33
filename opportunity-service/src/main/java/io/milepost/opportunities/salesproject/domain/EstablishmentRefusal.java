package io.milepost.opportunities.salesproject.domain;

import io.milepost.platform.decision.Refusal;

/** Every reason for which the preparation of a sales project and the ATI decision about it say no. */
public enum EstablishmentRefusal implements Refusal {
    CHARTER_MISSING(Kind.STATE, "there is no charter to decide about"),
    CHARTER_ALREADY_APPROVED(Kind.STATE, "the charter is approved, with another note"),
    PREPARATION_INCOMPLETE(Kind.STATE, "the preparation lacks something that the ATI decision needs"),
    NOT_PREPARED(Kind.STATE, "a sales project is submitted once its preparation is completed"),
    UNDER_ATI(Kind.STATE, "what was submitted stays as it is until it is decided"),
    NOT_UNDER_ATI(Kind.STATE, "a sales project is decided about once it is submitted"),
    ATI_ALREADY_DECIDED(Kind.STATE, "the sales project is authorized"),
    CHARTER_INCOMPLETE(Kind.RULE, "a charter has a name, a sales goal, a scope and an expected outcome"),
    FEASIBILITY_INCOMPLETE(
            Kind.RULE, "an assessment tells feasibility, necessity and what people, equipment and funds it takes"),
    DECIDER_IS_SUBMITTER(Kind.RULE, "whoever submitted a sales project does not decide about it"),
    DECIDED_BEFORE_SUBMITTED(Kind.RULE, "a decision is not of a day before the submission");

    private final Kind kind;
    private final String explanation;

    EstablishmentRefusal(Kind kind, String explanation) {
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
