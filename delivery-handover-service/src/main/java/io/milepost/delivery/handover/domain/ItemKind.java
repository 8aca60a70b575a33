package io.milepost.delivery.handover.domain;

/** What a piece of the package is; a promise is one that was made in negotiation. */
public enum ItemKind {
    DOCUMENT,
    CUSTOMER_INFORMATION,
    RISK,
    PROMISE
}
