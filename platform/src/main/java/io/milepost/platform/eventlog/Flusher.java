package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a log that writes: gathers what is queued into a group, checks each commit's condition, gives positions
 * and hashes and inserts the group; one group at a time (I5).
 */
final class Flusher {
    private static final int GROUP_COMMITS = 512;
    private static final long GROUP_BYTES = 4L << 20;
    private static final int FOREIGN_BATCH = 512;
    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** For so long after meeting another writer a winner leaves it a gap of one round trip. */
    private static final long SHARING_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** After so long without knowing what became of the last group nobody is let in to wait for it. */
    private static final Duration STALLED = Duration.ofSeconds(2);

    private final LogRuntime surroundings;
    private final BlockingQueue<PendingAppend> queue;
    private final Thread thread;
    private final LogReader reader;
    private final GroupInsert insert;
    private final Window window;
    private final String writer;
    private final Clock clock;
    private final Executor executor;
    private final AppendMeters meters;
    private @Nullable PendingAppend carried;
    private List<PendingAppend> waiting = List.of();
    private long roundTripNanos = TimeUnit.MILLISECONDS.toNanos(1);
    private long lastForeign;
    private volatile boolean closing;

    Flusher(
            MongoCollection<Document> collection,
            LogReader reader,
            Window window,
            String writer,
            Clock clock,
            Executor executor,
            AppendMeters meters,
            LogRuntime surroundings) {
        this.reader = reader;
        this.window = window;
        this.writer = writer;
        this.clock = clock;
        this.executor = executor;
        this.meters = meters;
        this.surroundings = surroundings;
        queue = surroundings.queue();
        thread = surroundings.flusher(this::run);
        lastForeign = surroundings.nanoTime() - SHARING_NANOS;
        insert = new GroupInsert(collection, reader, window, this::failWaiting, meters::retried, surroundings);
    }

    void start() {
        thread.start();
    }

    CompletableFuture<Append.Result> enqueue(Append append, long size) {
        if (closing) {
            return refused("the log is closed");
        }
        if (stalledFor().compareTo(STALLED) > 0) {
            return refused("the database stores nothing at present");
        }
        var pending = new PendingAppend(append, size);
        queue.add(pending);
        // The thread may have seen an empty queue and ended before this arrived; what it took, it answers.
        return closing && queue.remove(pending) ? refused("the log is closed") : pending.answer();
    }

    private CompletableFuture<Append.Result> refused(String because) {
        meters.refusedCommit();
        return CompletableFuture.failedFuture(new EventLogUnavailableException(because));
    }

    int queued() {
        return queue.size();
    }

    Duration stalledFor() {
        return insert.unknownFor();
    }

    /** Takes what other writers stored into the window. */
    void absorbForeign() {
        for (boolean more = true; more; ) {
            var foreign = reader.beyond(window.head().position(), FOREIGN_BATCH);
            window.publish(foreign);
            more = foreign.size() == FOREIGN_BATCH;
        }
    }

