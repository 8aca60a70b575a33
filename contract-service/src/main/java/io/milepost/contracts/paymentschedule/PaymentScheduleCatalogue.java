package io.milepost.contracts.paymentschedule;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.ContractCatalogue;
import io.milepost.contracts.deposit.Deposit;
import io.milepost.contracts.deposit.Deposit.Payment;
import io.milepost.contracts.deposit.DepositCatalogue;
import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.DepositReceipts;
import io.milepost.contracts.paymentschedule.PaymentSchedule.No;
import io.milepost.contracts.paymentschedule.PaymentSchedule.OtherPayments;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The payment schedule's commands and events, with paths, roles and names, and the days that it waits for. Finance records the money, sales follows it up. */
public final class PaymentScheduleCatalogue {

    public static final Catalogue<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> PAYMENT_SCHEDULE =
            Catalogue.of("payment-schedule", "payment-schedules", PaymentSchedule.DECIDER)
                    .creates(PlanPayments.class, Planning::plan, FINANCE)
                    .reads(
                            PlanPayments.class,
                            Read.twin(
                                    () -> ContractCatalogue.CONTRACT,
                                    SignedContract.class,
                                    PaymentScheduleCatalogue::signed))
                    .command(TriggerInstalment.class, FINANCE, SALES_MANAGER)
                    .command(FireTrigger.class)
                    .command(ClaimFinalPayment.class)
                    .command(IssueInvoice.class, FINANCE)
                    .claims(
                            IssueInvoice.class,
                            ClaimedKey.INVOICE,
                            (_, _, issue) -> List.of(ClaimedKey.invoice(issue.invoiceNo())))
                    .command(RecordReceipt.class, FINANCE)
                    .claims(
                            RecordReceipt.class,
                            ClaimedKey.RECEIPT,
                            (_, _, receipt) -> List.of(ClaimedKey.receipt(receipt.receiptNo())))
                    .reads(
                            RecordReceipt.class,
                            Read.twin(
                                    () -> DepositCatalogue.DEPOSIT,
                                    DepositReceipts.class,
                                    PaymentScheduleCatalogue::receiptsOf))
                    .command(MatchReceipt.class, FINANCE)
                    .command(ReverseReceipt.class, FINANCE)
                    .command(RefundSurplus.class, FINANCE)
                    .claims(
                            RefundSurplus.class,
                            ClaimedKey.VOUCHER,
                            (_, _, refund) -> List.of(ClaimedKey.voucher(refund.voucherNo())))
                    .command(MoveSurplus.class, FINANCE)
                    .claims(
                            MoveSurplus.class,
                            ClaimedKey.RECEIPT,
                            (_, _, move) -> List.of(ClaimedKey.receipt(move.transferNo())))
                    .reads(
                            MoveSurplus.class,
                            Read.twin(
                                    () -> DepositCatalogue.DEPOSIT,
                                    DepositReceipts.class,
                                    PaymentScheduleCatalogue::receiptsOf))
                    .reads(
                            MoveSurplus.class,
                            () -> PaymentScheduleCatalogue.PAYMENT_SCHEDULE,
                            (_, move) -> move.toContractId(),
                            OtherPayments.class,
                            other -> new OtherPayments(other.plan().accountId(), other.value()))
                    .command(TakeOverSurplus.class)
                    .command(RestoreSurplus.class)
                    .command(IssueCreditNote.class, FINANCE, SALES_MANAGER, SPONSOR)
                    .claims(
                            IssueCreditNote.class,
                            ClaimedKey.INVOICE,
                            (_, _, credit) -> List.of(ClaimedKey.invoice(credit.creditNoteNo())))
                    .command(WriteOffInstalment.class, FINANCE, SALES_MANAGER, SPONSOR)
                    .command(WithdrawWriteOff.class, FINANCE, SPONSOR)
                    .command(VoidPayments.class)
                    .command(MarkOverdue.class)
                    .command(SendReminder.class)
                    .command(EscalateCollection.class)
                    .command(PauseCollection.class)
                    .command(ResumeCollection.class)
                    .command(RecordFollowUp.class, SALES_REP, SALES_MANAGER, FINANCE)
                    .duty(RecordFollowUp.class, "whoever answers for the contract", PaymentSchedule::chasers)
                    .command(RebaselinePayments.class)
                    .reads(
                            RebaselinePayments.class,
                            Read.twin(
                                    () -> ContractCatalogue.CONTRACT,
                                    SignedContract.class,
                                    PaymentScheduleCatalogue::signed))
                    .event(PaymentScheduleSet.class, "payment-schedule.set", 1)
                    .event(InstalmentBecameDue.class, "payment-schedule.instalment-became-due", 1)
                    .event(FinalPaymentClaimed.class, "payment-schedule.final-payment-claimed", 1)
                    .event(InvoiceIssued.class, "payment-schedule.invoice-issued", 1)
                    .tags(
                            InvoiceIssued.class,
                            invoice -> Set.of(new Tag(ClaimedKey.INVOICE, ClaimedKey.invoice(invoice.invoiceNo()))))
                    .event(PaymentReceived.class, "payment-schedule.payment-received", 1)
                    .tags(
                            PaymentReceived.class,
                            received -> Set.of(new Tag(ClaimedKey.RECEIPT, ClaimedKey.receipt(received.receiptNo()))))
                    .event(PaymentMatched.class, "payment-schedule.payment-matched", 1)
                    .event(AdvancePaymentReceived.class, "payment-schedule.advance-payment-received", 1)
                    .event(PaymentReversed.class, "payment-schedule.payment-reversed", 1)
                    .event(InstalmentOverdue.class, "payment-schedule.instalment-overdue", 1)
                    .event(InstalmentOverdueWithdrawn.class, "payment-schedule.instalment-overdue-withdrawn", 1)
                    .event(CollectionReminderSent.class, "payment-schedule.reminder-sent", 1)
                    .event(CollectionFollowedUp.class, "payment-schedule.followed-up", 1)
                    .event(CollectionEscalated.class, "payment-schedule.escalated", 1)
                    .event(CollectionPaused.class, "payment-schedule.collection-paused", 1)
                    .event(CollectionResumed.class, "payment-schedule.collection-resumed", 1)
                    .event(AdvancePaymentMissed.class, "payment-schedule.advance-payment-missed", 1)
                    .event(AdvanceHoldLifted.class, "payment-schedule.advance-hold-lifted", 1)
                    .event(PaymentScheduleFullyCollected.class, "payment-schedule.fully-collected", 1)
                    .event(PaymentScheduleCollectionReopened.class, "payment-schedule.collection-reopened", 1)
                    .event(PaymentScheduleRebaselined.class, "payment-schedule.rebaselined", 1)
                    .event(PaymentScheduleVoided.class, "payment-schedule.voided", 1)
                    .event(PaymentReleased.class, "payment-schedule.payment-released", 1)
                    .event(PaymentRefunded.class, "payment-schedule.payment-refunded", 1)
                    .tags(
                            PaymentRefunded.class,
                            refunded -> Set.of(new Tag(ClaimedKey.VOUCHER, ClaimedKey.voucher(refunded.voucherNo()))))
                    .event(PaymentMovedOut.class, "payment-schedule.payment-moved-out", 1)
                    .tags(
                            PaymentMovedOut.class,
                            moved -> Set.of(new Tag(ClaimedKey.RECEIPT, ClaimedKey.receipt(moved.transferNo()))))
                    .event(PaymentMovedIn.class, "payment-schedule.payment-moved-in", 1)
                    .event(PaymentMoveReturned.class, "payment-schedule.payment-move-returned", 1)
                    .event(PaymentRestored.class, "payment-schedule.payment-restored", 1)
                    .event(CreditNoteIssued.class, "payment-schedule.credit-note-issued", 1)
                    .tags(
                            CreditNoteIssued.class,
                            note -> Set.of(new Tag(ClaimedKey.INVOICE, ClaimedKey.invoice(note.creditNoteNo()))))
                    .event(InstalmentWrittenOff.class, "payment-schedule.instalment-written-off", 1)
                    .event(InstalmentWriteOffWithdrawn.class, "payment-schedule.instalment-write-off-withdrawn", 1)
                    .ownedBy(schedule -> schedule.plan().owner())
                    .refusals(
                            No.class,
                            OWNER_MISSING,
                            REASON_MISSING,
                            TEXT_MISSING,
                            CURRENCIES_MIXED,
                            AMOUNT_TOO_LARGE,
                            DAY_IN_FUTURE,
                            DAY_IMPLAUSIBLE)
                    .view(PaymentScheduleView.class, PaymentScheduleView::of);

