package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.HighWater;
import io.milepost.platform.inbox.Inbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lets those events of a topic through, in the order of their partitions, that are in the tables by their positions. */
final class Upto {
    private final Map<Integer, HighWater> reached;
    private final Map<Integer, Boolean> present = new TreeMap<>();

    Upto(Map<Integer, HighWater> reached) {
        this.reached = Map.copyOf(reached);
    }

    List<Inbound> of(int partition, List<Inbound> events) {
        var in = new ArrayList<Inbound>();
        var to = reached.getOrDefault(partition, HighWater.NONE);
        for (var event : events) {
            if (event.epoch().equals(to.epoch())) {
                present.put(partition, true);
                if (event.position() <= to.position()) {
                    in.add(event);
                }
            } else if (!to.epoch().isEmpty() && !present.getOrDefault(partition, false)) {
                // Of an epoch that is over; one that follows is not read yet.
                in.add(event);
            }
        }
        return in;
    }
}
