package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.kernel.Negotiable;
import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.quotation.Grounds.*;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A quotation in each of its states, and the parts that it is made of. */
final class Quotations {
    static final List<Refusal> OF_OFFERS =
            List.of(AMOUNT_TOO_LARGE, CURRENCY_CHANGED, DAY_PAST, DAY_IMPLAUSIBLE, PARTNER_MISNAMED, TEXT_MISSING);
    static final List<Refusal> OF_DISCOUNTS = List.of(
            QUOTATION_ALREADY_ISSUED,
            DISCOUNT_NEEDS_APPROVAL,
            DISCOUNT_WITHIN_AUTHORITY,
            DISCOUNT_PENDING,
            DISCOUNT_ALREADY_APPROVED,
            DISCOUNT_NOT_PENDING,
            DECIDER_IS_REQUESTER,
            DISCOUNT_BEYOND_APPROVER,
            DECIDER_MISSAID);
    static final List<Refusal> OF_GROUNDS = List.of(
            OPPORTUNITY_UNKNOWN,
            OPPORTUNITY_ENDED,
            SALES_PROJECT_ENDED,
            PRICE_LIST_UNKNOWN,
            PRICE_LIST_NOT_VALID,
            LINE_REPEATED);
    static final List<Refusal> OF_SUCCESSION = List.of(
            QUOTATION_SUPERSEDED, SUCCESSOR_IS_ITSELF, SUCCESSOR_UNKNOWN, SUCCESSOR_NOT_ISSUED, OTHER_OPPORTUNITY);

    /** What {@link PromotingTest}, {@link NegotiableTest} and {@link ProposableTest} reach. */
    static final List<Refusal> OF_PROMOTING = List.of(
            Negotiable.SOLUTION_NOT_EVALUATED,
            Proposable.CUSTOMER_NOT_SURVEYED,
            Proposable.OPPORTUNITY_ON_HOLD,
            PROMOTION_NOT_VALID,
            PROMOTION_NOT_ELIGIBLE,
            COMPETITOR_REPEATED);

    /** What {@link AcceptanceTest} reaches. */
    static final List<Refusal> OF_ACCEPTANCE = List.of(OTHER_QUOTATION_ACCEPTED);

    /** What {@link SourcesTest} reaches. */
    static final List<Refusal> OF_SOURCES = List.of(Sources.No.values());

    /** What {@link QuotationTest} reaches: all that the others do not. */
    static final ReachedRefusals REACHED = ReachedRefusals.without(
            QUOTATION,
            Stream.of(OF_OFFERS, OF_DISCOUNTS, OF_GROUNDS, OF_SUCCESSION, OF_PROMOTING, OF_SOURCES, OF_ACCEPTANCE)
                    .flatMap(List::stream)
                    .toList());

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate LISTED_FROM = TODAY.minusDays(60);

    /** What a product costs that the list has for nothing, so that any price is one of its own. */
    static final Money FREE = usd("0.00");

