package io.milepost.opportunities.salesproject.domain;

/** What somebody answers for in a sales project. */
public enum TeamRole {
    /** Project director: plans, monitors and closes. */
    PD,
    /** Account responsible: the customer relationship, commercial and financing elements. */
    AR,
    /** Solution responsible. */
    SR,
    /** Fulfilment responsible: delivery strategy and risk. */
    FR,
    /** Quality assurance, who keeps to the process and may not be the director too (decision 9). */
    QA
}
