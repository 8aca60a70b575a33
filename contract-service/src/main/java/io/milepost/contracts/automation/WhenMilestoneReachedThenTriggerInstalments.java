package io.milepost.contracts.automation;

import io.milepost.contracts.inbound.delivery.MilestoneReached;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.FireTrigger;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The delivery reached a milestone: instalments that wait for it are due; most milestones have none, and nothing follows. A contract
 * without a schedule is parked: somebody delivers what nobody planned to be paid for.
 */
public final class WhenMilestoneReachedThenTriggerInstalments {

    public static final Automation<MilestoneReached> AUTOMATION = new Automation<>(
            "when-milestone-reached-then-trigger-instalments",
            "delivery",
            "delivery-project.milestone-reached.v1",
            MilestoneReached.class,
            WhenMilestoneReachedThenTriggerInstalments::react,
            Set.of());

    private WhenMilestoneReachedThenTriggerInstalments() {}

    private static Optional<Reaction.Command> react(Inbound cause, MilestoneReached event) {
        var fire = new FireTrigger(Trigger.MILESTONE, event.milestone(), event.reachedOn());
        return Optional.of(new Reaction.Command(event.contractId(), fire));
    }
}
