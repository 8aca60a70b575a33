package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the first receipt to the last, and back. */
class CollectingTest {
    @Nested
    @DisplayName("R-140: receipts are recorded and matched")
    class Receipts {

        @Test
        @DisplayName("R-134, G15: the advance payment is there when its instalment is paid in full")
        void the_advance_is_paid_in_parts() {
            aSchedule()
                    .when(receipt("R-1", "100.00", 1))
                    .then(received("R-1", "100.00"), matched("R-1", 1, "100.00"))
                    .when(receipt("R-2", "200.00", 1))
                    .then(
                            received("R-2", "200.00"),
                            matched("R-2", 1, "200.00"),
                            new AdvancePaymentReceived(1, usd("300.00"), TODAY));
        }

        @Test
        void what_a_receipt_leaves_over_waits_to_be_matched() {
            aDueSchedule()
                    .when(receipt("R-1", "700.00", 2))
                    .then(received("R-1", "700.00"), matched("R-1", 2, "500.00"))
                    .when(match("R-1", 3))
                    .then(matched("R-1", 3, "200.00"))
                    .when(match("R-1", 1))
                    .thenRefused(RECEIPT_USED_UP);
        }

        @Test
        void money_may_come_before_anything_is_due() {
            aSchedule()
                    .when(receipt("R-1", "500.00", null))
                    .then(received("R-1", "500.00"))
                    .when(match("R-1", 2))
                    .thenRefused(INSTALMENT_NOT_DUE)
                    .given(due(2, "500.00", TODAY))
                    .when(match("R-1", 2))
                    .then(matched("R-1", 2, "500.00"))
                    .when(receipt("R-2", "1.00", 2))
                    .thenRefused(INSTALMENT_ALREADY_PAID, "/instalment");
        }

        @Test
        @DisplayName("TX 1, its blanks and cases are one number; the first spelling stays")
        void a_number_is_one_in_every_spelling() {
            var schedule = aDueSchedule().when(receipt("TX 1", "300.00", null)).then(received("TX 1", "300.00"));
            for (var spelling : List.of("TX 1", " TX  1", "TX\u00a01", "tx 1")) {
                schedule.when(receipt(spelling, "300.00", null)).thenNothing();
                schedule.when(receipt(spelling, "1.00", null)).thenRefused(RECEIPT_NO_TAKEN, "/receiptNo");
                schedule.when(match(spelling, 2)).then(matched("TX 1", 2, "300.00"));
                schedule.when(new ReverseReceipt(spelling, "bounced"))
                        .then(new PaymentReversed("TX 1", usd("300.00"), "bounced", TODAY));
            }
            schedule.when(receipt("TX1", "300.00", null)).then(received("TX1", "300.00"));
        }

        @Test
        @DisplayName("A receipt that is recorded again is already so only with the instalment that it has paid")
        void what_was_forgotten_the_first_time_is_named() {
            var unmatched = aDueSchedule().given(received("R-1", "300.00"));
            unmatched
                    .when(receipt("R-1", "300.00", 1))
                    .thenRefused(RECEIPT_NOT_MATCHED, "/instalment")
                    .when(receipt("R-1", "300.00", 9))
                    .thenRefused(INSTALMENT_UNKNOWN, "/instalment")
                    .when(match("R-1", 1))
                    .then(matched("R-1", 1, "300.00"), new AdvancePaymentReceived(1, usd("300.00"), TODAY))
                    .when(receipt("R-1", "300.00", 1))
                    .thenNothing()
                    .when(receipt("R-1", "300.00", 2))
                    .thenRefused(RECEIPT_NOT_MATCHED, "/instalment");
            unmatched
                    .given(new PaymentReversed("R-1", usd("300.00"), "bounced", TODAY))
                    .when(receipt("r-1", "300.00", null))
                    .thenRefused(RECEIPT_REVERSED, "/receiptNo");
        }

        @Test
        @DisplayName("A deposit comes in up to a year before the contract is signed, and a slip of the pen before")
        void money_comes_in_at_a_plausible_time() {
            aSchedule()
                    .when(new RecordReceipt(
                            "R-1", usd("1.00"), YESTERDAY.minusYears(1).minusDays(1), null))
                    .thenRefused(DAY_IMPLAUSIBLE, "/receivedOn")
                    .when(new RecordReceipt("R-1", usd("1.00"), YESTERDAY.minusYears(1), null))
                    .then(new PaymentReceived("R-1", usd("1.00"), YESTERDAY.minusYears(1), "kim"));
            var ofBefore = nothing().given(set(VALUE, null, INSTALMENTS.toArray(Instalment[]::new)));
            ofBefore.when(new RecordReceipt("R-1", usd("1.00"), LocalDate.EPOCH, null))
                    .then(new PaymentReceived("R-1", usd("1.00"), LocalDate.EPOCH, "kim"));
        }

