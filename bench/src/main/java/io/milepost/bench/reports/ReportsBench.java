package io.milepost.bench.reports;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.milepost.bench.Callers;
import io.milepost.bench.Figures;
import io.milepost.bench.Goals;
import io.milepost.bench.Options;
import io.milepost.bench.Table;
import io.milepost.local.postgresql.EmbeddedPostgreSql;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.export.Exporting;
import io.milepost.reporting.read.mart.export.FileFormat;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.Answering;
import io.milepost.reporting.read.mart.query.Asking;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.query.RowsReading;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.mart.store.SqlViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** Questions to the mart on random days, its feed, and a dataset as a file, while the number of deals grows. */
public final class ReportsBench {
    private static final LocalDate TODAY = SaidDeals.FIRST.plusDays(SaidDeals.DAYS);
    private static final Instant NOW = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final int POLL = 500;
    private static final int TIMES = 1_000;
    private static final int WARMING = 200;
    private static final int SCANS = 20;
    private static final double STOCK_MS = 5;
    private static final double FLOW_MS = 8;
    private static final double FLAT = 1.3;
    private static final double FILE_SECONDS = 20;

    private final Declarations declarations = Declared.in(ZoneOffset.UTC);
    private final Schema schema = new Schema(declarations);
    private final SaidDeals deals = new SaidDeals();
    private final Random random = new Random(2);
    private final Mart mart;
    private final Path folder;
    private long fed;

    /** What one size gave. */
    private record Size(
            long deals,
            double eventsPerSecond,
            Figures stock,
            Figures unsummed,
            Figures flow,
            double fileSeconds,
            long fileBytes) {}

    private ReportsBench(HikariDataSource source, Path folder) {
        this.mart = new Mart(source, Duration.ofMinutes(1));
        this.folder = folder;
        schema.create(mart, new SqlViews(declarations, schema.tables(), ZoneOffset.UTC));
    }

