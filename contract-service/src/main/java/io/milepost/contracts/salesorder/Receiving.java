package io.milepost.contracts.salesorder;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;

import io.milepost.contracts.salesorder.SalesOrder.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.Objects;

/** An order is written down as the customer sent it; whether it is possible is verified later. */
final class Receiving {

    private Receiving() {}

    static Decision<Event> receive(ReceiveOrder receive, Occasion occasion) {
        var receivedOn = Objects.requireNonNullElse(receive.receivedOn(), occasion.today());
        var excess = Verifying.excess(receive.lines());
        return check().owner("/owner", receive.owner())
                .notAfter("/receivedOn", receivedOn, occasion.today())
                .within(FAR, "/receivedOn", receivedOn, occasion.today())
                .within(FAR, "/requestedFor", receive.requestedFor(), occasion.today())
                .that(excess.isEmpty(), "/lines/" + excess.orElse(0), AMOUNT_TOO_LARGE)
                .accept(() -> new OrderReceived(
                        receive.contractId(),
                        receive.accountId(),
                        receive.owner(),
                        receive.reference(),
                        receive.requestedFor(),
                        receivedOn,
                        receive.lines()));
    }
}
