package io.milepost.contracts.kernel;

/** Why a contract should never have been signed. */
public enum VoidingCause {
    WRONG_ACCOUNT,
    WRONG_DEAL,
    /** The same was agreed in another contract. */
    SIGNED_TWICE,
    OTHER
}
