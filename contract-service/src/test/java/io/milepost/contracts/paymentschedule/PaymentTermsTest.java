package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleView.InstalmentView;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("R-135: each instalment says how it is paid, and by which day or end of a month")
class PaymentTermsTest {
    private static final LocalDate SIGNED = LocalDate.parse("2026-01-31");
    private static final SignedContract BY_TRANSFER =
            new SignedContract(OPPORTUNITY, ACCOUNT, VALUE, SIGNED, "bank transfer", null);
    private static final Instalment LATER =
            new Instalment(1, "all", VALUE, Trigger.ACCEPTANCE, null, null, 30, "cheque", true);
    private static final LocalDate ACCEPTED = LocalDate.parse("2026-02-01");
    private static final LocalDate END_OF_MARCH = LocalDate.parse("2026-03-31");
    private static final InstalmentBecameDue BECAME_DUE =
            new InstalmentBecameDue(1, VALUE, END_OF_MARCH, "kim", ACCEPTED);

    private static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> later() {
        return nothing().given(set(VALUE, SIGNED, LATER));
    }

    @Test
    @DisplayName("R-135: an instalment is paid as it says, and where it says nothing as the contract does")
    void the_contract_says_how_the_others_are_paid() {
        var planned = nothing()
                .when(plan(
                        VALUE,
                        null,
                        term("40", Trigger.SIGNATURE, "letter of credit", null),
                        term("60", Trigger.ACCEPTANCE, null, true)))
                .reading(BY_TRANSFER)
                .then(
                        set(
                                VALUE,
                                SIGNED,
                                new Instalment(
                                        1,
                                        "part",
                                        usd("400.00"),
                                        Trigger.SIGNATURE,
                                        null,
                                        null,
                                        30,
                                        "letter of credit",
                                        null),
                                new Instalment(
                                        2,
                                        "part",
                                        usd("600.00"),
                                        Trigger.ACCEPTANCE,
                                        null,
                                        null,
                                        30,
                                        "bank transfer",
                                        true)),
                        due(1, "400.00", LocalDate.parse("2026-03-02")));
        var shown = PaymentScheduleView.of(planned.state()).instalments();
        assertThat(shown).extracting(InstalmentView::method).containsExactly("letter of credit", "bank transfer");
        assertThat(shown).extracting(InstalmentView::endOfMonth).containsExactly(false, true);
        nothing()
                .when(plan(VALUE, null, term("100", Trigger.SIGNATURE, " ", null)))
                .reading(BY_TRANSFER)
                .thenRefused(PAYMENTS_FAULTY, "/payments/0/method");
    }

    @Test
    @DisplayName("R-135: a schedule from before is read, and shows no way of payment that nobody stated")
    void an_old_schedule_is_read() {
        var old = Json.mapper().readValue("""
                         {"number": 1, "label": "all", "amount": {"amount": "1000.00", "currency": "USD"},
                          "trigger": "ACCEPTANCE", "daysAfter": 30}\
                         """, Instalment.class);
        var due = Json.mapper().readValue("""
                         {"number": 1, "amount": {"amount": "1000.00", "currency": "USD"}, "dueOn": "2026-03-03",
                          "owner": "kim"}\
                         """, InstalmentBecameDue.class);
        var schedule = nothing().given(set(VALUE, SIGNED, old), due);
        var shown = PaymentScheduleView.of(schedule.state()).instalments().getFirst();
        assertThat(shown.method()).isNull();
        assertThat(shown.endOfMonth()).isFalse();
        assertThat(shown.dueOn()).isEqualTo("2026-03-03");
        schedule.when(new TriggerInstalment(1, ACCEPTED)).thenNothing();
    }

    @Nested
    @DisplayName("R-135: what may be paid until the end of a month")
    class EndOfMonth {

        @Test
        void is_due_on_the_last_day_of_the_month_in_which_its_days_end() {
            later().when(new FireTrigger(Trigger.ACCEPTANCE, null, ACCEPTED)).then(BECAME_DUE);
            later().when(new TriggerInstalment(1, ACCEPTED.minusDays(1)))
                    .then(new InstalmentBecameDue(1, VALUE, END_OF_MARCH, "kim", ACCEPTED.minusDays(1)));
            var leap = new Instalment(1, "all", VALUE, Trigger.SIGNATURE, null, null, null, null, true);
            assertThat(leap.payableFrom(LocalDate.parse("2028-02-01"))).isEqualTo("2028-02-29");
            assertThat(leap.payableFrom(LocalDate.parse("2027-12-31"))).isEqualTo("2027-12-31");
        }

