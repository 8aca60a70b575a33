package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.store.SqlViews;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member of {@code mart_reader} finds; that sums on any day are those of reports is among the laws. */
class SqlRoadTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final SqlReader reader = new SqlReader();
    private final Fed fed = new Fed(reader.database, Declared.in(ZoneOffset.UTC), today);

    @BeforeEach
    void create() throws SQLException {
        reader.create();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName(
            "sums over what is current are those that reports give today, to the cent, also where something is said"
                    + " of days to come")
    void current_is_today(long seed) throws SQLException {
        SqlReader.feed(fed, seed);
        for (String by : List.of("region", "owner", "true_stage", "expected_close_on")) {
            var expected = new TreeMap<String, String>();
            fed.ask("funnel", "by", by)
                    .rows()
                    .forEach(row -> expected.put(
                            row.get(by) + " " + row.get("currency"),
                            told(row.get("open"), row.get("open_value"), row.get("won_value_to_date"))));
            var found = new TreeMap<String, String>();
            reader.select(
                            "select %1$s::text || ' ' || coalesce(currency, 'null'), sum(open), sum(open_value), sum(won_value_to_date)"
                                            .formatted("coalesce(%s::text, 'null')".formatted(by))
                                    + " from mart.opportunity_current group by 1")
                    .forEach(row -> found.put((String) row.get(0), told(row.get(1), row.get(2), row.get(3))));
            found.values().removeIf(row -> row.equals("0 0 0"));
            expected.values().removeIf(row -> row.equals("0 0 0"));
            assertThat(found).as("by %s", by).isEqualTo(expected).isNotEmpty();
        }
        assertThat(reader.select("select * from mart.opportunity_current order by 1"))
                .isEqualTo(reader.select("select * from mart.opportunity_asof('%s') order by 1".formatted(today)))
                .isNotEmpty();
        assertThat(reader.select("select from mart.opportunity_history where valid_from > '%s'".formatted(today)))
                .as("control: of days to come")
                .isNotEmpty();
        assertThat(reader.select(
                        "select from mart.opportunity_history where until_position is null and not isfinite(known_to)"))
                .isEmpty();
        assertThat(
                        reader.select(
                                "select distinct until_position from mart.opportunity_history where extract(year from known_to) = 9999"))
                .containsExactly(java.util.Arrays.asList((Object) null));
        assertThat(reader.select("select max(position) from mart.position where source = 'opportunity'"))
                .isEqualTo(List.of(List.of(fed.ask("funnel").reached().get("opportunity").values().stream()
                        .max(Long::compare)
                        .orElseThrow())));
    }

    @Test
    @DisplayName("every view, function and column says what it is in both languages, and no text is without an end")
    void says_what_it_is() throws SQLException {
        var columns = reader.select("""
                select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'""");
        assertThat(columns).isNotEmpty().allSatisfy(column -> {
            assertThat((String) column.get(1))
                    .matches("uuid|date|numeric|bigint|integer|boolean|character\\(3\\)|character varying\\(255\\)"
                            + "|timestamp with time zone");
            assertThat((String) column.get(2)).as("%s", column).matches(".*\\p{IsHan}.*|(Last day|Day) of [a-z_0-9]+");
        });
        assertThat(columns)
                .contains(
                        List.of("opportunity_current.value_amount", "numeric", "Value · 金额"),
                        List.of("opportunity_current.region", "character varying(255)", "Region · 大区"),
                        List.of(
                                "instalment_current.overdue",
                                "numeric",
                                "Overdue · 逾期: sum over rows of one day, never over days; counts from overdue_since on"));
        assertThat(reader.select("select obj_description(oid) from pg_class where relnamespace = 'mart'::regnamespace"
                        + " and relkind = 'v' union all"
                        + " select obj_description(oid) from pg_proc where pronamespace = 'mart'::regnamespace"))
                .hasSize(3 * fed.declarations.measures().size()
                        + fed.declarations.references().size()
                        + List.of("position", "calendar", "movement", "pipeline_daily", "sales_monthly")
                                .size())
                .allSatisfy(row -> assertThat((String) row.getFirst()).matches(".*\\p{IsHan}.*"));
        assertThat(reader.select("select obj_description('mart.opportunity_current'::regclass)")
                        .toString())
                .contains("; win_rate (Win rate · 赢单率) = won_deals / (won_deals + lost_deals)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "+14:00", "-12:00", "Z"})
    @DisplayName("today is the day that it is in the zone of the reports, whatever the reader's session says")
    void today_is_that_of_reports(String zone) throws SQLException {
        LocalDate here = LocalDate.now(ZoneId.of(zone));
        fed.take(
                List.of(
                        Deals.identified(new UUID(1, 1), "kim", "1.00", "USD", here),
                        Deals.identified(new UUID(1, 2), "kim", "1.00", "USD", here.plusDays(2))),
                new Random(1));
        fed.schema.create(fed.mart, new SqlViews(fed.declarations, fed.schema.tables(), ZoneId.of(zone)));
        assertThat(reader.select("select opportunity_id from mart.opportunity_current"))
                .isEqualTo(List.of(List.of(new UUID(1, 1))));
    }

    @Test
    @DisplayName("a text that is too long is cut so that it shows")
    void cuts_visibly() throws SQLException {
        var events = new ArrayList<Inbound>();
        SalesLawsTest.story(today.minusDays(90), new UUID(1, 1), events, new Random(1));
        fed.take(events, new Random(1));
        reader.execute("update %s.opportunity_history set owner = repeat('a', 300)"
                .formatted(fed.schema.tables().schema()));
        assertThat(reader.select("select distinct owner from mart.opportunity_history"))
                .isEqualTo(List.of(List.of("a".repeat(254) + "…")));
    }

    private static String told(Object... figures) {
        var told = new ArrayList<String>();
        for (Object figure : figures) {
            told.add(
                    switch (figure) {
                        case null -> "0";
                        case BigInteger count -> count.toString();
                        case BigDecimal amount ->
                            amount.signum() == 0
                                    ? "0"
                                    : amount.stripTrailingZeros().toPlainString();
                        default -> throw new IllegalArgumentException("no figure: " + figure);
                    });
        }
        return String.join(" ", told);
    }
}
