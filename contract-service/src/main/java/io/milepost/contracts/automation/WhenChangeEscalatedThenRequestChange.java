package io.milepost.contracts.automation;

import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.changeorder.ChangeOrderCommand.RequestChange;
import io.milepost.contracts.inbound.delivery.ChangeEscalated;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A change that delivery may not decide becomes a change order under the id of its request (R-153, decision 33). No refusal settles it: one
 * of a contract that is closed meanwhile is parked, since somebody waits for it.
 */
public final class WhenChangeEscalatedThenRequestChange {

    public static final Automation<ChangeEscalated> AUTOMATION = new Automation<>(
            "when-change-escalated-then-request-change",
            "delivery",
            "change-request.escalated.v1",
            ChangeEscalated.class,
            WhenChangeEscalatedThenRequestChange::react,
            Set.of());

    private WhenChangeEscalatedThenRequestChange() {}

    private static Optional<Reaction.Command> react(Inbound cause, ChangeEscalated escalated) {
        return Optional.of(new Reaction.Command(
                cause.subject(),
                new RequestChange(
                        escalated.contractId(),
                        Origin.DELIVERY,
                        escalated.subject(),
                        escalated.reason(),
                        "change request " + cause.subject())));
    }
}
