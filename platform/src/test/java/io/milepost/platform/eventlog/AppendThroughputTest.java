package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.InsertManyOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** No benchmark: it shows that concurrent commits share inserts, and prints what that comes to here. */
class AppendThroughputTest {

    private static final int CONCURRENT = 256;
    private static final int COMMITS = 20_000;

    @Test
    void concurrent_commits_share_inserts() {
        try (var databases = new Databases();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = databases.fresh();
            var meters = new SimpleMeterRegistry();
            double ours;
            try (var log = EventLog.open(database, Clock.systemUTC(), meters)) {
                append(log, threads, "warm", 4_000);
                ours = append(log, threads, "run", COMMITS);
                assertThat(log.verify(0).intact()).isTrue();
                assertThat(log.head()).isEqualTo(COMMITS + 4_000);
            }
            var raw = raw(databases);
            var timer = meters.get("milepost.eventlog.append")
                    .tag("outcome", "stored")
                    .timer();
            System.out.printf(
                    "%d concurrent commits: %,.0f/s, mean %.1f ms; raw ordered insertMany of %d: %,.0f documents/s%n",
                    CONCURRENT, ours, timer.mean(TimeUnit.MILLISECONDS), CONCURRENT, raw);
            assertThat(ours).as("commits a second, far above one insert each").isGreaterThan(500);
        }
    }

    private static double append(EventLog log, Executor threads, String run, int commits) {
        var next = new AtomicInteger();
        long started = System.nanoTime();
        IntStream.range(0, CONCURRENT)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = next.getAndIncrement(); i < commits; i = next.getAndIncrement()) {
                                log.append(Appends.unlessUsed(run + i, log.head(), "thing=" + run + i))
                                        .join();
                            }
                        },
                        threads))
                .toList()
                .forEach(CompletableFuture::join);
        return commits / ((System.nanoTime() - started) / 1e9);
    }

    private static double raw(Databases databases) {
        var collection = LogStore.events(databases.fresh());
        long started = System.nanoTime();
        for (int i = 0; i < COMMITS; i += CONCURRENT) {
            var documents = new ArrayList<Document>();
            for (int j = i; j < i + CONCURRENT; j++) {
                var append = Appends.free("r" + j, "thing=" + j);
                documents.add(CommitDocuments.write(
                        CommitDocuments.place(append, j + 1L, Appends.WHEN, "w", HashChain.START)));
            }
            Publishers.all(collection.insertMany(documents, new InsertManyOptions().ordered(true)));
        }
        return COMMITS / ((System.nanoTime() - started) / 1e9);
    }
}
