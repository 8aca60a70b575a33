package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Proposal.WHOLE;
import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.opportunities.quotation.Grounds.Priced;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Currencies;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writing an offer, and revising it. Lines and payments must be such that a contract can be drafted from them as they are. */
final class Drafting {
    private static final int MOST_DAYS_AFTER = 3650;

    private Drafting() {}

    static Decision<QuotationEvent> draft(DraftQuotation draft, Occasion occasion) {
        var today = occasion.today();
        var payments = Objects.requireNonNullElse(draft.payments(), List.<PaymentTerm>of());
        var checks = check().owner("/owner", draft.owner())
                .that(!occasion.id().equals(draft.replaces()), "/replaces", SUCCESSOR_IS_ITSELF)
                .that(!draft.validUntil().isBefore(today), "/validUntil", VALIDITY_OVER)
                .notBeyond(NEAR, "/validUntil", draft.validUntil(), today);
        return checkLines(checks, draft.lines())
                .then(() -> checkTerms(draft.lines(), payments, draft.deliveryDeadline(), today)
                        .then(() -> Grounds.nothingToOffer(occasion)
                                .<Decision<QuotationEvent>>map(no -> refusedAt("/opportunityId", no))
                                .orElseGet(() -> Sources.check(
                                                Grounds.checkList(draft.priceListId(), draft.lines(), occasion),
                                                draft.opportunityId(),
                                                draft.lines(),
                                                occasion)
                                        .accept(() -> drafted(
                                                draft,
                                                Grounds.price(draft.priceListId(), draft.lines(), occasion),
                                                payments)))));
    }

    private static QuotationDrafted drafted(DraftQuotation draft, Priced priced, List<PaymentTerm> payments) {
        return new QuotationDrafted(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                draft.priceListId(),
                priced.lines(),
                value(draft.lines()),
                draft.validUntil(),
                draft.paymentMethod(),
                draft.deliveryDeadline(),
                draft.qualityStandard(),
                draft.scope(),
                draft.duration(),
                payments,
                draft.replaces(),
                priced.version());
    }

