package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** payments follow the amendments of their contract. */
class RebaseliningTest {
    private static final UUID ORDER = UUID.fromString("01900000-0000-7000-8000-0000000000d1");

    @Test
    @DisplayName("R-138: what an amendment adds is due on the day from which it counts, where nothing else was agreed")
    void an_increase_is_an_instalment_of_its_own() {
        var added = new Instalment(4, "amendment 1", usd("100.00"), Trigger.DATE, TODAY, null, null);
        var amended = aSchedule()
                .when(amend(1, "100.00"))
                .then(rebaselined(1, "1000.00", "1100.00", List.of(), added), due(4, "100.00", TODAY))
                .when(amend(1, "100.00"))
                .thenNothing();
        var view = PaymentScheduleView.of(amended.state());
        assertThat(view.value()).isEqualTo(usd("1100.00"));
        assertThat(view.originalValue()).isEqualTo(VALUE);
        assertThat(view.amendments()).containsExactly(1);
        assertThat(view.instalments().getLast().addedBy()).isEqualTo(1);
    }

    @Test
    @DisplayName("R-135, R-138: an increase is paid as its own plan says; its signature is a day and no advance")
    void an_increase_has_a_plan() {
        var half = new BigDecimal("50");
        var payments = List.of(
                new PaymentTerm("at signature", null, half, Trigger.SIGNATURE, null, null, 5),
                new PaymentTerm("at acceptance", null, half, Trigger.ACCEPTANCE, null, null, null));
        aSchedule()
                .when(new RebaselinePayments(ORDER, 1, usd("99.99"), TOMORROW, payments, null, null, null))
                .then(new PaymentScheduleRebaselined(
                        CONTRACT,
                        ORDER,
                        1,
                        VALUE,
                        usd("1099.99"),
                        TOMORROW,
                        List.of(),
                        List.of(
                                new Instalment(4, "at signature", usd("50.00"), Trigger.DATE, TOMORROW, null, 5),
                                new Instalment(
                                        5, "at acceptance", usd("49.99"), Trigger.ACCEPTANCE, null, null, null))));
    }

    @Test
    @DisplayName("R-138: what an amendment takes away is taken from the last instalments that nobody has paid")
    void a_reduction_takes_from_the_end() {
        var amended = aSchedule()
                .when(amend(1, "-350.00"))
                .then(rebaselined(
                        1, "1000.00", "650.00", List.of(smaller(2, "500.00", "350.00"), smaller(3, "200.00", "0.00"))));
        var view = PaymentScheduleView.of(amended.state());
        assertThat(view.instalments())
                .extracting(PaymentScheduleView.InstalmentView::amount)
                .containsExactly(usd("300.00"), usd("350.00"), usd("0.00"));
        assertThat(view.instalments().getLast().changedBy()).containsExactly(1);
    }

    @Test
    @DisplayName("R-138: money that has paid what is taken away is free again")
    void what_was_paid_too_much_is_free() {
        var paid = aDueSchedule()
                .given(received("R-1", "800.00"), matched("R-1", 1, "300.00"), matched("R-1", 2, "500.00"));
        var amended = paid.when(amend(1, "-900.00"))
                .then(
                        rebaselined(
                                1,
                                "1000.00",
                                "100.00",
                                List.of(
                                        smaller(1, "300.00", "100.00"),
                                        smaller(2, "500.00", "0.00"),
                                        smaller(3, "200.00", "0.00"))),
                        new PaymentReleased("R-1", 2, usd("500.00")),
                        new PaymentReleased("R-1", 1, usd("200.00")),
                        new PaymentScheduleFullyCollected(CONTRACT, usd("100.00"), TODAY));
        assertThat(PaymentScheduleView.of(amended.state()).receipts().getFirst().unmatched())
                .isEqualTo(usd("700.00"));
    }

