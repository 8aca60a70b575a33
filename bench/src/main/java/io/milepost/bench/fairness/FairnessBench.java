package io.milepost.bench.fairness;

import io.milepost.bench.Callers;
import io.milepost.bench.ConstantRate;
import io.milepost.bench.Figures;
import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.ParcelApplication;
import io.milepost.bench.Parcels;
import io.milepost.bench.RunningService;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * A quiet caller with five requests a second, alone and while a loud one sends without a pause over 64 connections, with the limits that
 * are usual: how much longer its slowest hundredth takes.
 */
public final class FairnessBench {
    private static final int LOUD = 64;
    private static final int QUIET = 5;
    private static final double GOAL = 3;

    private final Options options;
    private final Parcels parcels = new Parcels(LOUD);
    private final Caller loud;
    private final Caller quiet;

    private FairnessBench(Options options, Caller loud, Caller quiet) {
        this.options = options;
        this.loud = loud;
        this.quiet = quiet;
    }

    /** Measures reads and commands, within about five minutes. */
    public static List<Table> run(Options options) {
        try (var servers = Servers.start();
                var service = RunningService.whole(ParcelApplication.class, "fairness", servers);
                var loud = new Caller(service.url(), service.token("loud", Role.SALES_REP));
                var quiet = new Caller(service.url(), service.token("quiet", Role.SALES_REP))) {
            return new FairnessBench(options, loud, quiet).measure();
        }
    }

    /** One piece of work of a caller. */
    @FunctionalInterface
    private interface Request {
        int send(Caller caller, int parcel);
    }

    /**
     * One round.
     *
     * @param refused how many of the loud caller's requests were answered that there are too many
     */
    private record Round(Figures alone, Figures beside, Figures loud, long refused) {
        double ratio() {
            return beside.micros(99) / alone.micros(99);
        }
    }

    private List<Table> measure() {
        Callers.each(
                parcels.count(),
                16,
                parcel -> require(
                        201, quiet.post("/v1/parcels", Json.mapper().writeValueAsString(parcels.post(parcel)))));
        var kinds = new LinkedHashMap<String, Request>();
        kinds.put("GET a parcel", (caller, parcel) -> caller.get("/v1/parcels/" + parcels.id(parcel)));
        kinds.put(
                "POST a weighing",
                (caller, parcel) -> caller.post(
                        "/v1/parcels/%s/weigh".formatted(parcels.id(parcel)),
                        Json.mapper().writeValueAsString(parcels.weigh(parcel))));
        // The compilers first.
        kinds.values().forEach(this::round);
        var rounds = new LinkedHashMap<String, List<Round>>();
        for (int i = 0; i < (options.quick() ? 1 : 3); i++) {
            kinds.forEach((name, request) ->
                    rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(round(request)));
        }
        return List.of(table(rounds), goals(rounds));
    }

    private Round round(Request request) {
        var alone = quiet(request);
        var sent = new LongAdder();
        var refused = new LongAdder();
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            // It is there before the quiet one comes and until it has gone.
            var noise = CompletableFuture.supplyAsync(
                    () -> Callers.run(LOUD, time().plus(time().dividedBy(4)), caller -> {
                        int status = request.send(loud, caller);
                        sent.increment();
                        if (status == 429 || status == 503) {
                            refused.increment();
                        } else {
                            require(200, status);
                        }
                    }),
                    thread);
            RunningService.await("the loud caller", () -> sent.sum() >= LOUD || noise.isDone());
            var beside = quiet(request);
            return new Round(alone, beside, noise.join(), refused.sum());
        }
    }

    private Figures quiet(Request request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return ConstantRate.run(
                    QUIET,
                    time(),
                    piece -> CompletableFuture.runAsync(
                            () -> require(200, request.send(quiet, Math.toIntExact(piece % LOUD))), threads));
        }
    }

    private Duration time() {
        return options.quick() ? Duration.ofSeconds(1) : Duration.ofSeconds(20);
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("answered %d instead of %d".formatted(status, expected));
        }
    }

    private static Table table(Map<String, List<Round>> rounds) {
        var rows = new ArrayList<List<Object>>();
        rounds.forEach((name, all) -> rows.add(List.of(
                name,
                Figures.median(all, round -> round.alone().micros(50) / 1e3),
                Figures.median(all, round -> round.alone().micros(99) / 1e3),
                Figures.median(all, round -> round.beside().micros(50) / 1e3),
                Figures.median(all, round -> round.beside().micros(99) / 1e3),
                Figures.median(all, Round::ratio),
                Figures.median(all, round -> round.loud().perSecond()),
                Figures.median(
                        all, round -> (double) round.refused() / round.loud().done()))));
        return new Table(
                "Beside a loud caller",
                List.of(
                        "request",
                        "alone: p50 ms",
                        "alone: p99 ms",
                        "beside: p50 ms",
                        "beside: p99 ms",
                        "ratio of p99",
                        "loud: answered a second",
                        "loud: refused"),
                rows,
                List.of("Both callers and the service share a JVM, and with database and broker the cores."));
    }

    private static Table goals(Map<String, List<Round>> rounds) {
        var goals = new Goals();
        rounds.forEach((name, all) -> goals.atMost(
                "p99 of %s beside a loud caller, to alone".formatted(name), GOAL, Figures.median(all, Round::ratio)));
        return goals.table();
    }
}
