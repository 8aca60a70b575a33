package io.milepost.contracts.automation;

import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RestoreSurplus;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.TakeOverSurplus;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.PaymentMoveReturned;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.PaymentMovedOut;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Money that is moved from one contract to another arrives there, and goes back when its transfer is reversed. No refusal settles
 * it: money that has left and does not arrive is parked, where somebody sees it.
 */
public final class WhenSurplusMovesThenOtherContractFollows {
    public static final Automation<PaymentMovedOut> MOVED = new Automation<>(
            "when-surplus-moved-then-other-contract-takes-over",
            "contract",
            "payment-schedule.payment-moved-out.v1",
            PaymentMovedOut.class,
            (cause, moved) -> Optional.of(new Reaction.Command(
                    moved.toContractId(),
                    new TakeOverSurplus(moved.transferNo(), moved.amount(), moved.receivedOn(), cause.subject()))),
            Set.of());

    public static final Automation<PaymentMoveReturned> RETURNED = new Automation<>(
            "when-surplus-returned-then-first-contract-restores",
            "contract",
            "payment-schedule.payment-move-returned.v1",
            PaymentMoveReturned.class,
            (_, returned) -> Optional.of(
                    new Reaction.Command(returned.fromContractId(), new RestoreSurplus(returned.transferNo()))),
            Set.of());

    private WhenSurplusMovesThenOtherContractFollows() {}
}
