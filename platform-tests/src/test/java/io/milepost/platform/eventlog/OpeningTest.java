package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A log that stands is opened as it is, completed, or refused with the reason. */
class OpeningTest {

    private static Databases databases;

    private MongoDatabase database;
    private MongoCollection<Document> events;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void aLogOfFourCommits() {
        database = databases.fresh();
        events = StoredLog.collection(database);
        try (var log = Engine.SOUND.open(database)) {
            IntStream.range(0, 4)
                    .forEach(i -> log.append(Appends.free("r" + i, "t=1")).join());
        }
    }

    @Test
    void missing_indexes_are_made_again() {
        var before = names();
        Publishers.all(events.dropIndex("r_1"));
        Publishers.all(events.dropIndex("g_1__id_1"));
        assertThat(names()).isNotEqualTo(before);

        opens();

        assertThat(names()).isEqualTo(before).contains("r_1", "g_1__id_1");
    }

    @Test
    @DisplayName("I10: a restored log leaves its epoch once, and keeps it when it is of another")
    void a_restored_log_leaves_its_epoch_once() {
        var backedUp = LogStore.epoch(database);

        var restored = LogStore.epoch(database, backedUp);

        assertThat(restored).isNotEqualTo(backedUp);
        assertThat(LogStore.epoch(database, backedUp)).isEqualTo(restored);
        assertThat(LogStore.epoch(database)).isEqualTo(restored);
        opens();
    }

    @Test
    @DisplayName("I14: an index on request ids that lets them repeat is refused")
    void an_index_that_lets_request_ids_repeat_is_refused() {
        Publishers.all(events.dropIndex("r_1"));
        Publishers.all(events.createIndex(new Document("r", 1)));

        isRefusedFor("which is none of the log's");

        Publishers.all(events.dropIndex("r_1"));
        opens();
    }

    @Test
    void a_foreign_index_is_refused_if_it_refuses_commits_and_left_alone_if_not() {
        Publishers.all(events.createIndex(new Document("w", 1)));
        opens();
        Publishers.all(events.dropIndex("w_1"));
        Publishers.all(events.createIndex(new Document("l", 1), new IndexOptions().unique(true)));

        isRefusedFor("which is none of the log's");
    }

    @Test
    @DisplayName("I2: an index that lets documents expire is refused")
    void an_index_that_lets_documents_expire_is_refused() {
        Publishers.all(events.createIndex(new Document("e.t", 1), new IndexOptions().expireAfter(9L, TimeUnit.DAYS)));
        assumeTrue(
                Publishers.all(events.listIndexes()).stream()
                        .anyMatch(index -> index.containsKey("expireAfterSeconds")),
                "the server does not know expiry");

        isRefusedFor("expireAfterSeconds");
    }

    @Test
    @DisplayName("I9: a hole before the head is refused")
    void a_hole_before_the_head_is_refused() {
        Publishers.all(events.deleteOne(new Document("_id", 3L)));
        isRefusedFor("a hole before position 4");
    }

    @Test
    @DisplayName("I13: a head that was changed, or does not continue the commit before it, is refused")
    void a_changed_head_is_refused() {
        var head = Publishers.all(events.find(new Document("_id", 4L))).getFirst();
        Publishers.all(events.replaceOne(new Document("_id", 4L), new Document(head).append("w", "another")));
        isRefusedFor("the commit at 4 was changed");

        Publishers.all(events.replaceOne(new Document("_id", 4L), head));
        opens();

        Publishers.all(events.updateOne(
                new Document("_id", 3L), new Document("$set", new Document("h", new Binary(new byte[32])))));
        isRefusedFor("the commit at 4 was changed");
    }

    @Test
    @DisplayName("I10: commits without an epoch are refused, and so is a schema that this program does not read")
    void commits_without_an_epoch_or_with_another_schema_are_refused() {
        var meta = database.getCollection("log_meta");
        var kept = Publishers.all(meta.find()).getFirst();
        Publishers.all(meta.deleteOne(new Document("_id", "log")));
        isRefusedFor("no epoch though the log has commits");

        Publishers.all(meta.insertOne(new Document(kept).append("schema", 2)));
        isRefusedFor("schema 2, this program reads 1");

        Publishers.all(meta.replaceOne(new Document("_id", "log"), new Document(kept).append("epoch", "")));
        isRefusedFor("log_meta has no epoch");

        Publishers.all(meta.replaceOne(new Document("_id", "log"), kept));
        opens();
        try (var log = Engine.SOUND.open(database)) {
            assertThat(log.epoch()).isEqualTo(kept.getString("epoch"));
        }
    }

    @Test
    @DisplayName("I2: a collection that drops documents by itself is refused")
    void a_capped_collection_is_refused() {
        database = databases.fresh();
        try {
            Publishers.all(database.createCollection(
                    "event_log", new CreateCollectionOptions().capped(true).sizeInBytes(1 << 20)));
        } catch (MongoCommandException unknown) {
            abort("the server has no capped collections: " + unknown.getErrorMessage());
        }

        isRefusedFor("has capped: true");
    }

    private List<String> names() {
        return Publishers.all(events.listIndexes()).stream()
                .map(index -> index.getString("name"))
                .sorted()
                .toList();
    }

    private void opens() {
        try (var log = Engine.SOUND.open(database)) {
            assertThat(log.head()).isEqualTo(4);
            assertThat(log.verify(0).intact()).isTrue();
        }
    }

    private void isRefusedFor(String reason) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Engine.SOUND.open(database))
                .withMessageContaining(reason);
    }
}
