package io.milepost.delivery.kernel;

import io.milepost.platform.value.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a project brought in and cost, against the profit that was planned, if there was a plan. */
public record FinancialResult(
        Money revenue, Money cost, @Nullable Money plannedProfit) {

    /** Below zero where the project lost money. */
    public Money profit() {
        return revenue.minus(cost);
    }

    /** JSON pointer to an amount that cannot be below zero and is. */
    public Optional<String> negative() {
        if (revenue.isNegative()) {
            return Optional.of("/revenue");
        }
        return cost.isNegative() ? Optional.of("/cost") : Optional.empty();
    }

    /** JSON pointer to a currency that is not that of the revenue. */
    public Optional<String> foreign() {
        if (!cost.currency().equals(revenue.currency())) {
            return Optional.of("/cost/currency");
        }
        return plannedProfit == null || plannedProfit.currency().equals(revenue.currency())
                ? Optional.empty()
                : Optional.of("/plannedProfit/currency");
    }
}
