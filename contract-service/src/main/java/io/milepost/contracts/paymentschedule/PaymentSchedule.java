package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.Ledger.Receipt;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The money of one contract, from the plan to the last receipt.
 *
 * @param plan set once
 * @param ledger what has become of it
 */
public record PaymentSchedule(PaymentScheduleSet plan, Ledger ledger) {
    static final Decider<PaymentSchedule, Command, Event> DECIDER =
            new Decider<>(PaymentSchedule::decide, PaymentSchedule::begin, PaymentSchedule::evolve);

    /**
     * Says how a signed contract is paid; the schedule's id is the contract's.
     *
     * @param owner code of the team member who follows up the money
     * @param signedOn today when absent
     * @param payments when there are none, the whole value is one instalment due at signature
     */
    public record PlanPayments(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            @Nullable LocalDate signedOn,
            List<PaymentTerm> payments) {
        public PlanPayments {
            payments = List.copyOf(payments);
        }
    }

    /** What may be asked of a schedule that is set. */
    public sealed interface Command {}

    /** One instalment's trigger has fired, {@code on} a day that is today when absent. */
    public record TriggerInstalment(int number, @Nullable LocalDate on) implements Command {}

    /**
     * Something happened that instalments may wait for: in the delivery, or a day has come.
     *
     * @param milestone the milestone's code or the accepted item; every item when absent
     */
    public record FireTrigger(Trigger trigger, @Nullable String milestone, LocalDate on) implements Command {}

    /**
     * Bills an instalment that is due.
     *
     * @param issuedOn today when absent
     * @param dueOn when absent the day on which the instalment is due, but not before {@code issuedOn}
     */
    public record IssueInvoice(
            int number,
            String invoiceNo,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn) implements Command {}

    /**
     * Money came in.
     *
     * @param receivedOn today when absent
     * @param instalment number of the instalment that it pays, if that is known
     */
    public record RecordReceipt(
            String receiptNo,
            Money amount,
            @Nullable LocalDate receivedOn,
            @Nullable Integer instalment) implements Command {}

    /** What is left of the receipt pays what is open of the instalment. */
    public record MatchReceipt(String receiptNo, int number) implements Command {}

    /** The money went back, or never was there; whatever it paid is open again. */
    public record ReverseReceipt(
            String receiptNo, @Limit(Limit.NOTE) String reason) implements Command {}

    /** The day by which an instalment was to be paid may have passed. */
    public record MarkOverdue(int number) implements Command {}

    public sealed interface Event {}

    /**
     * It is planned how the contract is paid.
     *
     * @param signedOn the day on which the contract was signed; absent where that was not noted
     */
    public record PaymentScheduleSet(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<Instalment> instalments,
            @Nullable LocalDate signedOn)
            implements Event {
        public PaymentScheduleSet {
            instalments = List.copyOf(instalments);
        }
    }

    /** Its trigger fired; it is to be paid by {@code dueOn}. */
    public record InstalmentBecameDue(int number, Money amount, LocalDate dueOn, String owner) implements Event {}

    public record InvoiceIssued(int number, String invoiceNo, Money amount, LocalDate issuedOn, LocalDate dueOn)
            implements Event {}

    public record PaymentReceived(String receiptNo, Money amount, LocalDate receivedOn, String owner)
            implements Event {}

    public record PaymentMatched(String receiptNo, int number, Money amount) implements Event {}

    /** The instalment that is due at signature is paid in full. */
    public record AdvancePaymentReceived(int number, Money amount, LocalDate on) implements Event {}

    public record PaymentReversed(String receiptNo, Money amount, String reason, LocalDate on) implements Event {}

    /**
     * It was not paid in time.
     *
     * @param amount what is open of it
     */
    public record InstalmentOverdue(int number, Money amount, LocalDate dueOn, String owner) implements Event {}

    /**
     * The money was there in time after all and only noted late, so the instalment no longer counts as overdue.
     *
     * @param paidOn the day on which the last of its money came in, not after {@code dueOn}
     */
    public record InstalmentOverdueWithdrawn(int number, LocalDate dueOn, LocalDate paidOn, String owner)
            implements Event {}

    /** The overdue instalment is the one that was due at signature (gate G15). */
    public record AdvancePaymentMissed(int number, Money amount, LocalDate dueOn, String owner) implements Event {}

    /** All of the contract's money is there; a reversal takes that back, see {@link PaymentScheduleCollectionReopened}. */
    public record PaymentScheduleFullyCollected(UUID contractId, Money value, LocalDate on) implements Event {}

    /**
     * A reversal took money away from a contract that was fully collected (decision 44).
     *
     * @param open what is to be paid again
     */
    public record PaymentScheduleCollectionReopened(UUID contractId, Money open, LocalDate on) implements Event {}

