package io.milepost.bench.append;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;

/** Commits through the log alone: each caller has an entity of its own and guards it, as a command does. */
public final class LogAppends implements AutoCloseable {
    private static final int PAYLOAD = 300;
    private static final Instant WHEN = Instant.parse("2026-03-01T10:15:30.123Z");

    private final EventLog log;
    private final String[] names;
    private final AtomicLongArray seen;
    private final AtomicLongArray made;

    LogAppends(MongoDatabase database, int callers) {
        log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry());
        names = new String[callers];
        seen = new AtomicLongArray(callers);
        made = new AtomicLongArray(callers);
        for (int caller = 0; caller < callers; caller++) {
            names[caller] = "deal=" + UUID.randomUUID();
        }
    }

    /** Opens a log in this database and lets so many append to it for this long. */
    public static Figures run(MongoDatabase database, int callers, Duration time) {
        try (var appends = new LogAppends(database, callers)) {
            return Callers.run(callers, time, appends::append);
        }
    }

    void append(int caller) {
        var name = names[caller];
        var condition = new AppendCondition(List.of(Criterion.tagged(name)), seen.get(caller));
        var append =
                new Append(condition, name + "/" + made.incrementAndGet(caller), new byte[32], List.of(event(name)));
        switch (log.append(append).join()) {
            case Append.Result.Stored(var commit) -> seen.set(caller, commit.last());
            case Append.Result.Duplicate _, Append.Result.Conflict _ ->
                throw new IllegalStateException("not stored: " + append.requestId());
        }
    }

    private static NewEvent event(String tag) {
        return new NewEvent(
                UUID.randomUUID(),
                "thing.changed",
                1,
                WHEN,
                new byte[PAYLOAD],
                Map.of(
                        Metadata.AGGREGATE, "thing",
                        Metadata.SUBJECT, tag,
                        Metadata.ROOT, tag,
                        Metadata.COMMAND, "ChangeThing",
                        Metadata.ACTOR, "somebody",
                        Metadata.CORRELATION, tag,
                        Metadata.CAUSATION, tag),
                Set.of(tag));
    }

    @Override
    public void close() {
        log.close();
    }
}
