package io.milepost.delivery.fulfilment;

import io.milepost.platform.decision.Occasion;

/** Whether a delivery has begun: its team has accepted the handover, or did so before the suite knew of the contract (decision 30). */
record HandedOver(boolean so) {
    static boolean isSo(Occasion occasion) {
        return occasion.read(HandedOver.class).filter(HandedOver::so).isPresent();
    }
}
