package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.DepositReceipts;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaymentScheduleTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(
            PAYMENT_SCHEDULE,
            List.of(
                    PROMISED_BEFORE_TODAY,
                    TEXT_MISSING,
                    VOUCHER_NO_MISSING,
                    VOUCHER_NO_TAKEN,
                    OTHER_CONTRACT_UNKNOWN,
                    ACCOUNT_DIFFERS,
                    AMOUNT_ABOVE_SURPLUS,
                    RECEIPT_GIVEN,
                    BEYOND_AUTHORITY,
                    GIVEN_UP_BY_OWNER,
                    MONEY_BY_OWNER,
                    INSTALMENT_WRITTEN_OFF,
                    INSTALMENT_NOT_INVOICED,
                    NOTHING_WRITTEN_OFF,
                    AMOUNT_ABOVE_OPEN,
                    CREDITED_BEFORE_INVOICED,
                    SETTLED_OTHERWISE));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Nested
    @DisplayName("R-133, R-135: the payments of a signed contract are planned")
    class Planning {

        @Test
        @DisplayName("R-134: what is payable at signature is due from the day of the signature")
        void is_set_once_with_the_advance_due() {
            var plan = plan(VALUE, YESTERDAY, TERMS.toArray(PaymentTerm[]::new));
            nothing()
                    .reading(contract(VALUE, YESTERDAY))
                    .recording(REACHED)
                    .when(plan)
                    .then(set(VALUE, INSTALMENTS.toArray(Instalment[]::new)), due(1, "300.00", YESTERDAY))
                    .when(plan)
                    .thenTaken();
        }

        @Test
        void without_payments_all_of_it_is_due_at_signature() {
            var whole = new Instalment(1, "contract value", VALUE, Trigger.SIGNATURE, null, null, null);
            nothing().when(plan(VALUE, null)).then(set(VALUE, TODAY, whole), due(1, "1000.00", TODAY));
        }

        @Test
        void a_contract_over_nothing_is_collected_from_the_start() {
            var zero = usd("0.00");
            nothing()
                    .reading(contract(zero, TODAY))
                    .when(plan(zero, TODAY))
                    .then(set(zero, TODAY), new PaymentScheduleFullyCollected(CONTRACT, zero, TODAY));
        }

        @Test
        @DisplayName("R-133: a schedule is that of a signed contract: its value, its parties and its day")
        void a_schedule_needs_its_contract() {
            var plan = plan(VALUE, null);
            var alone = Scenario.of(PAYMENT_SCHEDULE).recording(REACHED);
            alone.when(plan).thenRefused(CONTRACT_NOT_SIGNED);
            alone.reading(contract(VALUE, null)).when(plan).thenRefused(CONTRACT_NOT_SIGNED);
            var other = alone.reading(contract(usd("1000.01"), TODAY));
            other.when(plan).thenRefused(CONTRACT_DIFFERS, "/value");
            nothing().when(plan(VALUE, YESTERDAY)).thenRefused(CONTRACT_DIFFERS, "/signedOn");
            nothing()
                    .when(new PlanPayments(ACCOUNT, ACCOUNT, "kim", VALUE, null, List.of()))
                    .thenRefused(CONTRACT_DIFFERS, "/opportunityId");
            nothing()
                    .when(new PlanPayments(OPPORTUNITY, OPPORTUNITY, "kim", VALUE, null, List.of()))
                    .thenRefused(CONTRACT_DIFFERS, "/accountId");
        }

        @Test
        void a_day_that_has_come_is_due_and_one_to_come_is_not() {
            var past = byDate("past", "50", YESTERDAY);
            var later = byDate("later", "50", TOMORROW);
            var planned = set(
                    VALUE,
                    TODAY,
                    new Instalment(1, "past", usd("500.00"), Trigger.DATE, YESTERDAY, null, null),
                    new Instalment(2, "later", usd("500.00"), Trigger.DATE, TOMORROW, null, null));
            nothing().when(plan(VALUE, TODAY, past, later)).then(planned, due(1, "500.00", YESTERDAY));
        }

        @Test
        void states_what_can_be_paid() {
            refuses(new PlanPayments(OPPORTUNITY, ACCOUNT, " ", VALUE, null, List.of()), OWNER_MISSING, "/owner");
            refuses(plan(usd("-1.00"), null), VALUE_NEGATIVE, "/value");
            refuses(plan(VALUE, TOMORROW), DAY_IN_FUTURE, "/signedOn");
            refuses(plan(VALUE, null, term("half", "50", Trigger.SIGNATURE, null, null)), PAYMENTS_FAULTY, "/payments");
            var most = new PaymentTerm("most", usd("999999999999999.99"), null, Trigger.SIGNATURE, null, null, null);
            refuses(plan(usd("999999999999999.99"), null, most, most), AMOUNT_TOO_LARGE, "/payments");
            refuses(
                    plan(VALUE, null, term("all", "100", Trigger.MILESTONE, null, null)),
                    PAYMENTS_FAULTY,
                    "/payments/0/milestone");
        }

        private void refuses(PlanPayments plan, Refusal reason, String pointer) {
            nothing().recording(REACHED).when(plan).thenRefused(reason, pointer);
        }
    }

    @Nested
    @DisplayName("R-135, R-139, R-140: what cannot be billed, paid or undone")
    class SayingNo {

        @Test
        void an_invoice_states_what_can_be_paid() {
            var schedule = aSchedule().recording(REACHED);
            schedule.when(new IssueInvoice(2, "I-1", null, null)).thenRefused(INSTALMENT_NOT_DUE);
            schedule.when(new IssueInvoice(9, "I-1", null, null)).thenRefused(INSTALMENT_UNKNOWN, "/number");
            schedule.when(new IssueInvoice(1, " ", null, null)).thenRefused(INVOICE_NO_MISSING, "/invoiceNo");
            schedule.when(new IssueInvoice(1, "I-1", TOMORROW, null)).thenRefused(DAY_IN_FUTURE, "/issuedOn");
            schedule.when(new IssueInvoice(1, "I-1", TODAY, YESTERDAY)).thenRefused(DUE_BEFORE_ISSUED, "/dueOn");
            schedule.when(new IssueInvoice(1, "I-1", YESTERDAY.minusDays(1), null))
                    .thenRefused(BEFORE_SIGNED, "/issuedOn");
            schedule.when(new IssueInvoice(1, "I-1", TODAY, TODAY.plusDays(3651)))
                    .thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
            schedule.when(new IssueInvoice(1, "I-1", YESTERDAY, YESTERDAY.plusDays(3650)))
                    .then(new InvoiceIssued(1, "I-1", usd("300.00"), YESTERDAY, YESTERDAY.plusDays(3650)));
            aDueSchedule()
                    .given(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY))
                    .recording(REACHED)
                    .when(new IssueInvoice(2, "I-1", null, null))
                    .thenRefused(INVOICE_NO_TAKEN, "/invoiceNo");
        }

        @Test
        @DisplayName("R-139: an invoice is not older than what it bills")
        void an_invoice_is_issued_once_its_trigger_has_fired() {
            var schedule =
                    aSchedule().given(due(3, "200.00", TODAY.plusDays(10))).recording(REACHED);
            schedule.when(new IssueInvoice(3, "I-1", YESTERDAY, null))
                    .thenRefused(INVOICED_BEFORE_TRIGGER, "/issuedOn");
            schedule.when(new IssueInvoice(3, "I-1", TODAY, null))
                    .then(new InvoiceIssued(3, "I-1", usd("200.00"), TODAY, TODAY.plusDays(10)));
        }

        @Test
        @DisplayName(
                "R-139, R-140: a number of an invoice or a receipt is given once in the company, in whatever spelling")
        void numbers_are_given_once_in_the_company() {
            var schedule = aSchedule().recording(REACHED);
            schedule.when(new IssueInvoice(1, "i  1", null, null))
                    .holding("invoice=I 1", ACCOUNT)
                    .thenRefused(INVOICE_NO_TAKEN, "/invoiceNo");
            schedule.when(receipt("r  1", "1.00", null))
                    .holding("receipt=R 1", ACCOUNT)
                    .thenRefused(RECEIPT_NO_TAKEN, "/receiptNo");
            schedule.when(receipt("d 1", "1.00", null))
                    .reading(new DepositReceipts(List.of("D 1")))
                    .thenRefused(RECEIPT_NO_TAKEN, "/receiptNo");
        }

        @Test
        void a_receipt_states_what_was_paid() {
            var schedule = aSchedule().recording(REACHED);
            schedule.when(receipt(" ", "1.00", null)).thenRefused(RECEIPT_NO_MISSING, "/receiptNo");
            schedule.when(receipt("R-1", "0.00", null)).thenRefused(AMOUNT_NOT_POSITIVE, "/amount");
            schedule.when(new RecordReceipt("R-1", Money.of("1.00", "EUR"), null, null))
                    .thenRefused(CURRENCIES_MIXED, "/amount/currency");
            schedule.when(new RecordReceipt("R-1", usd("1.00"), TOMORROW, null))
                    .thenRefused(DAY_IN_FUTURE, "/receivedOn");
            schedule.when(receipt("R-1", "1.00", 9)).thenRefused(INSTALMENT_UNKNOWN, "/instalment");
            schedule.when(match("R-9", 1)).thenRefused(RECEIPT_UNKNOWN, "/receiptNo");
        }

        @Test
        void a_reversal_names_a_receipt_and_a_reason() {
            var schedule = aSchedule().given(received("R-1", "300.00")).recording(REACHED);
            schedule.when(new ReverseReceipt("R-9", "bounced")).thenRefused(RECEIPT_UNKNOWN, "/receiptNo");
            schedule.when(new ReverseReceipt("R-1", " ")).thenRefused(REASON_MISSING, "/reason");
        }

        @Test
        void a_trigger_fires_an_instalment_that_is_planned_and_not_tomorrow() {
            var schedule = aSchedule().recording(REACHED);
            schedule.when(new TriggerInstalment(9, null)).thenRefused(INSTALMENT_UNKNOWN, "/number");
            schedule.when(new TriggerInstalment(2, TOMORROW)).thenRefused(DAY_IN_FUTURE, "/on");
            schedule.when(new TriggerInstalment(2, YESTERDAY.minusDays(1))).thenRefused(BEFORE_SIGNED, "/on");
            nothing()
                    .given(set(VALUE, new Instalment(1, "by day", VALUE, Trigger.DATE, TODAY, null, null)))
                    .recording(REACHED)
                    .when(new TriggerInstalment(1, YESTERDAY))
                    .thenRefused(DAY_AGREED, "/on")
                    .when(new TriggerInstalment(1, TODAY))
                    .then(due(1, "1000.00", TODAY))
                    .when(new TriggerInstalment(1, TODAY))
                    .thenNothing();
        }

        @Test
        void what_is_done_is_not_done_again_otherwise() {
            var paid = aDueSchedule()
                    .given(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY))
                    .given(received("R-1", "300.00"), matched("R-1", 1, "300.00"))
                    .recording(REACHED);
            paid.when(new IssueInvoice(1, "I-2", null, null)).thenRefused(INSTALMENT_ALREADY_INVOICED);
            paid.when(receipt("R-1", "300.01", null)).thenRefused(RECEIPT_NO_TAKEN, "/receiptNo");
            paid.when(match("R-1", 2)).thenRefused(RECEIPT_USED_UP);
            paid.when(receipt("R-2", "1.00", 1)).thenRefused(INSTALMENT_ALREADY_PAID, "/instalment");
            paid.when(receipt("R-1", "300.00", 2)).thenRefused(RECEIPT_NOT_MATCHED, "/instalment");
            paid.when(new TriggerInstalment(1, TODAY)).thenRefused(INSTALMENT_ALREADY_DUE, "/on");
            paid.given(new PaymentReversed("R-1", usd("300.00"), "bounced", TODAY))
                    .recording(REACHED)
                    .when(match("R-1", 2))
                    .thenRefused(RECEIPT_REVERSED);
        }
    }

    @Test
    void nothing_happens_to_payments_that_nobody_planned() {
        List<PaymentScheduleCommand> commands = List.of(
                new TriggerInstalment(1, null),
                new FireTrigger(Trigger.ACCEPTANCE, null, TODAY),
                new IssueInvoice(1, "I-1", null, null),
                receipt("R-1", "1.00", null),
                match("R-1", 1),
                new ReverseReceipt("R-1", "bounced"),
                new MarkOverdue(1));
        commands.forEach(command -> nothing().recording(REACHED).when(command).thenUnknown());
    }

    @Test
    void shows_each_instalment_in_the_words_of_the_domain() {
        var schedule = aSchedule();
        assertThat(statuses(schedule)).containsExactly("DUE", "PLANNED", "PLANNED");
        schedule = schedule.given(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY));
        assertThat(statuses(schedule).getFirst()).isEqualTo("INVOICED");
        schedule = schedule.given(received("R-1", "300.00"), matched("R-1", 1, "100.00"));
        assertThat(statuses(schedule).getFirst()).isEqualTo("PARTLY_PAID");
        assertThat(view(schedule).receipts().getFirst().unmatched()).isEqualTo(usd("200.00"));
        schedule = schedule.given(new InstalmentOverdue(1, usd("200.00"), TODAY, "kim"));
        assertThat(statuses(schedule).getFirst()).isEqualTo("OVERDUE");
        schedule = schedule.given(matched("R-1", 1, "200.00"));
        assertThat(statuses(schedule)).containsExactly("PAID", "PLANNED", "PLANNED");
        assertThat(view(schedule).due()).isEqualTo(usd("300.00"));
        assertThat(view(schedule).paid()).isEqualTo(usd("300.00"));
        assertThat(view(schedule).status()).isEqualTo("OPEN");
    }

    private static List<String> statuses(
            Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> schedule) {
        return view(schedule).instalments().stream()
                .map(PaymentScheduleView.InstalmentView::status)
                .toList();
    }

    private static PaymentScheduleView view(
            Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> schedule) {
        return PaymentScheduleView.of(schedule.state());
    }
}
