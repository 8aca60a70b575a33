package io.milepost.opportunities.quotation.domain;

/** What is negotiated. */
public enum NegotiationTopic {
    PRICE,
    DELIVERY,
    PAYMENT,
    CLAUSES,
    RIGHTS_AND_DUTIES
}
