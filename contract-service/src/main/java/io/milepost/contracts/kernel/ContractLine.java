package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product, how much of it, at which price and discount.
 *
 * @param source what of the agreed solution it is; absent where it is none of it, and before that was said
 */
public record ContractLine(
        String product,
        @Nullable @Limit(Limit.NOTE) String description,
        BigDecimal quantity,
        Money unitPrice,
        @Nullable BigDecimal discountPercent,
        @Nullable AgreedItem source) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** One that is of no solution. */
    public ContractLine(
            String product,
            @Nullable String description,
            BigDecimal quantity,
            Money unitPrice,
            @Nullable BigDecimal discountPercent) {
        this(product, description, quantity, unitPrice, discountPercent, null);
    }

    /** Quantity times price less the discount, rounded once. */
    public Money amount() {
        var full = quantity.multiply(unitPrice.amount());
        var net = discountPercent == null
                ? full
                : full.multiply(WHOLE.subtract(discountPercent)).divide(WHOLE);
        return Money.rounded(net, unitPrice.currency());
    }

    /** What one of it costs after the discount, not rounded. */
    public BigDecimal netOfOne() {
        var discount = Objects.requireNonNullElse(discountPercent, BigDecimal.ZERO);
        return unitPrice.amount().multiply(WHOLE.subtract(discount)).movePointLeft(2);
    }

    /** Whether it offers the same at the same price, however its numbers are written, and is of the same item where both say so. */
    public boolean offersTheSame(ContractLine other) {
        return product.equals(other.product)
                && Objects.equals(description, other.description)
                && quantity.compareTo(other.quantity) == 0
                && unitPrice.equals(other.unitPrice)
                && netOfOne().compareTo(other.netOfOne()) == 0
                && (source == null || source.equals(other.source));
    }

    /** The same, of this item if it says none itself. */
    public ContractLine of(@Nullable AgreedItem item) {
        return source == null
                ? new ContractLine(product, description, quantity, unitPrice, discountPercent, item)
                : this;
    }

    /** Whether the discount, if there is one, is between nothing and all. */
    public boolean hasPlausibleDiscount() {
        var discount = Objects.requireNonNullElse(discountPercent, BigDecimal.ZERO);
        return discount.signum() >= 0 && discount.compareTo(WHOLE) <= 0;
    }
}
