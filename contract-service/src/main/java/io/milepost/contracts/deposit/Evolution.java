package io.milepost.contracts.deposit;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a deposit begins and changes. */
final class Evolution {

    private Evolution() {}

    static Deposit begin(DepositEvent first) {
        return switch (first) {
            case DepositPaid(var unit, var consultant, var sale, var payment, var _) ->
                begun(unit, consultant, Standing.PAID, sale, payment);
            case DepositPartlyPaid partly ->
                begun(partly.unitId(), partly.consultant(), Standing.PARTIAL, partly.sale(), partly.payment());
            case DepositRejected rejected ->
                begun(rejected.unitId(), rejected.consultant(), Standing.REJECTED, null, rejected.payment());
            default ->
                throw new IllegalStateException(
                        "no deposit begins with " + first.getClass().getSimpleName());
        };
    }

    private static Deposit begun(
            UUID unit, String consultant, Standing standing, @Nullable Sale sale, Payment payment) {
        return new Deposit(
                unit,
                consultant,
                standing,
                sale,
                List.of(payment),
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                false);
    }

    static Deposit evolve(Deposit deposit, DepositEvent event) {
        return switch (event) {
            case DepositPaid _, DepositPartlyPaid _, DepositRejected _ -> deposit;
            case RejectedRefundBecameDue(var _, var amount) -> owing(deposit, Standing.REJECTED, amount, null);
            case RejectedBuyerTold _ -> noting(deposit, deposit.reminded(), deposit.overdue(), true);
            case DepositToppedUp(var _, var payment, var open) -> toppedUp(deposit, payment, open);
            case TopUpAnnounced _ -> noting(deposit, deposit.reminded(), deposit.overdue(), true);
            case TopUpReminderSent _ -> noting(deposit, true, deposit.overdue(), deposit.buyerTold());
            case DepositTopUpOverdue _ -> noting(deposit, deposit.reminded(), true, deposit.buyerTold());
            case DepositHoldExpired _, DepositLeftUnsigned _ -> ended(deposit, null, null);
            case DepositCancelled(var _, var by, var _, var who) -> ended(deposit, by, who);
            case RefundBecameDue(var _, var amount) -> owing(deposit, Standing.ENDED, amount, null);
            case DepositForfeited(var _, var amount, var due, var _, var _) ->
                owing(deposit, due.isPositive() ? Standing.ENDED : Standing.FORFEITED, due, amount);
            case DepositRefunded(var _, var _, var _, var _) ->
                owing(deposit, Standing.REFUNDED, deposit.owed(), deposit.forfeited());
            case DepositConverted(var _, var contract, var _, var _) ->
                converted(deposit, Standing.CONVERTED, contract, deposit.scheduled());
            case DepositScheduleNoted _ -> converted(deposit, deposit.standing(), deposit.contract(), true);
            case DepositCredited _ -> deposit;
        };
    }

    private static Deposit toppedUp(Deposit was, Payment payment, Money open) {
        return new Deposit(
                was.unitId(),
                was.consultant(),
                open.isPositive() ? Standing.PARTIAL : Standing.PAID,
                was.sale(),
                Stream.concat(was.payments().stream(), Stream.of(payment)).toList(),
                was.reminded(),
                was.overdue(),
                was.endedBy(),
                was.cancelledBy(),
                was.owed(),
                was.forfeited(),
                was.contract(),
                was.scheduled(),
                was.buyerTold());
    }

    private static Deposit noting(Deposit was, boolean reminded, boolean overdue, boolean told) {
        return new Deposit(
                was.unitId(),
                was.consultant(),
                was.standing(),
                was.sale(),
                was.payments(),
                reminded,
                overdue,
                was.endedBy(),
                was.cancelledBy(),
                was.owed(),
                was.forfeited(),
                was.contract(),
                was.scheduled(),
                told);
    }

    private static Deposit ended(Deposit was, @Nullable Side by, @Nullable String cancelledBy) {
        return new Deposit(
                was.unitId(),
                was.consultant(),
                Standing.ENDED,
                was.sale(),
                was.payments(),
                was.reminded(),
                was.overdue(),
                by,
                cancelledBy,
                was.owed(),
                was.forfeited(),
                was.contract(),
                was.scheduled(),
                was.buyerTold());
    }

    private static Deposit owing(Deposit was, Standing standing, @Nullable Money owed, @Nullable Money forfeited) {
        return new Deposit(
                was.unitId(),
                was.consultant(),
                standing,
                was.sale(),
                was.payments(),
                was.reminded(),
                was.overdue(),
                was.endedBy(),
                was.cancelledBy(),
                owed,
                forfeited,
                was.contract(),
                was.scheduled(),
                was.buyerTold());
    }

    private static Deposit converted(Deposit was, Standing standing, @Nullable UUID contract, boolean scheduled) {
        return new Deposit(
                was.unitId(),
                was.consultant(),
                standing,
                was.sale(),
                was.payments(),
                was.reminded(),
                was.overdue(),
                was.endedBy(),
                was.cancelledBy(),
                was.owed(),
                was.forfeited(),
                contract,
                scheduled,
                was.buyerTold());
    }
}
