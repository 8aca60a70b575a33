package io.milepost.reporting.read;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.inbox.Backlog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How complete a projection's numbers are.
 *
 * <p>The position is a promise: every event of the source up to it is in the numbers. Positions of twelve partitions
 * interleave, so the highest one applied proves nothing by itself. It does once no partition is behind: events are sent
 * in order, so whatever is below an event that was seen had been sent by then. With partitions behind, everything up to
 * the lowest position that one of them has applied is in. A promise once given stays true, so the position never falls.
 *
 * <p>The lag is an upper bound of the age of the oldest event that is published and not in the numbers; 0 when there is none.
 * Only of a partition from which nothing was ever applied it is not known how old its events are: they count from the start of the service.
 */
public final class Freshness {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final String group;
    private final String source;
    private final Supplier<Map<Integer, Reached>> progress;
    private final Supplier<Set<Integer>> behind;
    private final LongSupplier setAside;
    private final Clock clock;
    private final Map<Integer, Instant> behindSince = new HashMap<>();
    private final Instant started;
    private Instant lastLook = Instant.EPOCH;
    private boolean unknown;
    private boolean complete;
    private Standing standing;

    /**
     * Begins at nothing.
     *
     * @param group under which it is measured
     * @param progress how far each partition was applied; of another generation only once that has all that this one had
     * @param behind the partitions with events that are sent and not applied
     * @param setAside how many subjects the projection goes on without
     */
    public Freshness(
            String group,
            String source,
            Supplier<Map<Integer, Reached>> progress,
            Supplier<Set<Integer>> behind,
            LongSupplier setAside,
            Clock clock) {
        this.group = group;
        this.source = source;
        this.progress = progress;
        this.behind = behind;
        this.setAside = setAside;
        this.clock = clock;
        this.started = clock.instant();
        this.standing = new Standing(source, 0, Duration.ZERO);
    }

    /** Promises nothing: of positions that the source has given anew, former promises say nothing. */
    public synchronized void begin() {
        standing = new Standing(source, 0, Duration.ZERO);
    }

    /** Where a projection stands. */
    public record Standing(String source, long position, Duration lag) {}

    public String source() {
        return source;
    }

    /** Under which it is measured. */
    public String group() {
        return group;
    }

    /** Subjects of the source that the numbers leave out from some event on, also one that is promised: it cannot be read or counted. */
    public long setAside() {
        return setAside.getAsLong();
    }

    /** For metrics: by the last look, which is at most a second old unless the broker is away. */
    public synchronized double lagMs() {
        return (unknown ? sinceLastLook() : standing).lag().toMillis();
    }

    /** Whether everything that was published was in the numbers at any look since the start. */
    public synchronized boolean wasComplete() {
        return complete;
    }

    public synchronized double position() {
        return standing.position();
    }

    /** Looks now. While the broker cannot be asked nothing new is promised, and the lag grows with the time since the last look. */
    public synchronized Standing now() {
        return unknown ? sinceLastLook() : look();
    }

    /** Looks also when the last one failed; called now and then, so that now() need not wait for a broker that is away. */
    synchronized Standing look() {
        try {
            // First what was applied, then what has been sent and read: in this order the promise holds.
            Map<Integer, Reached> applied = progress.get();
            Instant at = clock.instant();
            standing = judge(applied, behind.get(), at);
            lastLook = at;
            unknown = false;
            complete |= standing.lag().isZero();
            return standing;
        } catch (Backlog.Unknown away) {
            unknown = true;
            return sinceLastLook();
        }
    }

    private Standing judge(Map<Integer, Reached> applied, Set<Integer> unread, Instant at) {
        behindSince.keySet().retainAll(unread);
        unread.forEach(partition -> behindSince.putIfAbsent(partition, lastLook));
        long complete =
                applied.values().stream().mapToLong(Reached::position).max().orElse(0);
        Instant oldest = at;
        for (int partition : unread) {
            Reached reached = applied.get(partition);
            complete = Math.min(complete, reached == null ? 0 : reached.position());
            Instant since = unreadSince(partition, reached);
            oldest = since.isBefore(oldest) ? since : oldest;
        }
        return new Standing(source, Math.max(standing.position(), complete), Duration.between(oldest, at));
    }

    /** What is unread came after the last look that found nothing unread, and after the last event applied. */
    private Instant unreadSince(int partition, @Nullable Reached reached) {
        Instant applied = reached == null ? started : reached.recordedAt();
        return later(requireNonNull(behindSince.get(partition)), applied);
    }

    private Standing sinceLastLook() {
        Duration blind = Duration.between(later(lastLook, started), clock.instant());
        return new Standing(source, standing.position(), standing.lag().plus(blind));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Looks until the position is promised or the time is over. */
    public boolean await(long position, Duration patience) {
        Instant until = clock.instant().plus(patience);
        while (now().position() < position) {
            if (!clock.instant().isBefore(until)) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }
}
