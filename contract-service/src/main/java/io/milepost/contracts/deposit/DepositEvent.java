package io.milepost.contracts.deposit;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a deposit. Order is kept by unit. */
public sealed interface DepositEvent {
    UUID unitId();

    /** The whole deposit took the unit. */
    record DepositPaid(
            UUID unitId,
            String consultant,
            Sale sale,
            Payment payment,
            @Nullable String payer) implements DepositEvent {}

    /**
     * A part of it holds the unit.
     *
     * @param open what is missing
     */
    record DepositPartlyPaid(
            UUID unitId,
            String consultant,
            Sale sale,
            Payment payment,
            Money open,
            LocalDate topUpBy,
            LocalDate holdUntil,
            @Nullable String payer)
            implements DepositEvent {}

    /** Received, and not taken. */
    record DepositRejected(
            UUID unitId,
            String programme,
            String unitNo,
            UUID accountId,
            String consultant,
            MoneyKind kind,
            Payment payment,
            Rejection reason,
            @Nullable String payer)
            implements DepositEvent {}

    /** What was received for a unit that the buyer does not get is due to the buyer; kept with the rejection. */
    record RejectedRefundBecameDue(UUID unitId, Money amount) implements DepositEvent {}

    record RejectedBuyerTold(UUID unitId, LocalDate on) implements DepositEvent {}

    /**
     * More was received.
     *
     * @param open what is missing still
     */
    record DepositToppedUp(UUID unitId, Payment payment, Money open) implements DepositEvent {}

    /** Who holds the unit with a part knows that the rest is due, and until when. */
    record TopUpAnnounced(UUID unitId, LocalDate topUpBy, LocalDate on) implements DepositEvent {}

    record TopUpReminderSent(UUID unitId, Money open, LocalDate topUpBy) implements DepositEvent {}

    record DepositTopUpOverdue(UUID unitId, Money open, LocalDate topUpBy) implements DepositEvent {}

    record DepositHoldExpired(UUID unitId) implements DepositEvent {}

    /** The buyer did not sign the contract in time. */
    record DepositLeftUnsigned(UUID unitId) implements DepositEvent {}

    record DepositCancelled(UUID unitId, Side by, String reason, String cancelledBy) implements DepositEvent {}

    record RefundBecameDue(UUID unitId, Money amount) implements DepositEvent {}

    /**
     * Earnest money that does not go back.
     *
     * @param due to the buyer all the same
     */
    record DepositForfeited(UUID unitId, Money amount, Money due, String reason, String approvedBy)
            implements DepositEvent {}

    record DepositRefunded(UUID unitId, Money amount, String voucherNo, LocalDate on) implements DepositEvent {}

    /** It is a part of the price. */
    record DepositConverted(UUID unitId, UUID contractId, Money amount, LocalDate signedOn) implements DepositEvent {}

    /** The payments of the contract are planned. */
    record DepositScheduleNoted(UUID unitId) implements DepositEvent {}

    /** What was received counts as received under the contract. */
    record DepositCredited(UUID unitId, UUID contractId, List<Payment> payments) implements DepositEvent {
        public DepositCredited {
            payments = List.copyOf(payments);
        }
    }
}