    void close() {
        closing = true;
        insert.giveUpAt(surroundings.nanoTime() + CLOSING_NANOS);
        try {
            if (!thread.join(Duration.ofNanos(CLOSING_NANOS))) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        failQueued();
    }

    private void run() {
        try {
            for (var group = take(); !group.isEmpty(); group = take()) {
                flush(group);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (Error broken) {
            // Nothing is written any more: nobody waits for it, and nobody is let in.
            closing = true;
            failWaiting();
            throw broken;
        }
    }

    /** The next group, as large as what is queued and the caps allow; empty when the log closes. */
    private List<PendingAppend> take() throws InterruptedException {
        var first = carried;
        carried = null;
        while (first == null) {
            first = queue.poll(50, TimeUnit.MILLISECONDS);
            if (first == null && closing) {
                return List.of();
            }
        }
        var group = new ArrayList<PendingAppend>();
        group.add(first);
        long bytes = first.size();
        while (group.size() < GROUP_COMMITS) {
            var next = queue.poll();
            if (next == null) {
                break;
            }
            if (bytes + next.size() > GROUP_BYTES) {
                carried = next;
                break;
            }
            group.add(next);
            bytes += next.size();
        }
        return group;
    }

    private void flush(List<PendingAppend> group) throws InterruptedException {
        waiting = group;
        meters.grouped(group.size());
        try {
            for (int lost = 0; !waiting.isEmpty(); ) {
                // Taken once: a tail may move the window's head meanwhile, beyond what the conditions are proved up to.
                var head = window.head();
                waiting = unanswered(waiting, head.position());
                var placed = Placement.of(waiting, head, Instant.ofEpochMilli(clock.millis()), writer);
                long started = surroundings.nanoTime();
                int stored = placed.isEmpty() ? 0 : insert.insert(placed.commits());
                roundTripNanos = surroundings.nanoTime() - started;
                var rest = placed.later();
                settle(placed, stored);
                if (stored < placed.appends().size()) {
                    rest.addAll(
                            0, placed.appends().subList(stored, placed.appends().size()));
                    meters.lostAPlace();
                    lost++;
                    absorbForeign();
                    answerIfDone(rest);
                    window.pause(jitter(lost));
                }
                waiting = rest;
            }
            share();
        } catch (RuntimeException fault) {
            // Nothing of what still waits was stored: only the insert leaves an outcome open, and it resolves it
            // itself.
            fail(new EventLogUnavailableException("the commit was not stored", fault));
        } catch (InterruptedException closed) {
            fail(new EventLogUnavailableException("the log was closed before the outcome was known", closed));
            throw closed;
        }
    }

    /** Answers what is already in the log or in conflict with it, and proves the conditions of the others up to the head. */
    private List<PendingAppend> unanswered(List<PendingAppend> group, long head) {
        var rest = new ArrayList<PendingAppend>(group.size());
        for (var pending : group) {
            var done = window.request(pending.append().requestId());
            if (done != null) {
                pending.answer(new Append.Result.Duplicate(done), executor, meters);
                continue;
            }
            long conflict = conflict(pending);
            if (conflict > 0) {
                pending.answer(refusal(pending.append(), conflict), executor, meters);
                continue;
            }
            pending.prove(head);
            rest.add(pending);
        }
        return rest;
    }

    /** An append that is in the log since before the window may only be in conflict with itself: then it is done. */
    private Append.Result refusal(Append append, long conflict) {
        var done = append.condition().marker() < window.floor()
                ? reader.byRequest(append.requestId())
                : Optional.<StoredCommit>empty();
        return done.<Append.Result>map(Append.Result.Duplicate::new)
                .orElseGet(() -> new Append.Result.Conflict(conflict));
    }

    private long conflict(PendingAppend pending) {
        long proved = pending.proved();
        for (var criterion : pending.append().condition().criteria()) {
            // The window first: a majority read just after a change of primary may be behind it, and its floor only
            // rises.
            var later = window.matching(criterion, proved);
            if (later.isEmpty() && window.floor() > proved) {
                later = reader.matching(criterion, proved);
            }
            if (!later.isEmpty()) {
                return later.getFirst().position();
            }
        }
        return 0;
    }

    private void settle(Placement placed, int stored) {
        window.publish(placed.commits().subList(0, stored));
        for (int i = 0; i < stored; i++) {
            placed.appends()
                    .get(i)
                    .answer(new Append.Result.Stored(placed.commits().get(i)), executor, meters);
        }
    }

    /** The append that lost its place may be one that is in the log since before the window. */
    private void answerIfDone(List<PendingAppend> rest) {
        var first = rest.getFirst();
        if (window.request(first.append().requestId()) == null) {
            reader.byRequest(first.append().requestId()).ifPresent(done -> {
                first.answer(new Append.Result.Duplicate(done), executor, meters);
                rest.removeFirst();
            });
        }
    }

    private long jitter(int lost) {
        lastForeign = surroundings.nanoTime();
        long most = Math.min(TimeUnit.MILLISECONDS.toNanos(50), roundTripNanos << Math.min(lost, 5));
        return surroundings.random(Math.max(1, most));
    }

    private void share() throws InterruptedException {
        if (surroundings.nanoTime() - lastForeign < SHARING_NANOS) {
            window.pause(Math.min(roundTripNanos, TimeUnit.MILLISECONDS.toNanos(20)));
        }
    }

    /** The database does not answer: nobody waits for ever, though the group's outcome is still being resolved. */
    private void failWaiting() {
        fail(new EventLogUnavailableException("the outcome is not known yet; the same request may be sent again"));
        failQueued();
    }

    private void fail(EventLogUnavailableException fault) {
        waiting.forEach(pending -> pending.fail(fault, executor, meters));
        if (carried != null) {
            carried.fail(fault, executor, meters);
            carried = null;
        }
    }

    private void failQueued() {
        var unavailable = new EventLogUnavailableException("the log is closed or out of reach; nothing was stored");
        for (var pending = queue.poll(); pending != null; pending = queue.poll()) {
            pending.fail(unavailable, executor, meters);
        }
    }
}
