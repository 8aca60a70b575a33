package io.milepost.reporting.read.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The promise of the store, on the embedded server or the one that MONGODB_URI names. */
class MongoNodesTest {
    private static EmbeddedDatabase server;
    private static MongoClient client;

    private final MongoNodes store = new MongoNodes(client.getDatabase("trace-" + UUID.randomUUID()));

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(null, 0);
        String elsewhere = System.getenv("MONGODB_URI");
        client = MongoClients.create(elsewhere == null ? server.uri() : elsewhere);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void what_is_kept_is_what_was_told_however_often_and_by_however_many_at_once() throws Exception {
        var stories = new Stories();
        var deal = stories.tell(0);
        var expected = new InMemoryNodes();
        stories.topics.values().forEach(topic -> recorder(expected).handle(0, topic));

        try (var writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int again = 0; again < 3; again++) {
                for (var topic : stories.topics.values()) {
                    // One event a batch: as many writers as can be meet on the same documents.
                    all.add(writers.submit(
                            () -> topic.forEach(event -> recorder(store).handle(0, List.of(event)))));
                }
            }
            for (var one : all) {
                one.get();
            }
        }

        var trace = Trace.from(deal.record(), store);
        assertThat(trace).isEqualTo(Trace.from(deal.record(), expected));
        assertThat(trace.steps()).hasSize(23);
        assertThat(Trace.from(Stories.ACCOUNT, store).steps()).isEmpty();
    }

    private static TraceRecorder recorder(NodeStore nodes) {
        return new TraceRecorder(nodes, (partition, position, recordedAt) -> {});
    }
}
