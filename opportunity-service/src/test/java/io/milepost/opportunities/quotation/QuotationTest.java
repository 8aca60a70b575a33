package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.Quotations.ACCEPTANCE;
import static io.milepost.opportunities.quotation.Quotations.ACCEPTED;
import static io.milepost.opportunities.quotation.Quotations.ACCOUNT;
import static io.milepost.opportunities.quotation.Quotations.DRAFT;
import static io.milepost.opportunities.quotation.Quotations.DRAFTED;
import static io.milepost.opportunities.quotation.Quotations.EXPIRED;
import static io.milepost.opportunities.quotation.Quotations.ISSUE;
import static io.milepost.opportunities.quotation.Quotations.ISSUED;
import static io.milepost.opportunities.quotation.Quotations.LAST_DAY;
import static io.milepost.opportunities.quotation.Quotations.LINE;
import static io.milepost.opportunities.quotation.Quotations.NEGOTIATING;
import static io.milepost.opportunities.quotation.Quotations.NOTHING;
import static io.milepost.opportunities.quotation.Quotations.OPPORTUNITY;
import static io.milepost.opportunities.quotation.Quotations.PAYMENTS;
import static io.milepost.opportunities.quotation.Quotations.REACHED;
import static io.milepost.opportunities.quotation.Quotations.REJECTED;
import static io.milepost.opportunities.quotation.Quotations.TODAY;
import static io.milepost.opportunities.quotation.Quotations.described;
import static io.milepost.opportunities.quotation.Quotations.draft;
import static io.milepost.opportunities.quotation.Quotations.line;
import static io.milepost.opportunities.quotation.Quotations.payment;
import static io.milepost.opportunities.quotation.Quotations.usd;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationTest {
    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-097, R-095: lines with prices of a list and a discount, terms and validity, at the sum of the lines")
    void is_drafted_once() {
        NOTHING.when(draft(List.of(LINE), LAST_DAY, PAYMENTS))
                .then(DRAFTED)
                .when(draft(List.of(LINE), LAST_DAY, PAYMENTS))
                .thenTaken();
        NOTHING.when(new IssueQuotation()).thenUnknown();
    }

    @ParameterizedTest
    @CsvSource({
        "3,0.05,50,0.08",
        "1,0.01,50,0.01",
        "1,0.01,51,0.00",
        "0.333,10.00,,3.33",
        "7,9.99,33.333,46.62",
        "1,5,100,0.00"
    })
    @DisplayName("R-097: a line is rounded HALF_UP once, after its discount")
    void rounds_each_line_once(BigDecimal quantity, String price, @Nullable BigDecimal discount, String amount) {
        var line = new OfferedLine("GTX Pro", null, quantity, usd(price), discount);
        assertThat(line.priced(null).amount()).isEqualTo(usd(amount));
    }

    @Test
    @DisplayName("R-097: the value adds what each line was rounded to")
    void adds_rounded_lines() {
        var half = line("1", "0.01", "50");
        var drafted = NOTHING.when(
                        draft(List.of(half, described("second", half), described("third", half)), LAST_DAY, null))
                .decision();
        assertThat(drafted.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        QuotationDrafted.class,
                        event -> assertThat(event.value()).isEqualTo(usd("0.03")));
    }

    @Test
    void names_products_quantities_and_prices_that_can_be() {
        refusesLine(new OfferedLine(" ", null, BigDecimal.ONE, usd("1"), null), PRODUCT_MISSING, "/product");
        refusesLine(line("0", "1.00", null), QUANTITY_NOT_POSITIVE, "/quantity");
        refusesLine(line("1", "-0.01", null), PRICE_NEGATIVE, "/unitPrice");
        refusesLine(line("1", "1.00", "100.01"), DISCOUNT_OUT_OF_RANGE, "/discountPercent");
        refusesLine(line("1", "1.00", "-1"), DISCOUNT_OUT_OF_RANGE, "/discountPercent");
        var euros = new OfferedLine("GTX Pro", null, BigDecimal.ONE, Money.of("1.00", "EUR"), null);
        refusesLine(euros, CURRENCIES_MIXED, "/unitPrice/currency");
        NOTHING.when(draft(List.of(), LAST_DAY, null)).thenRefused(LINES_MISSING, "/lines");
        var nobodys = new DraftQuotation(
                OPPORTUNITY, ACCOUNT, " ", null, List.of(LINE), LAST_DAY, null, null, null, null, null, null, null);
        NOTHING.when(nobodys).thenRefused(OWNER_MISSING, "/owner");
    }

    @Test
    @DisplayName("R-097: payments are complete and make up the whole value")
    void is_paid_as_a_whole() {
        refusesPayments(PAYMENT_INCOMPLETE, "/payments/0/label", payment(" ", "100", PaymentTrigger.SIGNATURE));
        refusesPayments(PAYMENT_INCOMPLETE, "/payments/0/percent", payment("all", "0", PaymentTrigger.SIGNATURE));
        refusesPayments(PAYMENT_INCOMPLETE, "/payments/0/dueOn", payment("all", "100", PaymentTrigger.DATE));
        refusesPayments(PAYMENT_INCOMPLETE, "/payments/0/milestone", payment("all", "100", PaymentTrigger.MILESTONE));
        var late = new PaymentTerm("all", new BigDecimal("100"), PaymentTrigger.SIGNATURE, null, null, -1);
        refusesPayments(PAYMENT_INCOMPLETE, "/payments/0/daysAfter", late);
        var unsaid =
                new PaymentTerm("all", new BigDecimal("100"), PaymentTrigger.SIGNATURE, null, null, null, " ", null);
        refusesPayments(PAYMENT_INCOMPLETE, "/payments/0/method", unsaid);
        refusesPayments(PAYMENTS_NOT_WHOLE, "/payments", payment("most", "99.99", PaymentTrigger.SIGNATURE));
        var stated = List.of(
                new PaymentTerm("first", new BigDecimal("50.0"), PaymentTrigger.DATE, TODAY, null, null),
                new PaymentTerm("second", new BigDecimal("50"), PaymentTrigger.MILESTONE, null, "INSTALLED", 14));
        assertThat(NOTHING.when(draft(List.of(LINE), LAST_DAY, stated))
                        .decision()
                        .events())
                .hasSize(1);
    }

    @Test
    @DisplayName("R-097: issued once, while it is still valid")
    void is_issued_while_valid() {
        DRAFT.when(new IssueQuotation()).then(ISSUE).when(new IssueQuotation()).thenNothing();
        DRAFT.when(new IssueQuotation())
                .on(LAST_DAY)
                .then(new QuotationIssued(OPPORTUNITY, LAST_DAY, LAST_DAY, 1, null));
        DRAFT.when(new IssueQuotation()).on(LAST_DAY.plusDays(1)).thenRefused(QUOTATION_EXPIRED);
        NOTHING.when(draft(List.of(LINE), TODAY.minusDays(1), null)).thenRefused(VALIDITY_OVER, "/validUntil");
    }

    @Test
    @DisplayName("R-099: rounds of offer, counter-offer and agreement are kept by topic")
    void is_negotiated_in_rounds() {
        var tomorrow = TODAY.plusDays(1);
        ISSUED.when(new RecordNegotiationRound(NegotiationTopic.PRICE, "4000", "3900", null, TODAY, null, null))
                .on(tomorrow)
                .then(new NegotiationRoundRecorded(
                        OPPORTUNITY, NegotiationTopic.PRICE, "4000", "3900", null, TODAY, null, null))
                .when(new RecordNegotiationRound(NegotiationTopic.PRICE, "4000", "3900", null, TODAY, null, null))
                .thenNothing()
                .when(new RecordNegotiationRound(NegotiationTopic.PRICE, null, null, "3937.50", null, null, null))
                .on(tomorrow)
                .then(new NegotiationRoundRecorded(
                        OPPORTUNITY, NegotiationTopic.PRICE, null, null, "3937.50", tomorrow, null, null));
        ISSUED.when(new RecordNegotiationRound(NegotiationTopic.PRICE, "x", null, null, TODAY.minusDays(1), null, null))
                .thenRefused(ROUND_BEFORE_ISSUED, "/on");
        ISSUED.when(new RecordNegotiationRound(NegotiationTopic.DELIVERY, " ", null, "", null, null, null))
                .thenRefused(ROUND_EMPTY);
        ISSUED.when(new RecordNegotiationRound(
                        NegotiationTopic.CLAUSES, "x", null, null, TODAY.plusDays(1), null, null))
                .thenRefused(DAY_IN_FUTURE, "/on");
        DRAFT.when(new RecordNegotiationRound(NegotiationTopic.PRICE, "x", null, null, null, null, null))
                .thenRefused(QUOTATION_NOT_ISSUED);
    }

    @Test
    @DisplayName("R-100: accepted with all that a contract is drafted from, up to the last day of its validity")
    void is_accepted_while_valid() {
        for (var offer : List.of(ISSUED, NEGOTIATING)) {
            offer.when(new AcceptQuotation(null))
                    .then(ACCEPTANCE)
                    .when(new AcceptQuotation(null))
                    .thenNothing()
                    .when(new AcceptQuotation(TODAY.minusDays(1)))
                    .thenRefused(QUOTATION_ALREADY_ACCEPTED);
        }
        assertThat(ISSUED.when(new AcceptQuotation(null))
                        .on(LAST_DAY)
                        .decision()
                        .events())
                .hasSize(1);
        ISSUED.when(new AcceptQuotation(null)).on(LAST_DAY.plusDays(1)).thenRefused(QUOTATION_EXPIRED);
        DRAFT.when(new AcceptQuotation(null)).thenRefused(QUOTATION_NOT_ISSUED);
    }

    @Test
    @DisplayName("R-100: the day of the acceptance counts, on which it had been issued and which is not to come")
    void is_accepted_on_a_day_that_can_be() {
        var noted = LAST_DAY.plusDays(2);
        assertThat(ISSUED.when(new AcceptQuotation(LAST_DAY))
                        .on(noted)
                        .decision()
                        .events())
                .hasSize(1);
        ISSUED.when(new AcceptQuotation(LAST_DAY.plusDays(1))).on(noted).thenRefused(QUOTATION_EXPIRED);
        ISSUED.when(new AcceptQuotation(TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/acceptedOn");
        ISSUED.when(new AcceptQuotation(TODAY.minusDays(1))).thenRefused(ACCEPTED_BEFORE_ISSUED, "/acceptedOn");
    }

    @Test
    @DisplayName("R-100: rejected by the customer, with a reason")
    void is_rejected_with_a_reason() {
        NEGOTIATING
                .when(new RejectQuotation("too late"))
                .then(new QuotationRejected(OPPORTUNITY, "too late"))
                .when(new RejectQuotation("too late"))
                .thenNothing()
                .when(new RejectQuotation("price"))
                .thenRefused(QUOTATION_ALREADY_REJECTED);
        ISSUED.when(new RejectQuotation(" ")).thenRefused(REASON_MISSING, "/reason");
        DRAFT.when(new RejectQuotation("price")).thenRefused(QUOTATION_NOT_ISSUED);
    }

    @Test
    @DisplayName("R-100: expired by the clock when its last day has ended, once; nobody has a role to do it")
    void expires_when_its_last_day_has_ended() {
        ISSUED.when(new ExpireQuotation()).on(LAST_DAY).thenRefused(QUOTATION_STILL_VALID);
        NEGOTIATING
                .when(new ExpireQuotation())
                .on(LAST_DAY.plusDays(1))
                .then(new QuotationExpired(OPPORTUNITY, LAST_DAY))
                .when(new ExpireQuotation())
                .on(LAST_DAY.plusDays(2))
                .thenNothing();
        DRAFT.when(new ExpireQuotation()).on(LAST_DAY.plusDays(1)).thenRefused(QUOTATION_NOT_ISSUED);
        ACCEPTED.when(new ExpireQuotation()).on(LAST_DAY.plusDays(1)).thenRefused(QUOTATION_ALREADY_ACCEPTED);
        assertThat(QUOTATION.command(ExpireQuotation.class).roles()).isEmpty();
        assertThat(QUOTATION.command(AcceptQuotation.class).roles()).isNotEmpty();
    }

    @Test
    void stays_as_it_ended() {
        var further = List.<Command>of(
                new IssueQuotation(),
                new RecordNegotiationRound(NegotiationTopic.PRICE, "x", null, null, null, null, null),
                new RejectQuotation("x"));
        further.forEach(command -> ACCEPTED.when(command).thenRefused(QUOTATION_ALREADY_ACCEPTED));
        further.forEach(command -> REJECTED.when(command).thenRefused(QUOTATION_ALREADY_REJECTED));
        further.forEach(command -> EXPIRED.when(command).thenRefused(QUOTATION_EXPIRED));
        REJECTED.when(new AcceptQuotation(null)).thenRefused(QUOTATION_ALREADY_REJECTED);
    }

    @Test
    void shows_how_far_it_is_and_hangs_on_its_opportunity() {
        assertThat(List.of(DRAFT, ISSUED, NEGOTIATING, ACCEPTED, REJECTED, EXPIRED))
                .map(quotation -> QuotationView.of(quotation.state()).status())
                .containsExactly("DRAFT", "ISSUED", "NEGOTIATING", "ACCEPTED", "REJECTED", "EXPIRED");
        var row = QUOTATION.event(QuotationAccepted.class);
        assertThat(row.root().apply(Scenario.ID, ACCEPTANCE)).isEqualTo(OPPORTUNITY);
    }

    private static void refusesLine(OfferedLine line, Refusal reason, String pointer) {
        NOTHING.when(draft(List.of(described("first", LINE), line), LAST_DAY, null))
                .thenRefused(reason, "/lines/1" + pointer);
    }

    private static void refusesPayments(Refusal reason, String pointer, PaymentTerm payment) {
        NOTHING.when(draft(List.of(LINE), LAST_DAY, List.of(payment))).thenRefused(reason, pointer);
    }
}
