package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is to be offered.
 *
 * @param unitPrice before the discount
 * @param discountPercent off the line, 0 to 100; none when absent
 */
public record OfferedLine(
        String product,
        @Nullable @Limit(Limit.NOTE) String description,
        BigDecimal quantity,
        Money unitPrice,
        @Nullable BigDecimal discountPercent) {

    /** Quantity times price less discount, rounded once (HALF_UP). */
    PricedLine priced() {
        var gross = quantity.multiply(unitPrice.amount());
        var discount = discountPercent == null ? BigDecimal.ZERO : discountPercent;
        var net = gross.multiply(BigDecimal.valueOf(100).subtract(discount)).movePointLeft(2);
        return new PricedLine(
                product, description, quantity, unitPrice, discountPercent, Money.rounded(net, unitPrice.currency()));
    }
}
