package io.milepost.opportunities.kernel;

import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.Optional;

/** What whatever is made for a deal has to know of it. */
public record PursuedDeal(boolean open) {

    /** Why nothing can be made for a deal. */
    public enum No implements Refusal {
        OPPORTUNITY_UNKNOWN(state("there is no opportunity with this id")),
        OPPORTUNITY_ENDED(state("the opportunity has been won, rejected, lost or withdrawn"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Why nothing more can be made for the deal that the decision reads; empty where it can. */
    public static Optional<Refusal> closed(Occasion occasion) {
        return occasion.read(PursuedDeal.class)
                .map(deal -> deal.open() ? Optional.<Refusal>empty() : Optional.<Refusal>of(No.OPPORTUNITY_ENDED))
                .orElse(Optional.of(No.OPPORTUNITY_UNKNOWN));
    }
}
