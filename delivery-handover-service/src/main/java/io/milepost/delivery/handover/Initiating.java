package io.milepost.delivery.handover;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import org.jspecify.annotations.Nullable;

/** A handover begins with the signature, and is due when the sales process of its deal says. */
final class Initiating {

    private Initiating() {}

    /** How many days after the signature a handover is due, and what is promised from then on. */
    record Deadline(int days, @Nullable AfterSales afterSales) {}

    static Decision<Event> initiate(InitiateHandover initiate, Occasion occasion) {
        var signedOn = initiate.signedOn();
        var rules = occasion.read(Deadline.class);
        var dueOn = signedOn == null
                ? initiate.dueOn()
                : rules.map(deadline -> signedOn.plusDays(deadline.days())).orElse(initiate.dueOn());
        return accepted(new HandoverInitiated(
                occasion.id(),
                initiate.opportunityId(),
                initiate.accountId(),
                initiate.owner(),
                initiate.value(),
                dueOn,
                initiate.migrated(),
                initiate.template(),
                initiate.templateVersion(),
                rules.map(Deadline::afterSales).orElse(null)));
    }
}
