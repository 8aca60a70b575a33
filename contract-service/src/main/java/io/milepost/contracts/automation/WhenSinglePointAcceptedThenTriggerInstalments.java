package io.milepost.contracts.automation;

import io.milepost.contracts.inbound.delivery.SinglePointAccepted;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.FireTrigger;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The customer accepted one item: instalments that wait for its acceptance are due, those for the comprehensive one wait on. A
 * contract without a schedule is parked: somebody delivers what nobody planned to be paid for.
 */
public final class WhenSinglePointAcceptedThenTriggerInstalments {

    public static final Automation<SinglePointAccepted> AUTOMATION = new Automation<>(
            "when-single-point-accepted-then-trigger-instalments",
            "delivery",
            "acceptance.single-point-accepted.v1",
            SinglePointAccepted.class,
            WhenSinglePointAcceptedThenTriggerInstalments::react,
            Set.of());

    private WhenSinglePointAcceptedThenTriggerInstalments() {}

    private static Optional<Reaction.Command> react(Inbound cause, SinglePointAccepted accepted) {
        return Optional.ofNullable(accepted.item())
                .map(item -> new FireTrigger(Trigger.ACCEPTANCE, item, accepted.acceptedOn()))
                .map(fire -> new Reaction.Command(accepted.contractId(), fire));
    }
}
