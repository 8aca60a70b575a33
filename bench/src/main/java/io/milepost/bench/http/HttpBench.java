package io.milepost.bench.http;

import static java.util.Objects.requireNonNull;

import io.milepost.bench.Callers;
import io.milepost.bench.ConstantRate;
import io.milepost.bench.Figures;
import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.Table;
import io.milepost.bench.suite.Suite;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * Single requests to the whole suite, from a JVM of their own: how many are answered when each caller waits for its answer, and
 * how long one takes when they come at a constant rate. Relay, lists, automations and reports follow meanwhile.
 */
public final class HttpBench {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int DEALS = 500;

    private final Options options;
    private final Client seller;
    private final Client analyst;
    private final List<String> paths = new ArrayList<>();

    private HttpBench(Options options, Suite suite) {
        this.options = options;
        seller = new Client(suite.url("opportunity-service"), suite.token("SALES_REP"));
        analyst = new Client(suite.url("reporting-service"), suite.token("ANALYST"));
    }

    /** Measures everything, within about five minutes. */
    public static List<Table> run(Options options) {
        try (var suite = Suite.of(options)) {
            suite.upAgain();
            return new HttpBench(options, suite).measure();
        }
    }

    private List<Table> measure() {
        for (int i = 0; i < DEALS; i++) {
            paths.add("/v1/opportunities/" + identify().id());
        }
        var calls = calls();
        // The compilers first.
        calls.values().forEach(call -> Callers.run(16, time().multipliedBy(2), call));
        var closed = new LinkedHashMap<String, Map<Integer, Figures>>();
        calls.forEach((name, call) -> {
            var figures = new LinkedHashMap<Integer, Figures>();
            CONNECTIONS.forEach(callers -> figures.put(callers, Callers.run(callers, time(), call)));
            closed.put(name, figures);
        });
        var constant = new LinkedHashMap<String, Figures>();
        for (int rate : List.of(100, 400)) {
            constant.put(
                    "POST a deal, %d a second".formatted(rate),
                    constant(rate, requireNonNull(calls.get("POST a deal"))));
        }
        constant.put("GET a deal, 400 a second", constant(400, requireNonNull(calls.get("GET a deal"))));
        return List.of(closed(closed), constant(constant), goals(closed, constant));
    }

    private Map<String, Callers.Call> calls() {
        var calls = new LinkedHashMap<String, Callers.Call>();
        calls.put("GET liveness", caller -> require(seller.get("/actuator/health/liveness"), 200));
        calls.put("GET a deal", caller -> require(seller.get(paths.get(caller % paths.size())), 200));
        calls.put("POST a deal", caller -> identify());
        calls.put("GET a page of 50 deals", caller -> require(seller.get("/v1/opportunities?pageSize=50"), 200));
        calls.put("GET a report", caller -> require(analyst.get("/v1/reports/funnel?by=owner"), 200));
        return calls;
    }

    private Client.Reply identify() {
        var body = Json.mapper().createObjectNode();
        body.put("name", "Deal").put("owner", "KAP").put("product", "P1").put("need", "a faster line");
        body.putObject("expectedValue").put("amount", "1000.00").put("currency", "USD");
        return require(seller.post("/v1/opportunities", body.toString()), 201);
    }

    private Figures constant(int rate, Callers.Call call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return ConstantRate.run(
                    rate,
                    time(),
                    piece -> CompletableFuture.runAsync(() -> call.make(Math.toIntExact(piece % DEALS)), threads));
        }
    }

    private Duration time() {
        return options.quick() ? Duration.ofMillis(500) : Duration.ofSeconds(10);
    }

    private static Client.Reply require(Client.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException("answered %d: %s".formatted(reply.status(), reply.text()));
        }
        return reply;
    }

    private static Table closed(Map<String, Map<Integer, Figures>> figures) {
        var columns = new ArrayList<>(List.of("request"));
        CONNECTIONS.forEach(callers -> columns.addAll(List.of(callers + ": a second", callers + ": p99 ms")));
        var rows = new ArrayList<List<Object>>();
        figures.forEach((name, byCallers) -> {
            var row = new ArrayList<Object>(List.of(name));
            byCallers.values().forEach(each -> row.addAll(List.of(each.perSecond(), each.micros(99) / 1e3)));
            rows.add(row);
        });
        return new Table(
                "Callers who wait for each answer",
                columns,
                rows,
                List.of(
                        "By 1, 16 and 64 connections, after rounds for the compilers. Callers and suite share the cores."));
    }

    private static Table constant(Map<String, Figures> figures) {
        var rows = new ArrayList<List<Object>>();
        figures.forEach((name, each) -> rows.add(
                List.of(name, each.perSecond(), each.micros(50) / 1e3, each.micros(99) / 1e3, each.micros(100) / 1e3)));
        return new Table(
                "At a constant rate",
                List.of("request", "answered a second", "p50 ms", "p99 ms", "most ms"),
                rows,
                List.of("From when a request was due to its answer."));
    }

    private static Table goals(Map<String, Map<Integer, Figures>> closed, Map<String, Figures> constant) {
        return new Goals()
                .atLeast(
                        "POSTs a second by 1 connection",
                        150,
                        figures(closed, "POST a deal", 1).perSecond())
                .atLeast(
                        "POSTs a second by 64 connections",
                        800,
                        figures(closed, "POST a deal", 64).perSecond())
                .atLeast(
                        "GETs of one entity a second by 64 connections",
                        4_000,
                        figures(closed, "GET a deal", 64).perSecond())
                .atMost(
                        "p99 of a POST at 400 a second, ms",
                        50,
                        requireNonNull(constant.get("POST a deal, 400 a second"))
                                        .micros(99)
                                / 1e3)
                .table();
    }

    private static Figures figures(Map<String, Map<Integer, Figures>> closed, String name, int callers) {
        return requireNonNull(requireNonNull(closed.get(name)).get(callers));
    }
}
