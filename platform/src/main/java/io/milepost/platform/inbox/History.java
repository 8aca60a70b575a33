package io.milepost.platform.inbox;

import java.util.Map;

/** The events of a service as its topic keeps them, read from the first one and outside of any consumer group. */
@FunctionalInterface
public interface History {

    /**
     * Hands over all events that were sent before this call, those of one partition in their order. A service that has
     * never been started has none.
     *
     * @throws Backlog.Unknown when the broker cannot be asked
     */
    void read(String source, BatchHandler handler);

    /**
     * The same from these offsets on, in these partitions alone; in all from the first event on where none is named. An event may be
     * handed over that an earlier reading has handed over already.
     *
     * @return by partition, where to go on when more has been sent
     */
    default Map<Integer, Long> read(String source, Map<Integer, Long> from, BatchHandler handler) {
        read(source, handler);
        return Map.of();
    }
}
