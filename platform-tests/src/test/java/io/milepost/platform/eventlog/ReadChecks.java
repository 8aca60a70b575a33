package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;

/** The checks of what an engine shows. */
final class ReadChecks {

    private ReadChecks() {}

    static void a_reader_stops_loudly_at_a_hole(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        fill(engine, database, 8);
        Publishers.all(StoredLog.collection(database).deleteOne(new Document("_id", 3L)));
        try (var log = engine.open(database)) {
            assertThat(engine.read(log, database, 3)).hasSize(5);
            for (long from : new long[] {0, 1, 2}) {
                assertThat(catchThrowable(() -> engine.read(log, database, from)))
                        .hasMessageContaining("hole after position 2");
            }
        }
    }

    static void no_position_is_beyond_the_head(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        fill(engine, database, 8);
        try (var log = engine.open(database);
                var other = engine.open(database)) {
            assertThat(engine.read(log, database, 8)).isEmpty();
            assertThat(log.tail(8).position()).isEqualTo(8);
            assertThat(catchThrowable(() -> engine.read(log, database, 9))).hasMessageContaining("beyond the head 8");
            assertThat(catchThrowable(() -> log.tail(9))).hasMessageContaining("beyond the head 8");
            assertThat(catchThrowable(() ->
                            log.source(List.of(Criterion.tagged("t=1")), 9).join()))
                    .hasMessageContaining("beyond the head 8");
            assertThat(catchThrowable(() ->
                            log.append(Appends.unlessUsed("late", 9, "t=1")).join()))
                    .hasMessageContaining("beyond the head 8");

            assertThat(Appends.stored(other.append(Appends.free("more", "t=2")).join())
                            .first())
                    .isEqualTo(9);
            assertThat(engine.read(log, database, 9))
                    .as("what another writer appended is no other history")
                    .isEmpty();
            assertThat(log.epoch()).isEqualTo(other.epoch());
        }
    }

    static void a_marker_claims_no_more_than_was_seen(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        var lagging = new AtomicBoolean();
        var before = database.getCollection("nothing_yet");
        var events = Decorated.reading(LogStore.events(database), _ -> real -> lagging.get() ? before : real);
        try (var log = engine.open(database, events)) {
            log.append(Appends.free("r1", "unit=7")).join();
            log.append(Appends.free("r2", "unit=8")).join();
            log.append(Appends.free("r3", "unit=7")).join();

            lagging.set(true);
            var sourced = engine.source(log, events, Criterion.tagged("unit=7"));

            var matching = StoredLog.read(database).stream()
                    .flatMap(commit -> commit.events().stream())
                    .filter(event ->
                            event.position() <= sourced.marker() && event.tags().contains("unit=7"))
                    .map(StoredEvent::position)
                    .toList();
            assertThat(sourced.events().stream().map(StoredEvent::position)).containsAll(matching);
            assertThat(new LogReader(before).matching(Criterion.tagged("unit=7"), 0))
                    .as("what the server alone would have given")
                    .isEmpty();
        }
    }

    static void all_events_of_one_root_have_one_key(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            for (int i = 0; i < 12; i++) {
                log.append(new Append(
                                AppendCondition.none(),
                                "r" + i,
                                new byte[0],
                                List.of(ofRoot("deal" + i % 2, "deal" + i % 2), ofRoot("deal" + i % 2, "quote" + i))))
                        .join();
            }
            var keysOfRoots = engine.read(log, database, 0).stream()
                    .flatMap(commit -> commit.events().stream())
                    .collect(Collectors.groupingBy(
                            event -> event.require(Metadata.ROOT),
                            Collectors.mapping(engine::key, Collectors.toSet())));
            assertThat(keysOfRoots)
                    .hasSize(2)
                    .allSatisfy((_, keys) -> assertThat(keys).hasSize(1));
            assertThat(keysOfRoots.get("deal0")).isNotEqualTo(keysOfRoots.get("deal1"));
        }
    }

    static void the_chain_verifies_from_the_first_document(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        fill(engine, database, 12);
        var events = StoredLog.collection(database);
        try (var log = engine.open(database)) {
            assertThat(engine.verified(log, database)).isTrue();
            for (var document : StoredLog.documents(database)) {
                var id = new Document("_id", document.get("_id"));
                var changed = Document.parse(document.toJson()).append("_id", document.get("_id"));
                var event = changed.getList("e", Document.class).getFirst();
                byte[] payload = event.get("p", Binary.class).getData();
                payload[3] ^= 1;
                event.put("p", new Binary(payload));
                Publishers.all(events.replaceOne(id, changed));
                assertThat(engine.verified(log, database))
                        .as("a byte of %s flipped", id)
                        .isFalse();

                Publishers.all(events.replaceOne(id, new Document(document).append("w", "another")));
                assertThat(engine.verified(log, database))
                        .as("another writer of %s", id)
                        .isFalse();

                Publishers.all(events.replaceOne(id, document));
            }
            assertThat(engine.verified(log, database)).isTrue();
        }
    }

    private static void fill(Engine engine, MongoDatabase database, int commits) {
        try (var log = engine.open(database)) {
            IntStream.range(0, commits)
                    .forEach(i -> log.append(Appends.free("r" + i, "t=1")).join());
        }
    }

    private static NewEvent ofRoot(String root, String subject) {
        return new NewEvent(
                UUID.randomUUID(),
                "thing.done",
                1,
                Appends.WHEN,
                new byte[0],
                Map.of(Metadata.ROOT, root, Metadata.SUBJECT, subject),
                Set.of("root=" + root));
    }
}
