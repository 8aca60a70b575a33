package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Money that is not asked for any more. */
class GivingUpTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.of(
            BEYOND_AUTHORITY,
            GIVEN_UP_BY_OWNER,
            INSTALMENT_WRITTEN_OFF,
            INSTALMENT_NOT_INVOICED,
            INSTALMENT_NOT_DUE,
            INSTALMENT_ALREADY_PAID,
            INSTALMENT_ALREADY_INVOICED,
            INSTALMENT_UNKNOWN,
            NOTHING_WRITTEN_OFF,
            AMOUNT_ABOVE_OPEN,
            AMOUNT_NOT_POSITIVE,
            CREDITED_BEFORE_INVOICED,
            INVOICE_NO_MISSING,
            INVOICE_NO_TAKEN,
            CURRENCIES_MIXED,
            DAY_IN_FUTURE,
            REASON_MISSING));
    private static final Instalment WHOLE = INSTALMENTS.getFirst();

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    /** One instalment over so much, due and billed since yesterday. */
    private static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> owed(String amount) {
        var all = new Instalment(1, "all", usd(amount), WHOLE.trigger(), null, null, null);
        return nothing()
                .recording(REACHED)
                .given(
                        set(usd(amount), all),
                        due(1, amount, YESTERDAY),
                        new InvoiceIssued(1, "I-1", usd(amount), YESTERDAY, TODAY));
    }

    private static WriteOffInstalment writeOff(@Nullable String amount) {
        return new WriteOffInstalment(1, amount == null ? null : usd(amount), "insolvent");
    }

    private static InstalmentWrittenOff writtenOff(String amount) {
        return new InstalmentWrittenOff(1, usd(amount), "insolvent", "tester", TODAY);
    }

    private static IssueCreditNote credit(String noteNo, String amount) {
        return new IssueCreditNote(1, noteNo, usd(amount), "complaint", null);
    }

    private static CreditNoteIssued credited(String noteNo, String amount) {
        return new CreditNoteIssued(1, noteNo, "I-1", usd(amount), "complaint", TODAY);
    }

    private static PaymentScheduleView view(
            Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> schedule) {
        return PaymentScheduleView.of(schedule.state());
    }

    @Nested
    @DisplayName("R-141: what will not come is written off with a reason, by somebody who may")
    class WritingOff {

        @Test
        @DisplayName(
                "finance up to 1,000, the sales manager up to 10,000, the sponsor without limit, as the standard terms"
                        + " say")
        void each_approver_has_a_limit() {
            var owed = owed("20000.00");
            owed.when(writeOff("1000.01")).inRole(FINANCE).thenRefused(BEYOND_AUTHORITY);
            owed.when(writeOff("1000.00")).by("tester").inRole(FINANCE).then(writtenOff("1000.00"));
            owed.when(writeOff("10000.01")).inRole(SALES_MANAGER).thenRefused(BEYOND_AUTHORITY);
            owed.when(writeOff("10000.00")).by("tester").inRole(SALES_MANAGER).then(writtenOff("10000.00"));
            owed.when(writeOff(null)).by("tester").inRole(SPONSOR).then(writtenOff("20000.00"));
        }

        @Test
        @DisplayName("R-189: whoever answers for the contract does not give up its money, however high the authority")
        void not_by_who_answers_for_the_contract() {
            var owed = owed("20000.00");
            owed.when(writeOff("10.00")).byMember("kim").inRole(SPONSOR).thenRefused(GIVEN_UP_BY_OWNER);
            owed.when(credit("C-1", "10.00")).byMember("kim").inRole(SPONSOR).thenRefused(GIVEN_UP_BY_OWNER);
            assertThat(owed.when(writeOff("10.00"))
                            .byMember("lee")
                            .inRole(SPONSOR)
                            .decision()
                            .events())
                    .isNotEmpty();
        }

        @Test
        void nobody_gets_further_in_parts() {
            owed("20000.00")
                    .given(writtenOff("600.00"))
                    .given(credited("C-1", "300.00"))
                    .when(credit("C-2", "100.01"))
                    .inRole(FINANCE)
                    .thenRefused(BEYOND_AUTHORITY);
        }

        @Test
        @DisplayName("R-142: nothing is expected any more, yet the contract is not collected")
        void it_is_settled_and_not_collected() {
            var given = owed("500.00")
                    .when(writeOff(null))
                    .by("tester")
                    .inRole(FINANCE)
                    .then(writtenOff("500.00"));
            assertThat(view(given).status()).isEqualTo("WRITTEN_OFF");
            assertThat(view(given).instalments().getFirst().status()).isEqualTo("WRITTEN_OFF");
            assertThat(view(given).writtenOff()).isEqualTo(usd("500.00"));
            given.when(new MarkOverdue(1)).on(TOMORROW).thenNothing();
            given.when(receipt("R-1", "1.00", 1)).thenRefused(INSTALMENT_WRITTEN_OFF, "/instalment");
            given.when(writeOff(null)).thenNothing();
            given.when(writeOff("500.00")).thenNothing();
            given.when(writeOff("499.99")).thenRefused(INSTALMENT_WRITTEN_OFF);
            given.when(new WriteOffInstalment(1, null, "bankrupt")).thenRefused(INSTALMENT_WRITTEN_OFF);
        }

        @Test
        @DisplayName("Decision 44: what comes after all is expected again first")
        void a_write_off_is_withdrawn() {
            var given = owed("500.00").given(writtenOff("500.00"));
            given.when(new WithdrawWriteOff(1, " ")).thenRefused(REASON_MISSING, "/reason");
            given.when(new WithdrawWriteOff(1, "they pay"))
                    .on(TOMORROW)
                    .then(
                            new InstalmentWriteOffWithdrawn(1, usd("500.00"), "they pay", TOMORROW),
                            new InstalmentOverdue(1, usd("500.00"), TODAY, "kim"),
                            new AdvancePaymentMissed(1, usd("500.00"), TODAY, "kim", null));
            given.when(new WithdrawWriteOff(1, "they pay"))
                    .then(new InstalmentWriteOffWithdrawn(1, usd("500.00"), "they pay", TODAY))
                    .when(new WithdrawWriteOff(1, "they pay"))
                    .thenRefused(NOTHING_WRITTEN_OFF);
        }

        @Test
        void no_more_is_written_off_than_is_due_and_open() {
            var part = owed("500.00").given(received("R-1", "100.00"), matched("R-1", 1, "100.00"));
            part.when(writeOff("400.01")).thenRefused(AMOUNT_ABOVE_OPEN, "/amount");
            part.when(writeOff("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, "/amount");
            part.when(new WriteOffInstalment(1, Money.of("1.00", "EUR"), "x"))
                    .thenRefused(CURRENCIES_MIXED, "/amount/currency");
            part.when(new WriteOffInstalment(1, null, " ")).thenRefused(REASON_MISSING, "/reason");
            part.when(new WriteOffInstalment(9, null, "x")).thenRefused(INSTALMENT_UNKNOWN, "/number");
            part.given(matched("R-1", 1, "400.00")).when(writeOff(null)).thenRefused(INSTALMENT_ALREADY_PAID);
            aSchedule()
                    .recording(REACHED)
                    .when(new WriteOffInstalment(2, null, "x"))
                    .thenRefused(INSTALMENT_NOT_DUE);
        }
    }

    @Nested
    @DisplayName("R-139: a credit note takes off what was billed too high")
    class Credits {

        @Test
        void what_is_credited_is_not_owed() {
            var given = owed("500.00")
                    .when(credit("C-1", "200.00"))
                    .inRole(FINANCE)
                    .then(credited("C-1", "200.00"))
                    .when(credit("c-1", "200.00"))
                    .thenNothing()
                    .when(credit("C-1", "200.01"))
                    .thenRefused(INVOICE_NO_TAKEN, "/creditNoteNo");
            assertThat(view(given).instalments().getFirst().open()).isEqualTo(usd("300.00"));
            given.when(receipt("R-1", "300.00", 1))
                    .then(
                            received("R-1", "300.00"),
                            matched("R-1", 1, "300.00"),
                            new AdvancePaymentReceived(1, usd("500.00"), TODAY),
                            new PaymentScheduleFullyCollected(CONTRACT, usd("300.00"), TODAY));
        }

        @Test
        void what_was_paid_of_it_is_surplus_then() {
            var given = owed("500.00")
                    .given(received("R-1", "450.00"), matched("R-1", 1, "450.00"))
                    .when(credit("C-1", "80.00"))
                    .inRole(FINANCE)
                    .then(
                            credited("C-1", "80.00"),
                            new PaymentReleased("R-1", 1, usd("30.00")),
                            new PaymentScheduleFullyCollected(CONTRACT, usd("420.00"), TODAY));
            assertThat(view(given).surplus()).isEqualTo(usd("30.00"));
            assertThat(view(given).status()).isEqualTo("FULLY_COLLECTED");
        }

        @Test
        void it_belongs_to_an_invoice_and_is_not_older() {
            var owed = owed("500.00");
            aSchedule().recording(REACHED).when(credit("C-1", "1.00")).thenRefused(INSTALMENT_NOT_INVOICED);
            owed.when(credit("C-1", "500.01")).thenRefused(AMOUNT_ABOVE_OPEN, "/amount");
            owed.when(credit("C-1", "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, "/amount");
            owed.when(credit(" ", "1.00")).thenRefused(INVOICE_NO_MISSING, "/creditNoteNo");
            owed.when(credit("i-1", "1.00")).thenRefused(INVOICE_NO_TAKEN, "/creditNoteNo");
            owed.when(credit("C-1", "1.00"))
                    .holding("invoice=C-1", ACCOUNT)
                    .thenRefused(INVOICE_NO_TAKEN, "/creditNoteNo");
            owed.when(new IssueCreditNote(1, "C-1", Money.of("1.00", "EUR"), "x", null))
                    .thenRefused(CURRENCIES_MIXED, "/amount/currency");
            owed.when(dated(YESTERDAY.minusDays(1))).thenRefused(CREDITED_BEFORE_INVOICED, "/issuedOn");
            owed.when(dated(TOMORROW)).thenRefused(DAY_IN_FUTURE, "/issuedOn");
            owed.when(new IssueCreditNote(1, "C-1", usd("1.00"), " ", null)).thenRefused(REASON_MISSING, "/reason");
            owed.given(credited("C-1", "1.00"))
                    .given(due(1, "500.00", YESTERDAY))
                    .when(new IssueInvoice(1, "C-1", null, null))
                    .thenRefused(INSTALMENT_ALREADY_INVOICED);
        }

        private static IssueCreditNote dated(LocalDate day) {
            return new IssueCreditNote(1, "C-1", usd("1.00"), "complaint", day);
        }

        @Test
        @DisplayName("R-138: an amendment that takes away what was given up leaves no cent behind")
        void an_amendment_takes_away_what_was_given_up() {
            var less = owed("500.00")
                    .given(credited("C-1", "300.00"))
                    .when(new RebaselinePayments(OPPORTUNITY, 1, usd("-400.00"), TODAY, null, null, null, null))
                    .then(
                            new PaymentScheduleRebaselined(
                                    CONTRACT,
                                    OPPORTUNITY,
                                    1,
                                    usd("500.00"),
                                    usd("100.00"),
                                    TODAY,
                                    List.of(new InstalmentChange(
                                            1, usd("500.00"), usd("100.00"), null, null, null, null)),
                                    List.of()),
                            new PaymentScheduleFullyCollected(CONTRACT, usd("0.00"), TODAY));
            assertThat(view(less).credited()).isEqualTo(usd("100.00"));
        }
    }
}
