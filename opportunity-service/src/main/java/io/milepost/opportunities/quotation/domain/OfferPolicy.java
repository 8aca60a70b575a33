package io.milepost.opportunities.quotation.domain;

import static io.milepost.opportunities.quotation.domain.OfferRefusal.AMOUNT_TOO_LARGE;
import static io.milepost.opportunities.quotation.domain.OfferRefusal.DAY_PAST;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.CURRENCIES_MIXED;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.DISCOUNT_OUT_OF_RANGE;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.LINES_MISSING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.PAYMENTS_NOT_WHOLE;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.PAYMENT_INCOMPLETE;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.PRICE_NEGATIVE;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.PRODUCT_MISSING;
import static io.milepost.opportunities.quotation.domain.QuotationRefusal.QUANTITY_NOT_POSITIVE;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the lines and payments of an offer must be, so that a contract can be drafted from it as it is. */
final class OfferPolicy {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LATEST = 3650;

    private OfferPolicy() {}

    static Optional<Refused<QuotationEvent>> faultOfLines(List<OfferedLine> lines) {
        if (lines.isEmpty()) {
            return refused(LINES_MISSING, "/lines");
        }
        var currency = lines.getFirst().unitPrice().currency();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i;
            if (line.product().isBlank()) {
                return refused(PRODUCT_MISSING, pointer + "/product");
            }
            if (line.quantity().signum() <= 0) {
                return refused(QUANTITY_NOT_POSITIVE, pointer + "/quantity");
            }
            if (line.unitPrice().isNegative()) {
                return refused(PRICE_NEGATIVE, pointer + "/unitPrice");
            }
            if (!line.unitPrice().currency().equals(currency)) {
                return refused(CURRENCIES_MIXED, pointer + "/unitPrice/currency");
            }
            if (!isShare(line.discountPercent())) {
                return refused(DISCOUNT_OUT_OF_RANGE, pointer + "/discountPercent");
            }
            // A stated price is within bounds, so it is the quantity that takes a line beyond them.
            if (line.priced().amount().isTooLarge()) {
                return refused(AMOUNT_TOO_LARGE, pointer + "/quantity");
            }
        }
        return value(lines).isTooLarge() ? refused(AMOUNT_TOO_LARGE, "/lines") : Optional.empty();
    }

    static Optional<Refused<QuotationEvent>> faultOfDays(
            @Nullable LocalDate deliveryDeadline, List<PaymentTerm> payments, LocalDate today) {
        if (deliveryDeadline != null && deliveryDeadline.isBefore(today)) {
            return refused(DAY_PAST, "/deliveryDeadline");
        }
        for (int i = 0; i < payments.size(); i++) {
            var dueOn = payments.get(i).dueOn();
            if (dueOn != null && dueOn.isBefore(today)) {
                return refused(DAY_PAST, "/payments/%d/dueOn".formatted(i));
            }
        }
        return Optional.empty();
    }

    /** No payments at all are fine: how it is paid is then agreed with the contract. */
    static Optional<Refused<QuotationEvent>> faultOfPayments(List<PaymentTerm> payments) {
        var whole = BigDecimal.ZERO;
        for (int i = 0; i < payments.size(); i++) {
            var lacking = lacking(payments.get(i));
            if (lacking != null) {
                return refused(PAYMENT_INCOMPLETE, "/payments/%d/%s".formatted(i, lacking));
            }
            whole = whole.add(payments.get(i).percent());
        }
        return payments.isEmpty() || whole.compareTo(WHOLE) == 0
                ? Optional.empty()
                : refused(PAYMENTS_NOT_WHOLE, "/payments");
    }

    /** The field that makes a payment incomplete, or null. */
    private static @Nullable String lacking(PaymentTerm payment) {
        if (payment.label().isBlank()) {
            return "label";
        }
        if (payment.percent().signum() <= 0) {
            return "percent";
        }
        if (payment.trigger() == PaymentTrigger.DATE && payment.dueOn() == null) {
            return "dueOn";
        }
        if (payment.trigger() == PaymentTrigger.MILESTONE
                && (payment.milestone() == null || payment.milestone().isBlank())) {
            return "milestone";
        }
        var days = payment.daysAfter();
        return days != null && (days < 0 || days > LATEST) ? "daysAfter" : null;
    }

    private static boolean isShare(@Nullable BigDecimal percent) {
        return percent == null || (percent.signum() >= 0 && percent.compareTo(WHOLE) <= 0);
    }

    private static Money value(List<OfferedLine> lines) {
        return lines.stream()
                .map(line -> line.priced().amount())
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static Optional<Refused<QuotationEvent>> refused(Refusal reason, String pointer) {
        return Optional.of(Decision.<QuotationEvent>refused(reason).at(pointer));
    }
}
