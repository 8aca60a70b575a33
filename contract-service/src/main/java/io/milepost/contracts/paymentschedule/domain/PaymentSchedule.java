package io.milepost.contracts.paymentschedule.domain;

import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.PAYMENT_SCHEDULE_ALREADY_SET;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.PAYMENT_SCHEDULE_UNKNOWN;

import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.FireTrigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.IssueInvoice;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.MarkOverdue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.MatchReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.PlanPayments;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.ReverseReceipt;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.TriggerInstalment;
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
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.util.List;

/** The money of one contract, from the plan to the last receipt. */
public sealed interface PaymentSchedule {

    record Unknown() implements PaymentSchedule {}

    /** Planned once; the plan stays, what becomes of it is in its receivables and receipts. */
    record Planned(PaymentScheduleSet plan, List<Receivable> receivables, List<Receipt> receipts)
            implements PaymentSchedule {
        public Planned {
            receivables = List.copyOf(receivables);
            receipts = List.copyOf(receipts);
        }
    }

    static Decision<PaymentScheduleEvent> decide(
            PaymentSchedule state, PaymentScheduleCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof PlanPayments plan
                        ? Planning.plan(plan, occasion)
                        : refused(PAYMENT_SCHEDULE_UNKNOWN);
            case Planned planned -> {
                var ledger = new Ledger(planned);
                yield switch (command) {
                    case PlanPayments _ -> refused(PAYMENT_SCHEDULE_ALREADY_SET);
                    case TriggerInstalment trigger -> FallingDue.trigger(ledger, trigger, occasion);
                    case FireTrigger fire -> FallingDue.fire(ledger, fire);
                    case IssueInvoice issue -> FallingDue.invoice(ledger, issue, occasion);
                    case MarkOverdue(var number) -> FallingDue.markOverdue(ledger, number, occasion);
                    case RecordReceipt receipt -> Collecting.receive(ledger, receipt, occasion);
                    case MatchReceipt match -> Collecting.match(ledger, match);
                    case ReverseReceipt reverse -> Collecting.reverse(ledger, reverse, occasion);
                };
            }
        };
    }

    static PaymentSchedule evolve(PaymentSchedule state, PaymentScheduleEvent event) {
        if (event instanceof PaymentScheduleSet plan) {
            return new Planned(
                    plan, plan.instalments().stream().map(Receivable::planned).toList(), List.of());
        }
        var ledger = new Ledger((Planned) state);
        return switch (event) {
            case PaymentScheduleSet _,
                    AdvancePaymentReceived _,
                    AdvancePaymentMissed _,
                    InstalmentOverdueWithdrawn _,
                    PaymentScheduleFullyCollected _,
                    PaymentScheduleCollectionReopened _ -> state;
            case InstalmentBecameDue due -> ledger.with(due.number(), part -> part.due(due.dueOn()));
            case InvoiceIssued invoice -> ledger.with(invoice.number(), part -> part.invoiced(invoice));
            case InstalmentOverdue overdue -> ledger.with(overdue.number(), Receivable::late);
            case PaymentReceived received -> ledger.with(Receipt.of(received));
            case PaymentMatched matched -> ledger.matched(matched);
            case PaymentReversed reversed -> ledger.reversed(reversed.receiptNo(), reversed.reason());
        };
    }

    static Refused<PaymentScheduleEvent> refused(PaymentScheduleRefusal reason) {
        return Decision.refused(reason);
    }
}
