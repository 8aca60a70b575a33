package io.milepost.platform.command;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an entity has followed the events of each root, by what {@link Metadata#HEARD} says. Events of one root come in their order, and
 * sometimes again. One that comes again is answered from its commit; if it had changed nothing there is none, and it would now
 * be decided on what has followed since. So whoever has heard of a later event of a root does not listen to an earlier one.
 *
 * @param upTo the position of the latest event followed, by source, epoch and root
 */
public record CausalProgress(Map<String, Long> upTo) {
    public static final CausalProgress NOTHING = new CausalProgress(Map.of());

    private record Cause(String root, long position) {}

    /** With what the entity's next events followed. */
    public CausalProgress with(List<StoredEvent> events) {
        var further = new HashMap<>(upTo);
        for (var event : events) {
            var heard = event.metadata().get(Metadata.HEARD);
            if (heard != null) {
                var cause = cause(heard);
                further.merge(cause.root(), cause.position(), Math::max);
            }
        }
        return further.equals(upTo) ? this : new CausalProgress(Map.copyOf(further));
    }

    /** Whether the entity has followed a later event of the same root than the one that this is the metadata of. */
    public boolean isBeyond(Map<String, String> metadata) {
        var heard = metadata.get(Metadata.HEARD);
        if (heard == null) {
            return false;
        }
        var cause = cause(heard);
        return upTo.getOrDefault(cause.root(), 0L) > cause.position();
    }

    private static Cause cause(String heard) {
        int at = heard.lastIndexOf('@');
        return new Cause(heard.substring(0, at), Long.parseLong(heard.substring(at + 1)));
    }
}
