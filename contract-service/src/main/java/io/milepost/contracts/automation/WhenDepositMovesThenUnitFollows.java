package io.milepost.contracts.automation;

import io.milepost.contracts.deposit.DepositEvent;
import io.milepost.contracts.deposit.DepositEvent.DepositCancelled;
import io.milepost.contracts.deposit.DepositEvent.DepositConverted;
import io.milepost.contracts.deposit.DepositEvent.DepositHoldExpired;
import io.milepost.contracts.deposit.DepositEvent.DepositLeftUnsigned;
import io.milepost.contracts.deposit.DepositEvent.DepositPaid;
import io.milepost.contracts.deposit.DepositEvent.DepositPartlyPaid;
import io.milepost.contracts.deposit.DepositEvent.DepositToppedUp;
import io.milepost.contracts.sellableunit.SellableUnit.NoteFree;
import io.milepost.contracts.sellableunit.SellableUnit.NoteTaken;
import io.milepost.contracts.sellableunit.SellableUnit.Taken;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit shows what its deposits have decided. All of them have the unit as their key, so that a release and the
 * deposit that follows it arrive in their order.
 */
public final class WhenDepositMovesThenUnitFollows {

    public static final Automation<DepositPaid> PAID =
            of("paid", DepositPaid.class, (cause, _) -> taken(cause, Taken.DEPOSIT_TAKEN));

    public static final Automation<DepositPartlyPaid> PARTLY_PAID =
            of("partly-paid", DepositPartlyPaid.class, (cause, _) -> taken(cause, Taken.HELD));

    public static final Automation<DepositToppedUp> TOPPED_UP = of(
            "topped-up",
            DepositToppedUp.class,
            (cause, more) -> more.open().isPositive() ? null : taken(cause, Taken.DEPOSIT_TAKEN));

    public static final Automation<DepositHoldExpired> EXPIRED =
            of("hold-expired", DepositHoldExpired.class, (cause, _) -> free(cause, "HOLD_EXPIRED"));

    public static final Automation<DepositLeftUnsigned> LEFT_UNSIGNED =
            of("left-unsigned", DepositLeftUnsigned.class, (cause, _) -> free(cause, "LEFT_UNSIGNED"));

    public static final Automation<DepositCancelled> CANCELLED = of(
            "cancelled",
            DepositCancelled.class,
            (cause, cancelled) -> free(cause, "CANCELLED_BY_" + cancelled.by().name()));

    public static final Automation<DepositConverted> CONVERTED =
            of("converted", DepositConverted.class, (cause, _) -> taken(cause, Taken.SOLD));

    private WhenDepositMovesThenUnitFollows() {}

    private interface Following<E> {
        @Nullable
        Record command(Inbound cause, E event);
    }

    private static <E extends DepositEvent> Automation<E> of(String name, Class<E> event, Following<E> following) {
        return new Automation<>(
                "when-deposit-" + name + "-then-unit-follows",
                "contract",
                "deposit." + name + ".v1",
                event,
                (cause, data) -> Optional.ofNullable(following.command(cause, data))
                        .map(command -> new Reaction.Command(data.unitId(), command)),
                Set.of());
    }

    private static NoteTaken taken(Inbound cause, Taken taken) {
        return new NoteTaken(cause.subject(), taken);
    }

    private static NoteFree free(Inbound cause, String reason) {
        return new NoteFree(cause.subject(), reason);
    }
}
