package io.milepost.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.axon.AxonConfiguration;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.InboxConfiguration;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.relay.CloudEvent;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.relay.RelayConfiguration;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The runbook "restore a service" with a service that lost its last events: desk hears of orders and posts parcels, depot hears of
 * the desk's parcels and posts one of the same id.
 */
class RestoreIT {
    private static final String ORDERS = "restoreorders";
    private static final String DESK = "restoredesk";
    private static final String DEPOT = "restoredepot";
    private static final String LIFE = "only-life";

    /** What a backup holds, in the order in which it is taken: nothing may be ahead of the log that it is restored with. */
    private static final List<String> COPIED = List.of("inbox_positions", "parked", "event_log", "log_meta");

    private final SuiteParts parts = SuiteParts.shared();
    private final MongoClient client = MongoClients.create(parts.mongoUri());
    private final Topics orders = new Topics(parts.bootstrapServers(), ORDERS).create();
    private final Topics desk = new Topics(parts.bootstrapServers(), DESK).create();

    record Label(String label) {}

    @Configuration(proxyBeanMethods = false)
    static class Common {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Catalogue<?, ?, ?> parcels() {
            return ParcelMessages.CATALOGUE;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Desk {
        @Bean
        Automation<Label> whenOrderPlacedThenPost() {
            return posting(ORDERS, "order.placed.v1");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Depot {
        @Bean
        Automation<Label> whenParcelPostedThenPost() {
            return posting(DESK, "parcel.posted.v1");
        }
    }

    private static Automation<Label> posting(String source, String type) {
        return new Automation<>(
                "when-told-then-post",
                source,
                type,
                Label.class,
                (cause, told) -> Optional.of(
                        new Reaction.Command(cause.subject(), ParcelOffice.post(told.label(), null, "1.00"))),
                Set.of("ALREADY_POSTED"));
    }

    @AfterEach
    void close() {
        orders.close();
        desk.close();
        client.close();
    }

    @Test
    void a_restored_service_stops_its_relay_and_its_readers_until_told_and_then_nothing_is_lost_or_double() {
        var backup = new LinkedHashMap<String, List<Document>>();
        service(DEPOT, Depot.class).run(depot -> {
            service(DESK, Desk.class).run(running -> {
                order(1, 20);
                await().until(() -> log(running).head() >= 10);
                backup.putAll(copied(client.getDatabase(DESK)));
                order(21, 40);
                await().until(() -> log(running).head() == 40 && log(depot).head() == 40);
            });
            var before = desk.committed();
            assertThat(before).hasSize(40);
            var lost = 40 - backup.get("event_log").size();
            assertThat(lost).isPositive();
            var left = backup.get("log_meta").getFirst().getString("epoch");

            restore(backup);
            var epoch = new String[1];
            service(DESK, Desk.class, "milepost.log.leave-epoch=" + left).run(restored -> {
                epoch[0] = log(restored).epoch();
                assertThat(epoch[0]).isNotEqualTo(left);
                // Kafka believes that the desk has heard of all orders; its own database knows better.
                await().until(() -> log(restored).head() == 40);
                var relay = restored.getBean(Relay.class);
                await().until(() -> relay.status() instanceof Relay.Status.Refusing);
                assertThat(health(restored, "relayHealthIndicator")).isEqualTo(Status.OUT_OF_SERVICE);
                assertThat(desk.committed()).hasSameSizeAs(before);
                assertThat(health(depot, "inboxHealthIndicator")).isEqualTo(Status.UP);
            });

            service(DESK, Desk.class, "milepost.log.leave-epoch=" + left, "milepost.relay.republish=" + epoch[0])
                    .run(told -> {
                        assertThat(log(told).epoch()).isEqualTo(epoch[0]);
                        await().until(() -> published(told) == 40);
                        assertAllOnceOf(epoch[0], 40);
                        await().until(() ->
                                health(depot, "inboxHealthIndicator").equals(Status.OUT_OF_SERVICE));
                        assertThat(depot.getBean(MeterRegistry.class)
                                        .get("milepost.inbox.stopped")
                                        .gauge()
                                        .value())
                                .isPositive();
                        assertThat(log(depot).head()).isEqualTo(40);
                    });
            backup.put("told", List.of(new Document("left", left).append("epoch", epoch[0])));
        });

        var told = backup.get("told").getFirst();
        var settings = List.of(
                "milepost.log.leave-epoch=" + told.getString("left"),
                "milepost.relay.republish=" + told.getString("epoch"));
        service(DEPOT, Depot.class, "milepost.inbox.accept-epoch." + DESK + "=" + told.getString("epoch"))
                .run(depot -> service(DESK, Desk.class, settings.toArray(String[]::new))
                        .run(again -> {
                            order(41, 45);
                            await().until(() -> log(depot).head() == 45);
                            await().until(() -> published(again) == 45);
                            // What was said once is without effect now: same epoch, and the topic was not emptied
                            // again.
                            assertAllOnceOf(told.getString("epoch"), 45);
                            assertThat(health(depot, "inboxHealthIndicator")).isEqualTo(Status.UP);
                            assertThat(depot.getBean(ParkedRecords.class).list())
                                    .isEmpty();
                            assertThat(again.getBean(ParkedRecords.class).list())
                                    .isEmpty();
                            assertThat(parcelsOf(depot))
                                    .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 45)
                                            .mapToObj(RestoreIT::parcel)
                                            .toList());
                        }));
    }

