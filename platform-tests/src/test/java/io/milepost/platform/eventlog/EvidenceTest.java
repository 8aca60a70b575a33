package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.Verification.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes stored documents as somebody with the database's password could. */
class EvidenceTest {
    private static final long CHANGED = 5;

    private static Databases databases;

    private MongoDatabase database;
    private MongoCollection<Document> events;
    private EventLog log;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    /** Commits at 1 to 2, 3 to 4, 5 to 6 and so on. */
    @BeforeEach
    void fill() {
        database = databases.fresh();
        log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry());
        for (int i = 0; i < 6; i++) {
            log.append(new Append(
                            AppendCondition.none(),
                            UUID.randomUUID().toString(),
                            Appends.hash("request"),
                            List.of(Appends.event("a.opened", "a=1", "b=2"), Appends.event("a.changed", "a=1"))))
                    .join();
        }
        events = database.getCollection("event_log");
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** A way of changing a document. */
    record Change(String name, Reason found, Consumer<Document> made) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Change change(String name, Reason found, Consumer<Document> made) {
        return new Change(name, found, made);
    }

    private static Document event(Document commit) {
        return commit.getList("e", Document.class).getLast();
    }

    private static void flip(Document document, String field) {
        var bytes = document.get(field, Binary.class).getData().clone();
        bytes[bytes.length / 2] ^= 1;
        document.put(field, new Binary(bytes));
    }

