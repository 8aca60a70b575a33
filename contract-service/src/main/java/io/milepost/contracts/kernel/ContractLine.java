package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product, how much of it, at which price and discount. */
public record ContractLine(
        String product,
        @Nullable @Limit(Limit.NOTE) String description,
        BigDecimal quantity,
        Money unitPrice,
        @Nullable BigDecimal discountPercent) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Quantity times price less the discount, rounded once. */
    public Money amount() {
        var full = quantity.multiply(unitPrice.amount());
        var net = discountPercent == null
                ? full
                : full.multiply(WHOLE.subtract(discountPercent)).divide(WHOLE);
        return Money.rounded(net, unitPrice.currency());
    }

    /** Whether the discount, if there is one, is between nothing and all. */
    public boolean hasPlausibleDiscount() {
        var discount = Objects.requireNonNullElse(discountPercent, BigDecimal.ZERO);
        return discount.signum() >= 0 && discount.compareTo(WHOLE) <= 0;
    }
}
