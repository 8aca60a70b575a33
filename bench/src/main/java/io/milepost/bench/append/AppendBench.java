package io.milepost.bench.append;

import static java.util.Objects.requireNonNull;

import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.ParcelApplication;
import io.milepost.bench.ParcelDesk;
import io.milepost.bench.Parcels;
import io.milepost.bench.RunningService;
import io.milepost.bench.SentCommands;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import reactor.core.publisher.Mono;

/** Single-event commits by 1, 16, 256 and 1,024 callers on each {@link Way}, in turns; then two writers on one log. */
public final class AppendBench {
    private static final List<Integer> CALLERS = List.of(1, 16, 256, 1_024);
    private static final int GOAL_CALLERS = 256;
    private static final int WARMING_CALLERS = 64;

    private final Options options;
    private final Servers servers;
    private final MongoClient client;
    private final ParcelDesk desk;
    private final ParcelDesk reading;
    private final SentCommands sent;
    private final HttpCommands http;
    private final Parcels parcels;
    private final Optional<Axon4> axon4;
    private int databases;
    private long reads;

    private AppendBench(
            Options options,
            Servers servers,
            MongoClient client,
            ParcelDesk desk,
            ParcelDesk reading,
            SentCommands sent,
            HttpCommands http,
            Parcels parcels,
            Optional<Axon4> axon4) {
        this.options = options;
        this.servers = servers;
        this.client = client;
        this.desk = desk;
        this.reading = reading;
        this.sent = sent;
        this.http = http;
        this.parcels = parcels;
        this.axon4 = axon4;
    }

    /** Measures everything, within about five minutes. */
    public static List<Table> run(Options options) {
        int most = CALLERS.getLast();
        var parcels = new Parcels(most);
        var sent = new SentCommands();
        try (var servers = Servers.start();
                var client = servers.client();
                var watched = servers.client(sent);
                var desk = new ParcelDesk(client, "desk", servers.folder(), 2 * most);
                var reading = new ParcelDesk(watched, "reading", servers.folder(), 2 * most, ReadingParcels.CATALOGUE);
                var service = RunningService.whole(ParcelApplication.class, "parcel", servers)) {
            var http = new HttpCommands(service, most);
            var axon4 = Axon4.start(servers);
            try {
                Callers.each(most, 64, parcel -> desk.send(parcels.id(parcel), parcels.post(parcel)));
                Callers.each(most, 64, parcel -> reading.send(parcels.id(parcel), parcels.post(parcel)));
                ReadingParcels.READ.forEach(id -> reading.send(id, Parcels.post(id)));
                http.postAll();
                return new AppendBench(options, servers, client, desk, reading, sent, http, parcels, axon4).tables();
            } finally {
                axon4.ifPresent(Axon4::close);
            }
        }
    }

    private List<Table> tables() {
        // The compilers of all JVMs have seen every way before one is measured; HTTP is the longest.
        Callers.run(WARMING_CALLERS, options.turn().multipliedBy(10), http::weigh);
        http.settle();
        turn(GOAL_CALLERS, options.turn().multipliedBy(3));
        turn(1, options.turn());
        var rounds = new TreeMap<Integer, Map<Way, List<Round>>>();
        for (int callers : CALLERS) {
            var ofLevel = rounds.computeIfAbsent(callers, _ -> new EnumMap<>(Way.class));
            for (int i = 0; i < options.rounds(); i++) {
                turn(callers, options.turn())
                        .forEach((way, round) -> ofLevel.computeIfAbsent(way, _ -> new ArrayList<>())
                                .add(round));
            }
        }
        var writers = new TwoWriters(servers, options, client.getDatabase("writers")).measure();
        return List.of(
                goals(rounds, writers),
                throughput(rounds),
                uncontended(requireNonNull(rounds.get(1))),
                writers.table());
    }

    /** Every way once. */
    private Map<Way, Round> turn(int callers, Duration time) {
        var rounds = new EnumMap<Way, Round>(Way.class);
        var database = client.getDatabase("append_" + databases++);
        rounds.put(Way.LOG, Round.of(servers, 1, () -> LogAppends.run(database, callers, time)));
        var documents = RawInserts.stored(database);
        int group = Math.min(callers, documents.size());
        rounds.put(Way.RAW, Round.of(servers, group, () -> RawInserts.run(database, documents, group)));
        Mono.from(database.drop()).block();
        axon4.ifPresent(other -> {
            rounds.put(Way.AXON_4_EVENTS, other.run(servers, "event", "axon4_" + databases++, callers, time));
            rounds.put(Way.AXON_4_COMMITS, other.run(servers, "commit", "axon4_" + databases++, callers, time));
        });
        rounds.put(
                Way.COMMAND,
                Round.of(
                        servers,
                        1,
                        () -> Callers.run(
                                callers, time, caller -> desk.send(parcels.id(caller), parcels.weigh(caller)))));
        rounds.put(Way.READING, reading(callers, time));
        rounds.put(Way.HTTP, Round.of(servers, 1, () -> Callers.run(callers, time, http::weigh)));
        http.settle();
        return rounds;
    }

