package io.milepost.platform.eventlog;

import java.util.List;

/** One commit to append: all its events or none. */
public record Append(AppendCondition condition, String requestId, byte[] requestHash, List<NewEvent> events) {

    public Append {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
    }

    /** What became of it. A fault (log not reachable, outcome not resolvable yet) fails the future instead. */
    public sealed interface Result {
        /** Stored now, majority-committed and journaled. */
        record Stored(StoredCommit commit) implements Result {}

        /** The request id was already in the log; nothing was stored. The caller compares the hashes. */
        record Duplicate(StoredCommit commit) implements Result {}

        /** An event at this position matches the condition after its marker; nothing was stored. */
        record Conflict(long position) implements Result {}
    }
}
