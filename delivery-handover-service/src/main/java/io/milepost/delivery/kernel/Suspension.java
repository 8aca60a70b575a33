package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;

/** Whether the delivery of a contract rests, as what belongs to it is told when it decides. Where there is no delivery yet, it does not. */
public record Suspension(boolean stands) {

    public static boolean stands(Occasion occasion) {
        return occasion.read(Suspension.class).map(Suspension::stands).orElse(false);
    }

    public enum No implements Refusal {
        DELIVERY_SUSPENDED(state("the delivery is suspended, and is resumed first"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }
}
