package io.milepost.platform.eventlog;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One service's log: totally ordered, gap-free, conditional on append, on nothing but single-document atomicity. Futures
 * complete on virtual threads, never on the driver's. The head moves by own acknowledgements; what other writers append
 * is seen when an append meets it and, at the latest, when a waiting {@link Tail} looks for it.
 */
public final class EventLog implements AutoCloseable {

    /** A commit over this is refused: a document may have 16 MB, and one giant would hold up all others. */
    static final long MOST_BYTES = 4L << 20;

    /** How many commits a log keeps in memory if nothing is said. */
    public static final int RECENT_COMMITS = 16_384;

    /** How often tails that wait look for what other writers appended. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final LogRuntime surroundings;
    private final ExecutorService executor;
    private final AtomicLong lastLook;
    private final LogReader reader;
    private final Window window;
    private final AppendMeters appended;
    private final Flusher flusher;
    private final String epoch;

    /** Over a collection that stands, in surroundings that need not be the machine's. */
    EventLog(
            MongoCollection<Document> collection,
            String epoch,
            int recentCommits,
            Clock clock,
            MeterRegistry meters,
            LogRuntime surroundings) {
        this.epoch = epoch;
        this.surroundings = surroundings;
        executor = surroundings.executor();
        lastLook = new AtomicLong(surroundings.nanoTime());
        reader = new LogReader(collection);
        window = new Window(Verification.soundLast(reader), recentCommits, surroundings.lock());
        appended = new AppendMeters(meters);
        var writer = UUID.randomUUID() + ":" + epoch;
        flusher = new Flusher(collection, reader, window, writer, clock, executor, appended, surroundings);
        appended.watch(this, flusher);
        flusher.start();
    }

    /**
     * Opens the log in this database, creating collection, indexes and epoch when missing. Blocks. The client's read
     * timeout bounds how long an outcome may stay unknown.
     *
     * @throws IllegalStateException when what stands is not a log that can be continued: wrong options or indexes, commits
     *     without an epoch, a head that does not continue the commit before it
     */
    public static EventLog open(MongoDatabase database, Clock clock, MeterRegistry meters) {
        return open(database, null, RECENT_COMMITS, clock, meters, new VitalThreads());
    }

    /**
     * The same over a database that may have been restored.
     *
     * @param leaveEpoch the epoch of the backup, which the log must not go on with: others may know positions of it that are not
     *     in the backup. Without effect once it is left.
     * @param recentCommits most commits that are kept in memory, for conditions and tails; what is older is asked of the database
     */
    public static EventLog open(
            MongoDatabase database,
            @Nullable String leaveEpoch,
            int recentCommits,
            Clock clock,
            MeterRegistry meters,
            VitalThreads threads) {
        var events = LogStore.events(database);
        var epoch = LogStore.epoch(database, leaveEpoch);
        return new EventLog(events, epoch, recentCommits, clock, meters, LogRuntime.real(threads));
    }

    static EventLog open(MongoCollection<Document> collection, String epoch, Clock clock, MeterRegistry meters) {
        return new EventLog(collection, epoch, RECENT_COMMITS, clock, meters, LogRuntime.real(new VitalThreads()));
    }