    @Test
    @DisplayName(
            "R-138, R-142: what a credit note took off is not collected, also where an amendment ends the collection")
    void what_was_credited_is_not_collected() {
        var credited = aDueSchedule()
                .given(
                        new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY),
                        new CreditNoteIssued(1, "C-1", "I-1", usd("50.00"), "complaint", TODAY),
                        received("R-1", "250.00"),
                        matched("R-1", 1, "250.00"));
        assertThat(credited.when(amend(1, "-700.00")).decision().events())
                .hasSize(2)
                .endsWith(new PaymentScheduleFullyCollected(CONTRACT, usd("250.00"), TODAY));
    }

    @Test
    @DisplayName("R-142: a contract that was fully collected is open again when an amendment adds to it")
    void a_collected_contract_is_open_again() {
        var collected = aDueSchedule()
                .given(
                        received("R-1", "1000.00"),
                        matched("R-1", 1, "300.00"),
                        matched("R-1", 2, "500.00"),
                        matched("R-1", 3, "200.00"));
        var added = new Instalment(4, "amendment 2", usd("1.00"), Trigger.DATE, TODAY, null, null);
        collected
                .when(amend(2, "1.00"))
                .then(
                        rebaselined(2, "1000.00", "1001.00", List.of(), added),
                        due(4, "1.00", TODAY),
                        new PaymentScheduleCollectionReopened(CONTRACT, usd("1.00"), TODAY));
    }

    @Test
    @DisplayName("R-138: an open instalment by date gets another day and falls due on it")
    void an_instalment_is_put_off() {
        var day = new Instalment(1, "rate", VALUE, Trigger.DATE, YESTERDAY, null, null);
        var late = nothing()
                .given(
                        set(VALUE, day),
                        due(1, "1000.00", YESTERDAY),
                        new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"));
        assertThat(late.state().movable()).containsExactly(1);
        var moved = late.when(moving(TOMORROW))
                .then(rebaselined(
                        1,
                        "1000.00",
                        "1000.00",
                        List.of(new InstalmentChange(1, VALUE, VALUE, YESTERDAY, TOMORROW, null, null))));
        assertThat(PaymentScheduleView.of(moved.state())
                        .instalments()
                        .getFirst()
                        .status())
                .isEqualTo("PLANNED");
        moved.when(new FireTrigger(Trigger.DATE, null, TOMORROW)).on(TOMORROW).then(due(1, "1000.00", TOMORROW));
        late.when(moving(TODAY))
                .then(
                        rebaselined(
                                1,
                                "1000.00",
                                "1000.00",
                                List.of(new InstalmentChange(1, VALUE, VALUE, YESTERDAY, TODAY, null, null))),
                        due(1, "1000.00", TODAY));
        assertThat(aSchedule().state().movable()).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused() {
        aSchedule()
                .when(amend(1, "-1000.01"))
                .thenRefused(VALUE_NEGATIVE, "/change")
                .when(amend(1, "999999999999999.99"))
                .thenRefused(AMOUNT_TOO_LARGE, "/change")
                .when(new RebaselinePayments(ORDER, 1, Money.of("1", "EUR"), TODAY, null, null, null, null))
                .thenRefused(CURRENCIES_MIXED, "/change/currency")
                .when(new RebaselinePayments(
                        ORDER,
                        1,
                        usd("10.00"),
                        TODAY,
                        List.of(term("half", "50", Trigger.SIGNATURE, null, null)),
                        null,
                        null,
                        null))
                .thenRefused(PAYMENTS_FAULTY, "/payments");
    }

    private static RebaselinePayments amend(int number, String change) {
        return new RebaselinePayments(ORDER, number, usd(change), TODAY, null, null, null, null);
    }

    private static RebaselinePayments moving(LocalDate day) {
        return new RebaselinePayments(ORDER, 1, usd("0.00"), TODAY, null, List.of(new PaymentMove(1, day)), null, null);
    }

    private static InstalmentChange smaller(int number, String before, String after) {
        return new InstalmentChange(number, usd(before), usd(after), null, null, null, null);
    }

    private static PaymentScheduleRebaselined rebaselined(
            int number, String before, String value, List<InstalmentChange> changed, Instalment... added) {
        return new PaymentScheduleRebaselined(
                CONTRACT, ORDER, number, usd(before), usd(value), TODAY, changed, List.of(added));
    }
}
