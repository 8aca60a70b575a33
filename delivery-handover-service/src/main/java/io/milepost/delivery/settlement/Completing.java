package io.milepost.delivery.settlement;

import static io.milepost.delivery.settlement.Settlement.No.*;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.settlement.Settlement.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.util.Objects;
import java.util.UUID;

/** What the customer has confirmed is settled, and the last payment is what it leaves beside those before (R-162, gate G20). */
final class Completing {
    private Completing() {}

    static Decision<Event> complete(Settlement settlement, Occasion occasion) {
        return switch (settlement) {
            case Confirmed(var opening, var answer, var by) ->
                occasion.who().isMember(by)
                        ? refused(COMPLETED_BY_AUTHOR)
                        : accepted(completed(opening.contractId(), answer.amount(), occasion));
            case Settled _ -> unchanged();
            case Opened _, Draft _, Disputed _ -> refused(SETTLEMENT_NOT_CONFIRMED);
        };
    }

    private static SettlementCompleted completed(UUID contractId, Money amount, Occasion occasion) {
        var contract = Agreed.of(occasion);
        var received = contract.received();
        var isKnown = received != null && received.currency().equals(amount.currency());
        return new SettlementCompleted(
                contractId,
                amount,
                occasion.today(),
                contract.value(),
                received,
                isKnown ? amount.minus(Objects.requireNonNull(received)) : null);
    }
}
