package io.milepost.delivery.automation;

import io.milepost.delivery.deliveryproject.DeliveryProject.CreateDeliveryProject;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Delivery begins when the handover is accepted, and not before (decision 30). Handover and delivery project are two aggregates of
 * this service, so it listens to its own topic. No refusal settles it: a handover is accepted once.
 */
public final class WhenHandoverAcceptedThenCreateDeliveryProject {

    public static final Automation<HandoverAccepted> AUTOMATION = new Automation<>(
            "when-handover-accepted-then-create-delivery-project",
            "delivery",
            "handover.accepted.v1",
            HandoverAccepted.class,
            WhenHandoverAcceptedThenCreateDeliveryProject::react,
            Set.of());

    private WhenHandoverAcceptedThenCreateDeliveryProject() {}

    private static Optional<Reaction.Command> react(Inbound cause, HandoverAccepted accepted) {
        var create = new CreateDeliveryProject(accepted.opportunityId(), accepted.beginsOn());
        return Optional.of(new Reaction.Command(cause.subject(), create));
    }
}
