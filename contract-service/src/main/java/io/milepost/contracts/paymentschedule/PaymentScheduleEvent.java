package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to the money of a contract. */
public sealed interface PaymentScheduleEvent {

    /**
     * It is planned how the contract is paid.
     *
     * @param signedOn the day on which the contract was signed; absent where that was not noted
     * @param collection what its sales process says of its money; absent where that says nothing
     */
    record PaymentScheduleSet(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<Instalment> instalments,
            @Nullable LocalDate signedOn,
            @Nullable CollectionTerms collection)
            implements PaymentScheduleEvent {
        public PaymentScheduleSet {
            instalments = List.copyOf(instalments);
        }
    }

    /**
     * What was delivered is settled with the customer, so that all that waited for the delivery is due.
     *
     * @param settled what both sides agree that the contract comes to
     * @param open what of that has not come in; negative where more has
     */
    record FinalPaymentClaimed(UUID contractId, Money settled, Money open, LocalDate on)
            implements PaymentScheduleEvent {}

    /**
     * Its trigger fired; it is to be paid by {@code dueOn}.
     *
     * @param firedOn the day of the trigger, where it may be paid until the end of a month, which hides that
     */
    record InstalmentBecameDue(
            int number,
            Money amount,
            LocalDate dueOn,
            String owner,
            @Nullable LocalDate firedOn) implements PaymentScheduleEvent {
        static InstalmentBecameDue of(Instalment instalment, LocalDate fired, String owner) {
            return new InstalmentBecameDue(
                    instalment.number(),
                    instalment.amount(),
                    instalment.payableFrom(fired),
                    owner,
                    instalment.isByMonth() ? fired : null);
        }
    }

    record InvoiceIssued(int number, String invoiceNo, Money amount, LocalDate issuedOn, LocalDate dueOn)
            implements PaymentScheduleEvent {}

    record PaymentReceived(String receiptNo, Money amount, LocalDate receivedOn, String owner)
            implements PaymentScheduleEvent {}

    record PaymentMatched(String receiptNo, int number, Money amount) implements PaymentScheduleEvent {}

    /** The instalment that is due at signature is paid in full. */
    record AdvancePaymentReceived(int number, Money amount, LocalDate on) implements PaymentScheduleEvent {}

    record PaymentReversed(String receiptNo, Money amount, String reason, LocalDate on)
            implements PaymentScheduleEvent {}

    /**
     * It was not paid in time.
     *
     * @param amount what is open of it
     */
    record InstalmentOverdue(int number, Money amount, LocalDate dueOn, String owner) implements PaymentScheduleEvent {}

    /**
     * The money was there in time after all and only noted late, so the instalment no longer counts as overdue.
     *
     * @param paidOn the day on which the last of its money came in, not after {@code dueOn}
     */
    record InstalmentOverdueWithdrawn(int number, LocalDate dueOn, LocalDate paidOn, String owner)
            implements PaymentScheduleEvent {}

    /** The owner is reminded that it is to be paid soon. */
    record CollectionReminderSent(int number, Money amount, LocalDate dueOn, String owner)
            implements PaymentScheduleEvent {}

    /**
     * Somebody asked the customer for the money.
     *
     * @param promisedOn the day on which the customer said it will be paid, if any
     * @param by who asked
     */
    record CollectionFollowedUp(
            int number, String note, @Nullable LocalDate promisedOn, String by, LocalDate on)
            implements PaymentScheduleEvent {}

    /** It is overdue for so long that the owner's manager has to know. */
    record CollectionEscalated(int number, Money amount, LocalDate dueOn, String owner)
            implements PaymentScheduleEvent {}

    /**
     * The overdue instalment is the one that was due at signature (gate G15).
     *
     * @param holds whether the work waits for it, as the sales process of the contract says; absent where it does not
     */
    record AdvancePaymentMissed(
            int number,
            Money amount,
            LocalDate dueOn,
            String owner,
            @Nullable Boolean holds) implements PaymentScheduleEvent {}

    /** Work need not wait for that advance any more: it was paid, or is not to be paid, or not yet. */
    record AdvanceHoldLifted(int number, String owner, LocalDate on) implements PaymentScheduleEvent {}

