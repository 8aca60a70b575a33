package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.deliveryproject.DeliveryProject.NoteAcceptance;
import io.milepost.delivery.deliveryproject.DeliveryProject.NoteClose;
import io.milepost.delivery.deliveryproject.DeliveryProject.NoteSettlement;
import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.inbound.delivery.ProjectClosed;
import io.milepost.delivery.inbound.delivery.SettlementCompleted;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A delivery is accepted, settled and closed where that is decided, and its project says so (domain 3.4). What its process lets close without
 * a handover has none, which ends the story.
 */
public final class WhenDeliveryComesToItsEndThenNoteIt {

    public static final Automation<ComprehensiveAccepted> ACCEPTED = new Automation<>(
            "when-comprehensive-accepted-then-note-acceptance",
            "delivery",
            "acceptance.comprehensive-accepted.v1",
            ComprehensiveAccepted.class,
            (_, accepted) ->
                    Optional.of(new Reaction.Command(accepted.contractId(), new NoteAcceptance(accepted.acceptedOn()))),
            Set.of());

    public static final Automation<SettlementCompleted> SETTLED = new Automation<>(
            "when-settlement-completed-then-note-settlement",
            "delivery",
            "settlement.completed.v1",
            SettlementCompleted.class,
            (_, settled) -> Optional.of(new Reaction.Command(settled.contractId(), new NoteSettlement(settled.on()))),
            Set.of());

    public static final Automation<ProjectClosed> CLOSED = new Automation<>(
            "when-project-closed-then-note-close",
            "delivery",
            "closure.project-closed.v1",
            ProjectClosed.class,
            (_, closed) -> Optional.of(new Reaction.Command(closed.contractId(), new NoteClose(closed.closedOn()))),
            Set.of(UNKNOWN_TARGET));

    private WhenDeliveryComesToItsEndThenNoteIt() {}
}
