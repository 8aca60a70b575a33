package io.milepost.suite.alerts;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.suite.Part;
import io.milepost.suite.RunningSuite;
import io.milepost.suite.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a program at fault can do to logs and topics, past the services. */
final class LogHand implements AutoCloseable {
    private final RunningSuite suite;
    private final MongoClient client;
    private @Nullable Document sound;

    LogHand(RunningSuite suite) {
        this.suite = suite;
        this.client = MongoClients.create(suite.database());
    }

    private MongoDatabase database(Part part) {
        return client.getDatabase(part.shortName());
    }

    /** Of the log as it is now. */
    String epoch(Part part) {
        var log = Mono.from(database(part)
                        .getCollection("log_meta")
                        .find(new Document("_id", "log"))
                        .first())
                .block();
        return Objects.requireNonNull(log).getString("epoch");
    }

    /** Position of the last event on the topic. */
    long published(Part part) {
        try (var topics = new Topics(suite.bootstrapServers())) {
            topics.readOn();
            return topics.published(part).size();
        }
    }

    /** Makes the first event of this entity unreadable, and lets the lists of the stopped service begin anew. */
    void spoil(Part part, UUID entity) {
        var log = database(part).getCollection("event_log");
        var commit = Flux.from(log.find().sort(new Document("_id", -1)).limit(2_000))
                .filter(one -> one.getList("g", String.class).toString().contains(entity.toString()))
                .blockLast();
        sound = Objects.requireNonNull(commit);
        var changed = new Document("$set", new Document("e.0.p", new Binary(new byte[] {'{'})));
        Mono.from(log.updateOne(new Document("_id", commit.get("_id")), changed))
                .block();
        forgetLists(part);
    }

    /** Gives the event back as it was; whoever starts reads it. */
    void mend(Part part) {
        var before = Objects.requireNonNull(sound);
        Mono.from(database(part).getCollection("event_log").replaceOne(new Document("_id", before.get("_id")), before))
                .block();
    }

    private void forgetLists(Part part) {
        var names =
                Flux.from(database(part).listCollectionNames()).collectList().block();
        for (var name : Objects.requireNonNull(names)) {
            if (name.contains("_list_") || name.equals("projection_positions")) {
                Mono.from(database(part).getCollection(name).drop()).block();
            }
        }
    }

    /** Puts a record without an envelope on the topic. */
    void publish(Part part, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", suite.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(part.shortName() + ".events.v1", value))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
