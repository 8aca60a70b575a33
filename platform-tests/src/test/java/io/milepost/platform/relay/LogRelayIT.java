package io.milepost.platform.relay;

import static io.milepost.platform.relay.Topics.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.local.EmbeddedBroker;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.RawEvent;
import io.milepost.platform.vital.VitalThreads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class LogRelayIT {
    private final List<LogRelay> relays = new ArrayList<>();
    private String source = "";
    private RelayedLog published;
    private EventLog log;
    private Topics topics;

    @BeforeEach
    void open(TestInfo test) {
        source = "r" + Integer.toHexString(test.getDisplayName().hashCode());
        published = RelayedLog.open(source);
        log = published.log();
        topics = published.topics();
    }

    @AfterEach
    void close() {
        relays.forEach(LogRelay::stop);
        published.close();
    }

    @Test
    void publishes_every_event_once_and_in_order_over_restarts() {
        for (int round = 0; round < 3; round++) {
            var relay = started(relay("one", "relay_lease", null));
            published.append(100);
            var seen = log.head() - 50;
            await().until(() -> relay.publishedPosition().orElse(0) >= seen);
            relay.stop();
        }
        published.append(20);
        awaitPublished(started(relay("one", "relay_lease", null)));

        published.awaitAllOnceInOrder(topics);
    }

    @Test
    void publishes_every_event_once_while_two_relays_both_believe_to_lead() {
        // Each has a lease of its own, as if clocks and pauses had made both sure: only the broker tells them apart.
        var first = started(relay("one", "lease_one", null));
        published.append(50);
        awaitPublished(first);
        var second = started(relay("two", "lease_two", null));
        var interrupted = Stream.of(first, second)
                .map(relay -> CompletableFuture.runAsync(
                        () -> await().until(() -> relay.status() instanceof Relay.Status.Retrying)))
                .toList();
        await().pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            published.append(20);
            assertThat(interrupted).allMatch(CompletableFuture::isDone);
        });
        first.stop();
        awaitPublished(second);

        published.awaitAllOnceInOrder(topics);
    }

    @Test
    void an_event_looks_as_the_envelope_says() {
        published.append(1);
        awaitPublished(started(relay("one", "relay_lease", null)));

        // A transaction is committed before its marks stand on the partitions that it wrote to.
        var record =
                await().until(topics::committed, records -> !records.isEmpty()).getFirst();
        var headers = record.headers();
        assertThat(header(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(headers, "ce_type")).isEqualTo("parcel.weighed.v1");
        assertThat(header(headers, "ce_source")).isEqualTo(source);
        assertThat(header(headers, "ce_time")).isEqualTo(RelayedLog.LONG_AGO.toString());
        assertThat(header(headers, "ce_sequence")).isEqualTo("00000000000000000001");
        assertThat(header(headers, "ce_correlationid")).isEqualTo("story");
        assertThat(header(headers, "ce_actor")).isEqualTo("clerk");
        assertThat(header(headers, "ce_partitionkey")).isEqualTo(new String(record.key(), StandardCharsets.UTF_8));
        assertThat(header(headers, "content-type")).isEqualTo("application/json");
        assertThat(header(headers, "epoch")).isEqualTo(log.epoch());
        assertThat(headers.lastHeader("traceparent")).isNull();
        assertThat(record.value()).isEqualTo("{\"n\":1}".getBytes(StandardCharsets.UTF_8));
        // Brokers judge age by the timestamp: it is the time of publishing, not that of the business.
        assertThat(Instant.ofEpochMilli(record.timestamp())).isAfter(RelayedLog.LONG_AGO.plus(Duration.ofDays(3000)));
    }

    @Test
    void a_lost_checkpoint_is_left_to_an_operator() throws Exception {
        published.append(5);
        var before = started(relay("one", "relay_lease", null));
        awaitPublished(before);
        before.stop();
        try (var admin = admin(SuiteParts.shared().bootstrapServers())) {
            admin.deleteTopics(Set.of(source + ".relay-checkpoint")).all().get();
        }
        published.append(5);

        var alone = started(relay("one", "relay_lease", null));
        await().until(() -> alone.status() instanceof Relay.Status.Refusing);
        assertThat(topics.committed()).hasSize(5);
        alone.stop();

        awaitPublished(started(relay("one", "relay_lease", 5L)));
        published.awaitAllOnceInOrder(topics);
    }

    @Test
    void one_that_has_not_met_the_last_commits_takes_over_without_an_operator() {
        try (var behind = EventLog.open(published.database(), Clock.systemUTC(), new SimpleMeterRegistry())) {
            published.append(5);
            var before = started(relay("one", "relay_lease", null));
            awaitPublished(before);
            before.stop();
            assertThat(behind.head()).as("control: what it knows of").isZero();

            var states = new ArrayList<Relay.Status>();
            var after = started(relay(behind, "two", "relay_lease", null));
            await().pollInterval(Duration.ofMillis(5)).until(() -> {
                states.add(after.status());
                return after.publishedPosition().isPresent() || after.status() instanceof Relay.Status.Refusing;
            });
            assertThat(states).noneMatch(Relay.Status.Refusing.class::isInstance);
            published.append(5);
            awaitPublished(after);
            published.awaitAllOnceInOrder(topics);
        }
    }

    @Test
    void an_event_that_says_nothing_of_whom_it_is_and_one_that_is_no_json_are_published_in_their_turn() {
        published.append(2);
        var nobodys = UUID.randomUUID();
        RawEvent.weighed("noise")
                .without(Metadata.SUBJECT)
                .without(Metadata.ROOT)
                .appendTo(log, nobodys);
        var rootless = RawEvent.weighed("{}").without(Metadata.ROOT);
        rootless.appendTo(log);
        published.append(2);

        awaitPublished(started(relay("one", "relay_lease", null)));

        await().until(() -> topics.committed().size() == 6);
        assertThat(topics.committed())
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .contains(nobodys.toString(), rootless.subject().toString());
    }

    @Test
    void an_error_ends_the_relay_and_is_seen() {
        var threads = new VitalThreads();
        var topic = new EventTopic(source);
        var broken = started(new LogRelay(
                log,
                topic,
                new Broker(topic, topics.connection(), _ -> {
                    throw new AssertionError("planted");
                }),
                published.lease("relay_lease", "one", Duration.ofSeconds(1)),
                new StartingPoint(null, null),
                threads));

        await().until(() -> !threads.dead().isEmpty());
        assertThat(threads.dead()).containsEntry("relay", "AssertionError");
        assertThat(broken.publishedPosition()).isEmpty();
    }

    @Test
    void a_topic_that_forgets_is_refused() throws Exception {
        try (var admin = admin(SuiteParts.shared().bootstrapServers())) {
            var forgetting = new NewTopic(source + ".events.v1", 12, (short) 1)
                    .configs(Map.of("retention.ms", "604800000", "retention.bytes", "-1"));
            admin.createTopics(Set.of(forgetting)).all().get();
        }
        published.append(1);

        var relay = started(relay("one", "relay_lease", null));

        await().untilAsserted(() -> assertThat(relay.status())
                .isInstanceOfSatisfying(
                        Relay.Status.Refusing.class,
                        refusing -> assertThat(refusing.reason()).contains("retention.ms=604800000")));
        assertThat(topics.committed()).isEmpty();
    }

    @Test
    void goes_on_by_itself_when_the_broker_comes_back(@TempDir Path folder) throws Exception {
        LogRelay relay;
        String address;
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0)) {
            address = broker.bootstrapServers();
            relay = started(new LogRelay(
                    log,
                    new EventTopic(source),
                    new Broker(new EventTopic(source), Map.of("bootstrap.servers", address), LogRelayIT::impatient),
                    published.lease("relay_lease", "one", Duration.ofSeconds(5)),
                    new StartingPoint(null, null),
                    new VitalThreads()));
            published.append(10);
            awaitPublished(relay);
        }
        published.append(10);
        await().atMost(Duration.ofSeconds(60)).until(() -> relay.status() instanceof Relay.Status.Retrying);
        assertThat(relay.lagSeconds()).isPositive();

        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), port, 0);
                var there = new Topics(broker.bootstrapServers(), source)) {
            awaitPublished(relay);
            published.awaitAllOnceInOrder(there);
            relay.stop();
        }
    }

    private LogRelay relay(String name, String lease, @Nullable Long resumeAfter) {
        return relay(log, name, lease, resumeAfter);
    }

    private LogRelay relay(EventLog from, String name, String lease, @Nullable Long resumeAfter) {
        var topic = new EventTopic(source);
        Map<String, Object> connection =
                Map.of("bootstrap.servers", SuiteParts.shared().bootstrapServers());
        var held = published.lease(lease, name, Duration.ofSeconds(1));
        return new LogRelay(
                from,
                topic,
                new Broker(topic, connection),
                held,
                new StartingPoint(resumeAfter, null),
                new VitalThreads());
    }

    private LogRelay started(LogRelay relay) {
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void awaitPublished(LogRelay relay) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> relay.publishedPosition().orElse(-1) == log.head());
    }

    /** One that gives a record up after three seconds and not after fifteen. */
    private static Producer<byte[], byte[]> impatient(Map<String, Object> settings) {
        var sooner = new HashMap<>(settings);
        sooner.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        sooner.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        sooner.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return new KafkaProducer<>(sooner, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }
}