    private void order(long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(n -> orders.publish(LIFE, n, parcel(n), "order.placed", "{\"label\":\"no " + n + "\"}"));
    }

    private static UUID parcel(long n) {
        return new UUID(n, n);
    }

    private static Map<String, List<Document>> copied(MongoDatabase database) {
        var copies = new LinkedHashMap<String, List<Document>>();
        for (var name : COPIED) {
            copies.put(
                    name,
                    Flux.from(database.getCollection(name).find().sort(new Document("_id", 1)))
                            .collectList()
                            .block());
        }
        return copies;
    }

    private void restore(Map<String, List<Document>> backup) {
        var database = client.getDatabase(DESK);
        Mono.from(database.drop()).block();
        backup.forEach((name, documents) -> {
            if (!documents.isEmpty()) {
                Mono.from(database.getCollection(name).insertMany(documents)).block();
            }
        });
    }

    private void assertAllOnceOf(String epoch, long head) {
        var committed = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        await().untilAsserted(() -> {
            committed.clear();
            committed.addAll(desk.committed());
            assertThat(committed).hasSize((int) head);
        });
        assertThat(committed)
                .extracting(record -> header(record, CloudEvent.EPOCH))
                .containsOnly(epoch);
        assertThat(committed)
                .extracting(record -> Long.parseLong(header(record, CloudEvent.SEQUENCE)))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, head).boxed().toList());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<UUID> parcelsOf(ApplicationContext context) {
        return log(context).read(0, 1_000).join().stream()
                .flatMap(commit -> commit.events().stream())
                .map(event -> UUID.fromString(event.metadata().get("subject")))
                .toList();
    }

    private static EventLog log(ApplicationContext context) {
        return context.getBean(EventLog.class);
    }

    private static long published(ApplicationContext context) {
        return context.getBean(Relay.class).publishedPosition().orElse(-1);
    }

    private static Status health(ApplicationContext context, String indicator) {
        return context.getBean(indicator, HealthIndicator.class).health().getStatus();
    }

    private ApplicationContextRunner service(String name, Class<?> automations, String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(
                        Common.class,
                        automations,
                        AxonConfiguration.class,
                        RelayConfiguration.class,
                        InboxConfiguration.class)
                .withPropertyValues(parts.properties(name).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))
                .withPropertyValues("milepost.service=" + name, "milepost.relay.lease=1s")
                .withPropertyValues(settings);
    }
}
