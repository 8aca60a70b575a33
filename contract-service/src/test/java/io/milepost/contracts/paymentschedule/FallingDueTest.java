package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the trigger to the day after the last day. */
class FallingDueTest {
    @Nested
    @DisplayName("R-135: an instalment falls due when its trigger fires")
    class Triggers {

        @Test
        void a_milestone_fires_what_waits_for_it_once() {
            var reached = new FireTrigger(Trigger.MILESTONE, "M1", YESTERDAY);
            aSchedule()
                    .when(reached)
                    .then(due(2, "500.00", YESTERDAY))
                    .when(reached)
                    .thenNothing();
            aSchedule()
                    .when(new FireTrigger(Trigger.MILESTONE, "M2", YESTERDAY))
                    .thenNothing();
        }

        @Test
        void the_comprehensive_acceptance_fires_with_the_days_agreed() {
            aSchedule()
                    .when(new FireTrigger(Trigger.ACCEPTANCE, null, TODAY))
                    .then(due(3, "200.00", TODAY.plusDays(10)));
        }

        @Test
        void an_accepted_item_fires_its_own_and_the_comprehensive_acceptance_the_rest() {
            var press = new Instalment(1, "press", usd("600.00"), Trigger.ACCEPTANCE, null, "press", null);
            var rest = new Instalment(2, "rest", usd("400.00"), Trigger.ACCEPTANCE, null, null, null);
            nothing()
                    .given(set(VALUE, press, rest))
                    .when(new FireTrigger(Trigger.ACCEPTANCE, "press", YESTERDAY))
                    .then(due(1, "600.00", YESTERDAY))
                    .when(new FireTrigger(Trigger.ACCEPTANCE, null, TODAY))
                    .then(due(2, "400.00", TODAY));
            nothing()
                    .given(set(VALUE, press, rest))
                    .when(new FireTrigger(Trigger.ACCEPTANCE, null, TODAY))
                    .then(due(1, "600.00", TODAY), due(2, "400.00", TODAY));
        }

        @Test
        void somebody_may_say_that_it_fired() {
            aSchedule()
                    .when(new TriggerInstalment(2, YESTERDAY))
                    .then(due(2, "500.00", YESTERDAY))
                    .when(new TriggerInstalment(2, null))
                    .thenNothing()
                    .when(new TriggerInstalment(3, null))
                    .then(due(3, "200.00", TODAY.plusDays(10)))
                    .when(new TriggerInstalment(9, null))
                    .thenRefused(INSTALMENT_UNKNOWN, "/number");
            aSchedule().when(new TriggerInstalment(2, TOMORROW)).thenRefused(DAY_IN_FUTURE, "/on");
        }

        @Test
        @DisplayName("a day of the calendar fires on that day and not before, however late the timer is")
        void the_calendar_fires_on_its_day() {
            var byDay =
                    nothing().given(set(VALUE, new Instalment(1, "by day", VALUE, Trigger.DATE, TOMORROW, null, null)));
            byDay.when(new TriggerInstalment(1, YESTERDAY)).thenRefused(DAY_IN_FUTURE, "/on");
            byDay.when(new FireTrigger(Trigger.DATE, null, TODAY)).thenNothing();
            byDay.when(new FireTrigger(Trigger.DATE, null, TOMORROW)).then(due(1, "1000.00", TOMORROW));
            for (var late : List.of(TOMORROW, TOMORROW.plusDays(30))) {
                byDay.when(new TriggerInstalment(1, null)).on(late).then(due(1, "1000.00", TOMORROW));
            }
        }
    }

    @Nested
    @DisplayName("R-139: an instalment is invoiced when its trigger has fired")
    class Invoices {