    public enum No implements Refusal {
        INSTALMENT_NOT_DUE(state("the instalment is not due yet, since its trigger has not fired")),
        INSTALMENT_ALREADY_DUE(state("the instalment is already due by another day")),
        INSTALMENT_ALREADY_INVOICED(state("the instalment has another invoice, or one with other dates")),
        INSTALMENT_ALREADY_PAID(state("the instalment is paid in full")),
        RECEIPT_REVERSED(state("the receipt was reversed")),
        RECEIPT_NOT_MATCHED(state("the receipt is recorded but has paid nothing of this instalment; match it")),
        RECEIPT_USED_UP(state("all of the receipt's money is matched")),
        RECEIPT_UNKNOWN(rule("no receipt has this number")),
        RECEIPT_NO_TAKEN(rule("another receipt has this number")),
        RECEIPT_NO_MISSING(rule("a receipt must have a number")),
        INVOICE_NO_TAKEN(rule("the invoice of another instalment has this number")),
        INVOICE_NO_MISSING(rule("an invoice must have a number")),
        INSTALMENT_UNKNOWN(rule("no instalment has this number")),
        VALUE_NEGATIVE(rule("a value cannot be negative")),
        PAYMENTS_FAULTY(
                rule(
                        "every payment needs a label, a share and what its trigger needs; together they must make up the value")),
        AMOUNT_NOT_POSITIVE(rule("the amount of a receipt must be above zero")),
        BEFORE_SIGNED(rule("nothing can fall due or be invoiced before the contract is signed")),
        DAY_AGREED(rule("an instalment by date falls due on its agreed day")),
        DUE_BEFORE_ISSUED(rule("an invoice cannot be due before it is issued"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** A part of the contract's money as it is planned: how much, and what makes it due; numbered from 1. */
    public record Instalment(
            int number,
            String label,
            Money amount,
            Trigger trigger,
            @Nullable LocalDate dueOn,
            @Nullable String milestone,
            @Nullable Integer daysAfter) {

        /** The day by which it is to be paid if its trigger fired on this day. */
        LocalDate payableFrom(LocalDate fired) {
            return daysAfter == null ? fired : fired.plusDays(daysAfter);
        }
    }

    static Decision<Event> decide(PaymentSchedule schedule, Command command, Occasion occasion) {
        var today = occasion.today();
        return switch (command) {
            case TriggerInstalment trigger -> FallingDue.trigger(schedule, trigger, today);
            case FireTrigger fire -> FallingDue.fire(schedule, fire);
            case IssueInvoice issue -> FallingDue.invoice(schedule, issue, today);
            case MarkOverdue(var number) -> FallingDue.markOverdue(schedule, number, today);
            case RecordReceipt receipt -> Collecting.receive(schedule, receipt, today);
            case MatchReceipt(var receiptNo, var number) -> Collecting.match(schedule, receiptNo, number);
            case ReverseReceipt(var receiptNo, var reason) -> Collecting.reverse(schedule, receiptNo, reason, today);
        };
    }

    static PaymentSchedule begin(Event first) {
        var plan = (PaymentScheduleSet) first;
        return new PaymentSchedule(plan, Ledger.of(plan.instalments()));
    }

    static PaymentSchedule evolve(PaymentSchedule schedule, Event event) {
        return schedule.with(
                switch (event) {
                    case PaymentScheduleSet _,
                            AdvancePaymentReceived _,
                            AdvancePaymentMissed _,
                            InstalmentOverdueWithdrawn _,
                            PaymentScheduleFullyCollected _,
                            PaymentScheduleCollectionReopened _ -> schedule.ledger;
                    case InstalmentBecameDue due ->
                        schedule.ledger.changing(due.number(), part -> part.due(due.dueOn()));
                    case InvoiceIssued invoice ->
                        schedule.ledger.changing(invoice.number(), part -> part.invoiced(invoice));
                    case InstalmentOverdue late -> schedule.ledger.changing(late.number(), Receivable::late);
                    case PaymentReceived received -> schedule.ledger.with(Receipt.of(received));
                    case PaymentMatched matched -> schedule.ledger.matched(matched);
                    case PaymentReversed(var receiptNo, var _, var reason, var _) ->
                        schedule.ledger.reversed(receiptNo, reason);
                });
    }

    PaymentSchedule with(Ledger changed) {
        return new PaymentSchedule(plan, changed);
    }

    /** Whether this day is known to be before the contract's signature. */
    boolean isBeforeSignature(LocalDate day) {
        return plan.signedOn() != null && day.isBefore(plan.signedOn());
    }

    Money sum(Function<Receivable, Money> part) {
        return ledger.receivables().stream()
                .map(part)
                .reduce(Money.zero(plan.value().currency()), Money::plus);
    }

    /** This decision on the instalment of this number, which the command names at the pointer. */
    Decision<Event> onInstalment(int number, String pointer, Function<Receivable, Decision<Event>> decision) {
        return ledger.receivable(number).map(decision).orElseGet(() -> refusedAt(pointer, INSTALMENT_UNKNOWN));
    }
}