    /** Measures at 10 and 100 thousand deals, with {@code --full} also at a million. */
    public static List<Table> run(Options options) {
        try {
            var folder = Files.createTempDirectory("milepost-bench-reports");
            try (var server = EmbeddedPostgreSql.start(folder.resolve("postgresql"), folder.resolve("mart"), 0)) {
                var login = new HikariConfig();
                login.setJdbcUrl(server.login().uri());
                login.setUsername(server.login().user());
                login.setPassword(server.login().password());
                login.setMaximumPoolSize(4);
                try (var source = new HikariDataSource(login)) {
                    var bench = new ReportsBench(source, folder);
                    return tables(sizes(options).stream()
                            .map(size -> bench.measured(size, options.quick()))
                            .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> sizes(Options options) {
        if (options.quick()) {
            return List.of(200L, 400L);
        }
        return options.full() ? List.of(10_000L, 100_000L, 1_000_000L) : List.of(10_000L, 100_000L);
    }

    private Size measured(long size, boolean quick) {
        if (fed == 0) {
            feed("lead").handle(0, deals.places());
        }
        double eventsPerSecond = feedUpTo(size);
        mart.write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        });
        int times = quick ? 5 : TIMES;
        var stock = answered(quick ? 1 : WARMING, times, this::stock);
        var unsummed = answered(1, quick ? 1 : SCANS, this::unsummed);
        var flow = answered(quick ? 1 : WARMING, times, this::flow);
        var file = folder.resolve("deals-%d.parquet".formatted(size));
        long began = System.nanoTime();
        var query = RowsQuery.of(declarations, "opportunity", Map.of(), TODAY, NOW);
        var written = new Exporting(Long.MAX_VALUE, Duration.ofMinutes(10))
                .write(
                        new RowsReading(mart, schema.tables()),
                        query,
                        new Standing(List.of(), true, List.of(), fed),
                        FileFormat.PARQUET,
                        file,
                        () -> true);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (written.rows() != size) {
            throw new IllegalStateException("%d rows were written of %d deals".formatted(written.rows(), size));
        }
        return new Size(size, eventsPerSecond, stock, unsummed, flow, seconds, written.bytes());
    }

    private Feed feed(String source) {
        return new Feed(mart, schema.tables(), declarations, source);
    }

    /** In polls as long as the consumer's, and in the time of the feed alone. */
    private double feedUpTo(long size) {
        var feed = feed("opportunity");
        long events = 0;
        long nanos = 0;
        while (fed < size) {
            var poll = new ArrayList<Inbound>();
            while (fed < size && poll.size() < POLL) {
                poll.addAll(deals.deal(fed++));
            }
            long began = System.nanoTime();
            feed.handle(0, poll);
            nanos += System.nanoTime() - began;
            events += poll.size();
        }
        return events * 1e9 / nanos;
    }

    private Figures answered(int warming, int times, Supplier<Question> asked) {
        var answering = new Answering(mart, declarations, schema.tables());
        var asking = new Asking(declarations, TODAY, NOW);
        Callers.Call ask = _ -> {
            var question = asked.get();
            var rows = answering.answer(asking.of(question.report(), question.parameters()));
            if (rows.rows().isEmpty()) {
                throw new IllegalStateException("no rows for " + question);
            }
        };
        Callers.inTurn(warming, ask);
        return Callers.inTurn(times, ask);
    }

    private record Question(String report, Map<String, String> parameters) {}

    private Question stock() {
        return new Question("funnel", Map.of("by", "region,team", "asOf", day().toString()));
    }

    /** Of sums by product no funnel is declared, so that it is read from the rows. */
    private Question unsummed() {
        return new Question("funnel", Map.of("by", "region,product", "asOf", day().toString()));
    }

    private Question flow() {
        var to = day();
        var from = to.minusYears(1).plusDays(1);
        return new Question("won", Map.of("by", "month,region", "from", from.toString(), "to", to.toString()));
    }

    /** After the first year, so that there is something to tell of. */
    private LocalDate day() {
        return SaidDeals.FIRST.plusDays(400L + random.nextInt(SaidDeals.DAYS - 400));
    }

    private static List<Table> tables(List<Size> sizes) {
        var last = sizes.getLast();
        var goals = new Goals()
                .atMost(
                        "a stock by two dimensions on a random day, p99 ms",
                        STOCK_MS,
                        last.stock().micros(99) / 1e3)
                .atMost(
                        "a flow of 12 months by two dimensions, p99 ms",
                        FLOW_MS,
                        last.flow().micros(99) / 1e3)
                .atMost("a stock, last to first", FLAT, growth(sizes, Size::stock))
                .atMost("a flow, last to first", FLAT, growth(sizes, Size::flow))
                .atMost("all deals as Parquet, s", FILE_SECONDS, last.fileSeconds());
        var rows = new ArrayList<List<Object>>();
        for (var size : sizes) {
            rows.add(List.of(
                    size.deals(),
                    size.eventsPerSecond(),
                    size.stock().micros(50) / 1e3,
                    size.stock().micros(99) / 1e3,
                    size.unsummed().micros(50) / 1e3,
                    size.flow().micros(50) / 1e3,
                    size.flow().micros(99) / 1e3,
                    size.fileSeconds(),
                    size.fileBytes() / 1_000_000.0));
        }
        return List.of(
                goals.table(),
                new Table(
                        "By deals",
                        List.of(
                                "deals",
                                "events fed a second",
                                "stock p50 ms",
                                "stock p99 ms",
                                "stock from rows p50 ms",
                                "flow p50 ms",
                                "flow p99 ms",
                                "Parquet s",
                                "Parquet MB"),
                        rows,
                        List.of(
                                "Through the engine, without HTTP, one caller; PostgreSQL in processes beside it. Events go in polls of %d into every"
                                                .formatted(POLL)
                                        + " dataset that reads them. A stock is by region and team, whose sums are kept; the one from rows is by region and product, whose"
                                        + " sums no report has declared.")));
    }

    private static double growth(List<Size> sizes, Function<Size, Figures> figure) {
        return figure.apply(sizes.getLast()).micros(50)
                / figure.apply(sizes.getFirst()).micros(50);
    }
}
