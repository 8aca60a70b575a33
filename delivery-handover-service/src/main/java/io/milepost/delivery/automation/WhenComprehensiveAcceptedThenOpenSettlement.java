package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.settlement.Settlement.OpenSettlement;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** The signed comprehensive acceptance alone lets a contract be settled (R-162, decision 32). No refusal settles it: it is signed once. */
public final class WhenComprehensiveAcceptedThenOpenSettlement {

    public static final Automation<ComprehensiveAccepted> AUTOMATION = new Automation<>(
            "when-comprehensive-accepted-then-open-settlement",
            "delivery",
            "acceptance.comprehensive-accepted.v1",
            ComprehensiveAccepted.class,
            WhenComprehensiveAcceptedThenOpenSettlement::react,
            Set.of());

    private WhenComprehensiveAcceptedThenOpenSettlement() {}

    private static Optional<Reaction.Command> react(Inbound cause, ComprehensiveAccepted accepted) {
        var open = new OpenSettlement(accepted.acceptedOn(), accepted.currency());
        return Optional.of(new Reaction.Command(accepted.contractId(), open));
    }
}
