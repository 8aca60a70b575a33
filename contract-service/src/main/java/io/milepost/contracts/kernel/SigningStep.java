package io.milepost.contracts.kernel;

/** What a sales process may ask for before anybody signs a contract. */
public enum SigningStep {
    /** Somebody has explained terms and payments to somebody at the customer. */
    EXPLAINED_TERMS,
    /** Somebody other than who sent it out has checked that the text is accurate. */
    CHECKED_TEXT
}
