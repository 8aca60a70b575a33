package io.milepost.contracts.automation;

import io.milepost.contracts.inbound.delivery.ComprehensiveAccepted;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.FireTrigger;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The customer accepted all that the contract promised: every instalment that waits for an acceptance is due. A contract without a
 * schedule is parked: somebody delivered what nobody planned to be paid for.
 */
public final class WhenComprehensiveAcceptedThenTriggerInstalments {

    public static final Automation<ComprehensiveAccepted> AUTOMATION = new Automation<>(
            "when-comprehensive-accepted-then-trigger-instalments",
            "delivery",
            "acceptance.comprehensive-accepted.v1",
            ComprehensiveAccepted.class,
            WhenComprehensiveAcceptedThenTriggerInstalments::react,
            Set.of());

    private WhenComprehensiveAcceptedThenTriggerInstalments() {}

    private static Optional<Reaction.Command> react(Inbound cause, ComprehensiveAccepted event) {
        var fire = new FireTrigger(Trigger.ACCEPTANCE, null, event.acceptedOn());
        return Optional.of(new Reaction.Command(event.contractId(), fire));
    }
}
