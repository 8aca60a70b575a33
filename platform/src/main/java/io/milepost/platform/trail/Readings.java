package io.milepost.platform.trail;

import io.milepost.platform.auditrecord.AuditRecord.NoteReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who read personal data in clear, gathered for a minute, so that a record is made for each reader and aggregate and not for each answer.
 * Nobody fills the log by reading: of more readers than can be told apart one record tells how much they read.
 */
final class Readings {
    private static final Duration GATHERED = Duration.ofMinutes(1);
    private static final int MOST_READERS = 500;
    private static final int MOST_ENTITIES = 200;

    private final Map<Key, Read> gathered = new LinkedHashMap<>();
    private @Nullable Instant begun;

    private record Key(@Nullable Sender by, String aggregate) {}

    private static final class Read {
        private final Set<UUID> entities = new LinkedHashSet<>();
        private final Set<String> kinds = new TreeSet<>();
        private long number;
    }

    synchronized void add(Sender by, String aggregate, Collection<UUID> entities, Set<String> kinds, Instant at) {
        if (begun == null) {
            begun = at;
        }
        var key = new Key(by, aggregate);
        var read = gathered.computeIfAbsent(
                gathered.containsKey(key) || gathered.size() < MOST_READERS ? key : new Key(null, aggregate),
                _ -> new Read());
        read.kinds.addAll(kinds);
        for (var entity : entities) {
            if (read.entities.contains(entity)) {
                continue;
            }
            read.number++;
            if (read.entities.size() < MOST_ENTITIES) {
                read.entities.add(entity);
            }
        }
    }

    /** What was gathered, once the minute is over. */
    synchronized List<NoteReading> over(Instant now) {
        return begun == null || now.isBefore(begun.plus(GATHERED)) ? List.of() : rest(now);
    }

    /** All that was gathered, as when the service stops. */
    synchronized List<NoteReading> rest(Instant now) {
        var from = begun;
        if (from == null) {
            return List.of();
        }
        var notes = new ArrayList<NoteReading>();
        gathered.forEach((key, read) -> notes.add(note(key, read, from, now)));
        gathered.clear();
        begun = null;
        return notes;
    }

    private static NoteReading note(Key key, Read read, Instant from, Instant until) {
        var by = key.by();
        return new NoteReading(
                by == null ? null : by.actor(),
                by == null ? null : by.member(),
                by == null ? null : by.client(),
                key.aggregate(),
                List.copyOf(read.entities),
                read.number,
                List.copyOf(read.kinds),
                from,
                until);
    }
}
