package io.milepost.contracts.inbound.opportunity;

import io.milepost.contracts.kernel.AgreedItem;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code quotation.accepted}: what the customer has agreed to. The quotation is the event's subject. */
public record QuotationAccepted(
        UUID opportunityId,
        UUID accountId,
        String owner,
        Money value,
        List<Line> lines,
        @Nullable String paymentMethod,
        @Nullable LocalDate deliveryDeadline,
        @Nullable String qualityStandard,
        @Nullable String scope,
        @Nullable String duration,
        @Nullable List<PaymentTerm> payments,
        @Nullable String template,
        @Nullable Integer templateVersion) {

    /** A product, how much of it, at which price and discount, and what of the agreed solution it is. */
    public record Line(
            String product,
            @Nullable String description,
            BigDecimal quantity,
            Money unitPrice,
            @Nullable BigDecimal discountPercent,
            @Nullable AgreedItem source) {}
}
