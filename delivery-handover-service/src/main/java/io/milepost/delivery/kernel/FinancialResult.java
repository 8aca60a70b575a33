package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/** What a project earned and cost, compared with the profit that was planned, if there was a plan. */
public record FinancialResult(
        Money revenue, Money cost, @Nullable Money plannedProfit) {

    /** Negative where the project lost money. */
    public Money profit() {
        return revenue.minus(cost);
    }

    /** Only the planned profit may be negative, and all are in one currency. */
    public Checks check() {
        return Checks.check()
                .notNegative("/revenue", revenue)
                .notNegative("/cost", cost)
                .that(isOwn(cost), "/cost/currency", CURRENCIES_MIXED)
                .that(plannedProfit == null || isOwn(plannedProfit), "/plannedProfit/currency", CURRENCIES_MIXED);
    }

    private boolean isOwn(Money amount) {
        return amount.currency().equals(revenue.currency());
    }
}
