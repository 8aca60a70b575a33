package io.milepost.opportunities.quotation.domain;

/** What makes a payment fall due. */
public enum PaymentTrigger {
    DATE,
    SIGNATURE,
    MILESTONE,
    ACCEPTANCE
}
