package io.milepost.opportunities.kernel;

import io.milepost.opportunities.kernel.Stage.Responsible;

/** The four elements of selling a project, each with the role of the team that answers for it. */
public enum Element {
    CUSTOMER_RELATIONSHIP(Responsible.AR),
    SOLUTION(Responsible.SR),
    COMMERCE_AND_FINANCING(Responsible.AR),
    DELIVERY(Responsible.FR);

    private final Responsible responsible;

    Element(Responsible responsible) {
        this.responsible = responsible;
    }

    public Responsible responsible() {
        return responsible;
    }
}
