package io.milepost.platform.eventlog;

import java.util.List;

/**
 * A sourcing read: the matching events and the position up to which nothing that matches is missing.
 *
 * @param marker never above what the read proved (invariant I11)
 */
public record Sourced(List<StoredEvent> events, long marker) {

    public Sourced {
        events = List.copyOf(events);
    }
}
