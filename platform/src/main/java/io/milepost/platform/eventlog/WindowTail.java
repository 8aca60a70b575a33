package io.milepost.platform.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Reads the window while it keeps up and the database where it does not. */
final class WindowTail implements Tail {

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final EventLog log;
    private final Window window;
    private final LongSupplier nanoTime;
    private volatile long position;
    private volatile boolean closed;

    WindowTail(EventLog log, Window window, LongSupplier nanoTime, long afterPosition) {
        this.log = log;
        this.window = window;
        this.nanoTime = nanoTime;
        position = afterPosition;
    }

    @Override
    public List<StoredCommit> next(int maxCommits, Duration wait) throws InterruptedException {
        long until = nanoTime.getAsLong() + wait.toNanos();
        while (!closed) {
            long left = until - nanoTime.getAsLong();
            if (window.awaitBeyond(position, Math.min(left, SLICE_NANOS))) {
                var commits = log.readNow(position, maxCommits);
                position = commits.getLast().last();
                return commits;
            }
            log.look();
            if (left <= 0 && log.head() <= position) {
                return List.of();
            }
        }
        return List.of();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() {
        closed = true;
    }
}
