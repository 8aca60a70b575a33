package io.milepost.contracts.contract.domain;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product, how much of it, at which price. */
public record ContractLine(String product, @Nullable String description, BigDecimal quantity, Money unitPrice) {

    /** Quantity times price, rounded once. */
    public Money amount() {
        return Money.rounded(quantity.multiply(unitPrice.amount()), unitPrice.currency());
    }
}
