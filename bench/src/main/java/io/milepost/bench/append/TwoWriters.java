package io.milepost.bench.append;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.bench.Options;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Two instances that append to one log at once, each over a client of its own, against the time of one insert alone. */
final class TwoWriters {
    private static final List<Integer> CALLERS_EACH = List.of(1, 16);
    private static final int TRIPS = 500;

    private final Servers servers;
    private final Options options;
    private final MongoDatabase database;

    TwoWriters(Servers servers, Options options, MongoDatabase database) {
        this.servers = servers;
        this.options = options;
        this.database = database;
    }

    /** @param roundTrips the p99 of an append where each writer has one caller, in times of one insert */
    record Measured(double roundTrips, Table table) {}

    Measured measure() {
        var rows = new ArrayList<List<Object>>();
        double first = Double.NaN;
        for (int callers : CALLERS_EACH) {
            var trips = new ArrayList<Double>();
            var groupTrips = new ArrayList<Double>();
            var rounds = new ArrayList<Figures>();
            for (int i = 0; i < options.rounds(); i++) {
                trips.add(trip(1));
                groupTrips.add(trip(callers));
                rounds.add(append(callers));
            }
            double trip = Figures.median(trips, each -> each);
            double groupTrip = Figures.median(groupTrips, each -> each);
            double p99 = Figures.median(rounds, round -> round.micros(99));
            rows.add(List.of(
                    callers,
                    Figures.median(rounds, Figures::perSecond),
                    Figures.median(rounds, round -> round.micros(50)),
                    p99,
                    trip,
                    p99 / trip,
                    groupTrip,
                    p99 / groupTrip));
            first = Double.isNaN(first) ? p99 / trip : first;
        }
        return new Measured(
                first,
                new Table(
                        "Two writers on one log",
                        List.of(
                                "callers of each writer",
                                "commits/s of both",
                                "p50 us",
                                "p99 us",
                                "round trip us",
                                "p99 in round trips",
                                "round trip of a group us",
                                "p99 in those"),
                        rows,
                        List.of(
                                "A round trip is the median of an insert of one document while nobody else writes; that of a"
                                        + " group, of as many documents as a writer has callers.")));
    }

    private Figures append(int callers) {
        try (var one = servers.client();
                var other = servers.client();
                var first = new LogAppends(one.getDatabase(database.getName()), callers);
                var second = new LogAppends(other.getDatabase(database.getName()), callers)) {
            return Callers.run(2 * callers, options.turn(), caller -> {
                if (caller < callers) {
                    first.append(caller);
                } else {
                    second.append(caller - callers);
                }
            });
        }
    }

    private double trip(int documents) {
        var trips = database.getCollection("trips").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        var latency = Figures.recorder();
        for (int i = 0; i < TRIPS; i++) {
            var group = Stream.generate(() -> new Document("p", new byte[300]))
                    .limit(documents)
                    .toList();
            long before = System.nanoTime();
            Mono.from(trips.insertMany(group)).block();
            latency.recordValue(System.nanoTime() - before);
        }
        return latency.getIntervalHistogram().getValueAtPercentile(50) / 1e3;
    }
}
