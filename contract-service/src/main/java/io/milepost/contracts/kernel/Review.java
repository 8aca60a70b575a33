package io.milepost.contracts.kernel;

/** Who looks at what of a contract before anybody signs it. */
public enum Review {
    /** Special clauses. */
    LEGAL,
    /** The payments. */
    FINANCE,
    /** The scope. */
    TECHNICAL
}
