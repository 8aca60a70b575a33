package io.milepost.contracts.deposit;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.sellableunit.SellableUnit;
import io.milepost.contracts.sellableunit.SellableUnitCatalogue;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands and events of a deposit. Finance takes and returns money, sales managers give up sales, and the approver of the phase forfeits. */
public final class DepositCatalogue {
    private static final int REMINDED_DAYS_BEFORE = 7;

    public static final Catalogue<Deposit, Command, DepositEvent> DEPOSIT = Catalogue.of(
                    "deposit", "deposits", Deposit.DECIDER)
            .creates(RecordDeposit.class, Receiving::record, FINANCE, IMPORTER)
            .reads(
                    RecordDeposit.class,
                    () -> SellableUnitCatalogue.SELLABLE_UNIT,
                    (_, record) -> record.unitId(),
                    UnitOnOffer.class,
                    DepositCatalogue::onOffer)
            .claims(
                    RecordDeposit.class,
                    ClaimedKey.UNIT_HOLD,
                    (_, _, record) -> List.of(record.unitId().toString()))
            .claims(
                    RecordDeposit.class,
                    ClaimedKey.RECEIPT,
                    (_, _, record) -> List.of(ClaimedKey.receipt(record.receiptNo())))
            .command(TopUpDeposit.class, FINANCE, IMPORTER)
            .claims(
                    TopUpDeposit.class,
                    ClaimedKey.RECEIPT,
                    (_, _, more) -> List.of(ClaimedKey.receipt(more.receiptNo())))
            .command(RecordBuyerTold.class, SALES_REP, SALES_MANAGER)
            .command(CancelDeposit.class, SALES_MANAGER)
            .command(ForfeitDeposit.class, SALES_MANAGER, SPONSOR)
            .duty(ForfeitDeposit.class, "the approver of forfeitures in the phase", DepositCatalogue::approvers)
            .command(RefundDeposit.class, FINANCE)
            .claims(
                    RefundDeposit.class,
                    ClaimedKey.VOUCHER,
                    (_, _, refund) -> List.of(Codes.canonical(refund.voucherNo())))
            .command(RemindTopUp.class)
            .command(MarkTopUpOverdue.class)
            .command(ExpireHold.class)
            .command(EndUnsigned.class)
            .command(ConvertDeposit.class)
            .command(NoteSchedule.class)
            .holds(
                    ClaimedKey.UNIT_HOLD,
                    deposit -> deposit.standing().holdsUnit()
                            ? List.of(deposit.unitId().toString())
                            : List.of())
            .event(DepositPaid.class, "deposit.paid", 1)
            .tags(DepositPaid.class, paid -> taking(paid.unitId(), paid.payment()))
            .personal(DepositPaid.class, (_, paid) -> paid.sale().accountId(), "payer")
            .event(DepositPartlyPaid.class, "deposit.partly-paid", 1)
            .tags(DepositPartlyPaid.class, partly -> taking(partly.unitId(), partly.payment()))
            .personal(DepositPartlyPaid.class, (_, partly) -> partly.sale().accountId(), "payer")
            .event(DepositRejected.class, "deposit.rejected", 1)
            .tags(DepositRejected.class, rejected -> Set.of(receipt(rejected.payment())))
            .personal(DepositRejected.class, (_, rejected) -> rejected.accountId(), "payer")
            .event(RejectedRefundBecameDue.class, "deposit.rejected-refund-became-due", 1)
            .event(RejectedBuyerTold.class, "deposit.rejected-buyer-told", 1)
            .event(DepositToppedUp.class, "deposit.topped-up", 1)
            .tags(DepositToppedUp.class, more -> Set.of(receipt(more.payment())))
            .event(TopUpAnnounced.class, "deposit.top-up-announced", 1)
            .event(TopUpReminderSent.class, "deposit.top-up-reminder-sent", 1)
            .event(DepositTopUpOverdue.class, "deposit.top-up-overdue", 1)
            .event(DepositHoldExpired.class, "deposit.hold-expired", 1)
            .event(DepositLeftUnsigned.class, "deposit.left-unsigned", 1)
            .event(DepositCancelled.class, "deposit.cancelled", 1)
            .event(RefundBecameDue.class, "deposit.refund-became-due", 1)
            .event(DepositForfeited.class, "deposit.forfeited", 1)
            .event(DepositRefunded.class, "deposit.refunded", 1)
            .tags(
                    DepositRefunded.class,
                    refunded -> Set.of(new Tag(ClaimedKey.VOUCHER, Codes.canonical(refunded.voucherNo()))))
            .event(DepositConverted.class, "deposit.converted", 1)
            .event(DepositScheduleNoted.class, "deposit.schedule-noted", 1)
            .event(DepositCredited.class, "deposit.credited", 1)
            .rootedBy(DepositEvent::unitId)
            .ownedBy(Deposit::consultant)
            .refusals(
                    No.class,
                    TEXT_MISSING,
                    REASON_MISSING,
                    OWNER_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    CURRENCIES_MIXED)
            .view(View.class, View::of);