    /** An instalment by date is due when its agreed day begins. */
    public static final Due<PaymentSchedule> AGREED_DAY = new Due<>(
            "instalment-day",
            PAYMENT_SCHEDULE,
            FireTrigger.class,
            schedule -> dates(schedule, (part, day) -> switch (part.status()) {
                case PLANNED ->
                    part.instalment().trigger() == Trigger.DATE
                            ? Stream.of(DueDate.startOf(day, new FireTrigger(Trigger.DATE, null, day)))
                            : Stream.empty();
                case DUE, INVOICED, PARTLY_PAID, OVERDUE, PAID, WRITTEN_OFF -> Stream.empty();
            }));

    /** An instalment that waits for money is overdue when the day to pay by has ended. */
    public static final Due<PaymentSchedule> OVERDUE = new Due<>(
            "instalment-overdue",
            PAYMENT_SCHEDULE,
            MarkOverdue.class,
            schedule -> dates(schedule, (part, day) -> switch (part.status()) {
                case DUE, INVOICED, PARTLY_PAID -> Stream.of(DueDate.endOf(day, new MarkOverdue(part.number())));
                case PLANNED, OVERDUE, PAID, WRITTEN_OFF -> Stream.empty();
            }));

    /** The owner is reminded some days before an instalment is to be paid. */
    public static final Due<PaymentSchedule> REMINDER = new Due<>(
            "payment-reminder",
            PAYMENT_SCHEDULE,
            SendReminder.class,
            schedule -> chased(
                    schedule,
                    part -> Chasing.reminderDay(schedule, part)
                            .map(day -> DueDate.startOf(day, new SendReminder(part.number())))));

