package io.milepost.platform.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams of events. Each client has a position and reads on from it, so that there is nothing between history and what
 * happens now; the pulse only says that there is more. A piece is read when the one before it was taken, however far a slow
 * client is behind.
 */
final class LiveFeed {
    /** One reading of a stream that takes everything. */
    private static final int MOST_COMMITS = 32;
    /** One reading where most of it is passed over. */
    private static final int MOST_COMMITS_FILTERED = 256;

    private static final int EVENTS_AT_ONCE = 32;

    private final EventLog log;
    private final LogPulse pulse;
    private final StructuredEvents written;
    private final Duration heartbeat;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Counter sent;

    LiveFeed(EventLog log, LogPulse pulse, StructuredEvents written, FeedProperties settings, MeterRegistry meters) {
        this.log = log;
        this.pulse = pulse;
        this.written = written;
        this.heartbeat = settings.heartbeat();
        this.most = settings.streams();
        Gauge.builder("milepost.feed.streams", open, AtomicInteger::get)
                .description("Streams that are open")
                .register(meters);
        sent = Counter.builder("milepost.feed.events")
                .description("Events told to streams")
                .register(meters);
    }

    /** Server-sent events in whole blocks; a {@link ProblemException} when as many streams as may be are open. */
    Flux<byte[]> after(long position, TypeFilter types) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > most) {
                open.decrementAndGet();
                return Flux.error(
                        new ProblemException(ProblemCode.TOO_BUSY, "There are %d streams already.".formatted(most)));
            }
            return new Reader(position, types).blocks().doFinally(_ -> open.decrementAndGet());
        });
    }

    /** One client's place. Nothing of it is used by two threads at a time: its blocks come one after the other. */
    private final class Reader {
        private final TypeFilter types;
        private long position;
        private long saidAt = System.nanoTime();

        Reader(long position, TypeFilter types) {
            this.position = position;
            this.types = types;
        }

        Flux<byte[]> blocks() {
            var looks = Flux.interval(heartbeat.dividedBy(3)).onBackpressureDrop();
            return Flux.merge(pulse.heads(), looks)
                    .onBackpressureLatest()
                    .concatMap(_ -> unread().concatWith(sign()), 1)
                    // The client comes back to where it was, and is told then that it has to wait.
                    .onErrorComplete(EventLogUnavailableException.class)
                    .startWith(text(":\nretry: 2000\n\n"))
                    .takeUntilOther(pulse.stopped());
        }

        private Flux<byte[]> unread() {
            return Flux.defer(() -> position < log.head() ? piece() : Flux.empty())
                    .repeat(() -> position < log.head());
        }

        private Flux<byte[]> piece() {
            return Mono.fromFuture(() -> log.read(position, types.wantsAll() ? MOST_COMMITS : MOST_COMMITS_FILTERED))
                    .flatMapMany(commits -> {
                        var wanted = wanted(commits);
                        position = commits.getLast().last();
                        return Flux.fromIterable(wanted)
                                .buffer(EVENTS_AT_ONCE)
                                .map(this::told)
                                .concatWith(sign());
                    });
        }

        private List<StoredEvent> wanted(List<StoredCommit> commits) {
            return commits.stream()
                    .flatMap(commit -> commit.events().stream())
                    .filter(event -> event.position() > position && types.wants(event))
                    .toList();
        }

        private byte[] told(List<StoredEvent> events) {
            var out = new ByteArrayOutputStream();
            for (var event : events) {
                out.writeBytes(text("id: %d\nevent: %s\ndata: ".formatted(event.position(), event.wireType())));
                out.writeBytes(written.line(event));
                out.writeBytes(text("\n\n"));
            }
            saidAt = System.nanoTime();
            sent.increment(events.size());
            return out.toByteArray();
        }

        /** After a silence: that the stream lives, and where to resume though nothing was wanted since. */
        private Mono<byte[]> sign() {
            return Mono.defer(() -> {
                if (System.nanoTime() - saidAt < heartbeat.toNanos()) {
                    return Mono.empty();
                }
                saidAt = System.nanoTime();
                return Mono.just(text(":\nid: %d\n\n".formatted(position)));
            });
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