    /** The buyer of a hold is told a week before the last day for the rest. */
    public static final Due<Deposit> TOP_UP_REMINDER = due(
            "top-up-reminder",
            RemindTopUp.class,
            (deposit, topUpBy) -> deposit.reminded()
                    ? Stream.empty()
                    : Stream.of(DueDate.startOf(topUpBy.minusDays(REMINDED_DAYS_BEFORE), new RemindTopUp())));

    /** The last day for the rest has ended at the site. */
    public static final Due<Deposit> TOP_UP_OVERDUE = due(
            "top-up-overdue",
            MarkTopUpOverdue.class,
            (deposit, topUpBy) ->
                    deposit.overdue() ? Stream.empty() : Stream.of(DueDate.endOf(topUpBy, new MarkTopUpOverdue())));

    /** The hold ends with its grace, and the unit is free. */
    public static final Due<Deposit> HOLD_EXPIRY = due(
            "hold-expiry",
            ExpireHold.class,
            (deposit, topUpBy) -> Stream.ofNullable(deposit.sale())
                    .map(sale -> DueDate.endOf(sale.holdUntil(topUpBy), new ExpireHold())));

    /** Whoever sold to a buyer who came too late is told, and the manager. */
    public static final NoticeRule<DepositRejected> REJECTED_NOTICE =
            notice("deposit-rejected").on(DEPOSIT, DepositRejected.class).to(OWNER, MANAGER);

    public static final NoticeRule<TopUpReminderSent> TOP_UP_NOTICE =
            notice("deposit-top-up-due").on(DEPOSIT, TopUpReminderSent.class).to(OWNER);

    public static final NoticeRule<DepositTopUpOverdue> TOP_UP_OVERDUE_NOTICE = notice("deposit-top-up-overdue")
            .on(DEPOSIT, DepositTopUpOverdue.class)
            .to(OWNER, MANAGER);

    public static final NoticeRule<DepositHoldExpired> EXPIRED_NOTICE =
            notice("deposit-hold-expired").on(DEPOSIT, DepositHoldExpired.class).to(OWNER, MANAGER);

    private DepositCatalogue() {}

    private static UnitOnOffer onOffer(SellableUnit unit) {
        var release = unit.release();
        return new UnitOnOffer(
                unit.added().programme(),
                unit.added().unitNo(),
                release == null
                        ? null
                        : new OnSale(release.phaseId(), release.phase(), release.site(), release.terms()),
                unit.withdrawn() != null,
                unit.confirmed(),
                unit.sheets().stream()
                        .map(sheet -> new Priced(sheet.number(), sheet.accountId(), sheet.price(), sheet.validUntil()))
                        .toList());
    }

    private static List<String> approvers(Deposit deposit) {
        var sale = deposit.sale();
        var approver = sale == null ? null : sale.terms().forfeitApprover();
        return approver == null ? List.of() : List.of(approver);
    }

    private static Set<Tag> taking(UUID unit, Payment payment) {
        return Set.of(new Tag(ClaimedKey.UNIT_HOLD, unit.toString()), receipt(payment));
    }

    private static Tag receipt(Payment payment) {
        return new Tag(ClaimedKey.RECEIPT, ClaimedKey.receipt(payment.receiptNo()));
    }

    private static Due<Deposit> due(
            String kind, Class<? extends Record> command, BiFunction<Deposit, LocalDate, Stream<DueDate>> date) {
        return new Due<>(
                kind,
                DEPOSIT,
                command,
                deposit -> Stream.ofNullable(deposit.topUpBy())
                        .flatMap(topUpBy -> date.apply(deposit, topUpBy))
                        .map(due -> due.ownedBy(deposit.consultant())
                                .at(
                                        deposit.sale() == null
                                                ? null
                                                : deposit.sale().site()))
                        .toList());
    }

    /**
     * What a read shows.
     *
     * @param status PARTIAL, PAID, REFUND_DUE, REFUNDED, FORFEITED or CONVERTED
     * @param rejected whether the buyer came too late or the unit was not for sale
     * @param open what is missing of a deposit that holds its unit
     * @param refund what is due to the buyer, or was paid
     */
    public record View(
            String status,
            boolean rejected,
            UUID unitId,
            String consultant,
            @Nullable Sale sale,
            List<Payment> payments,
            Money paid,
            @Nullable Money open,
            @Nullable LocalDate topUpBy,
            @Nullable Money refund,
            @Nullable Money forfeited,
            @Nullable UUID contractId,
            boolean buyerTold) {
        static View of(Deposit deposit) {
            var sale = deposit.sale();
            return new View(
                    deposit.standing().owes()
                            ? "REFUND_DUE"
                            : deposit.standing().name(),
                    sale == null,
                    deposit.unitId(),
                    deposit.consultant(),
                    sale,
                    deposit.payments(),
                    deposit.paid(),
                    sale != null && deposit.standing() == Standing.PARTIAL ? Receiving.open(deposit, sale) : null,
                    deposit.topUpBy(),
                    deposit.owed(),
                    deposit.forfeited(),
                    deposit.contract(),
                    deposit.buyerTold());
        }
    }
}
