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
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a deposit: it is topped up, given up, forfeited in part, refunded, or becomes part of a price. */
final class Keeping {

    private Keeping() {}

    static Decision<DepositEvent> decide(Deposit deposit, Command command, Occasion occasion) {
        return switch (command) {
            case TopUpDeposit more -> Receiving.topUp(deposit, more, occasion);
            case RecordBuyerTold(var on) -> buyerTold(deposit, on, occasion.today());
            case CancelDeposit(var by, var reason) -> cancel(deposit, by, reason, occasion);
            case ForfeitDeposit(var amount, var reason) -> forfeit(deposit, amount, reason, occasion);
            case RefundDeposit(var voucher, var on) -> refund(deposit, voucher, on, occasion);
            case RemindTopUp _ -> remind(deposit);
            case MarkTopUpOverdue _ -> markOverdue(deposit, occasion.today());
            case ExpireHold _ -> expire(deposit, occasion.today());
            case EndUnsigned _ ->
                switch (deposit.standing()) {
                    case PARTIAL, PAID -> ended(deposit, new DepositLeftUnsigned(deposit.unitId()));
                    case REJECTED, ENDED, REFUNDED, FORFEITED, CONVERTED -> unchanged();
                };
            case ConvertDeposit(var contract, var signedOn) -> convert(deposit, contract, signedOn);
            case NoteSchedule _ -> deposit.scheduled() ? unchanged() : scheduled(deposit);
        };
    }

    private static Decision<DepositEvent> buyerTold(Deposit deposit, LocalDate on, LocalDate today) {
        return check().notAfter("/on", on, today).within(NEAR, "/on", on, today).then(() -> {
            var topUpBy = deposit.topUpBy();
            if (deposit.standing() == Standing.PARTIAL && topUpBy != null) {
                return deposit.buyerTold() ? unchanged() : accepted(new TopUpAnnounced(deposit.unitId(), topUpBy, on));
            }
            if (deposit.sale() != null) {
                return refused(BUYER_NOT_REJECTED);
            }
            return deposit.buyerTold() ? unchanged() : accepted(new RejectedBuyerTold(deposit.unitId(), on));
        });
    }

    private static Decision<DepositEvent> cancel(Deposit deposit, Side by, String reason, Occasion occasion) {
        return check().reason("/reason", reason).then(() -> switch (deposit.standing()) {
            case PARTIAL, PAID ->
                ended(
                        deposit,
                        new DepositCancelled(
                                deposit.unitId(), by, reason, occasion.who().name()),
                        dueAfter(deposit, by));
            case REJECTED, ENDED, REFUNDED, FORFEITED, CONVERTED -> refused(DEPOSIT_ENDED);
        });
    }

    /** The money is due in full; what is forfeited of it is decided apart. */
    private static Decision<DepositEvent> ended(Deposit deposit, DepositEvent end) {
        return ended(deposit, end, deposit.paid());
    }

    private static Decision<DepositEvent> ended(Deposit deposit, DepositEvent end, Money due) {
        return accepted(List.of(end, new RefundBecameDue(deposit.unitId(), due)));
    }

    /** Earnest money binds the seller, too: as far as the terms of the phase say (decision 20). */
    private static Money dueAfter(Deposit deposit, Side by) {
        var sale = deposit.sale();
        return sale != null && by == Side.SELLER && sale.kind() == MoneyKind.EARNEST_MONEY
                ? sale.terms().returnedBySeller(deposit.paid())
                : deposit.paid();
    }