    static Stream<Change> changes() {
        return Stream.of(
                change("a byte of the payload", Reason.CHANGED, commit -> flip(event(commit), "p")),
                change("a byte of the hash", Reason.CHANGED, commit -> flip(commit, "h")),
                change("a byte of the request's hash", Reason.CHANGED, commit -> flip(commit, "q")),
                change("the request id", Reason.CHANGED, commit -> commit.put("r", "another")),
                change("the writer", Reason.CHANGED, commit -> commit.put("w", "another")),
                change(
                        "the event's name",
                        Reason.CHANGED,
                        commit -> event(commit).put("n", "a.closed")),
                change(
                        "the event's version",
                        Reason.CHANGED,
                        commit -> event(commit).put("v", 2)),
                change(
                        "when it was true",
                        Reason.CHANGED,
                        commit -> event(commit).put("a", Date.from(Instant.EPOCH))),
                change(
                        "when it was known",
                        Reason.CHANGED,
                        commit -> event(commit).put("t", Date.from(Instant.EPOCH))),
                change(
                        "who it was of",
                        Reason.CHANGED,
                        commit -> event(commit).get("d", Document.class).put("subject", "t")),
                change(
                        "one more word about it",
                        Reason.CHANGED,
                        commit -> event(commit).get("d", Document.class).put("actor", "t")),
                change(
                        "an event's id",
                        Reason.CHANGED,
                        commit -> event(commit).put("i", UUID.randomUUID().toString())),
                change("a tag", Reason.CHANGED, commit -> commit.put("g", List.of("a=1", "b=3"))),
                change(
                        "the tags of one event",
                        Reason.CHANGED,
                        commit -> event(commit).put("g", List.of("b=2"))),
                change("the last position", Reason.CHANGED, commit -> commit.put("l", CHANGED + 2)),
                change(
                        "one event fewer",
                        Reason.CHANGED,
                        commit -> commit.put(
                                "e", List.of(commit.getList("e", Document.class).getFirst()))),
                change(
                        "the case of an id",
                        Reason.UNREADABLE,
                        commit -> event(commit)
                                .put("i", event(commit).getString("i").toUpperCase(java.util.Locale.ROOT))),
                change(
                        "an id that is none",
                        Reason.UNREADABLE,
                        commit -> event(commit).put("i", "x")),
                change(
                        "a field that is gone",
                        Reason.UNREADABLE,
                        commit -> event(commit).remove("n")),
                change("a field of another type", Reason.UNREADABLE, commit -> commit.put("r", 5)),
                change("a field that nobody reads", Reason.UNREADABLE, commit -> commit.put("x", "y")),
                change("a tag twice", Reason.UNREADABLE, commit -> commit.put("g", List.of("a=1", "a=1", "b=2"))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("I13: whatever is changed in a stored document is found, at its place")
    void whatever_is_changed_is_found(Change change) {
        assertThat(log.verify(0)).isEqualTo(new Verification(6, 12, null));
        var document = Publishers.all(events.find(new Document("_id", CHANGED))).getFirst();
        change.made().accept(document);
        Publishers.all(events.replaceOne(new Document("_id", CHANGED), document));

        var found = log.verify(0);

        assertThat(found.head()).isEqualTo(CHANGED - 1);
        assertThat(found.commits()).isEqualTo(2);
        assertThat(found.fault())
                .extracting(Verification.Fault::position, Verification.Fault::reason)
                .containsExactly(CHANGED, change.found());
        assertThat(log.verify(CHANGED - 1).fault()).isEqualTo(found.fault());
    }

    @Test
    @DisplayName("I13: a document that is replaced with a hash of its own is found by the one after it")
    void a_forged_link_is_found_by_the_next() {
        var document = Publishers.all(events.find(new Document("_id", CHANGED))).getFirst();
        event(document).put("p", new Binary("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var before = log.at(CHANGED - 1).join().orElseThrow();
        document.put("h", new Binary(HashChain.next(before.hash(), CommitDocuments.read(document))));
        Publishers.all(events.replaceOne(new Document("_id", CHANGED), document));

        assertThat(log.verify(0).fault())
                .extracting(Verification.Fault::position, Verification.Fault::reason)
                .containsExactly(CHANGED + 2, Reason.CHANGED);
    }

    @Test
    void a_commit_that_is_taken_away_or_put_in_between_is_found() {
        var document = Publishers.all(events.find(new Document("_id", CHANGED))).getFirst();
        Publishers.all(events.deleteOne(new Document("_id", CHANGED)));

        assertThat(log.verify(0).fault())
                .isEqualTo(new Verification.Fault(CHANGED, Reason.GAP, "a hole after position 4"));

        Publishers.all(events.insertOne(document));
        assertThat(log.verify(0).intact()).isTrue();
        Publishers.all(events.insertOne(
                new Document(document).append("_id", CHANGED + 1).append("r", "between")));
        assertThat(log.verify(0).fault().position()).isEqualTo(CHANGED + 2);
    }

    @Test
    void a_walk_begins_only_where_the_known_hash_is() {
        var hash = log.at(4).join().orElseThrow().hash();
        var other = log.at(6).join().orElseThrow().hash();

        assertThat(log.verify(4, hash)).isEqualTo(new Verification(4, 12, null));
        assertThat(log.verify(4, other).fault())
                .extracting(Verification.Fault::position, Verification.Fault::reason)
                .containsExactly(3L, Reason.OTHER_HISTORY);
        assertThat(log.verify(3).fault()).extracting(Verification.Fault::reason).isEqualTo(Reason.MISSING);
        assertThat(log.verify(14).fault())
                .extracting(Verification.Fault::reason)
                .isEqualTo(Reason.MISSING);
        assertThat(log.verify(12, log.chainEnd().hash())).isEqualTo(new Verification(0, 12, null));
        assertThat(log.chainEnd().position()).isEqualTo(12);
        assertThat(log.verify(0, new byte[32]).intact()).isTrue();
        assertThat(log.verify(0, hash).fault())
                .extracting(Verification.Fault::reason)
                .isEqualTo(Reason.OTHER_HISTORY);
    }

    @Test
    void evidence_is_what_the_hashes_are_of() {
        var hash = HashChain.START;
        var positions = new ArrayList<Long>();
        for (var commit : log.evidence(0, 100).join()) {
            hash = HashChain.next(hash, commit.content());
            assertThat(HexFormat.of().formatHex(hash)).isEqualTo(HexFormat.of().formatHex(commit.hash()));
            assertThat(commit.fault()).isNull();
            positions.add(commit.last());
        }
        assertThat(positions).containsExactly(2L, 4L, 6L, 8L, 10L, 12L);
        assertThat(hash).isEqualTo(log.chainEnd().hash());
    }
}
