package io.milepost.leads.salestarget;

/** What a sales target is measured by (R-006, decision 34). */
public enum Metric {
    /** Money. */
    REVENUE,
    /** A number of units, which the figure names. */
    QUANTITY,
    /** Percent of the market. */
    MARKET_SHARE,
    /** A score from 0 to 100. */
    SATISFACTION,
    /** Percent of all customers by type, together 100. */
    CUSTOMER_TYPE_MIX,
    /** Money received, or percent of what falls due. */
    COLLECTIONS
}
