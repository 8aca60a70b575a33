package io.milepost.platform.eventlog;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.local.EmbeddedDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Commits per second of many callers at once, beside what the server takes when one caller inserts the same documents by
 * ordered {@code insertMany}: in groups as large as there were callers, and in groups as large as the log's own. All in one
 * run, in turns, on the embedded server over a file or on the one that {@code MONGODB_URI} names. Arguments: rounds, commits
 * per round, concurrent callers.
 */
final class AppendRate {

    private static final int PAYLOAD = 300;

    private AppendRate() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        int commits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_480;
        int callers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 256;
        var folder = Files.createTempDirectory("append-rate");
        var given = Databases.given();
        try (var embedded = EmbeddedDatabase.start(folder.resolve("data.mv"), 0);
                var client = MongoClients.create(given.orElse(embedded.uri()))) {
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                var database = client.getDatabase("append_rate_" + round);
                Publishers.all(database.drop());
                var log = appended(database, commits, callers);
                int group = commits / groups(database);
                var raw = inserted(database, callers);
                var alike = inserted(database, group);
                ratios.add(raw.wall() / log.wall());
                System.out.printf(
                        "%,8.0f commits/s in groups of about %d, raw %,8.0f/s: %.2f (raw in such groups %,8.0f/s:"
                                + " %.2f); processor %.0f us (flusher %.1f), raw %.0f us%n",
                        1e6 / log.wall(),
                        group,
                        1e6 / raw.wall(),
                        raw.wall() / log.wall(),
                        1e6 / alike.wall(),
                        alike.wall() / log.wall(),
                        log.processor(),
                        log.flusher(),
                        raw.processor());
                Publishers.all(database.drop());
            }
            var warm = ratios.stream().skip(rounds / 3).sorted().toList();
            System.out.printf("median of the last %d: %.2f%n", warm.size(), warm.get(warm.size() / 2));
        } finally {
            Files.deleteIfExists(folder.resolve("data.mv"));
            Files.deleteIfExists(folder);
        }
    }

    /** Microseconds for each commit: of the wall clock, of the processor, and of it the flusher's part. */
    private record Cost(double wall, double processor, double flusher) {

        static Cost of(int commits, Runnable work, LongSupplier flusher) {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long wall = System.nanoTime();
            long processor = system.getProcessCpuTime();
            work.run();
            double each = 1e3 * commits;
            return new Cost(
                    (System.nanoTime() - wall) / each,
                    (system.getProcessCpuTime() - processor) / each,
                    flusher.getAsLong() / each);
        }
    }

    private static Cost appended(MongoDatabase database, int commits, int callers) {
        try (var log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Cost.of(
                    commits,
                    () -> IntStream.range(0, callers)
                            .mapToObj(caller -> CompletableFuture.runAsync(
                                    () -> call(log, "deal=" + new UUID(caller, 1), commits / callers), threads))
                            .toList()
                            .forEach(CompletableFuture::join),
                    AppendRate::flusherNanos);
        }
    }

    private static void call(EventLog log, String name, int commits) {
        long seen = 0;
        for (int i = 0; i < commits; i++) {
            var condition = new AppendCondition(List.of(Criterion.tagged(name)), seen);
            var append = new Append(condition, name + "/" + i, new byte[32], List.of(event(name)));
            seen = Appends.stored(log.append(append).join()).last();
        }
    }

    private static long flusherNanos() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("eventlog-flusher"))
                .mapToLong(thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()))
                .sum();
    }

    private static Cost inserted(MongoDatabase database, int group) {
        var documents = StoredLog.documents(database);
        MongoCollection<Document> raw = database.getCollection("raw" + group).withWriteConcern(LogStore.DURABLE);
        Publishers.all(raw.createIndex(new Document("g", 1).append("_id", 1)));
        Publishers.all(raw.createIndex(new Document("r", 1), new IndexOptions().unique(true)));
        var ordered = new InsertManyOptions().ordered(true);
        return Cost.of(
                documents.size(),
                () -> {
                    for (int at = 0; at < documents.size(); at += group) {
                        var some = documents.subList(at, Math.min(documents.size(), at + group));
                        Publishers.all(raw.insertMany(some, ordered));
                    }
                },
                () -> 0);
    }

    /** The commits of a group are recorded at one time, and no two groups within a millisecond. */
    private static int groups(MongoDatabase database) {
        return Math.toIntExact(StoredLog.read(database).stream()
                .map(commit -> commit.events().getFirst().recordedAt())
                .distinct()
                .count());
    }

    private static NewEvent event(String tag) {
        return new NewEvent(
                UUID.randomUUID(),
                "thing.changed",
                1,
                Appends.WHEN,
                new byte[PAYLOAD],
                Map.of(
                        Metadata.AGGREGATE, "thing",
                        Metadata.SUBJECT, tag,
                        Metadata.ROOT, tag,
                        Metadata.COMMAND, "ChangeThing",
                        Metadata.ACTOR, "somebody",
                        Metadata.CORRELATION, tag,
                        Metadata.CAUSATION, tag),
                Set.of(tag));
    }
}
