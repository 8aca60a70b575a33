package io.milepost.contracts.paymentschedule;

import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;

import io.milepost.contracts.paymentschedule.domain.PaymentSchedule;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.FireTrigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.IssueInvoice;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.MarkOverdue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.MatchReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.PlanPayments;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.ReverseReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.TriggerInstalment;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.AdvancePaymentMissed;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.AdvancePaymentReceived;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentBecameDue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentOverdue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentOverdueWithdrawn;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InvoiceIssued;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentMatched;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentReceived;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentReversed;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleCollectionReopened;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleFullyCollected;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleSet;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The payment schedule's commands and events, with paths, roles and names. Finance records the money, sales follows it up. */
public final class PaymentScheduleMessages {

    public static final Catalogue<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> PAYMENT_SCHEDULE =
            Catalogue.of(
                            "payment-schedule",
                            "payment-schedules",
                            new Decider<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent>(
                                    new PaymentSchedule.Unknown(), PaymentSchedule::decide, PaymentSchedule::evolve))
                    .creates(PlanPayments.class, FINANCE)
                    .command(TriggerInstalment.class, FINANCE, SALES_MANAGER)
                    .command(FireTrigger.class)
                    .command(IssueInvoice.class, FINANCE)
                    .command(RecordReceipt.class, FINANCE)
                    .command(MatchReceipt.class, FINANCE)
                    .command(ReverseReceipt.class, FINANCE)
                    .command(MarkOverdue.class)
                    .event(PaymentScheduleSet.class, "payment-schedule.set", 1)
                    .event(InstalmentBecameDue.class, "payment-schedule.instalment-became-due", 1)
                    .event(InvoiceIssued.class, "payment-schedule.invoice-issued", 1)
                    .event(PaymentReceived.class, "payment-schedule.payment-received", 1)
                    .event(PaymentMatched.class, "payment-schedule.payment-matched", 1)
                    .event(AdvancePaymentReceived.class, "payment-schedule.advance-payment-received", 1)
                    .event(PaymentReversed.class, "payment-schedule.payment-reversed", 1)
                    .event(InstalmentOverdue.class, "payment-schedule.instalment-overdue", 1)
                    .event(InstalmentOverdueWithdrawn.class, "payment-schedule.instalment-overdue-withdrawn", 1)
                    .event(AdvancePaymentMissed.class, "payment-schedule.advance-payment-missed", 1)
                    .event(PaymentScheduleFullyCollected.class, "payment-schedule.fully-collected", 1)
                    .event(PaymentScheduleCollectionReopened.class, "payment-schedule.collection-reopened", 1)
                    .refusals(PaymentScheduleRefusal.class)
                    .view(PaymentScheduleView.class, PaymentScheduleView::of);

    private PaymentScheduleMessages() {}
}
