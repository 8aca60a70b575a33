package io.milepost.delivery.kernel;

import static io.milepost.delivery.kernel.ClosingRefusal.PLAN_INCONSISTENT;
import static io.milepost.delivery.kernel.ClosingRefusal.PLAN_MISSING;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.value.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a project earned and cost, compared with what was planned of both, and of the profit that is left.
 *
 * @param plannedProfit follows from the other two; stated, it says the same
 */
public record FinancialResult(
        Money revenue,
        Money cost,
        @Nullable Money plannedProfit,
        @Nullable Money plannedRevenue,
        @Nullable Money plannedCost) {

    /** Negative where the project lost money. */
    public Money profit() {
        return revenue.minus(cost);
    }

    /** Negative where a loss was planned. */
    public Money expectedProfit() {
        return Objects.requireNonNull(plannedRevenue).minus(Objects.requireNonNull(plannedCost));
    }

    /** Only the planned profit may be negative, all are in one currency, and there is a plan to be held against. */
    public Checks check() {
        return Checks.check()
                .notNegative("/revenue", revenue)
                .notNegative("/cost", cost)
                .that(isOwn(cost), "/cost/currency", CURRENCIES_MIXED)
                .that(isOwn(plannedProfit), "/plannedProfit/currency", CURRENCIES_MIXED)
                .that(plannedRevenue != null, "/plannedRevenue", PLAN_MISSING)
                .notNegative("/plannedRevenue", plannedRevenue)
                .that(isOwn(plannedRevenue), "/plannedRevenue/currency", CURRENCIES_MIXED)
                .that(plannedCost != null, "/plannedCost", PLAN_MISSING)
                .notNegative("/plannedCost", plannedCost)
                .that(isOwn(plannedCost), "/plannedCost/currency", CURRENCIES_MIXED)
                .that(isConsistent(), "/plannedProfit", PLAN_INCONSISTENT);
    }

    private boolean isConsistent() {
        return plannedProfit == null
                || plannedRevenue == null
                || plannedCost == null
                || !plannedRevenue.currency().equals(plannedCost.currency())
                || plannedProfit.equals(expectedProfit());
    }

    private boolean isOwn(@Nullable Money amount) {
        return amount == null || amount.currency().equals(revenue.currency());
    }
}
