package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.paymentschedule.PaymentSchedule.DepositReceipts;
import io.milepost.contracts.paymentschedule.PaymentSchedule.OtherPayments;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-140: what a customer paid too much is seen, goes back, or counts for another contract of the account")
class SurplusTest {
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
    private static final ReachedRefusals REACHED = ReachedRefusals.of(List.of(
            VOUCHER_NO_MISSING,
            VOUCHER_NO_TAKEN,
            OTHER_CONTRACT_UNKNOWN,
            ACCOUNT_DIFFERS,
            AMOUNT_ABOVE_SURPLUS,
            RECEIPT_GIVEN,
            RECEIPT_USED_UP,
            RECEIPT_UNKNOWN,
            RECEIPT_REVERSED,
            RECEIPT_NO_MISSING,
            RECEIPT_NO_TAKEN,
            AMOUNT_NOT_POSITIVE,
            CURRENCIES_MIXED,
            REASON_MISSING));
    private static final OtherPayments SIBLING = new OtherPayments(ACCOUNT, usd("700.00"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    /** 300.00 of R-1 paid the advance, 250.00 are left over. */
    private static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> paidTooMuch() {
        return aSchedule()
                .recording(REACHED)
                .reading(SIBLING)
                .given(received("R-1", "550.00"), matched("R-1", 1, "300.00"));
    }

    private static RefundSurplus refund(String voucherNo, String amount) {
        return new RefundSurplus("r-1", voucherNo, usd(amount), "paid twice");
    }

    private static MoveSurplus move(String transferNo, String amount) {
        return new MoveSurplus("R-1", transferNo, usd(amount), OTHER, "agreed by phone");
    }

    private static PaymentMovedOut moved(String transferNo, String amount) {
        return new PaymentMovedOut("R-1", transferNo, usd(amount), TODAY, OTHER, "agreed by phone", TODAY);
    }

    @Test
    void it_is_shown_apart_from_what_is_open() {
        var view = PaymentScheduleView.of(paidTooMuch().state());
        assertThat(view.unmatched()).isEqualTo(usd("250.00"));
        assertThat(view.surplus()).as("700.00 are open").isEqualTo(usd("0.00"));
        var more = paidTooMuch().given(received("R-2", "450.01"));
        assertThat(PaymentScheduleView.of(more.state()).surplus()).isEqualTo(usd("0.01"));
    }

    @Test
    void it_is_refunded_up_to_what_has_paid_nothing() {
        var refunded = paidTooMuch()
                .when(refund("V-1", "250.01"))
                .thenRefused(AMOUNT_ABOVE_SURPLUS, "/amount")
                .when(refund("V-1", "100.00"))
                .then(new PaymentRefunded("R-1", "V-1", usd("100.00"), "paid twice", TODAY))
                .when(refund("v-1", "100.00"))
                .thenNothing()
                .when(refund("V-1", "100.01"))
                .thenRefused(VOUCHER_NO_TAKEN, "/voucherNo")
                .when(refund("V-2", "150.01"))
                .thenRefused(AMOUNT_ABOVE_SURPLUS, "/amount")
                .when(refund("V-2", "150.00"))
                .then(new PaymentRefunded("R-1", "V-2", usd("150.00"), "paid twice", TODAY))
                .when(match("R-1", 1))
                .thenRefused(RECEIPT_USED_UP);
        var view = PaymentScheduleView.of(refunded.state());
        assertThat(view.unmatched()).isEqualTo(usd("0.00"));
        assertThat(view.receipts().getFirst().given()).hasSize(2);
    }

    @Test
    void a_refund_says_which_money_and_why() {
        var paid = paidTooMuch();
        paid.when(refund(" ", "1.00")).thenRefused(VOUCHER_NO_MISSING, "/voucherNo");
        paid.when(refund("V-1", "1.00"))
                .holding("refund-voucher=V-1", OTHER)
                .thenRefused(VOUCHER_NO_TAKEN, "/voucherNo");
        paid.when(refund("V-1", "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, "/amount");
        paid.when(new RefundSurplus("R-1", "V-1", Money.of("1.00", "EUR"), "x"))
                .thenRefused(CURRENCIES_MIXED, "/amount/currency");
        paid.when(new RefundSurplus("R-1", "V-1", usd("1.00"), " ")).thenRefused(REASON_MISSING, "/reason");
        paid.when(new RefundSurplus("R-9", "V-1", usd("1.00"), "x")).thenRefused(RECEIPT_UNKNOWN, "/receiptNo");
        paid.given(new PaymentReversed("R-1", usd("550.00"), "bounced", TODAY))
                .when(refund("V-1", "1.00"))
                .thenRefused(RECEIPT_REVERSED, "/receiptNo");
    }

    @Test
    void it_moves_to_another_contract_of_the_account() {
        paidTooMuch()
                .when(move("T-1", "250.00"))
                .then(moved("T-1", "250.00"))
                .when(move("t-1", "250.00"))
                .thenNothing()
                .when(move("T-1", "1.00"))
                .thenRefused(RECEIPT_NO_TAKEN, "/transferNo")
                .when(receipt("T-1", "1.00", null))
                .thenRefused(RECEIPT_NO_TAKEN, "/receiptNo")
                .when(move("T-2", "0.01"))
                .thenRefused(AMOUNT_ABOVE_SURPLUS, "/amount");
    }

    @Test
    void it_moves_nowhere_else() {
        var paid = paidTooMuch();
        aSchedule()
                .recording(REACHED)
                .given(received("R-1", "550.00"))
                .when(move("T-1", "1.00"))
                .thenRefused(OTHER_CONTRACT_UNKNOWN, "/toContractId");
        paid.when(move("T-1", "1.00"))
                .reading(new OtherPayments(OPPORTUNITY, usd("700.00")))
                .thenRefused(ACCOUNT_DIFFERS, "/toContractId");
        paid.when(move("T-1", "1.00"))
                .reading(new OtherPayments(ACCOUNT, Money.of("700.00", "EUR")))
                .thenRefused(CURRENCIES_MIXED, "/toContractId");
        paid.when(move(" ", "1.00")).thenRefused(RECEIPT_NO_MISSING, "/transferNo");
        paid.when(move("R-1", "1.00")).thenRefused(RECEIPT_NO_TAKEN, "/transferNo");
        paid.when(move("T-1", "1.00")).holding("receipt=T-1", OTHER).thenRefused(RECEIPT_NO_TAKEN, "/transferNo");
        paid.when(move("D-1", "1.00"))
                .reading(new DepositReceipts(List.of("D-1")))
                .thenRefused(RECEIPT_NO_TAKEN, "/transferNo");
    }

    @Test
    @DisplayName("Decision 44: a receipt goes back only after what was refunded or moved of it")
    void a_receipt_of_which_something_went_out_is_not_reversed() {
        paidTooMuch()
                .given(moved("T-1", "250.00"))
                .when(new ReverseReceipt("R-1", "bounced"))
                .thenRefused(RECEIPT_GIVEN)
                .when(new RestoreSurplus("T-1"))
                .then(new PaymentRestored("R-1", "T-1", usd("250.00"), TODAY))
                .when(new RestoreSurplus("T-1"))
                .thenNothing()
                .when(new ReverseReceipt("R-1", "bounced"))
                .then(
                        new PaymentReversed("R-1", usd("550.00"), "bounced", TODAY),
                        new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"),
                        new AdvancePaymentMissed(1, usd("300.00"), YESTERDAY, "kim", null));
    }

    @Test
    void what_was_moved_here_is_a_receipt_that_pays_and_can_go_back() {
        var movedIn = new PaymentMovedIn("T-1", usd("300.00"), YESTERDAY, OTHER, "kim");
        var taken = aSchedule()
                .when(new TakeOverSurplus("T-1", usd("300.00"), YESTERDAY, OTHER))
                .then(movedIn)
                .when(new TakeOverSurplus("T-1", usd("300.00"), YESTERDAY, OTHER))
                .thenNothing()
                .when(new TakeOverSurplus("T-1", usd("300.00"), YESTERDAY, ACCOUNT))
                .thenRefused(RECEIPT_NO_TAKEN, "/transferNo")
                .when(match("T-1", 1))
                .then(matched("T-1", 1, "300.00"), new AdvancePaymentReceived(1, usd("300.00"), YESTERDAY));
        assertThat(PaymentScheduleView.of(taken.state()).receipts().getFirst().fromContractId())
                .isEqualTo(OTHER);
        aDueSchedule()
                .given(movedIn)
                .when(new ReverseReceipt("T-1", "wrong contract"))
                .then(
                        new PaymentReversed("T-1", usd("300.00"), "wrong contract", TODAY),
                        new PaymentMoveReturned("T-1", usd("300.00"), OTHER, TODAY));
    }
}