        @Test
        void is_invoiced_once() {
            aSchedule()
                    .when(new IssueInvoice(1, "I-1", null, null))
                    .then(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY))
                    .when(new IssueInvoice(1, "I-1", null, null))
                    .thenNothing()
                    .when(new IssueInvoice(1, " i-1", TODAY, TODAY))
                    .thenNothing()
                    .when(new IssueInvoice(1, "I-1", YESTERDAY, null))
                    .thenRefused(INSTALMENT_ALREADY_INVOICED)
                    .when(new IssueInvoice(1, "I-1", null, TOMORROW))
                    .thenRefused(INSTALMENT_ALREADY_INVOICED)
                    .when(new IssueInvoice(1, "I-2", null, null))
                    .thenRefused(INSTALMENT_ALREADY_INVOICED)
                    .given(due(2, "500.00", TODAY))
                    .when(new IssueInvoice(2, "I\u00a0-1", null, null))
                    .then(new InvoiceIssued(2, "I\u00a0-1", usd("500.00"), TODAY, TODAY))
                    .given(due(3, "200.00", TODAY))
                    .when(new IssueInvoice(3, "i -1", null, null))
                    .thenRefused(INVOICE_NO_TAKEN, "/invoiceNo");
        }

        @Test
        void keeps_the_day_agreed_unless_it_states_another() {
            var fired = aDueSchedule();
            fired.when(new IssueInvoice(3, "I-1", TODAY, null))
                    .then(new InvoiceIssued(3, "I-1", usd("200.00"), TODAY, TODAY.plusDays(10)));
            fired.when(new IssueInvoice(1, "I-1", YESTERDAY, TOMORROW))
                    .then(new InvoiceIssued(1, "I-1", usd("300.00"), YESTERDAY, TOMORROW));
        }
    }

    @Nested
    @DisplayName("R-141: what is not paid in time is overdue")
    class Overdue {

        @Test
        @DisplayName("G15: an advance that is overdue is missed")
        void the_advance_is_missed_once() {
            aSchedule()
                    .when(new MarkOverdue(1))
                    .then(
                            new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"),
                            new AdvancePaymentMissed(1, usd("300.00"), YESTERDAY, "kim", null))
                    .when(new MarkOverdue(1))
                    .thenNothing();
        }

        @Test
        @DisplayName("G15: what was not due at signature is no advance")
        void only_an_advance_is_missed() {
            aDueSchedule()
                    .when(new MarkOverdue(2))
                    .on(TOMORROW)
                    .then(new InstalmentOverdue(2, usd("500.00"), TODAY, "kim"));
        }

        @Test
        void is_overdue_with_what_is_open_the_day_after() {
            var partly = aDueSchedule().given(received("R-1", "100.00"), matched("R-1", 2, "100.00"));
            partly.when(new MarkOverdue(2)).thenNothing();
            partly.when(new MarkOverdue(2)).on(TOMORROW).then(new InstalmentOverdue(2, usd("400.00"), TODAY, "kim"));
        }

        @Test
        void a_timer_that_comes_late_leaves_alone_what_is_paid_or_has_another_day() {
            aDueSchedule()
                    .given(received("R-1", "500.00"), matched("R-1", 2, "500.00"))
                    .when(new MarkOverdue(2))
                    .on(TOMORROW)
                    .thenNothing();
            aSchedule()
                    .given(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TOMORROW))
                    .when(new MarkOverdue(1))
                    .thenNothing();
            aSchedule().when(new MarkOverdue(2)).thenNothing();
            aSchedule().when(new MarkOverdue(9)).thenRefused(INSTALMENT_UNKNOWN);
        }

        @Test
        void paying_it_ends_it() {
            var overdue = aSchedule().given(new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"));
            assertThat(view(overdue).overdue()).isEqualTo(usd("300.00"));
            var paid = overdue.given(received("R-1", "300.00"), matched("R-1", 1, "300.00"));
            assertThat(view(paid).overdue()).isEqualTo(usd("0.00"));
        }
    }

    private static PaymentScheduleView view(
            Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> schedule) {
        return PaymentScheduleView.of(schedule.state());
    }
}
