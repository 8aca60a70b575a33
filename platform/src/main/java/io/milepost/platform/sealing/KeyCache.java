package io.milepost.platform.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys as they were read last. They count for as long as nobody was erased, which the store is asked at most once in a while and always
 * after it: so an instance that was stopped and goes on, or hears nothing of the others, opens nothing that is gone.
 */
final class KeyCache {
    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(60);

    /** @param sealing whether it is known that nobody has erased the person */
    private record Cached(PersonKeys.Key key, boolean sealing, Instant until) {}

    private record Asked(long nanos, Instant at, long changes) {}

    private final Map<UUID, Cached> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Cached> eldest) {
            return size() > MOST;
        }
    };
    private final LongSupplier changes;
    private final Clock clock;
    private final Duration trust;
    private @Nullable Asked asked;

    /**
     * @param changes how often anybody was erased or opened again, as the store says
     * @param trust for so long it is not asked; an erasure is done when this is over
     */
    KeyCache(LongSupplier changes, Clock clock, Duration trust) {
        this.trust = trust;
        this.changes = changes;
        this.clock = clock;
    }

    /** Drops what is old; to be called before anything is taken out, and told when something read after it is put in. */
    long round() {
        long nanos = System.nanoTime();
        var at = clock.instant();
        synchronized (keys) {
            var before = asked;
            if (before != null && isFresh(before, nanos, at)) {
                return before.changes();
            }
        }
        long now = changes.getAsLong();
        synchronized (keys) {
            var before = asked;
            if (before != null && before.changes() > now) {
                return before.changes();
            }
            if (before == null || before.changes() < now) {
                keys.clear();
            }
            asked = new Asked(nanos, at, now);
            return now;
        }
    }

    /** By both clocks: one stands still while a machine sleeps, the other one is set by people. */
    private boolean isFresh(Asked asked, long nanos, Instant at) {
        return nanos - asked.nanos() < trust.toNanos()
                && Duration.between(asked.at(), at).abs().compareTo(trust) < 0;
    }

    PersonKeys.@Nullable Key forSealing(UUID person) {
        synchronized (keys) {
            var cached = keys.get(person);
            return cached != null && cached.sealing() && cached.until().isAfter(clock.instant()) ? cached.key() : null;
        }
    }

    Map<UUID, PersonKeys.Key> find(Collection<UUID> persons) {
        var found = new HashMap<UUID, PersonKeys.Key>();
        var now = clock.instant();
        synchronized (keys) {
            for (var person : persons) {
                var cached = keys.get(person);
                if (cached != null && cached.until().isAfter(now)) {
                    found.put(person, cached.key());
                }
            }
        }
        return found;
    }

    /** Unless somebody was erased since that round: then it may be a key that is gone. */
    void put(UUID person, PersonKeys.Key key, boolean sealing, long round) {
        synchronized (keys) {
            var last = asked;
            if (last != null && last.changes() == round) {
                keys.merge(
                        person,
                        new Cached(key, sealing, clock.instant().plus(KEPT)),
                        (before, now) -> before.sealing() && before.key().generation() == key.generation()
                                ? new Cached(key, true, now.until())
                                : now);
            }
        }
    }

    void drop(UUID person) {
        synchronized (keys) {
            keys.remove(person);
        }
    }
}
