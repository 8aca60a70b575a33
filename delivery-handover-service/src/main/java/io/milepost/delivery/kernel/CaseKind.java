package io.milepost.delivery.kernel;

/** What a customer wants after the sale. */
public enum CaseKind {
    /** Help with using what was delivered. */
    GUIDANCE,
    PROBLEM,
    /** Help with the formalities of a purchase, such as a mortgage or a registration. */
    PURCHASE_FORMALITIES,
    TRAINING,
    TECHNICAL_SUPPORT,
    MAINTENANCE,
    REPAIR;

    /** Whether it is done by doing something for the customer, which has to be on record before it counts as done. */
    public boolean isRendered() {
        return this == TRAINING || this == MAINTENANCE || this == REPAIR;
    }
}
