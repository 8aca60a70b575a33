package io.milepost.platform.eventlog;

import io.milepost.platform.vital.VitalThreads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What a log takes of the machine besides its database: threads, waiting, time and chance. A simulation decides all four. */
interface LogRuntime {

    /** The machine as it is. */
    static LogRuntime real(VitalThreads threads) {
        return new LogRuntime() {
            @Override
            public Thread flusher(Runnable writing) {
                return LogRuntime.super.flusher(threads.watched("eventlog-flusher", writing));
            }
        };
    }

    /** Where reads are made and answers are given. */
    default ExecutorService executor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /** The log's one thread that writes, not started. */
    default Thread flusher(Runnable writing) {
        return Thread.ofPlatform().name("eventlog-flusher").unstarted(writing);
    }

    default Lock lock() {
        return new ReentrantLock();
    }

    default <T> BlockingQueue<T> queue() {
        return new LinkedBlockingQueue<>();
    }

    default long nanoTime() {
        return System.nanoTime();
    }

    /** From 0 up to, not including, the bound. */
    default long random(long bound) {
        return ThreadLocalRandom.current().nextLong(bound);
    }
}
