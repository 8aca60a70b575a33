package io.milepost.contracts.deposit;

import static io.milepost.contracts.deposit.Deposit.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Receives money for a unit. That nobody else has it, and that the receipt is new, is part of the append's condition. */
final class Receiving {

    private Receiving() {}

    static Decision<DepositEvent> record(RecordDeposit record, Occasion occasion) {
        return received(record.receiptNo(), record.amount(), record.paidOn(), occasion.today())
                .owner("/consultant", record.consultant())
                .text("/payer", record.payer())
                .that(!occasion.who().isMember(record.consultant()), MONEY_BY_SELLER)
                .then(() -> {
                    var unit = occasion.read(UnitOnOffer.class).orElse(null);
                    if (unit == null) {
                        return refused(UNIT_UNKNOWN);
                    }
                    if (isTaken(record.receiptNo(), occasion)) {
                        return refused(RECEIPT_NO_TAKEN);
                    }
                    var payment = payment(record.receiptNo(), record.amount(), record.paidOn(), occasion);
                    var onSale = unit.onSale();
                    if (occasion.holderOf(ClaimedKey.UNIT_HOLD, record.unitId().toString())
                            .isPresent()) {
                        return rejected(record, unit, payment, UNIT_TAKEN, Rejection.UNIT_TAKEN);
                    }
                    if (unit.withdrawn()) {
                        return rejected(record, unit, payment, UNIT_WITHDRAWN, Rejection.UNIT_WITHDRAWN);
                    }
                    return onSale == null
                            ? rejected(record, unit, payment, UNIT_NOT_RELEASED, Rejection.UNIT_NOT_RELEASED)
                            : take(record, unit, onSale, payment, occasion);
                });
    }

    private static Decision<DepositEvent> rejected(
            RecordDeposit record, UnitOnOffer unit, Payment payment, No no, Rejection reason) {
        return Decision.<DepositEvent>refused(no)
                .onRecord(List.of(
                        new DepositRejected(
                                record.unitId(),
                                unit.programme(),
                                unit.unitNo(),
                                record.accountId(),
                                record.consultant(),
                                record.kind(),
                                payment,
                                reason,
                                record.payer()),
                        new RejectedRefundBecameDue(record.unitId(), payment.amount())));
    }

    private static Decision<DepositEvent> take(
            RecordDeposit record, UnitOnOffer unit, OnSale onSale, Payment payment, Occasion occasion) {
        var sheet = unit.sheets().stream()
                .filter(priced -> priced.number() == record.sheet()
                        && occasion.isOneCustomer(priced.accountId(), record.accountId()))
                .findFirst()
                .orElse(null);
        if (sheet == null) {
            return refused(PRICE_SHEET_UNKNOWN);
        }
        if (sheet.validUntil().isBefore(occasion.today())) {
            return refused(PRICE_SHEET_ENDED);
        }
        if (unit.isContested(record.accountId(), occasion) && !unit.confirmed()) {
            return refused(UNIT_NOT_CONFIRMED);
        }
        var terms = onSale.terms();
        if (!record.amount().currency().equals(terms.deposit().currency())) {
            return refusedAt("/amount", CURRENCIES_MIXED);
        }
        if (record.kind() == MoneyKind.EARNEST_MONEY
                && terms.deposit()
                                .amount()
                                .movePointRight(2)
                                .compareTo(sheet.price().amount().multiply(terms.earnestCapPercent()))
                        > 0) {
            return refusedAt("/kind", EARNEST_MONEY_ABOVE_CAP);
        }
        var sale = new Sale(
                unit.programme(),
                unit.unitNo(),
                onSale.phaseId(),
                onSale.phase(),
                onSale.site(),
                sheet.accountId(),
                record.kind(),
                record.sheet(),
                sheet.price(),
                terms);
        return kept(record, sale, payment, occasion.today());
    }

    private static Decision<DepositEvent> kept(RecordDeposit record, Sale sale, Payment payment, LocalDate today) {
        var terms = sale.terms();
        var open = terms.deposit().minus(payment.amount());
        if (open.isNegative()) {
            return refusedAt("/amount", AMOUNT_ABOVE_DEPOSIT);
        }
        if (!open.isPositive()) {
            return accepted(new DepositPaid(record.unitId(), record.consultant(), sale, payment, record.payer()));
        }
        var least = terms.minimumHold();
        var topUpBy = terms.topUpBy();
        if (least == null || topUpBy == null || payment.amount().compareTo(least) < 0) {
            return refusedAt("/amount", PART_NOT_ENOUGH);
        }
        if (topUpBy.isBefore(today)) {
            return refused(TOP_UP_DAY_PASSED);
        }
        return accepted(new DepositPartlyPaid(
                record.unitId(),
                record.consultant(),
                sale,
                payment,
                open,
                topUpBy,
                sale.holdUntil(topUpBy),
                record.payer()));
    }

    /** The rest may come late, as long as the hold has not expired. */
    static Decision<DepositEvent> topUp(Deposit deposit, TopUpDeposit more, Occasion occasion) {
        return received(more.receiptNo(), more.amount(), more.paidOn(), occasion.today())
                .that(!occasion.who().isMember(deposit.consultant()), MONEY_BY_SELLER)
                .then(() -> {
                    var known = deposit.payments().stream()
                            .filter(payment -> ClaimedKey.receipt(payment.receiptNo())
                                    .equals(ClaimedKey.receipt(more.receiptNo())))
                            .findFirst()
                            .orElse(null);
                    var payment = payment(more.receiptNo(), more.amount(), more.paidOn(), occasion);
                    if (known != null) {
                        return known.amount().equals(payment.amount())
                                        && known.paidOn().equals(payment.paidOn())
                                ? unchanged()
                                : refused(RECEIPT_NO_TAKEN);
                    }
                    if (isTaken(more.receiptNo(), occasion)) {
                        return refused(RECEIPT_NO_TAKEN);
                    }
                    var sale = deposit.sale();
                    if (sale == null || deposit.standing() != Standing.PARTIAL) {
                        return refused(deposit.standing() == Standing.PAID ? DEPOSIT_COMPLETE : DEPOSIT_ENDED);
                    }
                    if (!more.amount().currency().equals(sale.price().currency())) {
                        return refusedAt("/amount", CURRENCIES_MIXED);
                    }
                    var open = open(deposit, sale).minus(more.amount());
                    return open.isNegative()
                            ? refusedAt("/amount", AMOUNT_ABOVE_DEPOSIT)
                            : accepted(new DepositToppedUp(deposit.unitId(), payment, open));
                });
    }

    static Money open(Deposit deposit, Sale sale) {
        return sale.terms().deposit().minus(deposit.paid());
    }

    private static Checks received(String receiptNo, Money amount, @Nullable LocalDate paidOn, LocalDate today) {
        return check().text("/receiptNo", receiptNo)
                .that(amount.isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                .notAfter("/paidOn", paidOn, today)
                .within(NEAR, "/paidOn", paidOn, today);
    }

    private static boolean isTaken(String receiptNo, Occasion occasion) {
        return occasion.holderOf(ClaimedKey.RECEIPT, ClaimedKey.receipt(receiptNo))
                .isPresent();
    }

    private static Payment payment(String receiptNo, Money amount, @Nullable LocalDate paidOn, Occasion occasion) {
        return new Payment(receiptNo, amount, Objects.requireNonNullElse(paidOn, occasion.today()));
    }
}
