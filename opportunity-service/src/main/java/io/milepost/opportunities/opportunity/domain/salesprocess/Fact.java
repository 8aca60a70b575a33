package io.milepost.opportunities.opportunity.domain.salesprocess;

/** What happens elsewhere in the suite and may reach a milestone, where a sales process says so. */
public enum Fact {
    /** A round was held on an issued quotation. */
    NEGOTIATION_ROUND,
    /** The reviewed contract went out to be signed. */
    SENT_FOR_SIGNATURE
}