    private static Decision<DepositEvent> forfeit(Deposit deposit, Money amount, String reason, Occasion occasion) {
        return check().reason("/reason", reason)
                .that(amount.isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                .then(() -> {
                    var sale = deposit.sale();
                    var owed = deposit.owed();
                    if (sale == null
                            || owed == null
                            || deposit.standing() != Standing.ENDED
                            || deposit.forfeited() != null
                            || !deposit.isLeftByBuyer()
                            || sale.kind() != MoneyKind.EARNEST_MONEY) {
                        return refused(FORFEITURE_NOT_ALLOWED);
                    }
                    if (deposit.cancelledBy() != null && occasion.who().is(deposit.cancelledBy())) {
                        return refused(FORFEITURE_BY_CANCELLER);
                    }
                    if (!amount.currency().equals(owed.currency())) {
                        return refusedAt("/amount", CURRENCIES_MIXED);
                    }
                    var most = owed.amount().multiply(sale.terms().forfeitPercent());
                    return amount.amount().movePointRight(2).compareTo(most) > 0
                            ? refusedAt("/amount", FORFEITURE_ABOVE_LIMIT)
                            : accepted(new DepositForfeited(
                                    deposit.unitId(),
                                    amount,
                                    owed.minus(amount),
                                    reason,
                                    occasion.who().name()));
                });
    }

    private static Decision<DepositEvent> refund(
            Deposit deposit, String voucher, @Nullable LocalDate on, Occasion occasion) {
        return check().text("/voucherNo", voucher)
                .that(!occasion.who().isMember(deposit.consultant()), MONEY_BY_SELLER)
                .notAfter("/on", on, occasion.today())
                .within(NEAR, "/on", on, occasion.today())
                .then(() -> {
                    var owed = deposit.owed();
                    if (owed == null || !deposit.standing().owes()) {
                        return refused(deposit.standing().holdsUnit() ? DEPOSIT_KEPT : DEPOSIT_ENDED);
                    }
                    if (deposit.cancelledBy() != null && occasion.who().is(deposit.cancelledBy())) {
                        return refused(REFUNDED_BY_CANCELLER);
                    }
                    return occasion.holderOf(ClaimedKey.VOUCHER, Codes.canonical(voucher))
                                    .isPresent()
                            ? refused(VOUCHER_NO_TAKEN)
                            : accepted(new DepositRefunded(
                                    deposit.unitId(), owed, voucher, Objects.requireNonNullElse(on, occasion.today())));
                });
    }

    private static Decision<DepositEvent> remind(Deposit deposit) {
        var topUpBy = deposit.topUpBy();
        var sale = deposit.sale();
        return topUpBy == null || sale == null || deposit.reminded()
                ? unchanged()
                : accepted(new TopUpReminderSent(deposit.unitId(), Receiving.open(deposit, sale), topUpBy));
    }

    private static Decision<DepositEvent> markOverdue(Deposit deposit, LocalDate today) {
        var topUpBy = deposit.topUpBy();
        var sale = deposit.sale();
        return topUpBy == null || sale == null || deposit.overdue() || !today.isAfter(topUpBy)
                ? unchanged()
                : accepted(new DepositTopUpOverdue(deposit.unitId(), Receiving.open(deposit, sale), topUpBy));
    }

    private static Decision<DepositEvent> expire(Deposit deposit, LocalDate today) {
        var topUpBy = deposit.topUpBy();
        var sale = deposit.sale();
        return topUpBy == null || sale == null || !today.isAfter(sale.holdUntil(topUpBy))
                ? unchanged()
                : ended(deposit, new DepositHoldExpired(deposit.unitId()));
    }

    /** The contract is signed: that is so, also where the deposit was not paid in full. */
    private static Decision<DepositEvent> convert(Deposit deposit, UUID contract, LocalDate signedOn) {
        return switch (deposit.standing()) {
            case PARTIAL, PAID -> {
                var events = new ArrayList<DepositEvent>();
                events.add(new DepositConverted(deposit.unitId(), contract, deposit.paid(), signedOn));
                if (deposit.scheduled()) {
                    events.add(new DepositCredited(deposit.unitId(), contract, deposit.payments()));
                }
                yield accepted(events);
            }
            case CONVERTED -> unchanged();
            case REJECTED, ENDED, REFUNDED, FORFEITED -> refused(DEPOSIT_ENDED);
        };
    }

    private static Decision<DepositEvent> scheduled(Deposit deposit) {
        var events = new ArrayList<DepositEvent>();
        events.add(new DepositScheduleNoted(deposit.unitId()));
        if (deposit.contract() != null) {
            events.add(new DepositCredited(deposit.unitId(), deposit.contract(), deposit.payments()));
        }
        return accepted(events);
    }
}
