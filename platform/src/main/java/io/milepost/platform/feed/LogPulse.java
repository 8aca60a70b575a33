package io.milepost.platform.feed;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.ReadProgress;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.TailFollower;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One thread that waits at the log's end and tells all streams together when it has moved. */
final class LogPulse implements SmartLifecycle {
    private static final Duration POLL = Duration.ofMillis(250);

    private final EventLog log;
    private final TailFollower follower;
    private volatile Sinks.Many<Long> heads = newSink();
    private volatile long seen;

    LogPulse(EventLog log, VitalThreads threads) {
        this.log = log;
        this.follower =
                new TailFollower(log, threads, "log-pulse", POLL, new Beats(), new ReadProgress(log, () -> seen));
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
        heads = newSink();
        follower.start();
    }

    @Override
    public void stop() {
        heads.tryEmitComplete();
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }

    /** The first to stop: a web server that ends gracefully waits for its requests, and streams end only when they are told. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private final class Beats implements TailFollower.Reader {
        /** The end of the log: what came before is nothing new, and what streams read is their own business. */
        @Override
        public long position() {
            return log.head();
        }

        @Override
        public void begin() {
            tell(log.head());
        }

        @Override
        public boolean take(List<StoredCommit> commits) {
            if (!commits.isEmpty()) {
                tell(commits.getLast().last());
            }
            return false;
        }

        private void tell(long head) {
            seen = head;
            heads.tryEmitNext(head);
        }
    }

    private static Sinks.Many<Long> newSink() {
        return Sinks.many().replay().latestOrDefault(0L);
    }
}
