package io.milepost.contracts.automation;

import io.milepost.contracts.contract.ContractCommand.CloseContract;
import io.milepost.contracts.contract.ContractCommand.NoteHandover;
import io.milepost.contracts.contract.ContractCommand.RecordPerformance;
import io.milepost.contracts.inbound.delivery.ComprehensiveAccepted;
import io.milepost.contracts.inbound.delivery.DeliveryClosed;
import io.milepost.contracts.inbound.delivery.HandoverAccepted;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A contract is taken over with its handover, performed when the customer has accepted all of it, and closed when its project is
 * (R-137, domain 3.3). No refusal
 * settles it: what is delivered under a contract that is not signed, or ends on two days, is parked for somebody to look at.
 */
public final class WhenDeliveryEndsThenCarryOutContract {

    public static final Automation<ComprehensiveAccepted> PERFORMED = new Automation<>(
            "when-comprehensive-accepted-then-record-performance",
            "delivery",
            "acceptance.comprehensive-accepted.v1",
            ComprehensiveAccepted.class,
            (_, accepted) -> Optional.of(
                    new Reaction.Command(accepted.contractId(), new RecordPerformance(accepted.acceptedOn()))),
            Set.of());

    public static final Automation<DeliveryClosed> CLOSED = new Automation<>(
            "when-project-closed-then-close-contract",
            "delivery",
            "closure.project-closed.v1",
            DeliveryClosed.class,
            (_, closed) -> Optional.of(new Reaction.Command(closed.contractId(), new CloseContract(closed.closedOn()))),
            Set.of());

    /** From now on it cannot be void (decision 44); one that is by then is parked. */
    public static final Automation<HandoverAccepted> TAKEN_OVER = new Automation<>(
            "when-handover-accepted-then-note-handover",
            "delivery",
            "handover.accepted.v1",
            HandoverAccepted.class,
            (_, accepted) ->
                    Optional.of(new Reaction.Command(accepted.contractId(), new NoteHandover(accepted.acceptedOn()))),
            Set.of());

    private WhenDeliveryEndsThenCarryOutContract() {}
}
