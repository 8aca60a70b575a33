package io.milepost.delivery.automation;

import io.milepost.delivery.acceptance.Acceptance.OpenAcceptance;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** What delivery has taken over can be accepted one day, under the contract's own id. No refusal settles it: a handover is accepted once. */
public final class WhenHandoverAcceptedThenOpenAcceptance {

    public static final Automation<HandoverAccepted> AUTOMATION = new Automation<>(
            "when-handover-accepted-then-open-acceptance",
            "delivery",
            "handover.accepted.v1",
            HandoverAccepted.class,
            WhenHandoverAcceptedThenOpenAcceptance::react,
            Set.of());

    private WhenHandoverAcceptedThenOpenAcceptance() {}

    private static Optional<Reaction.Command> react(Inbound cause, HandoverAccepted accepted) {
        var open = new OpenAcceptance(accepted.opportunityId(), accepted.beginsOn(), accepted.currency());
        return Optional.of(new Reaction.Command(cause.subject(), open));
    }
}