    /** The manager hears of what is still open some days after it was to be paid. */
    public static final Due<PaymentSchedule> ESCALATION = new Due<>(
            "payment-escalation",
            PAYMENT_SCHEDULE,
            EscalateCollection.class,
            schedule -> chased(
                    schedule,
                    part -> Chasing.escalationDay(schedule, part)
                            .map(day -> DueDate.endOf(day, new EscalateCollection(part.number())))));

    public static final NoticeRule<CollectionReminderSent> REMINDER_NOTICE = notice("instalment-due")
            .on(PAYMENT_SCHEDULE, CollectionReminderSent.class)
            .about(due -> "instalment " + due.number())
            .to(OWNER);

    public static final NoticeRule<CollectionEscalated> ESCALATION_NOTICE = notice("collection-escalated")
            .on(PAYMENT_SCHEDULE, CollectionEscalated.class)
            .about(escalated -> "instalment " + escalated.number())
            .to(MANAGER);

    /** Overdue money is told to the owner, who has some days to get it before the manager is told. */
    public static final NoticeRule<InstalmentOverdue> OVERDUE_NOTICE = notice("instalment-overdue")
            .on(PAYMENT_SCHEDULE, InstalmentOverdue.class)
            .about(overdue -> "instalment " + overdue.number())
            .to(OWNER);

    /** An advance that was not paid in time is told to the owner and the manager at once, since work may wait for it (gate G15). */
    public static final NoticeRule<AdvancePaymentMissed> ADVANCE_NOTICE = notice("advance-missed")
            .on(PAYMENT_SCHEDULE, AdvancePaymentMissed.class)
            .about(missed -> "instalment " + missed.number())
            .to(OWNER, MANAGER);

    private PaymentScheduleCatalogue() {}

    private static DepositReceipts receiptsOf(Deposit deposit) {
        return new DepositReceipts(
                deposit.payments().stream().map(Payment::receiptNo).toList());
    }

    /** What was signed first: what amendments change, the schedule hears of by itself. Null parts where it is not signed yet. */
    private static SignedContract signed(Contract contract) {
        var draft = contract.draft();
        return new SignedContract(
                draft.opportunityId(),
                draft.accountId(),
                contract.signedValue(),
                contract.signedOn().orElse(null),
                contract.agreement().terms().paymentMethod(),
                draft.contractRules() == null ? null : draft.contractRules().collection());
    }

    private static List<DueDate> chased(PaymentSchedule schedule, Function<Receivable, Optional<DueDate>> date) {
        return schedule.ledger().receivables().stream()
                .flatMap(part -> date.apply(part).stream()
                        .map(due -> due.part(Integer.toString(part.number()))
                                .ownedBy(schedule.plan().owner())))
                .toList();
    }

    private static List<DueDate> dates(
            PaymentSchedule schedule, BiFunction<Receivable, LocalDate, Stream<DueDate>> date) {
        return schedule.ledger().receivables().stream()
                .flatMap(part -> Stream.ofNullable(part.expectedOn())
                        .flatMap(day -> date.apply(part, day))
                        .map(due -> due.part(Integer.toString(part.number()))
                                .ownedBy(schedule.plan().owner())))
                .toList();
    }
}
