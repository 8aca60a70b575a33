package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.store.KeySights;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a login sees that has the name of a BI key, and what it does not. */
class SqlKeysTest {
    private static final String OF_ONE = UUID.randomUUID().toString();
    private static final String OF_ALL = UUID.randomUUID().toString();
    private static final String OF_NOBODY = UUID.randomUUID().toString();
    private static final String PAST = UUID.randomUUID().toString();
    private static final String UNKNOWN = UUID.randomUUID().toString();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final SqlReader reader = new SqlReader();
    private final Fed fed = new Fed(reader.database, Declared.in(ZoneOffset.UTC), today);
    private String owner = "";

    @BeforeEach
    void create() throws SQLException {
        reader.create();
        for (String login : List.of(OF_ONE, OF_ALL, OF_NOBODY, PAST, UNKNOWN)) {
            reader.execute("""
                    do $$ begin create role "%s" login in role mart_key; exception when duplicate_object then null; end $$
                    """.formatted(login));
        }
        SqlReader.feed(fed, 5);
        owner = fed.select(
                        "select owner from $.opportunity_history where owner is not null group by 1 order by count(*) desc limit 1")
                .getFirst();
        new KeySights(fed.mart)
                .write(List.of(
                        new KeySights.Key(OF_ONE, false, null, Set.of(owner)),
                        new KeySights.Key(OF_ALL, true, today, Set.of()),
                        new KeySights.Key(OF_NOBODY, false, null, Set.of()),
                        new KeySights.Key(PAST, true, today.minusDays(1), Set.of())));
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    @DisplayName(
            "R-189: a login of a key sees the rows that its key sees, in every view and function, and without a key nothing")
    void sees_as_its_key() throws SQLException {
        for (String from : List.of(
                "mart.opportunity_history",
                "mart.opportunity_current",
                "mart.opportunity_asof('%s')".formatted(today.minusDays(20)),
                "mart.movement",
                "mart.sales_monthly",
                "(select * from mart.pipeline_daily where day = '%s') d".formatted(today.minusDays(20)))) {
            var all = owners(OF_ALL, from);
            assertThat(all).as(from).contains(owner).hasSizeGreaterThan(1);
            assertThat(SqlReader.rows(reader.login(), "select distinct coalesce(owner, '-') from " + from))
                    .as("a reader who is no key sees as much")
                    .hasSameSizeAs(all);
            assertThat(owners(OF_ONE, from)).as(from).contains(owner).isSubsetOf(Set.of(owner, "-"));
            assertThat(owners(OF_NOBODY, from)).as(from).isSubsetOf(Set.of("-"));
            assertThat(owners(PAST, from)).as(from).isEmpty();
            assertThat(owners(UNKNOWN, from)).as(from).isEmpty();
        }
        for (String view : List.of("mart.position", "mart.team_place")) {
            assertThat(rows(OF_ONE, "select * from " + view)).as(view).isNotEmpty();
            assertThat(rows(UNKNOWN, "select * from " + view)).as(view).isEmpty();
        }

        new KeySights(fed.mart).write(List.of());
        assertThat(owners(OF_ALL, "mart.opportunity_current"))
                .as("once it is revoked")
                .isEmpty();
    }

    @Test
    @DisplayName("a login of a key reads no other schema, writes nothing, makes nothing and becomes nobody else")
    void does_nothing_else() throws SQLException {
        String base = fed.schema.tables().schema() + ".";
        for (String refused : List.of(
                "select from %sopportunity_history".formatted(base),
                "select from milepost.bi_key",
                "select from milepost.bi_key_owner",
                "insert into milepost.bi_key values ('x', true, null)",
                "update milepost.bi_key set sees_all = true",
                "delete from mart.opportunity_history",
                "create view mart.mine as select 1 as one",
                "create function mart.mine() returns int language sql as 'select 1'",
                "create function public.mine() returns int language sql as 'select 1'",
                "create table public.mine (one int)",
                "set role mart_reader",
                "set session authorization postgres",
                "select pg_read_file('/etc/passwd')",
                "copy mart.position to program 'true'")) {
            assertThatThrownBy(() -> rows(OF_ALL, refused))
                    .as(refused)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "0A000"));
        }
        // A condition that fails on a row of others would tell of it.
        String telling =
                "select 1 from mart.opportunity_history where case when owner is null or owner = '%s' then true else 1 / (event_position - event_position) > 0 end"
                        .formatted(owner);
        assertThat(rows(OF_ONE, telling)).isNotEmpty();
        assertThatThrownBy(() -> rows(OF_ALL, telling)).as("control").isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName(
            "what stood on a day and what happened in a month are the figures of the reports, by region and product")
    void periods() throws SQLException {
        var day = today.minusDays(15);
        assertThat(figures(
                        "select region, product, currency, sum(open_value) from mart.pipeline_daily where day = '%s' group by 1, 2, 3"
                                .formatted(day)))
                .isEqualTo(asked("funnel", "open_value", "region", "asOf", day.toString()))
                .isNotEmpty();
        var until = today.withDayOfMonth(1);
        var from = until.minusMonths(6);
        assertThat(figures("""
                select month || region, product, currency, sum(won_value) from mart.sales_monthly where month >= '%s' and month < '%s' group by 1, 2, 3""".formatted(from, until)))
                .hasSizeGreaterThan(1)
                .satisfies(found -> assertThat(sum(found))
                        .isEqualByComparingTo(sum(asked(
                                "won",
                                "won_value",
                                "region",
                                "from",
                                from.toString(),
                                "to",
                                until.minusDays(1).toString()))));
        assertThat(rows(
                                OF_ALL,
                                "select count(*), min(day), max(month) from mart.calendar where day between '2017-02-27' and '2017-03-02'")
                        .toString())
                .isEqualTo("[[4, 2017-02-27, 2017-03-01]]");
    }

    private Map<String, BigDecimal> asked(String report, String figure, String by, String... more) {
        var parameters = new ArrayList<>(List.of("by", by + ",product,currency"));
        parameters.addAll(List.of(more));
        var found = new TreeMap<String, BigDecimal>();
        fed.ask(report, parameters.toArray(String[]::new))
                .rows()
                .forEach(row -> put(found, row.get(by), row.get("product"), row.get("currency"), row.get(figure)));
        return found;
    }

    private Map<String, BigDecimal> figures(String sql) throws SQLException {
        var found = new TreeMap<String, BigDecimal>();
        rows(OF_ALL, sql).forEach(row -> put(found, row.get(0), row.get(1), row.get(2), row.get(3)));
        return found;
    }

    private static void put(Map<String, BigDecimal> found, Object one, Object two, Object three, Object figure) {
        if (figure instanceof BigDecimal number && number.signum() != 0) {
            found.put(one + "/" + two + "/" + three, number.stripTrailingZeros());
        }
    }

    private static BigDecimal sum(Map<String, BigDecimal> figures) {
        return figures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> owners(String login, String from) throws SQLException {
        return rows(login, "select distinct coalesce(owner, '-') from " + from).stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    private List<List<Object>> rows(String login, String sql) throws SQLException {
        return SqlReader.rows(reader.login(login), sql);
    }
}
