package io.milepost.local;

import static com.mongodb.client.model.Filters.eq;
import static io.milepost.local.Mongo.all;
import static io.milepost.local.Mongo.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged with majority and journal survives kill -9 of the database's process. */
class KillIT {

    private static final int WRITERS = 8;

    /** More of them with {@code -Dkills=50}. */
    private static final int KILLS = Integer.getInteger("kills", 5);

    @TempDir
    Path folder;

    @AutoClose
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    private final Semaphore acknowledgements = new Semaphore(0);
    private final AtomicLong ids = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong[] acknowledgedCounts =
            java.util.stream.Stream.generate(AtomicLong::new).limit(WRITERS).toArray(AtomicLong[]::new);

    @Test
    @DisplayName("operations.md E3: kill -9 of the database")
    void every_acknowledged_write_and_its_index_entries_survive_kills() throws Exception {
        Path file = folder.resolve("victim.mv");
        Random random = new Random(20261123);
        for (int kill = 0; kill < KILLS; kill++) {
            writeUntilKilled(Victim.Kind.EMBEDDED, file, 150 + random.nextInt(300));
        }
        try (EmbeddedDatabase survivor = EmbeddedDatabase.start(file, 0);
                Mongo mongo = Mongo.at(survivor.uri())) {
            MongoCollection<Document> events = mongo.collection("events");
            Set<Long> stored = stored(events);
            assertThat(acknowledged).hasSizeGreaterThan(500);
            assertThat(stored).containsAll(acknowledged);
            Set<Long> byTag = new HashSet<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                all(events.find(new Document("g", "writer=" + writer)))
                        .forEach(found -> byTag.add(found.getLong("_id")));
                Document counter = one(mongo.collection("counters").find(eq("_id", writer)));
                assertThat(counter.getLong("n")).isGreaterThanOrEqualTo(acknowledgedCounts[writer].get());
            }
            assertThat(byTag).isEqualTo(stored);
            for (long id : stored) {
                assertThat(one(events.countDocuments(new Document("r", "r" + id))))
                        .isEqualTo(1);
            }
            System.out.println("kill -9: " + KILLS + " kills, " + acknowledged.size() + " acknowledged, "
                    + stored.size() + " stored, file " + Files.size(file) / 1024 + " KiB");
        }
    }

    @Test
    @DisplayName(
            "operations.md E11: on a full disk nothing is acknowledged, and what was is there when there is room again")
    void a_full_disk_loses_nothing_that_was_acknowledged() throws Exception {
        Path file = folder.resolve("full.mv");
        try (Victim victim = Victim.startOnDiskOf(4 << 10, file);
                Mongo mongo = Mongo.at(victim.uri())) {
            for (Future<?> writer : write(mongo)) {
                // It ends when it is refused.
                writer.get();
            }
            assertThat(victim.process().isAlive()).isTrue();
            assertThat(Files.size(file)).as("control: it was full").isGreaterThan(3 << 20);
            assertThatThrownBy(() -> one(majority(mongo, "events").insertOne(new Document("_id", -1L))))
                    .isInstanceOf(MongoException.class);
        }
        try (EmbeddedDatabase roomy = EmbeddedDatabase.start(file, 0);
                Mongo mongo = Mongo.at(roomy.uri())) {
            assertThat(acknowledged).hasSizeGreaterThan(500);
            assertThat(stored(mongo.collection("events"))).containsAll(acknowledged);
            one(majority(mongo, "events").insertOne(new Document("_id", -2L)));
            assertThat(stored(mongo.collection("events"))).contains(-2L).doesNotContain(-1L);
        }
    }

    @Test
    void the_harness_notices_that_the_stock_backend_loses_acknowledged_writes() throws Exception {
        Path file = folder.resolve("stock.mv");
        writeUntilKilled(Victim.Kind.STOCK, file, 300);
        try (Victim again = Victim.start(Victim.Kind.STOCK, file);
                Mongo mongo = Mongo.at(again.uri())) {
            Set<Long> lost = new HashSet<>(acknowledged);
            lost.removeAll(stored(mongo.collection("events")));
            assertThat(lost).isNotEmpty();
        }
    }

    /** @param more how many are acknowledged before it is killed */
    private void writeUntilKilled(Victim.Kind kind, Path file, int more) throws Exception {
        acknowledgements.drainPermits();
        try (Victim victim = Victim.start(kind, file);
                Mongo mongo = Mongo.at(victim.uri())) {
            List<Future<?>> running = write(mongo);
            assertThat(acknowledgements.tryAcquire(more, 1, TimeUnit.MINUTES)).isTrue();
            victim.kill();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    private List<Future<?>> write(Mongo mongo) {
        MongoCollection<Document> events = majority(mongo, "events");
        one(events.createIndex(new Document("g", 1).append("_id", 1)));
        one(events.createIndex(new Document("r", 1), new IndexOptions().unique(true)));
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            running.add(writers.submit(() -> writeUntilRefused(mongo, number)));
        }
        return running;
    }

    private void writeUntilRefused(Mongo mongo, int writer) {
        MongoCollection<Document> events = majority(mongo, "events");
        MongoCollection<Document> counters = majority(mongo, "counters");
        try {
            for (int i = 0; ; i++) {
                long id = ids.incrementAndGet();
                one(events.insertOne(new Document("_id", id)
                        .append("r", "r" + id)
                        .append("g", List.of("writer=" + writer, "round=" + i))
                        .append("payload", "x".repeat(300))));
                acknowledged.add(id);
                acknowledgements.release();
                one(counters.updateOne(
                        eq("_id", writer),
                        Updates.inc("n", 1L),
                        new com.mongodb.client.model.UpdateOptions().upsert(true)));
                acknowledgedCounts[writer].incrementAndGet();
            }
        } catch (MongoException killed) {
            // an unknown outcome: neither demanded nor forbidden
        }
    }

    private static MongoCollection<Document> majority(Mongo mongo, String name) {
        return mongo.collection(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static Set<Long> stored(MongoCollection<Document> events) {
        Set<Long> stored = new HashSet<>();
        all(events.find().batchSize(1000)).forEach(event -> stored.add(event.getLong("_id")));
        return stored;
    }
}
