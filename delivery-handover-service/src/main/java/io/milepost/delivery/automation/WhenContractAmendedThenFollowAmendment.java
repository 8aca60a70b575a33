package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.deliveryproject.DeliveryProject.AddedLine;
import io.milepost.delivery.deliveryproject.DeliveryProject.FollowAmendment;
import io.milepost.delivery.inbound.contract.ContractAmended;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a delivery follows an amendment that moves its last day or adds to it. Before the handover is accepted there is no
 * plan to follow; one for a delivery that is complete is parked, since somebody has to see what is still to be delivered.
 */
public final class WhenContractAmendedThenFollowAmendment {

    public static final Automation<ContractAmended> AUTOMATION = new Automation<>(
            "when-contract-amended-then-follow-amendment",
            "contract",
            "contract.amended.v1",
            ContractAmended.class,
            WhenContractAmendedThenFollowAmendment::react,
            Set.of(UNKNOWN_TARGET));

    private WhenContractAmendedThenFollowAmendment() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractAmended amended) {
        var deadline = deadline(amended.terms());
        var added = amended.lines().stream()
                .flatMap(line -> line.before() == null && line.after() != null
                        ? Stream.of(new AddedLine(line.number(), line.after().product()))
                        : Stream.empty())
                .toList();
        return deadline == null && added.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reaction.Command(
                        cause.subject(),
                        new FollowAmendment(amended.number(), deadline(amended.previousTerms()), deadline, added)));
    }

    private static @Nullable LocalDate deadline(ContractAmended.@Nullable Terms terms) {
        return terms == null ? null : terms.deliveryDeadline();
    }
}