        @Test
        void still_knows_when_its_trigger_fired() {
            var due = later().given(BECAME_DUE);
            due.when(new TriggerInstalment(1, ACCEPTED))
                    .thenNothing()
                    .when(new TriggerInstalment(1, ACCEPTED.plusDays(1)))
                    .thenRefused(INSTALMENT_ALREADY_DUE, "/on")
                    .when(new IssueInvoice(1, "I-1", ACCEPTED.minusDays(1), null))
                    .thenRefused(INVOICED_BEFORE_TRIGGER, "/issuedOn")
                    .when(new IssueInvoice(1, "I-1", ACCEPTED, null))
                    .then(new InvoiceIssued(1, "I-1", VALUE, ACCEPTED, END_OF_MARCH));
            assertThat(OVERDUE.dates().apply(due.state()))
                    .extracting(date -> date.command())
                    .containsExactly(new MarkOverdue(1));
            due.when(new MarkOverdue(1)).on(END_OF_MARCH).thenNothing();
            due.when(new MarkOverdue(1))
                    .on(END_OF_MARCH.plusDays(1))
                    .then(new InstalmentOverdue(1, VALUE, END_OF_MARCH, "kim"));
        }
    }

    @Nested
    @DisplayName("R-135, R-138: an amendment changes how the contract is paid")
    class Amended {
        private final RebaselinePayments byCard =
                new RebaselinePayments(OPPORTUNITY, 1, usd("0.00"), TODAY, null, null, "cheque", "card");

        @Test
        void what_is_still_to_be_paid_follows_and_what_has_a_way_of_its_own_does_not() {
            later().when(byCard)
                    .then(rebaselined(
                            "1000.00", List.of(new InstalmentChange(1, VALUE, VALUE, null, null, "cheque", "card"))));
            var unstated = new Instalment(1, "all", VALUE, Trigger.ACCEPTANCE, null, null, null);
            var amended = nothing()
                    .given(set(VALUE, SIGNED, unstated))
                    .when(byCard)
                    .then(rebaselined(
                            "1000.00", List.of(new InstalmentChange(1, VALUE, VALUE, null, null, null, "card"))));
            assertThat(PaymentScheduleView.of(amended.state())
                            .instalments()
                            .getFirst()
                            .method())
                    .isEqualTo("card");
            var ownWay = new Instalment(1, "all", VALUE, Trigger.ACCEPTANCE, null, null, null, "cash", null);
            nothing().given(set(VALUE, SIGNED, ownWay)).when(byCard).then(rebaselined("1000.00", List.of()));
            later().given(BECAME_DUE, received("R-1", "1000.00"), matched("R-1", 1, "1000.00"))
                    .when(byCard)
                    .then(rebaselined("1000.00", List.of()));
        }

        @Test
        void what_it_adds_is_paid_as_the_contract_says_then() {
            var more = new RebaselinePayments(OPPORTUNITY, 1, usd("50.00"), TOMORROW, null, null, null, null);
            later().when(more).reading(BY_TRANSFER).then(rebaselined("1050.00", List.of(), added("bank transfer")));
            var otherwise = new RebaselinePayments(OPPORTUNITY, 1, usd("50.00"), TOMORROW, null, null, "x", "card");
            later().when(otherwise).reading(BY_TRANSFER).then(rebaselined("1050.00", List.of(), added("card")));
        }

        private Instalment added(String method) {
            return new Instalment(2, "amendment 1", usd("50.00"), Trigger.DATE, TOMORROW, null, null, method, null);
        }

        private PaymentScheduleRebaselined rebaselined(
                String value, List<InstalmentChange> changed, Instalment... added) {
            var on = added.length == 0 ? TODAY : TOMORROW;
            return new PaymentScheduleRebaselined(
                    CONTRACT, OPPORTUNITY, 1, VALUE, usd(value), on, changed, List.of(added));
        }
    }

    private static PaymentTerm term(
            String percent, Trigger trigger, @Nullable String method, @Nullable Boolean endOfMonth) {
        return new PaymentTerm("part", null, new BigDecimal(percent), trigger, null, null, 30, method, endOfMonth);
    }
}