    /**
     * Stores all the commit's events or none; refuses a commit that is too large, has a text that is no Unicode, or whose
     * marker is of another history, before anything is written.
     */
    public CompletableFuture<Append.Result> append(Append append) {
        long size = CommitDocuments.sizeOf(append);
        if (size > MOST_BYTES || append.events().size() > LogReader.MOST_EVENTS) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "a commit of %d events and about %d bytes; at most %d events and %d bytes are stored together"
                            .formatted(append.events().size(), size, LogReader.MOST_EVENTS, MOST_BYTES)));
        }
        if (!CommitDocuments.isUnicode(append)) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "the commit of request %s has a text with half a surrogate pair".formatted(append.requestId())));
        }
        if (append.condition().criteria().isEmpty() || append.condition().marker() <= head()) {
            return flusher.enqueue(append, size);
        }
        return async(() -> refuseBeyondHead(append.condition().marker()))
                .thenCompose(_ -> flusher.enqueue(append, size));
    }

    /** Events after the position that match any criterion, in order; 0 is the beginning, one beyond the head fails. */
    public CompletableFuture<Sourced> source(List<Criterion> criteria, long afterPosition) {
        return async(() -> {
            refuseBeyondHead(afterPosition);
            long marker = head();
            var events = new TreeMap<Long, StoredEvent>();
            for (var criterion : criteria) {
                var found = reader.matching(criterion, afterPosition);
                found.forEach(event -> events.put(event.position(), event));
                // A majority read just after a change of primary may be behind what was acknowledged: the window is not
                // (I11).
                long seen = found.isEmpty() ? afterPosition : found.getLast().position();
                window.matching(criterion, seen).forEach(event -> events.put(event.position(), event));
            }
            return new Sourced(List.copyOf(events.values()), marker);
        });
    }

    /**
     * The same without a look at the database, if the recent commits reach back to the position. What another writer stored
     * just now may be missing: an append with the marker meets it, any other use needs {@link #source}.
     */
    public Optional<Sourced> recent(List<Criterion> criteria, long afterPosition) {
        return Optional.ofNullable(window.since(criteria, afterPosition));
    }

    /** For how long it is not known whether the last group is stored, and nothing new is written (I8); zero while it is. */
    public Duration stalledFor() {
        return flusher.stalledFor();
    }

    /** The commits of the events after the position, no hole, the first perhaps from before it; fails beyond the head. */
    public CompletableFuture<List<StoredCommit>> read(long afterPosition, int maxCommits) {
        return async(() -> {
            refuseBeyondHead(afterPosition);
            return readNow(afterPosition, maxCommits);
        });
    }

    public CompletableFuture<Optional<StoredCommit>> byRequest(String requestId) {
        return async(() -> Optional.ofNullable(window.request(requestId)).or(() -> reader.byRequest(requestId)));
    }

    /** The commit that holds the event at this position. */
    public CompletableFuture<Optional<StoredCommit>> at(long position) {
        return async(() -> reader.at(position));
    }

    /** Position of the last event known to be stored; 0 when there is none. */
    public long head() {
        return window.head().position();
    }

    /** Where the chain ends as this process knows it. */
    public ChainEnd chainEnd() {
        var head = window.head();
        return new ChainEnd(head.position(), head.hash());
    }

    /** Whether there is an event at this position, or it is 0; looks in the database for what others appended. */
    public CompletableFuture<Boolean> reaches(long position) {
        return async(() -> {
            if (position > head()) {
                refresh();
            }
            return position <= head();
        });
    }

    /** Identity of this log's history; another one means that the positions of before say nothing. */
    public String epoch() {
        return epoch;
    }

    /** Follows the log from after this position; one beyond the head is of another history and fails. */
    public Tail tail(long afterPosition) {
        refuseBeyondHead(afterPosition);
        return new WindowTail(this, window, surroundings::nanoTime, afterPosition);
    }

    /** Recomputes the hash chain of the commits after this position. Blocks for as long as a full read takes. */
    public Verification verify(long afterPosition) {
        return verify(afterPosition, null);
    }

    /** The same, and the commit that ends at the position must have this hash, if one is given. */
    public Verification verify(long afterPosition, byte @Nullable [] hash) {
        return reaching(() -> Verification.walk(reader, afterPosition, hash));
    }

    /** What stands in the store beyond the position, for somebody who checks it himself; a hole is passed over. */
    public CompletableFuture<List<Evidence>> evidence(long afterPosition, int maxCommits) {
        return async(() -> reader.evidenceBeyond(afterPosition, maxCommits));
    }

    /** Finishes what is queued within a few seconds, fails the rest, wakes the tails. */
    @Override
    public void close() {
        flusher.close();
        window.close();
        executor.close();
        appended.close();
    }

    List<StoredCommit> readNow(long afterPosition, int maxCommits) {
        var recent = window.after(afterPosition, maxCommits);
        var found = recent.isEmpty() ? reaching(() -> reader.beyond(afterPosition, maxCommits)) : recent;
        // The position may be amid a commit.
        if (found.isEmpty() ? afterPosition < head() : found.getFirst().first() != afterPosition + 1) {
            var holding = reaching(() -> reader.at(afterPosition + 1)).orElseThrow(() -> hole(afterPosition));
            found = new ArrayList<>(found);
            found.addFirst(holding);
        }
        long position = found.isEmpty() ? afterPosition : found.getFirst().first() - 1;
        for (var commit : found) {
            if (commit.first() != position + 1) {
                throw hole(position);
            }
            position = commit.last();
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), maxCommits)));
    }

    /** Looks for other writers' commits, if nobody did so just now. */
    void look() {
        long before = lastLook.get();
        long now = surroundings.nanoTime();
        if (now - before >= LOOK_NANOS && lastLook.compareAndSet(before, now)) {
            refresh();
        }
    }

    /** A position that another writer's commit has reached is known after a look; one that none has is not of this log. */
    private long refuseBeyondHead(long position) {
        if (position > head()) {
            refresh();
        }
        if (position > head()) {
            throw new IllegalStateException(
                    "position %d is beyond the head %d of epoch %s".formatted(position, head(), epoch));
        }
        return position;
    }

    private void refresh() {
        reaching(() -> {
            flusher.absorbForeign();
            return head();
        });
    }

    private <T> T reaching(Supplier<T> read) {
        try {
            return read.get();
        } catch (MongoException unreachable) {
            appended.unansweredRead();
            throw new EventLogUnavailableException("the log cannot be read", unreachable);
        }
    }

    private <T> CompletableFuture<T> async(Supplier<T> read) {
        try {
            return CompletableFuture.supplyAsync(() -> reaching(read), executor);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedFuture(new EventLogUnavailableException("the log is closed"));
        }
    }

    private static IllegalStateException hole(long position) {
        return new IllegalStateException("the log has a hole after position " + position);
    }
}
