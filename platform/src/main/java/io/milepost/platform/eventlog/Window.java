package io.milepost.platform.eventlog;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The head of the log and the recent commits before it, without a hole: what conditions are checked against and what tails
 * are served from. Only what the database has acknowledged or shown by a majority read gets in (I4).
 */
final class Window {

    private static final long MOST_BYTES = 32L << 20;

    private final Lock lock;
    private final Condition grown;
    private final ArrayDeque<StoredCommit> commits = new ArrayDeque<>();
    private final Map<Long, StoredCommit> byFirst = new HashMap<>();
    private final Map<String, StoredCommit> byRequest = new HashMap<>();
    private final Map<String, Long> latestOfTag = new HashMap<>();
    private final int mostCommits;
    private long bytes;
    private long head;
    private byte[] hash;
    private Instant recordedAt;
    private boolean closed;

    /** Starts at the last commit of the log as a majority read shows it, or before the first. */
    Window(@Nullable StoredCommit last, int mostCommits, Lock lock) {
        if (mostCommits < 1) {
            throw new IllegalArgumentException("a log keeps at least one commit in memory, not " + mostCommits);
        }
        this.mostCommits = mostCommits;
        this.lock = lock;
        grown = lock.newCondition();
        head = last == null ? 0 : last.last();
        hash = last == null ? HashChain.START : last.hash();
        recordedAt = last == null ? Instant.EPOCH : last.events().getLast().recordedAt();
    }

    /** Where the next commit goes: read together, so that position, hash and time belong to each other. */
    record Head(long position, byte[] hash, Instant recordedAt) {}

    Head head() {
        lock.lock();
        try {
            return new Head(head, hash, recordedAt);
        } finally {
            lock.unlock();
        }
    }

    /** Takes commits that are stored; those already known are passed over, a hole fails. */
    void publish(List<StoredCommit> stored) {
        lock.lock();
        try {
            for (var commit : stored) {
                if (commit.last() <= head) {
                    continue;
                }
                if (commit.first() != head + 1) {
                    throw new IllegalStateException("the log has a hole after position " + head);
                }
                add(commit);
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The position after which everything is here. */
    long floor() {
        lock.lock();
        try {
            return commits.isEmpty() ? head : commits.getFirst().first() - 1;
        } finally {
            lock.unlock();
        }
    }

    /** Commits that follow this position, or none when the next one is not here. */
    List<StoredCommit> after(long position, int most) {
        lock.lock();
        try {
            var found = new ArrayList<StoredCommit>();
            for (var next = byFirst.get(position + 1); next != null && found.size() < most; ) {
                found.add(next);
                next = byFirst.get(next.last() + 1);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    StoredCommit request(String requestId) {
        lock.lock();
        try {
            return byRequest.get(requestId);
        } finally {
            lock.unlock();
        }
    }

    /** The events here, after the position, that the criterion matches. */
    List<StoredEvent> matching(Criterion criterion, long position) {
        lock.lock();
        try {
            for (var tag : criterion.tags()) {
                if (latestOfTag.getOrDefault(tag, 0L) <= position) {
                    return List.of();
                }
            }
            var found = new ArrayList<StoredEvent>();
            for (var backwards = commits.descendingIterator(); backwards.hasNext(); ) {
                var commit = backwards.next();
                if (commit.last() <= position) {
                    break;
                }
                for (var event : commit.events()) {
                    if (event.position() > position && criterion.matches(event)) {
                        found.add(event);
                    }
                }
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** What follows the position up to the head and matches; null when not all that follows is here. */
    @Nullable
    Sourced since(List<Criterion> criteria, long position) {
        lock.lock();
        try {
            if (position < floor()) {
                return null;
            }
            var events = new TreeMap<Long, StoredEvent>();
            for (var criterion : criteria) {
                matching(criterion, position).forEach(event -> events.put(event.position(), event));
            }
            return new Sourced(List.copyOf(events.values()), head);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the head is beyond the position; false when the time is over. */
    boolean awaitBeyond(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = nanos; head <= position; ) {
                if (closed) {
                    throw new EventLogUnavailableException("the log is closed");
                }
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits a little without holding anything up; ends early when the log is closed. */
    void pause(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = nanos; left > 0 && !closed; ) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(StoredCommit commit) {
        commits.addLast(commit);
        byFirst.put(commit.first(), commit);
        byRequest.put(commit.requestId(), commit);
        for (var event : commit.events()) {
            for (var tag : event.tags()) {
                latestOfTag.put(tag, event.position());
            }
            bytes += event.payload().length + 500L;
        }
        head = commit.last();
        hash = commit.hash();
        recordedAt = commit.events().getLast().recordedAt();
        while (commits.size() > mostCommits || (bytes > MOST_BYTES && commits.size() > 1)) {
            forget(commits.removeFirst());
        }
    }

    private void forget(StoredCommit commit) {
        byFirst.remove(commit.first());
        byRequest.remove(commit.requestId());
        for (var event : commit.events()) {
            for (var tag : event.tags()) {
                latestOfTag.remove(tag, event.position());
            }
            bytes -= event.payload().length + 500L;
        }
    }
}
