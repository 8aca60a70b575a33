package io.milepost.local;

import static io.milepost.local.Mongo.all;
import static io.milepost.local.Mongo.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
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

    private static List<Object> ids(Iterable<Document> documents) {
        return java.util.stream.StreamSupport.stream(documents.spliterator(), false)
                .map(document -> document.get("_id"))
                .toList();
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
}
