package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaymentDatesTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final Money HALF = Money.of("50.00", "USD");
    private static final DueDate FIRES = DueDate.startOf(DAY, new FireTrigger(Trigger.DATE, null, DAY))
            .part("1")
            .ownedBy("kim");
    private static final Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> PLANNED = Scenario.of(
                    PAYMENT_SCHEDULE)
            .given(new PaymentScheduleSet(
                    ID,
                    ID,
                    ID,
                    "kim",
                    Money.of("100.00", "USD"),
                    List.of(
                            new Instalment(1, "by day", HALF, Trigger.DATE, DAY, null, null),
                            new Instalment(2, "by acceptance", HALF, Trigger.ACCEPTANCE, null, null, null)),
                    null,
                    null));
    private static final Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> DUE =
            PLANNED.given(new InstalmentBecameDue(1, HALF, DAY, "kim", null));

    @Test
    @DisplayName("R-135: an instalment by day is due when its day begins, and what it is sent makes it so")
    void an_agreed_day_is_waited_for_until_it_is_due() {
        assertThat(AGREED_DAY.dates().apply(PLANNED.state())).containsExactly(FIRES);
        PLANNED.when((FireTrigger) FIRES.command()).on(DAY).then(new InstalmentBecameDue(1, HALF, DAY, "kim", null));
        assertThat(AGREED_DAY.dates().apply(DUE.state())).isEmpty();
    }

    @Test
    @DisplayName("R-141: an instalment is overdue when the day to pay by has ended, and what it is sent makes it so")
    void the_day_to_pay_by_is_waited_for_until_it_is_paid_or_overdue() {
        assertThat(OVERDUE.dates().apply(PLANNED.state())).isEmpty();
        assertThat(OVERDUE.dates().apply(DUE.state())).containsExactly(overdue(DAY));
        var late = new InstalmentOverdue(1, HALF, DAY, "kim");
        DUE.when((MarkOverdue) overdue(DAY).command()).on(DAY.plusDays(1)).then(late);
        assertThat(OVERDUE.dates().apply(DUE.given(late).state())).isEmpty();
        var paid = DUE.given(new PaymentReceived("R-1", HALF, DAY, "kim"), new PaymentMatched("R-1", 1, HALF));
        assertThat(OVERDUE.dates().apply(paid.state())).isEmpty();
    }

    @Test
    void an_invoice_moves_the_day_to_pay_by() {
        var invoiced = DUE.given(new InvoiceIssued(1, "I-1", HALF, DAY, DAY.plusDays(30)));
        assertThat(OVERDUE.dates().apply(invoiced.state())).containsExactly(overdue(DAY.plusDays(30)));
    }

    private static DueDate overdue(LocalDate day) {
        return DueDate.endOf(day, new MarkOverdue(1)).part("1").ownedBy("kim");
    }
}
