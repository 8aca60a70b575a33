package io.milepost.reporting.read.mart.store;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Reference.reference;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;
import static io.milepost.reporting.read.mart.store.Statements.execute;
import static io.milepost.reporting.read.mart.store.Statements.number;
import static io.milepost.reporting.read.mart.store.Statements.vacuum;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Kind;
import io.milepost.reporting.read.mart.declare.Report.Default;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Figures, not proofs: how fast a report is answered out of so many deals of 500 owners in 5 years and 3 currencies, and what a movement
 * long ago costs, in the layout that was taken and in those that were not ({@code -Dmart.layouts=1000000}, ADR 0041).
 */
@EnabledIfSystemProperty(
        named = "mart.layouts",
        matches = "\\d+",
        disabledReason = "measures for minutes: -Dmart.layouts=1000000")
class LayoutsTest {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final int DAYS = 1_826;
    private static final int TIMES = 1_000;

    private final Random random = new Random(1);

    record Deal(
            String owner,
            boolean open,
            Money value,
            @Nullable LocalDate wonOn) {
        boolean won() {
            return wonOn != null;
        }
    }

    /** The sums that a day changes, and those of which a balance is. */
    private record Layout(String name, IntFunction<List<Integer>> moved, IntFunction<List<Integer>> standing) {}

    @Test
    @DisplayName("stocks by region and currency on random days, flows of twelve months, and movements long ago")
    void figures() throws Exception {
        int deals = Integer.getInteger("mart.layouts");
        try (var database = Postgres.database()) {
            var fed = new Fed(database, declared(), FIRST.plusDays(DAYS + 400));
            synthetic(database, fed, deals);
            for (var layout : layouts()) {
                measure(database, layout);
            }
            fill(database, fed);
            Function<LocalDate, Integer> stock = day -> fed.ask("open", "by", "region", "asOf", day.toString())
                    .rows()
                    .size();
            Function<LocalDate, Integer> flow = day -> fed.ask(
                            "won",
                            "by",
                            "month,region",
                            "from",
                            day.withDayOfMonth(1).toString(),
                            "to",
                            day.withDayOfMonth(1).plusMonths(12).minusDays(1).toString())
                    .rows()
                    .size();
            told("engine, stock by region and currency", stock, DAYS - 140);
            told("engine, flow of 12 months by month, region and currency", flow, DAYS - 400);
        }
    }

    private static Declarations declared() {
        var places = reference("place", "Places|归属", new Nothing<>(Deal.class), _ -> List.of())
                .attribute("region", "Region|大区");
        var figures = dataset("deal", "Deals|商机", new Nothing<>(Deal.class))
                .dim("owner", "Owner|负责人", Kind.MEMBER, Deal::owner)
                .via(places)
                .money("value", "Value|金额", Deal::value)
                .measures()
                .stock("open", "Open|在手", count(Deal::open))
                .stock("open_value", "Open value|在手金额", money(Deal::value).when(Deal::open))
                .flow("won", "Won|赢单", count(Deal::won).on(Deal::wonOn))
                .flow("won_value", "Won value|赢单金额", money(Deal::value).on(Deal::wonOn));
        return new Declarations(
                List.of(figures),
                List.of(
                        report("open", "Open|在手")
                                .of(figures, "open", "open_value")
                                .by("region"),
                        report("won", "Won|赢单")
                                .of(figures, "won", "won_value")
                                .by("region")
                                .over(Default.THIS_YEAR)));
    }

    private static List<Layout> layouts() {
        return List.of(
                new Layout(
                        "tree of partial sums",
                        day -> Days.movedOn(FIRST.plusDays(day)),
                        day -> Days.standingOn(FIRST.plusDays(day))),
                new Layout("deltas by year, month and day", LayoutsTest::parts, LayoutsTest::partsUpTo),
                new Layout(
                        "prefixes within blocks of 16",
                        LayoutsTest::prefixes,
                        day -> List.of(day, 1 << 20 | day >> 4, 2 << 20 | day >> 8)));
    }

    private static List<Integer> parts(int day) {
        return List.of(day, 1 << 20 | day / 30, 2 << 20 | day / 360);
    }

    private static List<Integer> partsUpTo(int day) {
        var parts = new ArrayList<Integer>();
        for (int year = 0; year < day / 360; year++) {
            parts.add(2 << 20 | year);
        }
        for (int month = day / 360 * 12; month < day / 30; month++) {
            parts.add(1 << 20 | month);
        }
        for (int one = day / 30 * 30; one <= day; one++) {
            parts.add(one);
        }
        return parts;
    }

    private static List<Integer> prefixes(int day) {
        var parts = new ArrayList<Integer>();
        for (int level = 0; level < 3; level++) {
            int own = day >> (4 * level);
            for (int at = level == 0 ? own : own + 1; at <= (own | 15); at++) {
                parts.add(level << 20 | at);
            }
        }
        return parts;
    }