    /**
     * The customer disputes what the contract comes to; nobody is reminded of its money meanwhile.
     *
     * @param left what has not come in
     */
    record CollectionPaused(Money left, LocalDate on, String owner) implements PaymentScheduleEvent {}

    /** The customer agrees; {@code left} is what has not come in. */
    record CollectionResumed(Money left, LocalDate on, String owner) implements PaymentScheduleEvent {}

    /** All of the contract's money is there; a reversal takes that back, see {@link PaymentScheduleCollectionReopened}. */
    record PaymentScheduleFullyCollected(UUID contractId, Money value, LocalDate on) implements PaymentScheduleEvent {}

    /**
     * A reversal took money away from a contract that was fully collected (decision 44).
     *
     * @param open what is to be paid again
     */
    record PaymentScheduleCollectionReopened(UUID contractId, Money open, LocalDate on)
            implements PaymentScheduleEvent {}

    /** How an amendment of the contract changes an instalment: its amount, the day on which it falls due, or how it is paid. */
    record InstalmentChange(
            int number,
            Money previousAmount,
            Money amount,
            @Nullable LocalDate previousDueOn,
            @Nullable LocalDate dueOn,
            @Nullable String previousMethod,
            @Nullable String method) {}

    /**
     * The payments follow an amendment of the contract.
     *
     * @param amendment its number in the contract
     * @param value of the contract from now on, which the instalments add up to
     * @param on the day from which the amendment counts
     */
    record PaymentScheduleRebaselined(
            UUID contractId,
            UUID changeOrderId,
            int amendment,
            Money previousValue,
            Money value,
            LocalDate on,
            List<InstalmentChange> changed,
            List<Instalment> added)
            implements PaymentScheduleEvent {
        public PaymentScheduleRebaselined {
            changed = List.copyOf(changed);
            added = List.copyOf(added);
        }
    }

    /**
     * Nothing is to be paid of a contract that was signed by mistake (decision 44): it has no instalments any more.
     *
     * @param value that was to be paid
     * @param open what of that had not come in
     */
    record PaymentScheduleVoided(UUID contractId, Money value, Money open, LocalDate on)
            implements PaymentScheduleEvent {}

    /** What a receipt has paid of an instalment that became smaller, or is no more, is free again. */
    record PaymentReleased(String receiptNo, int number, Money amount) implements PaymentScheduleEvent {}

    /** What of a receipt had paid nothing went back to the customer. */
    record PaymentRefunded(String receiptNo, String voucherNo, Money amount, String reason, LocalDate on)
            implements PaymentScheduleEvent {}

    /** What of a receipt had paid nothing counts for another contract of the account from now on. */
    record PaymentMovedOut(
            String receiptNo,
            String transferNo,
            Money amount,
            LocalDate receivedOn,
            UUID toContractId,
            String reason,
            LocalDate on)
            implements PaymentScheduleEvent {}

    /**
     * Money that came in under another contract of the account counts here.
     *
     * @param receivedOn the day on which the customer paid it
     */
    record PaymentMovedIn(String transferNo, Money amount, LocalDate receivedOn, UUID fromContractId, String owner)
            implements PaymentScheduleEvent {}

    /** What was moved here counts for its first contract again; the reversal of the transfer stands before it. */
    record PaymentMoveReturned(String transferNo, Money amount, UUID fromContractId, LocalDate on)
            implements PaymentScheduleEvent {}

    /** What was moved away is surplus of its receipt again. */
    record PaymentRestored(String receiptNo, String transferNo, Money amount, LocalDate on)
            implements PaymentScheduleEvent {}

    /** An invoice was too high; so much less is owed of the instalment. */
    record CreditNoteIssued(
            int number, String creditNoteNo, String invoiceNo, Money amount, String reason, LocalDate issuedOn)
            implements PaymentScheduleEvent {}

    /**
     * What is open of an instalment, or a part of that, is not expected any more. It stays owed: the contract is not collected by it.
     *
     * @param by who gave it up
     */
    record InstalmentWrittenOff(int number, Money amount, String reason, String by, LocalDate on)
            implements PaymentScheduleEvent {}

    /** It is expected after all (decision 44). */
    record InstalmentWriteOffWithdrawn(int number, Money amount, String reason, LocalDate on)
            implements PaymentScheduleEvent {}
}