    /** For a deal that is open, at prices of a list that has the product for nothing. */
    static final Scenario<Quotation, Command, QuotationEvent> NOTHING = Scenario.of(QUOTATION)
            .recording(REACHED)
            .reading(new QuotedDeal(true))
            .reading(new QuotedPrices(List.of(new ListVersion(
                    LISTED_FROM, List.of(new ListedPrice(List.of("GTX Pro"), FREE, null, null)), null, null))));

    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    static final UUID PRICES = UUID.fromString("01900000-0000-7000-8000-0000000000f1");
    static final LocalDate LAST_DAY = TODAY.plusDays(30);
    static final LocalDate DELIVERY = TODAY.plusDays(90);
    static final OfferedLine LINE = line("3", "1500.00", "12.5");
    static final List<PaymentTerm> PAYMENTS = List.of(
            payment("advance", "30", PaymentTrigger.SIGNATURE), payment("rest", "70", PaymentTrigger.ACCEPTANCE));
    static final QuotationDrafted DRAFTED = new QuotationDrafted(
            OPPORTUNITY,
            ACCOUNT,
            "kim",
            PRICES,
            List.of(new PricedLine(
                    "GTX Pro",
                    null,
                    new BigDecimal("3"),
                    usd("1500.00"),
                    new BigDecimal("12.5"),
                    usd("3937.50"),
                    FREE,
                    null)),
            usd("3937.50"),
            LAST_DAY,
            "transfer",
            DELIVERY,
            "ISO 9001",
            "three presses",
            "90 days",
            PAYMENTS,
            null,
            LISTED_FROM);
    static final QuotationIssued ISSUE = new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY, 1, null);
    static final QuotationAccepted ACCEPTANCE = new QuotationAccepted(
            OPPORTUNITY,
            ACCOUNT,
            "kim",
            usd("3937.50"),
            DRAFTED.lines(),
            "transfer",
            DELIVERY,
            "ISO 9001",
            "three presses",
            "90 days",
            PAYMENTS,
            TODAY,
            null,
            null);
    static final Scenario<Quotation, Command, QuotationEvent> DRAFT = NOTHING.given(DRAFTED);
    static final Scenario<Quotation, Command, QuotationEvent> ISSUED = DRAFT.given(ISSUE);
    static final Scenario<Quotation, Command, QuotationEvent> NEGOTIATING = ISSUED.given(
            new NegotiationRoundRecorded(OPPORTUNITY, NegotiationTopic.PRICE, "4000", "3900", null, TODAY, null, null));
    static final Scenario<Quotation, Command, QuotationEvent> ACCEPTED = ISSUED.given(ACCEPTANCE);
    static final Scenario<Quotation, Command, QuotationEvent> REJECTED =
            ISSUED.given(new QuotationRejected(OPPORTUNITY, "too late"));
    static final Scenario<Quotation, Command, QuotationEvent> EXPIRED =
            ISSUED.given(new QuotationExpired(OPPORTUNITY, LAST_DAY));

    private Quotations() {}

    static DraftQuotation draft(List<OfferedLine> lines, LocalDate validUntil, @Nullable List<PaymentTerm> payments) {
        return draft(lines, validUntil, payments, null);
    }

    /** In the place of another quotation. */
    static DraftQuotation replacing(UUID replaced) {
        return draft(List.of(LINE), LAST_DAY, PAYMENTS, replaced);
    }

    private static DraftQuotation draft(
            List<OfferedLine> lines,
            LocalDate validUntil,
            @Nullable List<PaymentTerm> payments,
            @Nullable UUID replaces) {
        return new DraftQuotation(
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                PRICES,
                lines,
                validUntil,
                "transfer",
                DELIVERY,
                "ISO 9001",
                "three presses",
                "90 days",
                payments,
                replaces);
    }

    static QuotationDrafted drafted(OfferedLine... lines) {
        return new QuotationDrafted(
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                null,
                priced(lines),
                sum(priced(lines)),
                LAST_DAY,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /** Other lines under the same terms. */
    static ReviseQuotation revise(OfferedLine... lines) {
        return new ReviseQuotation(
                PRICES,
                List.of(lines),
                LAST_DAY,
                "transfer",
                DELIVERY,
                "ISO 9001",
                "three presses",
                "90 days",
                PAYMENTS);
    }

    static QuotationRevised revised(int revision, OfferedLine... lines) {
        return new QuotationRevised(
                OPPORTUNITY,
                revision,
                PRICES,
                priced(lines),
                sum(priced(lines)),
                LAST_DAY,
                "transfer",
                DELIVERY,
                "ISO 9001",
                "three presses",
                "90 days",
                PAYMENTS,
                LISTED_FROM);
    }

    static QuotationView view(Scenario<Quotation, Command, QuotationEvent> quotation) {
        return QuotationView.of(quotation.state());
    }

    private static List<PricedLine> priced(OfferedLine... lines) {
        return Stream.of(lines).map(line -> line.priced(FREE)).toList();
    }

    private static Money sum(List<PricedLine> lines) {
        return lines.stream().map(PricedLine::amount).reduce(Money::plus).orElseThrow();
    }

    static OfferedLine line(String quantity, String price, @Nullable String discount) {
        return new OfferedLine(
                "GTX Pro",
                null,
                new BigDecimal(quantity),
                usd(price),
                discount == null ? null : new BigDecimal(discount));
    }

    /** The same product, told apart by what it is for. */
    static OfferedLine described(String description, OfferedLine line) {
        return new OfferedLine(line.product(), description, line.quantity(), line.unitPrice(), line.discountPercent());
    }

    static PaymentTerm payment(String label, String percent, PaymentTrigger trigger) {
        return new PaymentTerm(label, new BigDecimal(percent), trigger, null, null, null);
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
