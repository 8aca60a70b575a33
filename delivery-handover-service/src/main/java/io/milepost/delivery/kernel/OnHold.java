package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Occasion;

/** Whether work under a contract waits for an advance that was missed, as its sales process says (decision 30, gate G15). */
public record OnHold(boolean so) {
    public static boolean isSo(Occasion occasion) {
        return occasion.read(OnHold.class).filter(OnHold::so).isPresent();
    }
}
