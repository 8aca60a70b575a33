package io.milepost.platform.feed;

import io.milepost.platform.eventlog.StoredEvent;
import java.util.Set;

/**
 * Which events are wanted.
 *
 * @param types names with or without a version, {@code lead.captured} or {@code lead.captured.v1}; empty wants all
 */
record TypeFilter(Set<String> types) {
    TypeFilter {
        types = Set.copyOf(types);
    }

    boolean wantsAll() {
        return types.isEmpty();
    }

    boolean wants(StoredEvent event) {
        return wantsAll() || types.contains(event.name()) || types.contains(event.wireType());
    }
}
