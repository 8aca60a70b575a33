package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentLawsTest {

    @Test
    void laws_of_the_payment_schedule() {
        laws().rare(AdvancePaymentReceived.class)
                .rare(PaymentMatched.class)
                .rare(PaymentReleased.class)
                .rare(PaymentScheduleFullyCollected.class)
                .rare(PaymentReversed.class)
                .rare(PaymentScheduleCollectionReopened.class)
                .rare(CollectionReminderSent.class)
                .rare(CollectionEscalated.class)
                .rare(CollectionFollowedUp.class)
                .rare(PaymentRefunded.class)
                .rare(PaymentMovedOut.class)
                .rare(PaymentMoveReturned.class)
                .rare(PaymentRestored.class)
                .rare(CreditNoteIssued.class)
                .rare(InstalmentOverdueWithdrawn.class)
                .rare(InstalmentWriteOffWithdrawn.class)
                .check();
    }

    /** Of what is due from the start, most is paid; of some the contract is void. */
    @Test
    void laws_of_payments_that_come_in() {
        laws().after(
                        set(
                                usd("12.50"),
                                LocalDate.EPOCH,
                                new Instalment(1, "half", usd("6.25"), Trigger.SIGNATURE, null, null, null),
                                new Instalment(2, "half", usd("6.25"), Trigger.MILESTONE, null, "alpha", null)),
                        due(1, "6.25", LocalDate.EPOCH))
                .rare(PaymentScheduleSet.class)
                .rare(CollectionReminderSent.class)
                .rare(CreditNoteIssued.class)
                .rare(PaymentScheduleCollectionReopened.class)
                .rare(PaymentMovedOut.class)
                .rare(PaymentMoveReturned.class)
                .rare(PaymentRestored.class)
                .rare(InstalmentOverdueWithdrawn.class)
                .check();
    }

    @Test
    void laws_of_payments_of_which_too_much_came_in() {
        laws().after(
                        set(
                                usd("12.50"),
                                LocalDate.EPOCH,
                                new Instalment(1, "all", usd("12.50"), Trigger.SIGNATURE, null, null, null)),
                        due(1, "12.50", LocalDate.EPOCH),
                        new InvoiceIssued(1, "I-1", usd("12.50"), LocalDate.EPOCH, LocalDate.EPOCH),
                        new InstalmentOverdue(1, usd("12.50"), LocalDate.EPOCH, "kim"),
                        received("R-1", "30.00"))
                .suggesting("number", 1)
                .suggesting("receiptNo", "R-1")
                .rare(PaymentScheduleSet.class)
                .rare(CollectionReminderSent.class)
                .rare(CollectionFollowedUp.class)
                .rare(InvoiceIssued.class)
                .rare(InstalmentOverdue.class)
                .rare(InstalmentOverdueWithdrawn.class)
                .rare(AdvancePaymentMissed.class)
                .rare(PaymentReleased.class)
                .rare(PaymentMoveReturned.class)
                .rare(PaymentRestored.class)
                .check();
    }

    private static Laws<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> laws() {
        return Laws.of(PAYMENT_SCHEDULE)
                .suggesting("value", usd("12.50"))
                .suggesting(
                        "payments",
                        List.of(
                                term("half", "50", Trigger.SIGNATURE, null, null),
                                term("half", "50", Trigger.MILESTONE, "alpha", null)),
                        List.of())
                .suggesting("number", 1, 2)
                .suggesting("instalment", 1, 2)
                .suggesting("amount", usd("6.25"), usd("1.00"), usd("8.00"))
                .suggesting("receiptNo", "R-1", "R-2", "R-3")
                .suggesting("transferNo", "T-1", "T-2")
                .suggesting("settled", usd("12.50"), usd("11.50"))
                .suggesting("SignedContract.signedOn", LocalDate.EPOCH)
                .suggesting("PlanPayments.signedOn", LocalDate.EPOCH)
                .suggesting("opportunityId", Scenario.ID)
                .suggesting("accountId", Scenario.ID, ACCOUNT)
                .suggesting("OtherPayments.accountId", Scenario.ID, ACCOUNT)
                .suggesting("RebaselinePayments.amendment", 1, 2, 3)
                .suggesting("RebaselinePayments.payments", List.of())
                .suggesting("RebaselinePayments.change", usd("1"), usd("-5"), usd("-9"))
                .rare(AdvanceHoldLifted.class)
                .waits(
                        PaymentScheduleCatalogue.AGREED_DAY,
                        PaymentScheduleCatalogue.OVERDUE,
                        PaymentScheduleCatalogue.REMINDER,
                        PaymentScheduleCatalogue.ESCALATION)
                .always("every cent of receipts and instalments is somewhere once", PaymentSchedule::addsUp);
    }
}
