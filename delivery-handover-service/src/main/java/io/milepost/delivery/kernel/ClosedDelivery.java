package io.milepost.delivery.kernel;

import static io.milepost.platform.decision.Refusal.state;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;

/** Whether the delivery of a contract is closed, as what would begin in it is told when it decides. Where there is none yet, it is not. */
public record ClosedDelivery(boolean so) {

    public static boolean isSo(Occasion occasion) {
        return occasion.read(ClosedDelivery.class).filter(ClosedDelivery::so).isPresent();
    }

    public enum No implements Refusal {
        DELIVERY_OVER(state("the delivery is closed, and nothing begins in it any more"));

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
