package io.milepost.opportunities.salesproject.domain;

/** The three answers of those who decide about a sales project. */
public enum AtiDecision {
    APPROVED,
    /** To be prepared anew. */
    RETURNED,
    REJECTED
}
