package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Six deals that can be counted on one's fingers. */
class AnsweringTest {
    private static final List<Inbound> EVENTS = new ArrayList<>();
    private static HikariDataSource database;
    private static Fed fed;

    @BeforeAll
    static void feed() {
        database = Postgres.database();
        var sales = new Sales(ZoneOffset.UTC);
        fed = new Fed(database, new Declarations(List.of(sales.measures()), sales.reports()), LocalDate.of(2018, 1, 1));
        place("kim", "2015-01-01", "East");
        place("kim", "2017-06-01", "West");
        place("lee", "2015-01-01", "East");
        deal(1, "kim", "100.00", "USD", "2016-03-10");
        deal(2, "kim", "30.00", "USD", "2017-02-10");
        deal(3, "lee", "7", "JPY", "2017-02-10");
        deal(4, "lee", null, null, "2017-02-11");
        deal(5, "O'Brien; --", "1.50", "USD", "2017-02-12");
        said(
                1,
                "opportunity.won.v1",
                "2016-03-20",
                "\"value\":{\"amount\":\"90.00\",\"currency\":\"USD\"},\"closedOn\":\"2016-03-19\"");
        said(2, "opportunity.lost.v1", "2017-03-20", "\"reason\":\"price\",\"closedOn\":\"2017-03-18\"");
        said(3, "opportunity.stage-entered.v1", "2017-02-20", "\"stage\":1,\"on\":\"2017-02-20\"");
        said(3, "opportunity.win-probability-changed.v1", "2017-02-20", "\"probability\":50");
        fed.take(EVENTS, new Random(1));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @DisplayName("open value by region, as members belonged on the day asked about, each currency apart")
    void by_region() {
        assertThat(told(
                        fed.ask("funnel", "by", "region", "asOf", "2017-03-01"),
                        "region",
                        "currency",
                        "open",
                        "open_value"))
                .containsExactly("(unknown) USD 1 1.50", "East JPY 1 7", "East USD 1 30.00", "East null 1 null");
        assertThat(told(
                        fed.ask("won", "by", "region", "from", "2017-01-01", "to", "2017-07-01"),
                        "region",
                        "lost_deals"))
                .containsExactly("West 1");
    }

    @Test
    @DisplayName("what is not known is null and never 0, and half of a yen is rounded up once a deal")
    void unknown_is_no_zero() {
        assertThat(told(fed.ask("funnel", "by", "owner", "asOf", "2017-03-01"), "owner", "currency", "weighted"))
                .containsExactly("O'Brien; -- USD null", "kim USD null", "lee JPY 4", "lee null null");
    }

    @Test
    @DisplayName("a rate is exact to four decimals, and null where nothing is decided")
    void rates() {
        assertThat(told(
                        fed.ask("won", "by", "year", "from", "2016-01-01", "to", "2017-12-31"),
                        "year",
                        "won_value",
                        "win_rate"))
                .containsExactly("2016 90.00 1.0000", "2017 0.00 0.0000");
        assertThat(fed.ask("won", "from", "2015-01-01", "to", "2015-12-31").rows())
                .isEmpty();
    }

    @Test
    @DisplayName("a year before stands beside, also where this year has nothing")
    void compares() {
        var answer = fed.ask("won", "by", "month", "from", "2017-03-01", "to", "2017-03-31", "compare", "year");
        assertThat(answer.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                entry("month", "2017-03"),
                                entry("currency", "USD"),
                                entry("won_deals", BigInteger.ZERO),
                                entry("won_deals_previous", BigInteger.ONE),
                                entry("lost_value", new BigDecimal("30.00")),
                                entry("lost_value_previous", new BigDecimal("0.00")),
                                entry("win_rate", new BigDecimal("0.0000")),
                                entry("win_rate_previous", new BigDecimal("1.0000"))));
    }

    @Test
    @DisplayName("a stock asked over a period answers as at the end of each part")
    void stands_at_the_end() {
        assertThat(told(
                        fed.ask("conversion", "by", "quarter", "from", "2016-01-01", "to", "2017-02-10"),
                        "quarter",
                        "opportunities"))
                .containsExactly("2016-Q1 1", "2016-Q2 1", "2016-Q3 1", "2016-Q4 1", "2017-Q1 3");
    }

    @Test
    @DisplayName(
            "a filter chooses rows by what is stored, by what is looked up and by amounts; a quote is text and nothing"
                    + " else")
    void filters() {
        assertThat(open("owner eq 'O''Brien; --'")).containsExactly("USD 1 1.50");
        assertThat(open("region eq 'East' and currency ne null")).containsExactly("JPY 1 7", "USD 1 30.00");
        assertThat(open("value_amount ge 7 and not (owner in ('lee', 'nobody'))"))
                .containsExactly("USD 1 30.00");
        assertThat(open("owner ne 'kim' and product eq null and contains(owner, 'e')"))
                .containsExactly("JPY 1 7", "USD 1 1.50", "null 1 null");
        assertThat(open("true_stage gt 0.5 or startswith(owner, 'k')")).containsExactly("JPY 1 7", "USD 1 30.00");
        assertThat(open("closed_on eq 2016-03-19")).containsExactly("USD 0 0.00");
    }

    @Test
    @DisplayName("rows come in the order that is asked for, what is not known last")
    void orders() {
        assertThat(told(
                        fed.ask("funnel", "by", "owner", "asOf", "2017-03-01", "orderBy", "open_value desc"),
                        "open_value"))
                .containsExactly("30.00", "7", "1.50", "null");
    }

    @Test
    @DisplayName("days in a stage are counted of what stands, to the day asked about")
    void ages() {
        assertThat(told(
                        fed.ask("proven-stages", "by", "true_stage", "asOf", "2017-03-01"),
                        "true_stage",
                        "currency",
                        "days_in_stage_median",
                        "days_in_stage_p90"))
                .containsExactly("0 USD 18.0 19.0", "0 null 18.0 18.0", "1 JPY 9.0 9.0");
    }

    @Test
    @DisplayName("an answer says the positions that it is of")
    void says_its_positions() {
        assertThat(fed.ask("funnel").reached()).containsOnlyKeys("lead", "opportunity");
        assertThat(fed.ask("funnel").reached().get("opportunity").values()).contains((long) EVENTS.size());
    }

    private static List<String> open(String where) {
        return told(
                fed.ask("funnel", "by", "", "asOf", "2017-03-01", "where", where), "currency", "open", "open_value");
    }

    private static List<String> told(Answer answer, String... columns) {
        return answer.rows().stream()
                .map(row -> String.join(
                        " ",
                        List.of(columns).stream()
                                .map(name -> String.valueOf(row.get(name)))
                                .toList()))
                .toList();
    }

    private static void place(String code, String from, String region) {
        EVENTS.add(Said.on(
                LocalDate.parse(from),
                "team-member.moved.v1",
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                EVENTS.size() + 1L,
                "lead",
                "\"code\":\"%s\",\"team\":\"T\",\"region\":\"%s\",\"from\":\"%s\"".formatted(code, region, from)));
    }

    private static void deal(int id, String owner, String amount, String currency, String on) {
        String value = amount == null
                ? ""
                : ",\"expectedValue\":{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
        said(id, "opportunity.identified.v1", on, "\"owner\":\"%s\"%s".formatted(owner, value));
    }

    private static void said(int id, String type, String on, String fields) {
        EVENTS.add(Said.on(LocalDate.parse(on), type, new UUID(3, id), EVENTS.size() + 1L, "opportunity", fields));
    }
}
