package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.paymentschedule.PaymentSchedule.OtherPayments;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.contracts.paymentschedule.Receipt.Given;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt has paid of nothing goes back to the customer, or counts for another contract of the same account; the other contract
 * gets it as a receipt under the number of the transfer, and may give it back by reversing that.
 */
final class Surplus {

    private Surplus() {}

    static Decision<PaymentScheduleEvent> refund(PaymentSchedule schedule, RefundSurplus refund, Occasion occasion) {
        var out = new Given(refund.voucherNo(), refund.amount(), null, refund.reason(), occasion.today());
        return give(
                schedule,
                refund.receiptNo(),
                out,
                check().text("/voucherNo", refund.voucherNo(), VOUCHER_NO_MISSING)
                        .that(
                                occasion.holderOf(ClaimedKey.VOUCHER, ClaimedKey.voucher(refund.voucherNo()))
                                        .isEmpty(),
                                "/voucherNo",
                                VOUCHER_NO_TAKEN),
                refusedAt("/voucherNo", VOUCHER_NO_TAKEN),
                receipt -> new PaymentRefunded(
                        receipt.receiptNo(), refund.voucherNo(), refund.amount(), refund.reason(), occasion.today()));
    }

    static Decision<PaymentScheduleEvent> move(PaymentSchedule schedule, MoveSurplus move, Occasion occasion) {
        var other = occasion.read(OtherPayments.class).orElse(null);
        var out = new Given(move.transferNo(), move.amount(), move.toContractId(), move.reason(), occasion.today());
        var taken = Collecting.isTaken(move.transferNo(), occasion)
                || schedule.ledger().receipt(move.transferNo()).isPresent();
        return give(
                schedule,
                move.receiptNo(),
                out,
                check().text("/transferNo", move.transferNo(), RECEIPT_NO_MISSING)
                        .that(!taken, "/transferNo", RECEIPT_NO_TAKEN)
                        .that(other != null, "/toContractId", OTHER_CONTRACT_UNKNOWN)
                        .that(
                                other == null
                                        || occasion.isOneCustomer(
                                                other.accountId(),
                                                schedule.plan().accountId()),
                                "/toContractId",
                                ACCOUNT_DIFFERS)
                        .that(
                                other == null
                                        || other.value()
                                                .currency()
                                                .equals(schedule.plan().value().currency()),
                                "/toContractId",
                                CURRENCIES_MIXED,
                                "money is moved to a contract in the same currency only"),
                refusedAt("/transferNo", RECEIPT_NO_TAKEN),
                receipt -> new PaymentMovedOut(
                        receipt.receiptNo(),
                        move.transferNo(),
                        move.amount(),
                        receipt.receivedOn(),
                        move.toContractId(),
                        move.reason(),
                        occasion.today()));
    }

    /** A number that was used here before says the same again, or something else. */
    private static Decision<PaymentScheduleEvent> give(
            PaymentSchedule schedule,
            String receiptNo,
            Given out,
            Checks checks,
            Decision<PaymentScheduleEvent> taken,
            Function<Receipt, PaymentScheduleEvent> event) {
        var moved = out.to() != null;
        var before = schedule.ledger().receiptThatGave(out.number(), moved).orElse(null);
        if (before != null) {
            return Codes.same(before.receiptNo(), receiptNo)
                            && isSame(before.given(out.number(), moved).orElseThrow(), out)
                    ? unchanged()
                    : taken;
        }
        return checks.that(out.amount().isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                .that(isInCurrency(schedule, out.amount()), "/amount/currency", CURRENCIES_MIXED)
                .reason("/reason", out.reason())
                .then(() -> {
                    var receipt = schedule.ledger().receipt(receiptNo).orElse(null);
                    if (receipt == null) {
                        return refusedAt("/receiptNo", RECEIPT_UNKNOWN);
                    }
                    if (receipt.reversed()) {
                        return refusedAt("/receiptNo", RECEIPT_REVERSED);
                    }
                    return isMore(out.amount(), receipt.unmatched())
                            ? refusedAt(
                                    "/amount",
                                    AMOUNT_ABOVE_SURPLUS,
                                    "what the receipt has paid nothing with is " + receipt.unmatched())
                            : accepted(event.apply(receipt));
                });
    }

    private static boolean isInCurrency(PaymentSchedule schedule, Money amount) {
        return amount.currency().equals(schedule.plan().value().currency());
    }

    private static boolean isMore(Money one, Money other) {
        return one.compareTo(other) > 0;
    }

    private static boolean isSame(Given before, Given again) {
        return before.amount().equals(again.amount())
                && Objects.equals(before.to(), again.to())
                && before.reason().equals(again.reason());
    }

    /** What was moved here is taken whatever the state, since it has left the other contract. */
    static Decision<PaymentScheduleEvent> takeOver(PaymentSchedule schedule, TakeOverSurplus moved) {
        var before = schedule.ledger().receipt(moved.transferNo()).orElse(null);
        if (before == null) {
            return check().that(moved.amount().isPositive(), "/amount", AMOUNT_NOT_POSITIVE)
                    .that(isInCurrency(schedule, moved.amount()), "/amount/currency", CURRENCIES_MIXED)
                    .accept(() -> new PaymentMovedIn(
                            moved.transferNo(),
                            moved.amount(),
                            moved.receivedOn(),
                            moved.fromContractId(),
                            schedule.plan().owner()));
        }
        return moved.fromContractId().equals(before.from()) ? unchanged() : refusedAt("/transferNo", RECEIPT_NO_TAKEN);
    }

    static Decision<PaymentScheduleEvent> restore(PaymentSchedule schedule, String transferNo, Occasion occasion) {
        return schedule.ledger()
                .receiptThatGave(transferNo, true)
                .map(receipt -> Decision.<PaymentScheduleEvent>accepted(new PaymentRestored(
                        receipt.receiptNo(),
                        transferNo,
                        receipt.given(transferNo, true).orElseThrow().amount(),
                        occasion.today())))
                .orElseGet(Decision::unchanged);
    }

    /** The transfer by which a receipt came here goes back with it; null where a customer paid it. */
    static @Nullable PaymentScheduleEvent returned(Receipt receipt, Occasion occasion) {
        UUID from = receipt.from();
        return from == null
                ? null
                : new PaymentMoveReturned(receipt.receiptNo(), receipt.amount(), from, occasion.today());
    }
}
