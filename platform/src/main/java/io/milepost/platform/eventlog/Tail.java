package io.milepost.platform.eventlog;

import java.time.Duration;
import java.util.List;

/** Follows the log: every commit after its start once, in order. For one thread. */
public interface Tail extends AutoCloseable {

    /** The next commits, waiting for the first up to {@code wait}; empty when none came. */
    List<StoredCommit> next(int maxCommits, Duration wait) throws InterruptedException;

    /** Position of the last event handed out. */
    long position();

    @Override
    void close();
}
