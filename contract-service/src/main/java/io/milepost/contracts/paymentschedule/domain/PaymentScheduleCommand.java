package io.milepost.contracts.paymentschedule.domain;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a payment schedule. */
public sealed interface PaymentScheduleCommand {

    /**
     * Says how a signed contract is paid; the schedule's id is the contract's.
     *
     * @param owner code of the team member who follows the money up
     * @param signedOn today when absent
     * @param payments when there are none, the whole value is one instalment due at signature
     */
    record PlanPayments(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            @Nullable LocalDate signedOn,
            List<PaymentTerm> payments)
            implements PaymentScheduleCommand {
        public PlanPayments {
            payments = List.copyOf(payments);
        }
    }

    /** One instalment's trigger has fired, {@code on} a day that is today when absent. */
    record TriggerInstalment(int number, @Nullable LocalDate on) implements PaymentScheduleCommand {}

    /**
     * Something happened that instalments may wait for: in the delivery, or a day has come.
     *
     * @param milestone the milestone's code or the accepted item; every item when absent
     */
    record FireTrigger(Trigger trigger, @Nullable String milestone, LocalDate on) implements PaymentScheduleCommand {}

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

    /** The day on which an instalment was to be paid may have passed. */
    record MarkOverdue(int number) implements PaymentScheduleCommand {}
}
