package io.milepost.platform.feed;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One thread that waits at the log's end and tells all streams together when it has moved. */
final class LogPulse implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogPulse.class);
    private static final int MOST_COMMITS = 1_024;
    private static final Duration POLL = Duration.ofMillis(250);

    private final EventLog log;
    private final VitalThreads threads;
    private volatile Sinks.Many<Long> heads = newSink();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    LogPulse(EventLog log, VitalThreads threads) {
        this.log = log;
        this.threads = threads;
    }

    /** That the log ends here, at once and whenever it has grown; ends when the service stops. */
    Flux<Long> heads() {
        return Flux.defer(() -> heads.asFlux());
    }

    /** Completes when the service stops. */
    Mono<Void> stopped() {
        return heads().then();
    }

    @Override
    public void start() {
        if (stopping.getCount() == 0) {
            heads = newSink();
            stopping = new CountDownLatch(1);
        }
        thread = threads.start("log-pulse", this::run);
    }

    @Override
    public void stop() {
        var running = thread;
        stopping.countDown();
        heads.tryEmitComplete();
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** The first to stop: a web server that ends gracefully waits for its requests, and streams end only when they are told. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void run() {
        while (!isStopping()) {
            try (var tail = log.tail(log.head())) {
                heads.tryEmitNext(log.head());
                while (!isStopping()) {
                    if (!tail.next(MOST_COMMITS, POLL).isEmpty()) {
                        heads.tryEmitNext(tail.position());
                    }
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unreachable) {
                if (!isStopping()) {
                    LOG.warn("The end of the log is not followed and will be looked for again", unreachable);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            stopping.countDown();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static Sinks.Many<Long> newSink() {
        return Sinks.many().replay().latestOrDefault(0L);
    }
}
