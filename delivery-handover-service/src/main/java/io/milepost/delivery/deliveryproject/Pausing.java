package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;

/** A delivery rests for a reason, and goes on when somebody says what has become of that (domain 3.4). */
final class Pausing {
    private Pausing() {}

    static Decision<DeliveryEvent> suspend(DeliveryProject project, SuspendDelivery suspend, Occasion occasion) {
        var before = project.suspension();
        if (project.ends().acceptedOn() != null) {
            return refused(DELIVERY_ALREADY_ACCEPTED);
        }
        if (before != null) {
            return before.cause() == suspend.cause() && before.reason().equals(suspend.reason())
                    ? unchanged()
                    : refused(DELIVERY_ALREADY_SUSPENDED);
        }
        return check().reason("/reason", suspend.reason())
                .accept(() -> new DeliverySuspended(
                        project.created().contractId(),
                        suspend.cause(),
                        suspend.reason(),
                        occasion.today(),
                        occasion.who().name()));
    }

    static Decision<DeliveryEvent> resume(DeliveryProject project, String note, Occasion occasion) {
        return check().that(project.isSuspended(), DELIVERY_NOT_SUSPENDED)
                .text("/note", note)
                .accept(() -> new DeliveryResumed(
                        project.created().contractId(),
                        note,
                        occasion.today(),
                        occasion.who().name()));
    }
}
