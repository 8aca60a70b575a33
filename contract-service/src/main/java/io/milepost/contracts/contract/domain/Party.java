package io.milepost.contracts.contract.domain;

/** Who signs. */
public enum Party {
    SELLER,
    CUSTOMER
}