        @Test
        @DisplayName("R-141: money that was there in time and is noted late takes back what was said of it")
        void in_time_is_when_the_money_came() {
            var late = aSchedule()
                    .given(new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"))
                    .given(new AdvancePaymentMissed(1, usd("300.00"), YESTERDAY, "kim", null));
            late.when(new RecordReceipt("R-1", usd("300.00"), YESTERDAY, 1))
                    .then(
                            new PaymentReceived("R-1", usd("300.00"), YESTERDAY, "kim"),
                            matched("R-1", 1, "300.00"),
                            new InstalmentOverdueWithdrawn(1, YESTERDAY, YESTERDAY, "kim"),
                            new AdvancePaymentReceived(1, usd("300.00"), YESTERDAY));
            late.when(receipt("R-1", "300.00", 1))
                    .then(
                            received("R-1", "300.00"),
                            matched("R-1", 1, "300.00"),
                            new AdvancePaymentReceived(1, usd("300.00"), TODAY));
        }

        @Test
        void more_than_is_owed_is_kept_unmatched_whatever_its_size() {
            var paid = aSchedule()
                    .when(receipt("R-1", "999999999999999.99", 1))
                    .then(
                            received("R-1", "999999999999999.99"),
                            matched("R-1", 1, "300.00"),
                            new AdvancePaymentReceived(1, usd("300.00"), TODAY))
                    .when(receipt("R-2", "999999999999999.99", null))
                    .then(received("R-2", "999999999999999.99"));
            assertThat(view(paid).paid()).isEqualTo(usd("300.00"));
            assertThat(view(paid).receipts().getFirst().unmatched()).isEqualTo(usd("999999999999699.99"));
        }

        @Test
        void a_receipt_is_recorded_once() {
            aSchedule()
                    .given(received("R-1", "300.00"))
                    .when(receipt("R-1", "300.00", null))
                    .thenNothing()
                    .when(receipt("R-1", "300.01", null))
                    .thenRefused(RECEIPT_NO_TAKEN, "/receiptNo")
                    .when(new RecordReceipt("R-1", usd("300.00"), YESTERDAY, null))
                    .thenRefused(RECEIPT_NO_TAKEN, "/receiptNo");
        }
    }

    @Nested
    @DisplayName("R-142: the contract is collected when all of its money is there")
    class Collected {

        @Test
        void the_last_instalment_collects_it() {
            allButTheRest()
                    .when(receipt("R-9", "200.00", 3))
                    .then(
                            received("R-9", "200.00"),
                            matched("R-9", 3, "200.00"),
                            new PaymentScheduleFullyCollected(CONTRACT, VALUE, TODAY));
        }

        @Test
        void the_day_is_that_of_the_last_money_and_not_of_its_matching() {
            allButTheRest()
                    .given(new PaymentReceived("R-9", usd("200.00"), YESTERDAY, "kim"))
                    .when(match("R-9", 3))
                    .then(matched("R-9", 3, "200.00"), new PaymentScheduleFullyCollected(CONTRACT, VALUE, TODAY));
        }

        @Test
        @DisplayName(
                "Decision 44: a reversal opens what the receipt had paid, with its reason, and it may be paid again")
        void a_reversal_opens_it_again() {
            var collected = allButTheRest()
                    .given(received("R-9", "200.00"), matched("R-9", 3, "200.00"))
                    .given(new PaymentScheduleFullyCollected(CONTRACT, VALUE, TODAY));
            assertThat(view(collected).status()).isEqualTo("FULLY_COLLECTED");
            var reversed = collected
                    .when(new ReverseReceipt("R-9", "bounced"))
                    .then(
                            new PaymentReversed("R-9", usd("200.00"), "bounced", TODAY),
                            new PaymentScheduleCollectionReopened(CONTRACT, usd("200.00"), TODAY))
                    .when(new ReverseReceipt("R-9", "bounced"))
                    .thenNothing()
                    .when(new ReverseReceipt("R-9", "by mistake"))
                    .thenRefused(RECEIPT_REVERSED, "/reason")
                    .when(match("R-9", 3))
                    .thenRefused(RECEIPT_REVERSED);
            assertThat(view(reversed).status()).isEqualTo("OPEN");
            assertThat(view(reversed).paid()).isEqualTo(usd("800.00"));
            reversed.when(receipt("R-10", "200.00", 3))
                    .then(
                            received("R-10", "200.00"),
                            matched("R-10", 3, "200.00"),
                            new PaymentScheduleFullyCollected(CONTRACT, VALUE, TODAY));
        }

        @Test
        @DisplayName("R-142, decision 44: what was collected is reopened once, however many receipts go back")
        void a_collection_is_reopened_once() {
            allButTheRest()
                    .given(received("R-9", "200.00"), matched("R-9", 3, "200.00"))
                    .given(new PaymentScheduleFullyCollected(CONTRACT, VALUE, TODAY))
                    .given(new PaymentReversed("R-9", usd("200.00"), "bounced", TODAY))
                    .given(new PaymentScheduleCollectionReopened(CONTRACT, usd("200.00"), TODAY))
                    .when(new ReverseReceipt("R-1", "bounced"))
                    .then(
                            new PaymentReversed("R-1", usd("800.00"), "bounced", TODAY),
                            new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"),
                            new AdvancePaymentMissed(1, usd("300.00"), YESTERDAY, "kim", null));
        }

        @Test
        void a_receipt_that_paid_nothing_reopens_nothing() {
            allButTheRest()
                    .given(received("R-9", "200.00"), matched("R-9", 3, "200.00"), received("R-10", "5.00"))
                    .given(new PaymentScheduleFullyCollected(CONTRACT, VALUE, TODAY))
                    .when(new ReverseReceipt("R-10", "by mistake"))
                    .then(new PaymentReversed("R-10", usd("5.00"), "by mistake", TODAY));
        }

        @Test
        void what_a_reversal_opens_late_is_overdue_at_once() {
            aSchedule()
                    .given(received("R-1", "300.00"), matched("R-1", 1, "300.00"))
                    .when(new ReverseReceipt("R-1", "bounced"))
                    .then(
                            new PaymentReversed("R-1", usd("300.00"), "bounced", TODAY),
                            new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"),
                            new AdvancePaymentMissed(1, usd("300.00"), YESTERDAY, "kim", null));
        }

        private Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> allButTheRest() {
            return aDueSchedule()
                    .given(received("R-1", "800.00"), matched("R-1", 1, "300.00"), matched("R-1", 2, "500.00"));
        }
    }

    private static PaymentScheduleView view(
            Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> schedule) {
        return PaymentScheduleView.of(schedule.state());
    }
}
