package io.milepost.delivery.automation;

import io.milepost.delivery.contractcopy.ContractCopy.NoteHold;
import io.milepost.delivery.contractcopy.ContractCopy.NoteRelease;
import io.milepost.delivery.inbound.contract.AdvanceMissed;
import io.milepost.delivery.inbound.contract.AdvanceSettled;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** Where the sales process of a contract says so, its delivery waits while an advance is missed, until it is paid or not to be paid any more (gate G15, decision 30). */
public final class WhenAdvanceMissedThenHoldDelivery {

    public static final Automation<AdvanceMissed> MISSED = new Automation<>(
            "when-advance-missed-then-hold-delivery",
            "contract",
            "payment-schedule.advance-payment-missed.v1",
            AdvanceMissed.class,
            (cause, missed) -> Boolean.TRUE.equals(missed.holds())
                    ? Optional.of(new Reaction.Command(cause.subject(), new NoteHold(missed.number(), missed.owner())))
                    : Optional.empty(),
            Set.of());

    /** Holds that ended before their end was told by itself ended with this. */
    public static final Automation<AdvanceSettled> PAID =
            released("when-advance-paid-then-release-delivery", "payment-schedule.advance-payment-received.v1");

    public static final Automation<AdvanceSettled> LIFTED =
            released("when-advance-hold-lifted-then-release-delivery", "payment-schedule.advance-hold-lifted.v1");

    private WhenAdvanceMissedThenHoldDelivery() {}

    private static Automation<AdvanceSettled> released(String name, String type) {
        return new Automation<>(
                name,
                "contract",
                type,
                AdvanceSettled.class,
                (cause, settled) ->
                        Optional.of(new Reaction.Command(cause.subject(), new NoteRelease(settled.number()))),
                Set.of());
    }
}
