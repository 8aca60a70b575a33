package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.Quotations.ACCEPTANCE;
import static io.milepost.opportunities.quotation.Quotations.DRAFT;
import static io.milepost.opportunities.quotation.Quotations.EXPIRED;
import static io.milepost.opportunities.quotation.Quotations.ISSUED;
import static io.milepost.opportunities.quotation.Quotations.LAST_DAY;
import static io.milepost.opportunities.quotation.Quotations.LINE;
import static io.milepost.opportunities.quotation.Quotations.OF_OFFERS;
import static io.milepost.opportunities.quotation.Quotations.OPPORTUNITY;
import static io.milepost.opportunities.quotation.Quotations.TODAY;
import static io.milepost.opportunities.quotation.Quotations.described;
import static io.milepost.opportunities.quotation.Quotations.draft;
import static io.milepost.opportunities.quotation.Quotations.line;
import static io.milepost.opportunities.quotation.Quotations.revise;
import static io.milepost.opportunities.quotation.Quotations.revised;
import static io.milepost.opportunities.quotation.Quotations.usd;
import static io.milepost.opportunities.quotation.Quotations.view;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an offer comes to: its amounts, its currency, and the days of what follows from it. */
class OfferTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_OFFERS);
    private static final Scenario<Quotation, Command, QuotationEvent> NOTHING = Quotations.NOTHING.recording(REACHED);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-097: a line is worth 15 digits at most, whatever quantity and price are by themselves")
    void a_line_comes_to_an_amount_that_can_be_stored() {
        NOTHING.when(draft(List.of(described("first", LINE), line("4930123456789", "1299.00", null)), LAST_DAY, null))
                .thenRefused(AMOUNT_TOO_LARGE, "/lines/1/quantity");
        NOTHING.when(draft(List.of(line("10", "100000000000000.00", null)), LAST_DAY, null))
                .thenRefused(AMOUNT_TOO_LARGE, "/lines/0/quantity");
        DRAFT.recording(REACHED)
                .when(revise(line("4930123456789", "1299.00", null)))
                .thenRefused(AMOUNT_TOO_LARGE, "/lines/0/quantity");
        assertThat(value(line("10", "99999999999999.99", null))).isEqualTo(usd("999999999999999.90"));
        assertThat(value(line("10", "100000000000000.00", "0.01"))).isEqualTo(usd("999900000000000.00"));
    }

    @Test
    @DisplayName("R-097: and so is the value of all lines")
    void the_lines_come_to_a_value_that_can_be_stored() {
        var most = line("1", "999999999999999.98", null);
        NOTHING.when(draft(List.of(most, described("rest", line("1", "0.02", null))), LAST_DAY, null))
                .thenRefused(AMOUNT_TOO_LARGE, "/lines");
        assertThat(value(most, described("rest", line("1", "0.01", null)))).isEqualTo(usd("999999999999999.99"));
    }

    @Test
    void stays_in_its_currency() {
        var euros = new OfferedLine("GTX Pro", null, BigDecimal.ONE, Money.of("1.00", "EUR"), null);
        DRAFT.recording(REACHED).when(revise(euros)).thenRefused(CURRENCY_CHANGED, "/lines/0/unitPrice/currency");
        DRAFT.when(revise(line("1", "1.00", null))).then(revised(2, line("1", "1.00", null)));
    }

    @Test
    @DisplayName("R-097: what is offered is still to be delivered and paid")
    void promises_nothing_for_a_day_that_has_passed() {
        NOTHING.when(delivered(YESTERDAY, null)).thenRefused(DAY_PAST, "/deliveryDeadline");
        NOTHING.when(delivered(TODAY, YESTERDAY)).thenRefused(DAY_PAST, "/payments/0/dueOn");
        assertThat(NOTHING.when(delivered(TODAY, TODAY)).decision().events()).hasSize(1);
    }

    @Test
    @DisplayName("R-097: an offer is valid for five years at most, delivered and paid within fifty")
    void promises_nothing_for_a_day_too_far_away() {
        var never = LocalDate.parse("9999-12-31");
        NOTHING.when(draft(List.of(LINE), never, null)).thenRefused(DAY_IMPLAUSIBLE, "/validUntil");
        NOTHING.when(draft(List.of(LINE), TODAY.plusYears(5).plusDays(1), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/validUntil");
        assertThat(NOTHING.when(draft(List.of(LINE), TODAY.plusYears(5), null))
                        .decision()
                        .events())
                .hasSize(1);
        NOTHING.when(delivered(never, TODAY)).thenRefused(DAY_IMPLAUSIBLE, "/deliveryDeadline");
        NOTHING.when(delivered(TODAY, never)).thenRefused(DAY_IMPLAUSIBLE, "/payments/0/dueOn");
        var revised = Quotations.revise(LINE);
        DRAFT.recording(REACHED)
                .when(new ReviseQuotation(
                        revised.priceListId(), revised.lines(), never, null, null, null, null, null, null))
                .thenRefused(DAY_IMPLAUSIBLE, "/validUntil");
    }

    @Test
    @DisplayName("R-100: accepted in time and noted late, an offer is accepted, also when it has expired meanwhile")
    void an_acceptance_in_time_is_noted_late() {
        var late = LAST_DAY.plusDays(3);
        var accepted = EXPIRED.when(new AcceptQuotation(TODAY))
                .on(late)
                .then(ACCEPTANCE)
                .when(new AcceptQuotation(TODAY))
                .on(late)
                .thenNothing();
        assertThat(view(accepted).status()).isEqualTo("ACCEPTED");
        assertThat(view(accepted).acceptedOn()).isEqualTo(TODAY);
        accepted.when(new ExpireQuotation()).on(late).thenRefused(QUOTATION_ALREADY_ACCEPTED);
        EXPIRED.when(new AcceptQuotation(LAST_DAY.plusDays(1))).on(late).thenRefused(QUOTATION_EXPIRED);
        EXPIRED.when(new AcceptQuotation(null)).on(late).thenRefused(QUOTATION_EXPIRED);
        EXPIRED.when(new AcceptQuotation(YESTERDAY)).on(late).thenRefused(ACCEPTED_BEFORE_ISSUED, "/acceptedOn");
    }

    @Test
    @DisplayName("R-099: rounds are held from the day on which the quotation was first issued, whatever its revision")
    void a_round_follows_the_first_issue() {
        ISSUED.when(round(YESTERDAY)).thenRefused(ROUND_BEFORE_ISSUED, "/on");
        ISSUED.when(round(TODAY)).then(recorded(TODAY));
        var again =
                ISSUED.given(revised(2, LINE), new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY.plusDays(5), 2, null));
        again.when(round(TODAY)).on(TODAY.plusDays(5)).then(recorded(TODAY));
        again.when(round(YESTERDAY)).on(TODAY.plusDays(5)).thenRefused(ROUND_BEFORE_ISSUED, "/on");
    }

    @Test
    @DisplayName("R-099: a round is held with the customer or with a partner, who is named, also between two revisions")
    void a_round_is_held_with_customer_or_partner() {
        var with = new RecordNegotiationRound(
                NegotiationTopic.RIGHTS_AND_DUTIES, null, null, "they install", null, Counterpart.PARTNER, "Hart Ltd");
        var kept = new NegotiationRoundRecorded(
                OPPORTUNITY,
                NegotiationTopic.RIGHTS_AND_DUTIES,
                null,
                null,
                "they install",
                TODAY,
                Counterpart.PARTNER,
                "Hart Ltd");
        ISSUED.when(with).then(kept).when(with).thenNothing();
        var revised = ISSUED.given(revised(2, line("1", "100.00", "40")));
        var pending = revised.given(new DiscountApprovalRequested(
                OPPORTUNITY, new BigDecimal("40"), new BigDecimal("15"), "kim", "a reference"));
        var approved = pending.given(new DiscountApproved(OPPORTUNITY, "lee", null));
        for (var between : List.of(revised, pending, approved)) {
            var after = between.when(with).then(kept);
            assertThat(view(after).rounds()).containsExactly(kept);
            assertThat(view(after).status()).isEqualTo(view(between).status());
        }
        DRAFT.when(with).thenRefused(QUOTATION_NOT_ISSUED);
        ISSUED.recording(REACHED)
                .when(new RecordNegotiationRound(
                        NegotiationTopic.PRICE, "x", null, null, null, Counterpart.PARTNER, null))
                .thenRefused(PARTNER_MISNAMED, "/partner");
        ISSUED.recording(REACHED)
                .when(new RecordNegotiationRound(
                        NegotiationTopic.PRICE, "x", null, null, null, Counterpart.CUSTOMER, "Hart Ltd"))
                .thenRefused(PARTNER_MISNAMED, "/partner");
        ISSUED.recording(REACHED)
                .when(new RecordNegotiationRound(
                        NegotiationTopic.PRICE, "x", null, null, null, Counterpart.PARTNER, " "))
                .thenRefused(TEXT_MISSING, "/partner");
    }

    private static RecordNegotiationRound round(LocalDate on) {
        return new RecordNegotiationRound(NegotiationTopic.PRICE, "4000", null, null, on, null, null);
    }

    private static NegotiationRoundRecorded recorded(LocalDate on) {
        return new NegotiationRoundRecorded(OPPORTUNITY, NegotiationTopic.PRICE, "4000", null, null, on, null, null);
    }

    private static Money value(OfferedLine... lines) {
        var drafted = NOTHING.when(draft(List.of(lines), LAST_DAY, null)).decision();
        return ((QuotationDrafted) drafted.events().getFirst()).value();
    }

    private static DraftQuotation delivered(LocalDate deadline, @Nullable LocalDate dueOn) {
        var payment = new PaymentTerm(
                "all",
                new BigDecimal("100"),
                dueOn == null ? PaymentTrigger.SIGNATURE : PaymentTrigger.DATE,
                dueOn,
                null,
                null);
        return new DraftQuotation(
                OPPORTUNITY,
                OPPORTUNITY,
                "kim",
                null,
                List.of(LINE),
                LAST_DAY,
                null,
                deadline,
                null,
                null,
                null,
                List.of(payment),
                null);
    }
}
