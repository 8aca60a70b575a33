package io.milepost.contracts.kernel;

/** Who signs. */
public enum Party {
    SELLER,
    CUSTOMER
}
