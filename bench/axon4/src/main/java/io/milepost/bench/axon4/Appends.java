package io.milepost.bench.axon4;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Recorder;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Reads lines {@code strategy database callers millis} and answers each with {@code commits seconds p50 p99 processor}, times
 * of a commit in microseconds. The engine is called as an aggregate's commit calls it, without a bus, a unit of work or a
 * transaction around it: less than an application pays.
 */
final class Appends {
    /** With fewer the rates are the same, but callers wait for a connection for more than a second. */
    private static final int CONNECTIONS = 256;

    private static final String TEXT = "x".repeat(285);

    /** Of about 300 bytes as JSON. */
    record ThingChanged(String text) {}

    private Appends() {}

    public static void main(String[] arguments) throws IOException {
        var settings = MongoClientSettings.builder()
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS).minSize(CONNECTIONS))
                .applyConnectionString(new ConnectionString(arguments[0]))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build();
        try (var client = MongoClients.create(settings);
                var asks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = asks.readLine(); line != null; line = asks.readLine()) {
                var words = line.split(" ", -1);
                var engine = engine(client, words[0], words[1]);
                var figures = measured(engine, Integer.parseInt(words[2]), Long.parseLong(words[3]));
                // Before the answer: what is measured next must not pay for it.
                client.getDatabase(words[1]).drop();
                System.out.println(figures);
            }
        }
    }

    private static EventStorageEngine engine(MongoClient client, String strategy, String database) {
        var json = JacksonSerializer.defaultSerializer();
        StorageStrategy documents = switch (strategy) {
            case "event" -> new DocumentPerEventStorageStrategy();
            case "commit" -> new DocumentPerCommitStorageStrategy();
            default -> throw new IllegalArgumentException(strategy);
        };
        return MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(client, database)
                        .build())
                .storageStrategy(documents)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
    }

    private static String measured(EventStorageEngine engine, int callers, long millis) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var latency = new Recorder(60_000_000_000L, 3);
        var done = new LongAdder();
        long processor = system.getProcessCpuTime();
        long began = System.nanoTime();
        long until = began + millis * 1_000_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < callers; i++) {
                running.add(CompletableFuture.runAsync(() -> call(engine, until, latency, done), threads));
            }
            running.forEach(CompletableFuture::join);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double each = (system.getProcessCpuTime() - processor) / 1e3 / done.sum();
        var histogram = latency.getIntervalHistogram();
        return String.format(
                Locale.ROOT,
                "%d %.4f %.1f %.1f %.1f",
                done.sum(),
                seconds,
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                each);
    }

    /** One aggregate's commits, one event each. */
    private static void call(EventStorageEngine engine, long until, Recorder latency, LongAdder done) {
        var id = UUID.randomUUID().toString();
        var metadata = Map.of("command", "ChangeThing", "actor", "somebody", "correlationId", id, "traceId", id);
        long sequence = 0;
        for (long before = System.nanoTime(); before - until < 0; ) {
            engine.appendEvents(List.of(
                    new GenericDomainEventMessage<>("thing", id, sequence++, new ThingChanged(TEXT), metadata)));
            long after = System.nanoTime();
            latency.recordValue(after - before);
            done.increment();
            before = after;
        }
    }
}
