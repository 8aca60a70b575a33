package io.milepost.bench.read;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.bench.Figures;
import io.milepost.bench.Table;
import io.milepost.platform.eventlog.EventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** Reads all commits of a log in order, as documents and as commits, in turns. */
final class WholeLog {
    private static final int PAGE = 1_000;
    private static final int BATCH = 512;

    private WholeLog() {}

    /** @param ofRaw the log's rate in relation to a raw find's */
    record Measured(double ofRaw, Table table) {}

    static Measured measure(MongoDatabase database, int rounds) {
        var raw = new ArrayList<Double>();
        var read = new ArrayList<Double>();
        var verified = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        // The first round is for the compilers.
        for (int round = 0; round <= rounds; round++) {
            // Opened anew, it has nothing in memory but the last commit.
            try (var log = EventLog.open(database, Clock.systemUTC(), new SimpleMeterRegistry())) {
                double found = rate(() -> found(database));
                double commits = rate(() -> read(log));
                double sound = rate(() -> verified(log));
                if (round > 0) {
                    raw.add(found);
                    read.add(commits);
                    verified.add(sound);
                    ratios.add(commits / found);
                }
            }
        }
        double ratio = Figures.median(ratios, each -> each);
        double find = Figures.median(raw, each -> each);
        return new Measured(
                ratio,
                new Table(
                        "The whole log",
                        List.of("way", "commits/s", "of raw"),
                        List.of(
                                List.of("raw find by _id", find, 1.0),
                                List.of("event log", Figures.median(read, each -> each), ratio),
                                List.of(
                                        "hash chain recomputed",
                                        Figures.median(verified, each -> each),
                                        Figures.median(verified, each -> each) / find)),
                        List.of("Commits of one event each. Raw is a cursor of the same batch size over the same"
                                + " documents.")));
    }

    private static double rate(LongSupplier work) {
        long began = System.nanoTime();
        long done = work.getAsLong();
        return done / ((System.nanoTime() - began) / 1e9);
    }

    private static long found(MongoDatabase database) {
        return Flux.from(database.getCollection("event_log")
                        .find()
                        .sort(new Document("_id", 1))
                        .batchSize(BATCH))
                .count()
                .blockOptional()
                .orElse(0L);
    }

    private static long read(EventLog log) {
        long commits = 0;
        long position = 0;
        for (var page = log.read(0, PAGE).join();
                !page.isEmpty();
                page = log.read(position, PAGE).join()) {
            commits += page.size();
            position = page.getLast().last();
        }
        return commits;
    }

    private static long verified(EventLog log) {
        var verification = log.verify(0);
        if (!verification.intact()) {
            throw new IllegalStateException("the log that was written is not intact: " + verification);
        }
        return verification.commits();
    }
}
