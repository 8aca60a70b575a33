package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.Inbox;
import io.milepost.reporting.read.mart.store.Extent;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Says in the tables where this instance cannot go on, so that all instances answer so; again and again, as long as it lasts. */
final class Blockage {
    private final Mart mart;
    private final Inbox inbox;

    /** By group, the partitions of which it was said. */
    private final Map<String, Set<Integer>> told = new HashMap<>();

    Blockage(Mart mart, Inbox inbox) {
        this.mart = mart;
        this.inbox = inbox;
    }

    void tell(Tables tables, String group, String source) {
        var blocked = inbox.blocked(group);
        blocked.forEach((partition, reason) -> Extent.blocked(mart, tables, source, partition, reason));
        for (int partition : told.getOrDefault(group, Set.of())) {
            if (!blocked.containsKey(partition)) {
                Extent.blocked(mart, tables, source, partition, null);
            }
        }
        told.put(group, Set.copyOf(blocked.keySet()));
    }

    void forget(String group) {
        told.remove(group);
    }
}
