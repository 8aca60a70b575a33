package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.testkit.LogAudit;
import io.milepost.platform.testkit.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The checks of what an engine writes. */
final class WrittenChecks {

    /** What a lossy database does with an insert before it falls silent. */
    enum Silence {
        ALL_DONE,
        HALF_DONE,
        NOTHING_DONE
    }

    private WrittenChecks() {}

    static void positions_are_dense_from_one_on(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            IntStream.range(0, 100)
                    .mapToObj(i -> log.append(commit("r" + i, i % 4 + 1, "t=" + i)))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        var commits = StoredLog.read(database);
        long next = 1;
        for (var commit : commits) {
            assertThat(commit.first()).isEqualTo(next);
            assertThat(commit.events()).hasSize((int) (commit.last() - commit.first() + 1));
            next = commit.last() + 1;
        }
        assertThat(commits).hasSize(100);
        assertThat(next).isEqualTo(251);
    }

    static void documents_never_change(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            appendAll(log, "a", 10);
            var before = StoredLog.documents(database);
            appendAll(log, "b", 10);
            log.source(List.of(Criterion.tagged("a=1")), 0).join();

            assertThat(before).hasSize(10);
            assertThat(StoredLog.documents(database)).hasSize(20).startsWith(before.toArray(Document[]::new));
        }
        assertThat(sent.on(database.getName(), "insert")).isNotEmpty();
        assertThat(sent.on(database.getName(), "update", "delete", "findAndModify"))
                .isEmpty();
    }

    static void what_is_acknowledged_is_committed_by_a_majority_and_journaled(
            Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            for (int i = 0; i < 20; i++) {
                var commit =
                        Appends.stored(log.append(Appends.free("r" + i, "t=1")).join());
                assertThat(StoredLog.read(database))
                        .extracting(StoredCommit::first)
                        .contains(commit.first());
            }
        }
        var durable = new BsonDocument("w", new BsonString("majority")).append("j", BsonBoolean.TRUE);
        assertThat(sent.on(database.getName(), "insert"))
                .isNotEmpty()
                .allSatisfy(insert -> assertThat(insert.writeConcern()).isEqualTo(durable));
    }

    static void the_head_is_known_from_majority_reads_and_acknowledgements(
            Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database);
                var other = Engine.SOUND.open(database)) {
            appendAll(log, "a", 5);
            appendAll(other, "b", 5);
            appendAll(log, "c", 5);
            assertThat(log.head())
                    .isEqualTo(15)
                    .isEqualTo(StoredLog.read(database).size());
        }
        assertThat(sent.on(database.getName(), "find"))
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.readConcern())
                        .isEqualTo(new BsonDocument("level", new BsonString("majority"))));
    }

    static void one_group_is_in_flight(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            for (int round = 0; round < 20; round++) {
                appendAll(log, round + "-", 20);
            }
        }
        assertThat(StoredLog.documents(database)).hasSize(400);
        assertThat(sent.mostInserting(database.getName())).isEqualTo(1);
    }

    static void every_commit_was_checked_against_all_before_it(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        var told = new ArrayList<Told>();
        try (var log = engine.open(database)) {
            told.addAll(claim(log, "a", 0, 10));
            told.addAll(claim(log, "b", 0, 10));
            told.addAll(claim(log, "c", 5, 20));
        }
        // Everything is now older than what this one has seen.
        try (var later = engine.open(database);
                var other = engine.open(database)) {
            told.addAll(claim(later, "d", 0, 30));
            told.addAll(claim(other, "e", 0, 40));
            told.addAll(claim(later, "f", 0, 50));
        }
        var log = StoredLog.read(database);
        assertThat(LogAudit.violations(log, told)).isEmpty();
        assertThat(LogAudit.strangers(log, told)).isEmpty();
        assertThat(log).hasSizeGreaterThanOrEqualTo(50);
    }

    static void a_commit_never_spans_documents(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            IntStream.range(0, 20)
                    .mapToObj(i -> log.append(commit("r" + i, 3, "t=1")))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(StoredLog.documents(database))
                .hasSize(20)
                .allSatisfy(document ->
                        assertThat(document.getList("e", Document.class)).hasSize(3));
    }

    static void an_unknown_outcome_is_resolved_before_new_work(Engine engine, Databases databases, SentCommands sent) {
        for (var silence : Silence.values()) {
            var database = databases.fresh();
            var struck = new AtomicInteger();
            var results = new ArrayList<Append.Result>();
            try (var log = engine.open(database, lossy(LogStore.events(database), silence, struck))) {
                for (int round = 0; round < 12; round++) {
                    var prefix = round + "-";
                    IntStream.range(0, 10)
                            .mapToObj(i -> log.append(Appends.unlessUsed(prefix + i, 0, "t=" + prefix + i)))
                            .toList()
                            .forEach(answer -> results.add(answer.join()));
                }
            }
            assertThat(struck).as("the fault did strike").hasPositiveValue();
            assertThat(results).hasSize(120).allMatch(Append.Result.Stored.class::isInstance);
            var log = StoredLog.read(database);
            assertThat(log).hasSize(120);
            assertThat(LogAudit.violations(log, List.of())).isEmpty();
            for (var result : results) {
                assertThat(log)
                        .extracting(StoredCommit::first)
                        .contains(Appends.stored(result).first());
            }
        }
    }

    static void one_request_id_is_one_commit(Engine engine, Databases databases, SentCommands sent) {
        var database = databases.fresh();
        try (var log = engine.open(database)) {
            var together = Stream.of("same", "same", "other")
                    .map(request -> log.append(Appends.free(request, "t=1")))
                    .toList();
            assertThat(together.stream().map(CompletableFuture::join))
                    .filteredOn(Append.Result.Stored.class::isInstance)
                    .hasSize(2);
            log.append(Appends.unlessUsed("claim", 0, "name=1")).join();
        }
        try (var later = engine.open(database)) {
            assertThat(later.append(Appends.free("same", "t=1")).join()).isInstanceOf(Append.Result.Duplicate.class);
            assertThat(later.append(Appends.unlessUsed("claim", 0, "name=1")).join())
                    .as("in conflict with nothing but itself")
                    .isInstanceOf(Append.Result.Duplicate.class);
            assertThat(later.append(Appends.unlessUsed("another", 0, "name=1")).join())
                    .isEqualTo(new Append.Result.Conflict(3));
        }
        assertThat(StoredLog.read(database))
                .extracting(StoredCommit::requestId)
                .containsExactlyInAnyOrder("same", "other", "claim");
    }

    /** Claims the names from zero on at once; all of them but those that were claimed before must be refused. */
    private static List<Told> claim(EventLog log, String prefix, long marker, int names) {
        long asked = System.nanoTime();
        var appends = IntStream.range(0, names)
                .mapToObj(i -> Appends.unlessUsed(prefix + i, marker, "name=" + i))
                .toList();
        var answers = appends.stream().map(log::append).toList();
        return IntStream.range(0, names)
                .mapToObj(i -> Tellings.told(appends.get(i), answers.get(i).join(), asked, System.nanoTime()))
                .toList();
    }

    private static void appendAll(EventLog log, String prefix, int commits) {
        IntStream.range(0, commits)
                .mapToObj(i -> log.append(Appends.free(prefix + i, "a=" + i)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static Append commit(String request, int events, String tag) {
        return new Append(
                AppendCondition.none(),
                request,
                Appends.hash(request),
                IntStream.range(0, events)
                        .mapToObj(_ -> Appends.event("thing.done", tag))
                        .toList());
    }

    /** Every third insert is not answered. */
    private static MongoCollection<Document> lossy(
            MongoCollection<Document> events, Silence silence, AtomicInteger struck) {
        var inserts = new AtomicInteger();
        return Decorated.inserting(events, (real, documents) -> {
            if (inserts.getAndIncrement() % 3 != 0) {
                return real.insertMany(documents, new InsertManyOptions().ordered(true));
            }
            struck.incrementAndGet();
            var done = switch (silence) {
                case ALL_DONE -> documents;
                case HALF_DONE -> documents.subList(0, documents.size() / 2);
                case NOTHING_DONE -> List.<Document>of();
            };
            Publisher<InsertManyResult> silent =
                    Flux.error(new MongoSocketReadException("no answer came", new ServerAddress()));
            return done.isEmpty()
                    ? silent
                    : Flux.from(real.insertMany(done, new InsertManyOptions().ordered(true)))
                            .onErrorComplete()
                            .thenMany(silent);
        });
    }
}
