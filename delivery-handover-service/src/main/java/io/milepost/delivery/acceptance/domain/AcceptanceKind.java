package io.milepost.delivery.acceptance.domain;

/** How much of the contract is accepted at once. */
public enum AcceptanceKind {
    /** One item or one site. */
    SINGLE_POINT,
    /** The whole contract, the final one. */
    COMPREHENSIVE
}
