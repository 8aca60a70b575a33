package io.milepost.contracts.kernel;

/** Who looks at what of a contract before anybody signs it. */
public enum Review {
    /** Special clauses. */
    LEGAL,
    /** The price and how it is paid. */
    FINANCE,
    /** The scope. */
    TECHNICAL,
    /** No department: whoever answers for the sale judges the contract as a whole, when the departments have let it pass. */
    WHOLE
}
