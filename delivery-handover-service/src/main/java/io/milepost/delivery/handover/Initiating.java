package io.milepost.delivery.handover;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;

/** A handover begins with the signature, and is due when the sales process of its deal says. */
final class Initiating {

    private Initiating() {}

    /** How many days after the signature a handover is due. */
    record Deadline(int days) {}

    static Decision<Event> initiate(InitiateHandover initiate, Occasion occasion) {
        var signedOn = initiate.signedOn();
        var dueOn = signedOn == null
                ? initiate.dueOn()
                : occasion.read(Deadline.class)
                        .map(deadline -> signedOn.plusDays(deadline.days()))
                        .orElse(initiate.dueOn());
        return accepted(new HandoverInitiated(
                occasion.id(),
                initiate.opportunityId(),
                initiate.accountId(),
                initiate.owner(),
                initiate.value(),
                dueOn,
                initiate.migrated(),
                initiate.template(),
                initiate.templateVersion()));
    }
}
