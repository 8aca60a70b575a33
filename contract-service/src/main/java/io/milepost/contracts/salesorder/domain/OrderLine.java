package io.milepost.contracts.salesorder.domain;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;

/** A product, how much of it, at which price. As the customer wrote it: whether it can be so is verified. */
public record OrderLine(String product, BigDecimal quantity, Money unitPrice) {

    /** Quantity times price, rounded once. */
    Money amount() {
        return Money.rounded(quantity.multiply(unitPrice.amount()), unitPrice.currency());
    }
}
