package io.milepost.platform;

import static io.milepost.platform.TwoOffices.health;
import static io.milepost.platform.TwoOffices.log;
import static io.milepost.platform.TwoOffices.order;
import static io.milepost.platform.TwoOffices.parcels;
import static io.milepost.platform.TwoOffices.postedBy;
import static io.milepost.platform.TwoOffices.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.relay.CloudEvent;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The runbook "restore a service" with a service that lost its last events. */
class RestoreIT {
    /** What a backup holds, in the order in which it is taken: nothing may be ahead of the log that it is restored with. */
    private static final List<String> COPIED = List.of("inbox_positions", "parked", "event_log", "log_meta");

    private final SuiteParts parts = SuiteParts.shared();
    private final TwoOffices offices = new TwoOffices("restore", parts, Map.of());
    private final MongoClient client = MongoClients.create(parts.mongoUri());
    private final Topics orders = new Topics(parts.bootstrapServers(), offices.orders()).create();
    private final Topics desk = new Topics(parts.bootstrapServers(), offices.desk()).create();

    @AfterEach
    void close() {
        orders.close();
        desk.close();
        client.close();
    }

    @Test
    void a_restored_service_stops_its_relay_and_its_readers_until_told_and_then_nothing_is_lost_or_double() {
        var backup = new LinkedHashMap<String, List<Document>>();
        offices.depotWith().run(depot -> {
            offices.deskWith().run(running -> {
                order(orders, 1, 20);
                await().until(() -> log(running).head() >= 10);
                backup.putAll(copied(client.getDatabase(offices.desk())));
                order(orders, 21, 40);
                await().until(() -> log(running).head() == 40 && log(depot).head() == 40);
            });
            var before = desk.committed();
            assertThat(before).hasSize(40);
            var lost = 40 - backup.get("event_log").size();
            assertThat(lost).isPositive();
            var left = backup.get("log_meta").getFirst().getString("epoch");

            restore(backup);
            var epoch = new String[1];
            offices.deskWith("milepost.log.leave-epoch=" + left).run(restored -> {
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

            offices.deskWith("milepost.log.leave-epoch=" + left, "milepost.relay.republish=" + epoch[0])
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
        offices.depotWith("milepost.inbox.accept-epoch." + offices.desk() + "=" + told.getString("epoch"))
                .run(depot -> offices.deskWith(settings.toArray(String[]::new)).run(again -> {
                    order(orders, 41, 45);
                    await().until(() -> log(depot).head() == 45);
                    await().until(() -> published(again) == 45);
                    // What was said once is without effect now: same epoch, and the topic was not emptied
                    // again.
                    assertAllOnceOf(told.getString("epoch"), 45);
                    assertThat(health(depot, "inboxHealthIndicator")).isEqualTo(Status.UP);
                    assertThat(depot.getBean(ParkedRecords.class).list()).isEmpty();
                    assertThat(again.getBean(ParkedRecords.class).list()).isEmpty();
                    assertThat(postedBy(depot)).containsExactlyInAnyOrderElementsOf(parcels(1, 45));
                }));
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
        var database = client.getDatabase(offices.desk());
        // The embedded server drops with a database every other one whose name begins like it, such as that of its
        // keys.
        Flux.from(database.listCollectionNames())
                .concatMap(name -> Mono.from(database.getCollection(name).drop()))
                .blockLast();
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
}
