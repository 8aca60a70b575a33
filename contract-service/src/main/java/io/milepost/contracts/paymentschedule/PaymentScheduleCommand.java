package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a payment schedule that is set; the command by which it is stands before. */
public sealed interface PaymentScheduleCommand {

    /**
     * Says how a signed contract is paid; the schedule's id is the contract's, which must have been signed over this value.
     *
     * @param owner code of the team member who follows up the money
     * @param signedOn the day on which the contract was signed, when absent
     * @param payments when there are none, the whole value is one instalment due at signature
     */
    record PlanPayments(
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

    /** Sent by the automation when the customer disputes what the contract comes to (domain 3.5). */
    record PauseCollection(LocalDate on) implements PaymentScheduleCommand {}

    /** Sent by the automation when the customer agrees after all. */
    record ResumeCollection(LocalDate on) implements PaymentScheduleCommand {}

    /** One instalment's trigger has fired, {@code on} a day that is today when absent. */
    record TriggerInstalment(int number, @Nullable LocalDate on) implements PaymentScheduleCommand {}

    /**
     * Something happened that instalments may wait for: in the delivery, or a day has come.
     *
     * @param milestone the milestone's code or the accepted item; every item when absent
     */
    record FireTrigger(Trigger trigger, @Nullable String milestone, LocalDate on) implements PaymentScheduleCommand {}

    /** The contract is settled with its customer over this amount. */
    record ClaimFinalPayment(Money settled, LocalDate on) implements PaymentScheduleCommand {}

    /**
     * Bills an instalment that is due.
     *
     * @param issuedOn today when absent
     * @param dueOn when absent the day on which the instalment is due, but not before {@code issuedOn}
     */
    record IssueInvoice(
            int number,
            String invoiceNo,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn) implements PaymentScheduleCommand {}

    /**
     * Money came in.
     *
     * @param receivedOn today when absent
     * @param instalment number of the instalment that it pays, if that is known
     */
    record RecordReceipt(
            String receiptNo,
            Money amount,
            @Nullable LocalDate receivedOn,
            @Nullable Integer instalment) implements PaymentScheduleCommand {}

    /** What is left of the receipt pays what is open of the instalment. */
    record MatchReceipt(String receiptNo, int number) implements PaymentScheduleCommand {}

    /** The money went back, or never was there; whatever it paid is open again. */
    record ReverseReceipt(
            String receiptNo, @Limit(Limit.NOTE) String reason) implements PaymentScheduleCommand {}

    /**
     * Pays back what of a receipt has paid nothing.
     *
     * @param voucherNo of the payment to the customer, given once in the company
     */
    record RefundSurplus(
            String receiptNo,
            String voucherNo,
            Money amount,
            @Limit(Limit.NOTE) String reason) implements PaymentScheduleCommand {}

    /**
     * What of a receipt has paid nothing is to count for another contract of the same account.
     *
     * @param transferNo under which it is a receipt there; given once in the company, like the number of any receipt
     */
    record MoveSurplus(
            String receiptNo,
            String transferNo,
            Money amount,
            UUID toContractId,
            @Limit(Limit.NOTE) String reason) implements PaymentScheduleCommand {}

    /** Sent by the automation when a surplus was moved here. */
    record TakeOverSurplus(String transferNo, Money amount, LocalDate receivedOn, UUID fromContractId)
            implements PaymentScheduleCommand {}

    /** Sent by the automation when a transfer was reversed where it had gone to. */
    record RestoreSurplus(String transferNo) implements PaymentScheduleCommand {}

    /**
     * Takes something off an invoice.
     *
     * @param creditNoteNo given once in the company, among the numbers of invoices
     * @param issuedOn today when absent
     */
    record IssueCreditNote(
            int number,
            String creditNoteNo,
            Money amount,
            @Limit(Limit.NOTE) String reason,
            @Nullable LocalDate issuedOn)
            implements PaymentScheduleCommand {}

    /**
     * Gives up money that is due and will not come; another amount needs the first one to be withdrawn.
     *
     * @param amount all that is open when absent
     */
    record WriteOffInstalment(
            int number,
            @Nullable Money amount,
            @Limit(Limit.NOTE) String reason) implements PaymentScheduleCommand {}

    /** Expects again all that was written off of an instalment. */
    record WithdrawWriteOff(int number, @Limit(Limit.NOTE) String reason) implements PaymentScheduleCommand {}

    /** An instalment is to be paid soon. */
    record SendReminder(int number) implements PaymentScheduleCommand {}

    /** An instalment may have been overdue for too long. */
    record EscalateCollection(int number) implements PaymentScheduleCommand {}

    /**
     * The customer was asked for what is due.
     *
     * @param note what was said
     * @param promisedOn the day on which it will be paid, if the customer named one; it holds up no escalation
     */
    record RecordFollowUp(
            int number,
            @Limit(Limit.NOTE) String note,
            @Nullable LocalDate promisedOn) implements PaymentScheduleCommand {}

    /** Sent by the automation when the contract turned out to be signed by mistake (decision 44). */
    record VoidPayments(LocalDate on) implements PaymentScheduleCommand {}

    /** The day by which an instalment was to be paid may have passed. */
    record MarkOverdue(int number) implements PaymentScheduleCommand {}

    /**
     * Sent by the automation when the contract was amended.
     *
     * @param amendment its number in the contract
     * @param change what it adds to the value
     * @param payments how that is paid; at once where nothing was agreed
     * @param previousMethod how the contract was paid before, where it is paid otherwise from now on
     * @param method how it is paid from now on; absent where that stays as it was
     */
    record RebaselinePayments(
            UUID changeOrderId,
            int amendment,
            Money change,
            LocalDate effectiveOn,
            @Nullable List<PaymentTerm> payments,
            @Nullable List<PaymentMove> moves,
            @Nullable @Limit(Limit.NOTE) String previousMethod,
            @Nullable @Limit(Limit.NOTE) String method)
            implements PaymentScheduleCommand {
        public RebaselinePayments {
            payments = payments == null ? null : List.copyOf(payments);
            moves = moves == null ? null : List.copyOf(moves);
        }
    }
}
