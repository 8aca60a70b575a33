package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.Receipt.Given;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a payment schedule.
 *
 * @param status OPEN, FULLY_COLLECTED, WRITTEN_OFF where nothing is expected any more though not all came in, or VOIDED with its contract
 * @param value of the contract with its amendments, which the instalments add up to
 * @param due of instalments whose trigger has fired, paid or not
 * @param paid what receipts have paid of the instalments
 * @param overdue what is open of instalments that are on record as overdue
 * @param unmatched what came in and has neither paid anything nor gone out again
 * @param surplus what of that is more than all that is open
 * @param credited what credit notes have taken off what is owed
 * @param writtenOff what is owed but not expected any more
 * @param finalPayment what had not come in when the contract was settled; absent before
 * @param collection how its money is collected, as its sales process says, or the standard
 * @param pausedOn the day from which nobody is reminded of it, while its settlement is disputed
 * @param held whether no order is confirmed, since an advance was missed and its sales process says so
 */
public record PaymentScheduleView(
        String status,
        UUID opportunityId,
        UUID accountId,
        String owner,
        Money value,
        Money due,
        Money paid,
        Money overdue,
        List<InstalmentView> instalments,
        List<ReceiptView> receipts,
        Money originalValue,
        List<Integer> amendments,
        Money unmatched,
        Money surplus,
        Money credited,
        Money writtenOff,
        @Nullable Money finalPayment,
        CollectionTerms collection,
        @Nullable LocalDate pausedOn,
        boolean held) {
    /**
     * One instalment.
     *
     * @param status PLANNED, DUE, INVOICED, PARTLY_PAID, OVERDUE, PAID or WRITTEN_OFF
     * @param addedBy number of the amendment that added it; absent where the contract was signed with it
     * @param changedBy numbers of the amendments that changed its amount or its day
     * @param promisedOn the day on which the customer said last that it will be paid
     * @param method how it is paid; absent where nothing was said of it
     * @param endOfMonth whether it may be paid until the end of the month in which its days end
     */
    public record InstalmentView(
            int number,
            String label,
            String status,
            Money amount,
            Money open,
            Trigger trigger,
            @Nullable String milestone,
            @Nullable LocalDate dueOn,
            @Nullable String invoiceNo,
            @Nullable Integer addedBy,
            List<Integer> changedBy,
            Money credited,
            Money writtenOff,
            @Nullable LocalDate promisedOn,
            @Nullable String method,
            boolean endOfMonth) {
        private static InstalmentView of(Receivable receivable) {
            var plan = receivable.instalment();
            var promise = receivable.chase().last();
            return new InstalmentView(
                    plan.number(),
                    plan.label(),
                    receivable.status().name(),
                    plan.amount(),
                    receivable.open(),
                    plan.trigger(),
                    plan.milestone(),
                    receivable.expectedOn(),
                    receivable.invoiceNo(),
                    receivable.addedBy(),
                    receivable.changedBy(),
                    receivable.givenUp().credited(),
                    receivable.givenUp().writtenOff(),
                    promise == null ? null : promise.promisedOn(),
                    plan.method(),
                    plan.isByMonth());
        }
    }

    /**
     * One receipt.
     *
     * @param unmatched what of it has not paid anything
     * @param fromContractId the contract under which the customer paid it, where it was moved here
     * @param given what of it was refunded, or moved to another contract
     */
    public record ReceiptView(
            String receiptNo,
            Money amount,
            LocalDate receivedOn,
            Money unmatched,
            boolean reversed,
            @Nullable UUID fromContractId,
            List<GivenView> given) {
        private static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.receiptNo(),
                    receipt.amount(),
                    receipt.receivedOn(),
                    receipt.unmatched(),
                    receipt.reversed(),
                    receipt.from(),
                    receipt.given().stream().map(GivenView::of).toList());
        }
    }

    /** What of a receipt went out again, by the number of its voucher or transfer. */
    public record GivenView(
            String number, Money amount, @Nullable UUID toContractId, LocalDate on) {
        private static GivenView of(Given given) {
            return new GivenView(given.number(), given.amount(), given.to(), given.on());
        }
    }

    static PaymentScheduleView of(PaymentSchedule schedule) {
        var plan = schedule.plan();
        var ledger = schedule.ledger();
        var nothing = Money.zero(plan.value().currency());
        var unmatched = ledger.unmatched(plan.value().currency());
        var over = unmatched.minus(schedule.sum(Receivable::open));
        return new PaymentScheduleView(
                status(schedule),
                plan.opportunityId(),
                plan.accountId(),
                plan.owner(),
                schedule.value(),
                schedule.sum(part ->
                        part.dueOn() == null ? nothing : part.instalment().amount()),
                schedule.sum(Receivable::paid),
                schedule.sum(part -> part.overdue() ? part.open() : nothing),
                ledger.receivables().stream().map(InstalmentView::of).toList(),
                ledger.receipts().stream().map(ReceiptView::of).toList(),
                plan.value(),
                schedule.amendments(),
                unmatched,
                over.isPositive() ? over : nothing,
                schedule.sum(part -> part.givenUp().credited()),
                schedule.sum(part -> part.givenUp().writtenOff()),
                schedule.finalPayment() == null ? null : schedule.finalPayment().open(),
                schedule.collection(),
                schedule.pausing().pausedOn(),
                schedule.isHeld());
    }

    private static String status(PaymentSchedule schedule) {
        if (schedule.isVoid()) {
            return "VOIDED";
        }
        if (schedule.ledger().isCollected()) {
            return "FULLY_COLLECTED";
        }
        return schedule.ledger().isSettled() ? "WRITTEN_OFF" : "OPEN";
    }
}