    /** With one caller all of it is in memory; of many, some come back to a parcel that has been out of it meanwhile. */
    private Round reading(int callers, Duration time) {
        var before = sent.now();
        var round = Round.of(
                servers,
                1,
                () -> Callers.run(callers, time, caller -> reading.send(parcels.id(caller), parcels.weigh(caller))));
        if (callers == 1) {
            reads += sent.now().since(before).reads();
        }
        return round;
    }

    private static Table throughput(Map<Integer, Map<Way, List<Round>>> levels) {
        var rows = new ArrayList<List<Object>>();
        levels.forEach((callers, ways) -> ways.forEach((way, rounds) -> rows.add(List.of(
                callers,
                way.shown(),
                Figures.median(rounds, Round::perSecond),
                ratio(ways, way, Way.RAW),
                axon4Ratio(ways, way),
                Figures.median(rounds, Round::p50),
                Figures.median(rounds, Round::p99),
                Figures.median(rounds, Round::ours),
                Figures.median(rounds, Round::server)))));
        return new Table(
                "Single-event commits by callers who wait for each",
                List.of(
                        "callers",
                        "way",
                        "commits/s",
                        "of raw",
                        "times Axon 4",
                        "p50 us",
                        "p99 us",
                        "sender's processor us/commit",
                        "server's processor us/commit"),
                rows,
                List.of("Medians of rounds in which all ways take turns; ratios are medians of the rounds' ratios. Raw"
                        + " is one caller who inserts the log's documents in groups as large as there are callers;"
                        + " its latencies are those of a group. \"Times Axon 4\" is against the better of its two"
                        + " rows."));
    }

    private static Table uncontended(Map<Way, List<Round>> ways) {
        var rows = new ArrayList<List<Object>>();
        for (var way : List.of(Way.RAW, Way.LOG, Way.COMMAND, Way.READING, Way.HTTP)) {
            var rounds = requireNonNull(ways.get(way));
            rows.add(List.of(
                    way.shown(),
                    Figures.median(rounds, Round::p50),
                    Figures.median(rounds, Round::p99),
                    p99Ratio(ways, way)));
        }
        return new Table(
                "One caller, nobody else",
                List.of("way", "p50 us", "p99 us", "p99 of raw's"),
                rows,
                List.of("Raw is an insert of one document."));
    }

    private Table goals(Map<Integer, Map<Way, List<Round>>> levels, TwoWriters.Measured writers) {
        var ways = requireNonNull(levels.get(GOAL_CALLERS));
        return new Goals()
                .atLeast("append, 256 callers, times the Axon 4.12 MongoDB extension", 5, axon4Ratio(ways, Way.LOG))
                .atLeast("append, 256 callers, of a raw ordered insertMany", 0.8, ratio(ways, Way.LOG, Way.RAW))
                .atMost(
                        "p99 of one uncontended command, times a raw insert's",
                        2,
                        p99Ratio(requireNonNull(levels.get(1)), Way.COMMAND))
                .atMost(
                        "one uncontended command that reads two warm entities, times one that reads none",
                        1.3,
                        paired(requireNonNull(levels.get(1)), Way.READING, Way.COMMAND, Round::p50))
                .atMost("reads of the database by all of these that one caller sends", 0, (double) reads)
                .atMost("append p99 with 2 writers, in round trips", 10, writers.roundTrips())
                .table();
    }

    private static double ratio(Map<Way, List<Round>> ways, Way way, Way base) {
        return paired(ways, way, base, Round::perSecond);
    }

    private static double p99Ratio(Map<Way, List<Round>> ways, Way way) {
        return paired(ways, way, Way.RAW, Round::p99);
    }

    private static double axon4Ratio(Map<Way, List<Round>> ways, Way way) {
        if (!ways.containsKey(Way.AXON_4_EVENTS)) {
            return Double.NaN;
        }
        return Math.min(ratio(ways, way, Way.AXON_4_EVENTS), ratio(ways, way, Way.AXON_4_COMMITS));
    }

    /** Round by round, because the machine changes from one to the next. */
    private static double paired(Map<Way, List<Round>> ways, Way way, Way base, ToDoubleFunction<Round> figure) {
        var ones = requireNonNull(ways.get(way));
        var others = requireNonNull(ways.get(base));
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ones.size(); i++) {
            ratios.add(figure.applyAsDouble(ones.get(i)) / figure.applyAsDouble(others.get(i)));
        }
        return Figures.median(ratios, ratio -> ratio);
    }
}
