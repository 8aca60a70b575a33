package io.milepost.opportunities.opportunity.domain;

/** How far a deal is within its stage. */
public enum Standing {
    /** Moved in, nothing more. */
    NOMINAL,
    /** All milestones are reached. */
    ENTERED,
    /** All criteria are met as well, and the customer has committed to the next step. */
    SUCCEEDED
}
