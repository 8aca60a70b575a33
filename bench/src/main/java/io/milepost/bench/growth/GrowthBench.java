package io.milepost.bench.growth;

import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.RunningService;
import io.milepost.bench.Servers;
import io.milepost.bench.Table;
import io.milepost.local.postgresql.EmbeddedPostgreSql;
import io.milepost.opportunities.OpportunityServiceApplication;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.json.Json;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.web.Client;
import io.milepost.reporting.ReportingServiceApplication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The cost of one command, one page and one report over HTTP, while the log of opportunity-service grows. */
public final class GrowthBench {
    private static final String SOURCE = "opportunity";
    private static final Pattern POSITION = Pattern.compile(SOURCE + "=(\\d+)");
    private static final int TIMES = 200;
    private static final double FLAT = 1.2;
    private static final int WARMING = 4;

    private final RunningService opportunities;
    private final Client seller;
    private final Client analyst;
    private final Deals deals;
    private int coldUsed;

    private GrowthBench(RunningService opportunities, RunningService reporting) {
        this.opportunities = opportunities;
        seller = opportunities.client(Role.SALES_REP, Role.ANALYST);
        analyst = reporting.client(Role.ANALYST);
        deals = new Deals(opportunities);
    }

    /** Measures at 10 and 100 thousand events, with {@code --full} also at a million. */
    public static List<Table> run(Options options) {
        try (var servers = Servers.start();
                var mart = EmbeddedPostgreSql.start(
                        servers.folder().resolve("postgresql"), servers.folder().resolve("mart"), 0)) {
            for (var other : List.of("lead", "contract", "delivery")) {
                try (var topics = new Topics(servers.broker(), other)) {
                    topics.create();
                }
            }
            // With so few in memory the beginning and the middle are asked of the database, however short the log is.
            try (var opportunities = RunningService.whole(
                            OpportunityServiceApplication.class,
                            SOURCE,
                            servers,
                            "--milepost.entity-cache.max=300",
                            "--milepost.log.recent-commits=1000");
                    var reporting = RunningService.whole(
                            ReportingServiceApplication.class,
                            "reporting",
                            servers,
                            "--milepost.limits.reports=100000",
                            "--milepost.mart.uri=" + mart.login().uri(),
                            "--milepost.mart.user=" + mart.login().user(),
                            "--milepost.mart.password=" + mart.login().password())) {
                return new GrowthBench(opportunities, reporting).tables(sizes(options));
            }
        }
    }

    private static List<Long> sizes(Options options) {
        if (options.quick()) {
            return List.of(6_000L, 7_000L);
        }
        return options.full() ? List.of(10_000L, 100_000L, 1_000_000L) : List.of(10_000L, 100_000L);
    }

    private List<Table> tables(List<Long> sizes) {
        var byWork = new LinkedHashMap<String, List<Figures>>();
        for (long size : sizes) {
            deals.growTo(size);
            settle();
            if (byWork.isEmpty()) {
                // For the compilers, which would favour the longer logs else.
                for (int i = 0; i < WARMING; i++) {
                    measured();
                }
                settle();
            }
            measured()
                    .forEach((work, figures) ->
                            byWork.computeIfAbsent(work, _ -> new ArrayList<>()).add(figures));
        }
        return List.of(goals(byWork), table(sizes, byWork));
    }

    private void settle() {
        opportunities.settle();
        RunningService.await("the report", () -> reached() >= opportunities.head());
    }

    private long reached() {
        var reply = get(analyst, "/v1/reports/funnel?by=");
        var position = POSITION.matcher(reply.json().path("position").asString(""));
        return position.find() ? Long.parseLong(position.group(1)) : -1;
    }

    private Map<String, Figures> measured() {
        var first = deals.first();
        var warm = first.getLast();
        revalue(warm);
        long middle = opportunities.bean(EventLog.class).head() / 2;
        var measured = new LinkedHashMap<String, Figures>();
        measured.put("command on a deal in memory", Callers.inTurn(TIMES, _ -> revalue(warm)));
        measured.put("command on a deal that is not", Callers.inTurn(TIMES, _ -> revalue(cold(first))));
        measured.put(
                "one deal",
                Callers.inTurn(TIMES, i -> get(seller, "/v1/opportunities/" + first.get(i % first.size()))));
        measured.put(
                "first page of 50 deals", Callers.inTurn(TIMES, _ -> get(seller, "/v1/opportunities?pageSize=50")));
        measured.put(
                "page of 100 events from the middle",
                Callers.inTurn(TIMES, _ -> get(seller, "/v1/events?limit=100&after=" + middle)));
        measured.put("funnel report", Callers.inTurn(TIMES, _ -> get(analyst, "/v1/reports/funnel?by=owner")));
        return measured;
    }

    /** Each time another one, all of the beginning. */
    private UUID cold(List<UUID> first) {
        return first.get(coldUsed++ % (first.size() - 1));
    }

    private void revalue(UUID deal) {
        var value = Json.mapper().createObjectNode();
        value.set("expectedValue", Json.mapper().valueToTree(deals.next(deal)));
        require(seller.post("/v1/opportunities/" + deal + "/update-value", value.toString()));
    }

    private static Client.Reply get(Client client, String path) {
        return require(client.get(path));
    }

    private static Client.Reply require(Client.Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException("answered %d: %s".formatted(reply.status(), reply.text()));
        }
        return reply;
    }

    private static Table table(List<Long> sizes, Map<String, List<Figures>> byWork) {
        var columns = new ArrayList<>(List.of("work"));
        sizes.forEach(size -> {
            columns.add("p50 us at %,d".formatted(size));
            columns.add("p99 us at %,d".formatted(size));
        });
        columns.add("p50, last to first");
        var rows = new ArrayList<List<Object>>();
        byWork.forEach((work, figures) -> {
            var row = new ArrayList<Object>(List.of(work));
            figures.forEach(at -> {
                row.add(at.micros(50));
                row.add(at.micros(99));
            });
            row.add(growth(figures));
            rows.add(row);
        });
        return new Table(
                "By events in the log",
                columns,
                rows,
                List.of(
                        "Over HTTP, one caller, %d times each, while nothing else is sent. Opportunity-service and reporting-service run in"
                                        .formatted(TIMES)
                                + " the bench's JVM, database and broker in another."));
    }

    private static Table goals(Map<String, List<Figures>> byWork) {
        var goals = new Goals();
        byWork.forEach((work, figures) -> goals.atMost(work + ", last to first", FLAT, growth(figures)));
        return goals.table();
    }

    private static double growth(List<Figures> figures) {
        return figures.getLast().micros(50) / figures.getFirst().micros(50);
    }
}
