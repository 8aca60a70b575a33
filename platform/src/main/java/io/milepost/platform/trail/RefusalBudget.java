package io.milepost.platform.trail;

import io.milepost.platform.auditrecord.AuditRecord.NoteRefusals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which refusals of an hour are recorded one by one, so that nobody fills the log by being refused; the others are counted. */
final class RefusalBudget {
    private static final int MOST_COUNTS = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final int perActor;
    private final int all;
    private final Map<Key, Integer> recorded = new HashMap<>();
    private final Map<Key, Long> counted = new LinkedHashMap<>();
    private final List<NoteRefusals> over = new ArrayList<>();
    private Instant hour = Instant.EPOCH;
    private int total;

    RefusalBudget(int perActor, int all) {
        this.perActor = perActor;
        this.all = all;
    }

    private record Key(@Nullable String actor, String code) {}

    /** Whether this one is recorded by itself; otherwise it is counted. */
    synchronized boolean admits(String actor, String code, Instant at) {
        turn(at);
        var key = new Key(actor, code);
        if (total < all && recorded.getOrDefault(key, 0) < perActor) {
            total++;
            recorded.merge(key, 1, Integer::sum);
            return true;
        }
        count(key);
        return false;
    }

    /** Counts one that was admitted and cannot be recorded by itself after all. */
    synchronized void count(String actor, String code, Instant at) {
        turn(at);
        count(new Key(actor, code));
    }

    private void count(Key key) {
        var kept = counted.containsKey(key) || counted.size() < MOST_COUNTS ? key : new Key(null, key.code());
        counted.merge(kept, 1L, Long::sum);
    }

    /** What was counted in hours that are over, each once. */
    synchronized List<NoteRefusals> over(Instant now) {
        turn(now);
        var notes = List.copyOf(over);
        over.clear();
        return notes;
    }

    /** All that was counted, as when the service stops. */
    synchronized List<NoteRefusals> rest(Instant now) {
        turn(now);
        close(now);
        return over(now);
    }

    private void turn(Instant at) {
        var begun = at.truncatedTo(ChronoUnit.HOURS);
        if (begun.isAfter(hour)) {
            close(hour.plus(HOUR));
            hour = begun;
            total = 0;
            recorded.clear();
        }
    }

    private void close(Instant until) {
        counted.forEach((key, number) -> over.add(new NoteRefusals(key.actor(), key.code(), number, hour, until)));
        counted.clear();
    }
}
