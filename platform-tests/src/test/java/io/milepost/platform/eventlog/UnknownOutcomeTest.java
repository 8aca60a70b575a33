package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.result.InsertManyResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A database that for every third insert does something else than it answers. */
@DisplayName("I8: an unknown outcome is resolved before anything new is written")
class UnknownOutcomeTest {

    enum Fault {
        ANSWER_LOST,
        NOTHING_DONE,
        HALF_DONE
    }

    private static final int COMMITS = 400;

    private static Databases databases;

    private final AtomicInteger faults = new AtomicInteger();

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_or_doubled_when_the_answer_does_not_come(Fault fault) {
        var database = databases.fresh();
        var collection = faulty(LogStore.events(database), fault);
        var meters = new SimpleMeterRegistry();
        try (var log = EventLog.open(collection, LogStore.epoch(database), Clock.systemUTC(), meters)) {
            for (int start = 0; start < COMMITS; start += 20) {
                var results = IntStream.range(start, start + 20)
                        .mapToObj(i -> log.append(Appends.unlessUsed("r" + i, 0, "name=" + i)))
                        .toList();
                assertThat(results.stream().map(CompletableFuture::join))
                        .allMatch(Append.Result.Stored.class::isInstance);
            }
            assertThat(log.verify(0)).isEqualTo(new Verification(COMMITS, COMMITS, null));
            assertThat(meters.get("milepost.eventlog.retries").counter().count())
                    .as("each outcome that was not known is resolved by an attempt at least")
                    .isGreaterThanOrEqualTo(faults.get());
        }
        assertThat(faults).as("the fault did strike").hasPositiveValue();
    }

    @ParameterizedTest
    @EnumSource
    void another_writer_in_between_breaks_nothing(Fault fault) {
        var database = databases.fresh();
        var collection = faulty(LogStore.events(database), fault);
        try (var log = EventLog.open(
                        collection, LogStore.epoch(database), Clock.systemUTC(), new SimpleMeterRegistry());
                var other = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
            var stored = new ArrayList<StoredCommit>();
            for (int start = 0; start < COMMITS; start += 20) {
                IntStream.range(start, start + 20)
                        .mapToObj(
                                i -> (i % 2 == 0 ? log : other).append(Appends.unlessUsed("r" + i, 0, "name=" + i / 2)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(Append.Result.Stored.class::isInstance)
                        .map(Appends::stored)
                        .forEach(stored::add);
            }

            assertThat(stored).hasSize(COMMITS / 2);
            assertThat(other.verify(0)).isEqualTo(new Verification(COMMITS / 2, COMMITS / 2, null));
            for (var commit : stored) {
                assertThat(other.byRequest(commit.requestId())
                                .join()
                                .orElseThrow()
                                .first())
                        .isEqualTo(commit.first());
            }
        }
        assertThat(faults).as("the fault did strike").hasPositiveValue();
    }

    @SuppressWarnings("unchecked")
    private MongoCollection<Document> faulty(MongoCollection<Document> collection, Fault fault) {
        var inserts = new AtomicInteger();
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MongoCollection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("insertMany") && inserts.getAndIncrement() % 3 == 0) {
                        faults.incrementAndGet();
                        return lost(collection, (List<Document>) arguments[0], fault);
                    }
                    try {
                        return method.invoke(collection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Publisher<InsertManyResult> lost(
            MongoCollection<Document> collection, List<Document> documents, Fault fault) {
        var done = switch (fault) {
            case ANSWER_LOST -> documents;
            case NOTHING_DONE -> List.<Document>of();
            case HALF_DONE -> documents.subList(0, documents.size() / 2);
        };
        Publisher<InsertManyResult> lost =
                Flux.error(new MongoSocketReadException("the answer was lost", new ServerAddress()));
        return done.isEmpty()
                ? lost
                : Flux.from(collection.insertMany(done, new InsertManyOptions().ordered(true)))
                        .onErrorComplete()
                        .thenMany(lost);
    }
}