    /** A deal opens, changes its value twice, and is closed two to four months later. */
    private static void synthetic(HikariDataSource database, Fed fed, int deals) throws SQLException {
        String place = fed.schema.tables().schema() + ".place";
        execute(
                database,
                "select setseed(0.5)",
                "create unlogged table deal as select floor(random() * 500)::int o, floor(random() * 3)::int c, floor(random() * %d)::int d, (random() * 100000)::numeric(12, 2) v from generate_series(1, %d)"
                        .formatted(DAYS - 130, deals),
                "create unlogged table movement as select d, o * 3 + c as cell, 1 as n, v from deal union all select d + 20, o * 3 + c, 0, 7.00 from deal union all select d + 40, o * 3 + c, 0, -3.50 from deal union all select d + 60 + o %% 69, o * 3 + c, -1, -v - 3.50 from deal"
                        .replace("%%", "%"),
                "create unlogged table daily as select d, cell, sum(n) n, sum(v) v from movement group by 1, 2",
                "insert into %s select gen_random_uuid(), 'seller-' || o, 'region ' || o %% 5, date '2010-01-01', date '2015-06-01' from generate_series(0, 499) o"
                        .formatted(place),
                "insert into %s select gen_random_uuid(), 'seller-' || o, 'region ' || o %% 6, date '2015-06-01', date '9999-12-31' from generate_series(0, 499) o"
                        .formatted(place),
                "create table slots (d int, slot int)");
    }

    private void measure(HikariDataSource database, Layout layout) throws SQLException {
        slots(database, layout.moved());
        execute(
                database,
                "drop table if exists layout",
                "create table layout (slot int, cell int, n numeric not null, v numeric not null, primary key (slot,"
                        + " cell)) with (fillfactor = 80)",
                "insert into layout select slot, cell, sum(n), sum(v) from daily join slots using (d) group by 1, 2"
                        + " order by 1, 2");
        vacuum(database, "layout");
        long rows = number(database, "select count(*) from layout");
        Function<LocalDate, Integer> read = day -> {
            String slots = layout.standing()
                    .apply((int) (day.toEpochDay() - FIRST.toEpochDay()))
                    .toString()
                    .replace('[', '{')
                    .replace(']', '}');
            try {
                return (int) number(
                        database,
                        "select count(*) from (select cell %% 3, cell / 3 %% 5, sum(n), sum(v) from layout where slot = any ('%s') group by 1, 2) x"
                                .formatted(slots));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        told(layout.name() + ", " + rows + " rows, stock by two dimensions", read, DAYS);
        long began = System.nanoTime();
        int events = 0;
        for (int poll = 0; poll < 40; poll++) {
            var values = new ArrayList<String>();
            for (int event = 0; event < 500; event++, events++) {
                int cell = random.nextInt(1_500);
                for (int slot : layout.moved().apply(random.nextInt(DAYS))) {
                    values.add("(%d, %d, 1, 12.50)".formatted(slot, cell));
                }
            }
            execute(
                    database,
                    "insert into layout as l select slot, cell, sum(n), sum(v) from (values %s) x(slot, cell, n, v) group by 1, 2 order by 1, 2 on conflict (slot, cell) do update set n = l.n + excluded.n, v = l.v + excluded.v"
                            .formatted(String.join(",", values)));
        }
        System.out.printf(
                "%s: %,.0f movements a second on random days, 500 in a transaction%n",
                layout.name(), events / seconds(began));
        told(layout.name() + ", after those", read, DAYS);
    }

    /** The tables of the engine itself, as its feed would have filled them. */
    private static void fill(HikariDataSource database, Fed fed) throws SQLException {
        String table = fed.schema.tables().schema() + ".deal_1_";
        slots(database, day -> Days.movedOn(FIRST.plusDays(day)));
        execute(
                database,
                "insert into %scell (id, hash, owner, currency) overriding system value select o * 3 + c, gen_random_uuid(), 'seller-' || o, (array['CNY', 'EUR', 'USD'])[c + 1] from generate_series(0, 499) o, generate_series(0, 2) c"
                        .formatted(table),
                "insert into %sstock select slot, cell, sum(n), sum(v) from daily join slots using (d) group by 1, 2 order by 1, 2"
                        .formatted(table));
        slots(database, day -> Days.happenedOn(FIRST.plusDays(day)));
        execute(
                database,
                "insert into %sflow select slot, o * 3 + c, count(*), sum(v) from deal join slots using (d) where o %% 3 > 0 group by 1, 2 order by 1, 2"
                        .formatted(table));
        vacuum(database, table + "stock");
        vacuum(database, table + "flow");
        vacuum(database, table + "cell");
        vacuum(database, fed.schema.tables().schema() + ".place");
    }

    private void told(String what, Function<LocalDate, Integer> read, int days) {
        var times = new long[TIMES];
        for (int time = -200; time < TIMES; time++) {
            long began = System.nanoTime();
            int rows = read.apply(FIRST.plusDays(random.nextInt(days)));
            times[Math.max(0, time)] = System.nanoTime() - began;
            assertThat(rows).isPositive();
        }
        Arrays.sort(times);
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms%n", what, times[TIMES / 2] / 1e6, times[TIMES * 99 / 100] / 1e6);
    }

    private static void slots(HikariDataSource database, IntFunction<List<Integer>> moved) throws SQLException {
        var values = new ArrayList<String>();
        for (int day = 0; day < DAYS; day++) {
            for (int slot : moved.apply(day)) {
                values.add("(%d, %d)".formatted(day, slot));
            }
        }
        execute(
                database,
                "truncate slots",
                "insert into slots values " + values.stream().collect(Collectors.joining(",")));
        vacuum(database, "slots");
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** No event is folded here. */
    private record Nothing<V>(Class<V> view) implements Fold<V> {
        @Override
        public String source() {
            return "nobody";
        }

        @Override
        public Set<String> types() {
            return Set.of();
        }

        @Override
        public V apply(@Nullable V before, Inbound event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalDate day(V view) {
            return FIRST;
        }
    }
}
