package io.milepost.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.feed.EventBlocks.Block;
import io.milepost.platform.relay.Envelope;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.vital.VitalThreads;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class LiveFeedTest {
    private static final TypeFilter ALL = new TypeFilter(Set.of());
    private static final Duration QUICK = Duration.ofMillis(150);
    private static Databases databases;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private EventLog log;
    private LogPulse pulse;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        log = EventLog.open(databases.fresh(), Clock.systemUTC(), new SimpleMeterRegistry());
        pulse = new LogPulse(log, new VitalThreads());
        pulse.start();
    }

    @AfterEach
    void close() {
        pulse.stop();
        log.close();
    }

    private LiveFeed feed(Duration heartbeat) {
        var written = new StructuredEvents(new Envelope(new EventTopic("post"), log.epoch()));
        return new LiveFeed(log, pulse, written, new FeedProperties(heartbeat, 3), meters);
    }

    private void append(String name, int events, int bytes) {
        var data = "{\"text\":\"%s\"}".formatted("x".repeat(bytes)).getBytes(StandardCharsets.UTF_8);
        var commit = IntStream.range(0, events)
                .mapToObj(_ -> new NewEvent(
                        UUID.randomUUID(),
                        name,
                        1,
                        Instant.EPOCH,
                        data,
                        Map.of(Metadata.ROOT, "r", Metadata.SUBJECT, "s"),
                        Set.of("t=1")))
                .toList();
        log.append(new Append(AppendCondition.none(), UUID.randomUUID().toString(), new byte[0], commit))
                .join();
    }

    private static List<Block> blocks(byte[] bytes) {
        var blocks = new EventBlocks(
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)));
        var found = new ArrayList<Block>();
        try {
            for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
                found.add(block.get());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    @Test
    void a_client_that_was_cut_amid_a_commit_goes_on_amid_it() {
        var random = new Random(17);
        for (int i = 0; i < 60; i++) {
            append("a", 1 + random.nextInt(50), 10);
        }
        var writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 60; i++) {
                append("b", 1 + i % 7, 10);
            }
        });
        var positions = new ArrayList<Long>();
        while (!writing.isDone() || positions.size() < log.head()) {
            long after = positions.isEmpty() ? 0 : positions.getLast();
            feed(QUICK)
                    .after(after, ALL)
                    .flatMapIterable(LiveFeedTest::blocks)
                    .filter(block -> block.data() != null)
                    .take(1 + random.nextInt(60))
                    .take(Duration.ofSeconds(2))
                    .map(block -> Long.valueOf(block.id()))
                    .doOnNext(positions::add)
                    .blockLast();
        }

        writing.join();
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, log.head()).boxed().toList());
    }

    @Test
    void a_client_that_takes_nothing_costs_no_more_than_a_piece() {
        for (int i = 0; i < 2_000; i++) {
            append("a", 1, 10);
        }
        var slow = new BaseSubscriber<byte[]>() {
            private final List<Block> got = new CopyOnWriteArrayList<>();

            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(2);
            }

            @Override
            protected void hookOnNext(byte[] bytes) {
                got.addAll(blocks(bytes));
            }
        };
        feed(QUICK).after(0, ALL).subscribe(slow);
        await().until(() -> !slow.got.isEmpty());
        // Wakes it again and again.
        for (int i = 0; i < 200; i++) {
            append("a", 1, 10);
        }
        assertThat(meters.get("milepost.feed.events").counter().count()).isBetween(1.0, 64.0);

        slow.request(Long.MAX_VALUE);
        await().until(() ->
                slow.got.stream().filter(block -> block.data() != null).count() == 2_200);
        assertThat(slow.got.stream().filter(block -> block.data() != null).map(Block::id))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_200)
                        .mapToObj(Long::toString)
                        .toList());
        assertThat(meters.get("milepost.feed.streams").gauge().value()).isOne();
        slow.cancel();
        assertThat(meters.get("milepost.feed.streams").gauge().value()).isZero();
    }

    @Test
    void a_client_that_wants_nothing_of_all_that_happens_is_told_where_to_resume() {
        append("a", 3, 10);
        var wanted = feed(QUICK).after(0, new TypeFilter(Set.of("b"))).flatMapIterable(LiveFeedTest::blocks);

        assertThat(wanted.filter(block -> "3".equals(block.id())).blockFirst(Duration.ofSeconds(20)))
                .isEqualTo(new Block("3", null, null));

        append("b", 1, 10);
        assertThat(wanted.filter(block -> block.data() != null).blockFirst(Duration.ofSeconds(20)))
                .extracting(Block::id, Block::event)
                .containsExactly("4", "b.v1");
    }

    @Test
    void a_silent_stream_gives_signs_of_life_and_ends_when_the_service_stops() {
        var seen = new CopyOnWriteArrayList<Block>();
        var ended = feed(QUICK)
                .after(0, ALL)
                .flatMapIterable(LiveFeedTest::blocks)
                .doOnNext(seen::add)
                .then()
                .toFuture();
        await().until(() -> seen.size() >= 3);
        assertThat(ended).isNotDone();

        pulse.stop();

        await().until(ended::isDone);
        assertThat(ended).isCompleted();
        assertThat(seen).allMatch(block -> block.data() == null);
        assertThat(feed(QUICK).after(0, ALL).collectList().block(Duration.ofSeconds(20)))
                .as("a stream that begins meanwhile")
                .hasSizeLessThan(2);
    }
}
