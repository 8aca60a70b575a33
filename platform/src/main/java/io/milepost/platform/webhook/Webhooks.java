package io.milepost.platform.webhook;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.ReadProgress;
import io.milepost.platform.eventlog.TailFollower;
import io.milepost.platform.relay.Lease;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The one instance that has the lease sends. One that takes over goes on where the other one was, and sends again what it may not have sent. */
final class Webhooks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(25);

    private final EventLog log;
    private final Posting posting;
    private final Courier courier;
    private final Registry registry;
    private final Lease lease;
    private final BooleanSupplier directoryHeard;
    private final VitalThreads threads;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean sending;
    private volatile @Nullable Thread thread;

    /** @param directoryHeard whether this instance knows who is in which team */
    Webhooks(
            EventLog log,
            Posting posting,
            Courier courier,
            Registry registry,
            Lease lease,
            BooleanSupplier directoryHeard,
            VitalThreads threads) {
        this.log = log;
        this.posting = posting;
        this.courier = courier;
        this.registry = registry;
        this.lease = lease;
        this.directoryHeard = directoryHeard;
        this.threads = threads;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = threads.start("webhooks", this::run);
    }

    @Override
    public void stop() {
        stopping.countDown();
        var running = thread;
        if (running != null) {
            try {
                if (!running.join(STOPPING)) {
                    running.interrupt();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** With the log's other readers. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (!isStopping()) {
            VitalThreads.attempt("send to webhooks", this::sendWhileHeld);
            pause();
        }
        try {
            lease.release();
        } catch (RuntimeException fault) {
            LOG.info("The lease of the webhooks was not given back and runs out by itself: {}", fault.toString());
        }
    }

    private void sendWhileHeld() {
        if (!lease.held()) {
            return;
        }
        posting.load();
        if (registry.needsDirectory() && !directoryHeard.getAsBoolean()) {
            return;
        }
        courier.begin();
        sending = true;
        try {
            new TailFollower(log, threads, "webhooks", POLL, posting, new ReadProgress(log, posting::position))
                    .follow(() -> isStopping() || !lease.held());
        } finally {
            sending = false;
            courier.end();
        }
    }

    /** Whether this instance is the one that sends. */
    boolean isSending() {
        return sending;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            stopping.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            stopping.countDown();
        }
    }
}
