package io.milepost.reporting.read.mart.operate;

import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.mart.store.Extent;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How complete an answer is, as of the last look, which is at most a second old: a report does not ask the broker.
 *
 * @param sources those that the answer is of
 * @param complete whether the tables ever had all that was published
 * @param blocked partitions of these sources that do not go on
 * @param events that are in the tables, of all sources
 */
public record Standing(List<Freshness> sources, boolean complete, List<Extent.Partition> blocked, long events) {
    public Standing {
        sources = List.copyOf(sources);
        blocked = List.copyOf(blocked);
    }

    /** How far figures are to be trusted. */
    public enum State {
        /** All that was published is in them. */
        COMPLETE,
        /** Something that was published is not in them yet. */
        BEHIND,
        /** Subjects are left out, because an event of theirs cannot be read or counted. */
        PARTIAL,
        /** What is published from some position on does not come into them before somebody has seen to it. */
        BLOCKED,
        /** Nothing was ever read to its end: the tables are filled for the first time. */
        BUILDING
    }

    public State state(long setAside) {
        if (!blocked.isEmpty()) {
            return State.BLOCKED;
        }
        if (lagMs() > 0 && !complete && sources.stream().anyMatch(source -> !source.wasComplete())) {
            return State.BUILDING;
        }
        if (setAside > 0) {
            return State.PARTIAL;
        }
        return lagMs() > 0 ? State.BEHIND : State.COMPLETE;
    }

    /** Where they do not go on, and why; null where they do. */
    public @Nullable String reason() {
        return blocked.isEmpty()
                ? null
                : blocked.stream()
                        .map(one -> "%s-%d after %d: %s"
                                .formatted(one.source(), one.number(), one.position(), one.blockedFor()))
                        .collect(Collectors.joining("; "));
    }

    public long lagMs() {
        return sources.stream().mapToLong(source -> (long) source.lagMs()).max().orElse(0);
    }

    public String position() {
        return sources.stream()
                .map(source -> source.source() + "=" + (long) source.position())
                .collect(Collectors.joining(","));
    }
}