    /** A draft again, to be approved where needed and issued; until then the customer has nothing to accept. */
    static Decision<QuotationEvent> revise(Quotation quotation, ReviseQuotation revise, Occasion occasion) {
        return switch (quotation) {
            case Draft _, Approved _, Issued _ -> revise(quotation.proposal().terms(), revise, occasion);
            case PendingApproval _ -> refused(DISCOUNT_PENDING);
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Decision<QuotationEvent> revise(QuotationRevised stands, ReviseQuotation revise, Occasion occasion) {
        var today = occasion.today();
        var payments = Objects.requireNonNullElse(revise.payments(), List.<PaymentTerm>of());
        var currency = stands.value().currency();
        var checks = check().that(!revise.validUntil().isBefore(today), "/validUntil", VALIDITY_OVER)
                .notBeyond(NEAR, "/validUntil", revise.validUntil(), today);
        return checkLines(checks, revise.lines())
                .then(() -> checkTerms(revise.lines(), payments, revise.deliveryDeadline(), today)
                        .that(
                                !Currencies.inUse(currency)
                                        || value(revise.lines()).currency().equals(currency),
                                "/lines/0/unitPrice/currency",
                                CURRENCY_CHANGED)
                        .then(() -> Grounds.nothingToOffer(occasion)
                                .<Decision<QuotationEvent>>map(no -> refused(no))
                                .orElseGet(() -> Sources.check(
                                                Grounds.checkList(revise.priceListId(), revise.lines(), occasion),
                                                stands.opportunityId(),
                                                revise.lines(),
                                                occasion)
                                        .then(() -> revised(
                                                stands,
                                                revise,
                                                Grounds.price(revise.priceListId(), revise.lines(), occasion),
                                                payments)))));
    }

    private static Decision<QuotationEvent> revised(
            QuotationRevised stands, ReviseQuotation revise, Priced priced, List<PaymentTerm> payments) {
        return revised(stands, stands.revision(), revise, priced, payments).equals(stands)
                ? unchanged()
                : accepted(revised(stands, stands.revision() + 1, revise, priced, payments));
    }

    private static QuotationRevised revised(
            QuotationRevised stands, int revision, ReviseQuotation revise, Priced priced, List<PaymentTerm> payments) {
        return new QuotationRevised(
                stands.opportunityId(),
                revision,
                revise.priceListId(),
                priced.lines(),
                value(revise.lines()),
                revise.validUntil(),
                revise.paymentMethod(),
                revise.deliveryDeadline(),
                revise.qualityStandard(),
                revise.scope(),
                revise.duration(),
                payments,
                priced.version());
    }

    /** A stated price is within bounds, so it is the quantity that makes a line too large. */
    private static Checks checkLines(Checks checks, List<OfferedLine> lines) {
        checks = checks.that(!lines.isEmpty(), "/lines", LINES_MISSING);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var price = line.unitPrice();
            var currency = lines.getFirst().unitPrice().currency();
            var pointer = "/lines/" + i;
            checks = checks.text(pointer + "/product", line.product(), PRODUCT_MISSING)
                    .that(line.quantity().signum() > 0, pointer + "/quantity", QUANTITY_NOT_POSITIVE)
                    .that(!price.isNegative(), pointer + "/unitPrice", PRICE_NEGATIVE)
                    .that(price.currency().equals(currency), pointer + "/unitPrice/currency", CURRENCIES_MIXED)
                    .that(isShare(line.discountPercent()), pointer + "/discountPercent", DISCOUNT_OUT_OF_RANGE)
                    .notTooLarge(pointer + "/quantity", line.priced(null).amount());
        }
        return checks;
    }

    /** No payments at all are fine: they are then agreed with the contract. */
    private static Checks checkTerms(
            List<OfferedLine> lines,
            List<PaymentTerm> payments,
            @Nullable LocalDate deliveryDeadline,
            LocalDate today) {
        var checks = check().notTooLarge("/lines", value(lines));
        for (int i = 0; i < payments.size(); i++) {
            checks = checkPayment(checks, payments.get(i), "/payments/" + i);
        }
        var whole = payments.stream().map(PaymentTerm::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        checks = checks.that(payments.isEmpty() || whole.compareTo(WHOLE) == 0, "/payments", PAYMENTS_NOT_WHOLE)
                .that(!isPast(deliveryDeadline, today), "/deliveryDeadline", DAY_PAST)
                .notBeyond(FAR, "/deliveryDeadline", deliveryDeadline, today);
        for (int i = 0; i < payments.size(); i++) {
            var dueOn = payments.get(i).dueOn();
            var pointer = "/payments/%d/dueOn".formatted(i);
            checks = checks.that(!isPast(dueOn, today), pointer, DAY_PAST).notBeyond(FAR, pointer, dueOn, today);
        }
        return checks;
    }

    private static Checks checkPayment(Checks checks, PaymentTerm payment, String pointer) {
        var isOfDate = payment.trigger() == PaymentTrigger.DATE;
        var isOfMilestone = payment.trigger() == PaymentTrigger.MILESTONE;
        var milestone = Objects.requireNonNullElse(payment.milestone(), "");
        var days = Objects.requireNonNullElse(payment.daysAfter(), 0);
        return checks.text(pointer + "/label", payment.label(), PAYMENT_INCOMPLETE)
                .that(payment.method() == null || !payment.method().isBlank(), pointer + "/method", PAYMENT_INCOMPLETE)
                .that(payment.percent().signum() > 0, pointer + "/percent", PAYMENT_INCOMPLETE)
                .that(!isOfDate || payment.dueOn() != null, pointer + "/dueOn", PAYMENT_INCOMPLETE)
                .that(!isOfMilestone || !milestone.isBlank(), pointer + "/milestone", PAYMENT_INCOMPLETE)
                .that(days >= 0 && days <= MOST_DAYS_AFTER, pointer + "/daysAfter", PAYMENT_INCOMPLETE);
    }

    private static boolean isShare(@Nullable BigDecimal percent) {
        return percent == null || (percent.signum() >= 0 && percent.compareTo(WHOLE) <= 0);
    }

    private static boolean isPast(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isBefore(today);
    }

    private static Money value(List<OfferedLine> lines) {
        return lines.stream()
                .map(line -> line.priced(null).amount())
                .reduce(Money::plus)
                .orElseThrow();
    }
}
