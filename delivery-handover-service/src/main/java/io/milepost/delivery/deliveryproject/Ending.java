package io.milepost.delivery.deliveryproject;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is decided of a delivery elsewhere is known of it as well (domain 3.4): each once, whatever comes first. */
final class Ending {
    private Ending() {}

    static Decision<DeliveryEvent> note(DeliveryProject project, EndCommand end) {
        var contract = project.created().contractId();
        var ends = project.ends();
        return switch (end) {
            case NoteAcceptance(var on) -> once(ends.acceptedOn(), new DeliveryAccepted(contract, on));
            case NoteSettlement(var on) -> once(ends.settledOn(), new DeliverySettled(contract, on));
            case NoteClose(var on) -> once(ends.closedOn(), new DeliveryProjectClosed(contract, on));
        };
    }

    private static Decision<DeliveryEvent> once(@Nullable LocalDate before, DeliveryEvent event) {
        return before == null ? accepted(event) : unchanged();
    }
}
