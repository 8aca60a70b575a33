package io.milepost.contracts.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of the review matrix of a sales process: when a department has to look at a contract (decision 27).
 *
 * @param fromValue only contracts of at least this value, in their own currency; all when absent
 * @param fromRisk only contracts of deals whose largest risk is at least so large when the review is asked for; all when absent
 */
public record ReviewRule(
        Review department,
        Cause when,
        @Nullable BigDecimal fromValue,
        @Nullable RiskLevel fromRisk) {

    /** What of a contract makes the review necessary. */
    public enum Cause {
        ALWAYS,
        SPECIAL_CLAUSE,
        /** Price and payments, which every contract has, also one that states no instalments. */
        PAYMENTS,
        SCOPE
    }
}
