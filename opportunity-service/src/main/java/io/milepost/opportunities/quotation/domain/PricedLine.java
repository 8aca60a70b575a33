package io.milepost.opportunities.quotation.domain;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product as it was offered; {@code amount} is what the line costs after its discount. */
public record PricedLine(
        String product,
        @Nullable String description,
        BigDecimal quantity,
        Money unitPrice,
        @Nullable BigDecimal discountPercent,
        Money amount) {}
