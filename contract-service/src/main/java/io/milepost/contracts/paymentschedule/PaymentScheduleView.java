package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.Ledger.Receipt;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a payment schedule.
 *
 * @param status OPEN or FULLY_COLLECTED
 * @param value of the contract with its amendments, which the instalments add up to
 * @param due of instalments whose trigger has fired, paid or not
 * @param paid what receipts have paid of the instalments
 * @param overdue what is open of instalments that are on record as overdue
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
        List<Integer> amendments) {
    /**
     * One instalment.
     *
     * @param status PLANNED, DUE, INVOICED, PARTLY_PAID, OVERDUE or PAID
     * @param addedBy number of the amendment that added it; absent where the contract was signed with it
     * @param changedBy numbers of the amendments that changed its amount or its day
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
            List<Integer> changedBy) {
        private static InstalmentView of(Receivable receivable) {
            var plan = receivable.instalment();
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
                    receivable.changedBy());
        }
    }

    /**
     * One receipt.
     *
     * @param unmatched what of it has not paid anything
     */
    public record ReceiptView(String receiptNo, Money amount, LocalDate receivedOn, Money unmatched, boolean reversed) {
        private static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.receiptNo(),
                    receipt.amount(),
                    receipt.receivedOn(),
                    receipt.unmatched(),
                    receipt.reversed());
        }
    }

    static PaymentScheduleView of(PaymentSchedule schedule) {
        var plan = schedule.plan();
        var ledger = schedule.ledger();
        var nothing = Money.zero(plan.value().currency());
        return new PaymentScheduleView(
                ledger.isCollected() ? "FULLY_COLLECTED" : "OPEN",
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
                schedule.amendments());
    }
}
