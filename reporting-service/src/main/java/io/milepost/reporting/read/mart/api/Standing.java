package io.milepost.reporting.read.mart.api;

import io.milepost.reporting.read.Freshness;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How complete an answer is, as of the last look, which is at most a second old: a report does not ask the broker.
 *
 * @param sources those that the answer is of
 */
record Standing(List<Freshness> sources) {
    Standing {
        sources = List.copyOf(sources);
    }

    /** How far figures are to be trusted. */
    enum State {
        /** All that was published is in them. */
        COMPLETE,
        /** Something that was published is not in them yet. */
        BEHIND,
        /** Subjects are left out, because an event of theirs cannot be read or counted. */
        PARTIAL,
        /** Nothing was ever read to its end: the tables are filled for the first time. */
        BUILDING
    }

    State state(long setAside) {
        if (lagMs() > 0 && sources.stream().anyMatch(source -> !source.wasComplete())) {
            return State.BUILDING;
        }
        if (setAside > 0) {
            return State.PARTIAL;
        }
        return lagMs() > 0 ? State.BEHIND : State.COMPLETE;
    }

    long lagMs() {
        return sources.stream().mapToLong(source -> (long) source.lagMs()).max().orElse(0);
    }

    String position() {
        return sources.stream()
                .map(source -> source.source() + "=" + (long) source.position())
                .collect(Collectors.joining(","));
    }
}
