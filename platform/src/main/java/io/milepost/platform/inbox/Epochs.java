package io.milepost.platform.inbox;

import java.util.Map;

/**
 * New epochs that an operator has accepted: the producer's log was restored, and its events of the new epoch count from now on.
 *
 * @param accepted by source, {@code milepost.inbox.accept-epoch.<source>}
 */
record Epochs(Map<String, String> accepted) {
    Epochs {
        accepted = Map.copyOf(accepted);
    }

    boolean accepts(Inbound event) {
        return event.epoch().equals(accepted.get(event.source()));
    }
}
