package io.milepost.contracts.kernel;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of the review matrix of a sales process: when a department has to look at a contract (decision 27).
 *
 * @param fromValue only contracts of at least this value; all when absent
 * @param fromRisk only contracts of deals whose largest risk is at least so large when the review is asked for; all when absent
 * @param currency of that value; absent in rules from before it was stated, where the value is in the currency of the contract
 */
public record ReviewRule(
        Review department,
        Cause when,
        @Nullable BigDecimal fromValue,
        @Nullable RiskLevel fromRisk,
        @Nullable Currency currency) {

    /** A contract in another currency is not known to be worth less, so it is reviewed. */
    public boolean concerns(Money value) {
        return fromValue == null
                || (currency != null && !currency.equals(value.currency()))
                || value.amount().compareTo(fromValue) >= 0;
    }

    /** What of a contract makes the review necessary. */
    public enum Cause {
        ALWAYS,
        SPECIAL_CLAUSE,
        /** Price and payments, which every contract has, also one that states no instalments. */
        PAYMENTS,
        SCOPE
    }
}
