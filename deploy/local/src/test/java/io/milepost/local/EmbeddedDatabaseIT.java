package io.milepost.local;

import static com.mongodb.client.model.Filters.eq;
import static io.milepost.local.Mongo.all;
import static io.milepost.local.Mongo.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path folder;

    private EmbeddedDatabase database;
    private Mongo mongo;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.start(folder.resolve("trial.mv"), 0);
        mongo = Mongo.at(database.uri());
    }

    @AfterEach
    void stop() {
        mongo.close();
        database.close();
    }

    private void reopen() {
        stop();
        start();
    }

    private static List<Object> ids(List<Document> documents) {
        return documents.stream().map(document -> document.get("_id")).toList();
    }

    @Test
    void a_log_is_read_by_tag_and_position_also_after_reopening() {
        MongoCollection<Document> log = mongo.collection("event_log");
        one(log.createIndex(new Document("g", 1).append("_id", 1)));
        one(log.createIndex(new Document("r", 1), new IndexOptions().unique(true)));
        one(log.insertMany(IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new Document("_id", (long) i)
                        .append("r", "r" + i)
                        .append("g", List.of("lead=" + i % 7, "owner=" + i % 3)))
                .toList()));
        for (int round = 0; round < 2; round++) {
            log = mongo.collection("event_log");
            assertThat(ids(all(log.find(new Document("g", "lead=3").append("_id", new Document("$gt", 480L))))))
                    .containsExactly(486L, 493L, 500L);
            assertThat(ids(all(log.find(new Document("_id", new Document("$gt", 10L).append("$lte", 13L)))
                            .sort(new Document("_id", 1)))))
                    .containsExactly(11L, 12L, 13L);
            assertThat(ids(all(log.find(new Document("g", new Document("$in", List.of("lead=3", "owner=0"))))
                            .sort(new Document("_id", -1))
                            .limit(3))))
                    .containsExactly(500L, 498L, 495L);
            assertThat(ids(all(log.find(new Document("g", new Document("$all", List.of("lead=3", "owner=0"))))
                            .sort(new Document("_id", 1))
                            .limit(2))))
                    .containsExactly(3L, 24L);
            assertThat(ids(all(log.find().sort(new Document("_id", -1)).limit(2))))
                    .containsExactly(500L, 499L);
            assertThat(one(log.countDocuments(new Document("g", "owner=1")))).isEqualTo(167L);
            assertThat(one(log.find(new Document("r", "r77")).first()).getLong("_id"))
                    .isEqualTo(77L);
            reopen();
        }
    }

    @Test
    void the_operators_that_the_services_use_do_what_a_server_does() {
        MongoCollection<Document> cells = mongo.collection("cells");
        one(cells.updateOne(
                eq("_id", "won|2017-03"),
                new Document("$inc", new Document("n", 1L).append("value", Decimal128.parse("10.25")))
                        .append("$set", new Document("guard", new Document("p0", 7L))),
                new UpdateOptions().upsert(true)));
        one(cells.updateOne(
                new Document("_id", "won|2017-03").append("guard.p0", 7L),
                new Document("$inc", new Document("n", 2L).append("value", Decimal128.parse("0.75")))
                        .append("$set", new Document("guard.p0", 9L))));
        assertThat(one(cells.find(eq("_id", "won|2017-03"))))
                .isEqualTo(new Document("_id", "won|2017-03")
                        .append("n", 3L)
                        .append("value", Decimal128.parse("11.00"))
                        .append("guard", new Document("p0", 9L)));

        // a guard that has moved makes the upsert collide instead of counting twice
        Document stale = new Document("_id", "won|2017-03").append("guard.p0", 7L);
        assertThatThrownBy(() -> one(cells.updateOne(
                        stale, new Document("$inc", new Document("n", 1L)), new UpdateOptions().upsert(true))))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        error -> assertThat(error.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        Document never = new Document("_id", "lost|2017-03").append("guard.p0", new Document("$exists", false));
        one(cells.updateOne(
                never, new Document("$set", new Document("guard.p0", 1L)), new UpdateOptions().upsert(true)));
        assertThat(one(cells.find(eq("_id", "lost|2017-03"))))
                .isEqualTo(new Document("_id", "lost|2017-03").append("guard", new Document("p0", 1L)));

        var bulk = one(cells.bulkWrite(List.of(
                new InsertOneModel<>(new Document("_id", "a").append("n", 1)),
                new UpdateOneModel<>(eq("_id", "a"), new Document("$inc", new Document("n", 4))),
                new ReplaceOneModel<>(eq("_id", "b"), new Document("n", 2), new ReplaceOptions().upsert(true)),
                new UpdateOneModel<>(
                        new Document("_id", "b").append("n", new Document("$lt", 2)),
                        new Document("$set", new Document("n", 9))))));
        assertThat(bulk.getInsertedCount()).isEqualTo(1);
        assertThat(bulk.getMatchedCount()).isEqualTo(1);
        assertThat(bulk.getUpserts()).hasSize(1);
        assertThat(ids(all(cells.find(new Document("_id", new Document("$in", List.of("b", "a", "c")))))))
                .containsExactly("a", "b");
        Document changed = one(cells.findOneAndUpdate(
                new Document("_id", "a").append("n", 5),
                new Document("$set", new Document("owner", "x")),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
        assertThat(changed).isEqualTo(new Document("_id", "a").append("n", 5).append("owner", "x"));
        assertThat(one(cells.countDocuments())).isEqualTo(4L);
        assertThat(one(cells.countDocuments(new Document("n", new Document("$gte", 3)))))
                .isEqualTo(2L);
    }

    @Test
    void a_failed_ordered_insert_names_the_index_and_counts_what_is_in() {
        MongoCollection<Document> log = mongo.collection("event_log");
        one(log.insertOne(new Document("_id", 2L)));
        List<Document> group = List.of(new Document("_id", 1L), new Document("_id", 2L), new Document("_id", 3L));
        assertThatThrownBy(() -> one(log.insertMany(group)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, error -> {
                    assertThat(error.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
                    assertThat(error.getWriteResult().getInsertedCount()).isEqualTo(1);
                });
        assertThat(ids(all(log.find()))).containsExactly(1L, 2L);
        assertThatThrownBy(() -> one(log.bulkWrite(
                        List.of(
                                new InsertOneModel<>(new Document("_id", 1L)),
                                new InsertOneModel<>(new Document("_id", 5L))),
                        new BulkWriteOptions().ordered(false))))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        error -> assertThat(error.getWriteResult().getInsertedCount())
                                .isEqualTo(1));
    }

    @Test
    void unique_indexes_hold_when_sparse_and_compound_and_follow_changes() {
        for (int round = 0; round < 2; round++) {
            MongoCollection<Document> things = mongo.collection("things");
            one(things.createIndex(
                    new Document("r", 1), new IndexOptions().unique(true).sparse(true)));
            one(things.createIndex(new Document("a", 1).append("b", 1), new IndexOptions().unique(true)));
            if (round == 0) {
                one(things.insertMany(List.of(
                        new Document("_id", 1).append("a", 1).append("b", 1).append("r", "x"),
                        new Document("_id", 2).append("a", 1).append("b", 2),
                        new Document("_id", 3).append("a", 2).append("b", 1))));
            }
            refused(things, new Document("_id", 9).append("a", 9).append("b", 9).append("r", "x"));
            refused(things, new Document("_id", 9).append("a", 1L).append("b", 2.0));
            reopen();
        }
        MongoCollection<Document> things = mongo.collection("things");
        assertThatThrownBy(() -> one(things.updateOne(eq("_id", 2), new Document("$set", new Document("r", "x")))))
                .isInstanceOf(MongoException.class);
        one(things.replaceOne(eq("_id", 1), new Document("a", 5).append("b", 5).append("r", "y")));
        one(things.updateOne(eq("_id", 2), new Document("$set", new Document("r", "x"))));
        refused(things, new Document("_id", 9).append("a", 5).append("b", 5));
        one(things.insertOne(new Document("_id", 4).append("a", 1).append("b", 1)));
        one(things.deleteOne(eq("_id", 2)));
        one(things.insertOne(
                new Document("_id", 5).append("a", 1).append("b", 2).append("r", "x")));
        assertThat(ids(all(things.find(new Document("a", 1).append("b", 2))))).containsExactly(5);
        assertThat(ids(all(things.find(new Document("r", "y"))))).containsExactly(1);
    }

    private static void refused(MongoCollection<Document> collection, Document document) {
        assertThatThrownBy(() -> one(collection.insertOne(document)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        error -> assertThat(error.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void a_renamed_or_dropped_collection_leaves_nothing_to_the_next_of_its_name() {
        Document byOwner = new Document("owner", 1);
        MongoCollection<Document> views = mongo.collection("views");
        one(views.createIndex(byOwner, new IndexOptions().unique(true)));
        one(views.insertOne(new Document("_id", 1).append("owner", "x")));
        one(views.renameCollection(new MongoNamespace("trial", "old")));
        for (int round = 0; round < 2; round++) {
            MongoCollection<Document> next = mongo.collection("views");
            one(next.createIndex(byOwner, new IndexOptions().unique(true)));
            assertThat(all(next.find())).isEmpty();
            one(next.insertOne(new Document("_id", 2).append("owner", "x")));
            refused(next, new Document("_id", 3).append("owner", "x"));
            refused(mongo.collection("old"), new Document("_id", 3).append("owner", "x"));
            assertThat(ids(all(mongo.collection("old").find(new Document("owner", "x")))))
                    .containsExactly(1);
            one(next.drop());
            reopen();
        }
        one(mongo.client().getDatabase("trial").drop());
        one(mongo.collection("old").insertOne(new Document("_id", 3).append("owner", "x")));
        assertThat(ids(all(mongo.collection("old").find(new Document("owner", "x")))))
                .containsExactly(3);
    }

    @Test
    void a_database_in_memory_serves_the_same_and_keeps_nothing() {
        String first;
        try (EmbeddedDatabase memory = EmbeddedDatabase.start(null, 0);
                Mongo client = Mongo.at(memory.uri())) {
            first = memory.uri();
            MongoCollection<Document> things = client.collection("things");
            one(things.createIndex(new Document("owner", 1)));
            one(things.insertOne(new Document("_id", UUID.randomUUID()).append("owner", "x")));
            assertThat(all(things.find(new Document("owner", "x")))).hasSize(1);
        }
        try (EmbeddedDatabase memory =
                        EmbeddedDatabase.start(null, URI.create(first).getPort());
                Mongo client = Mongo.at(memory.uri())) {
            assertThat(all(client.collection("things").find())).isEmpty();
        }
    }
}
