package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Amounts of several currencies in one. */
class ConvertedTest {
    private final Abroad abroad = new Abroad();
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-196: a report is told in one currency, at the rates of each day or all at those of one, and says which")
    void in_one_currency() {
        abroad.rate("EUR", "USD", "2017-01-01", "1.05", "2017-01-02");
        abroad.rate("EUR", "USD", "2017-02-15", "1.1", "2017-02-16");
        abroad.rate("JPY", "USD", "2017-01-01", "0.0085", "2017-01-02");
        abroad.signed(1, "smith", "EUR", "100.01", "2017-02-14");
        abroad.signed(2, "smith", "EUR", "100.01", "2017-02-15");
        abroad.signed(3, "smith", "JPY", "1001", "2017-03-01");
        abroad.signed(4, "kim", "USD", "7.00", "2017-03-01");
        fed.take(abroad.company.events, new Random(1));

        // 105.0105 + 110.011 + 8.5085 is rounded once.
        assertThat(told("signings", "owner", "from", "2017-02-01", "to", "2017-03-31", "currency", "USD"))
                .containsExactly("kim USD 1 7.00", "smith USD 3 223.53");
        assertThat(told("signings", "month", "from", "2017-02-01", "to", "2017-03-31", "currency", "USD"))
                .containsExactly("2017-02 USD 2 215.02", "2017-03 USD 2 15.51");
        var constant = fed.ask(
                "signings",
                "by",
                "",
                "from",
                "2017-02-01",
                "to",
                "2017-03-31",
                "currency",
                "USD",
                "rates",
                "2017-02-01");
        assertThat(constant.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("newly_signed_value")).hasToString("225.53"));
        assertThat(constant.rates()).containsExactly("EUR 2017-01-01 1.05", "JPY 2017-01-01 0.0085");
        assertThat(fed.ask("signings", "by", "", "from", "2017-02-01", "to", "2017-03-31", "currency", "USD")
                        .rates())
                .containsExactly("EUR 2017-01-01 1.05", "EUR 2017-02-15 1.1", "JPY 2017-01-01 0.0085");
        assertThat(stock("contracts", "asOf", "2017-02-14", "currency", "USD")).isEqualTo("105.01");
        assertThat(stock("contracts", "asOf", "2017-02-15", "currency", "USD"))
                .as("what stands is taken at the rate of the day asked about")
                .isEqualTo("220.02");
        assertThat(stock("contracts", "asOf", "2017-02-15", "currency", "USD", "where", "currency eq 'JPY'"))
                .as("nothing is converted where there is nothing")
                .isNull();
    }

    @Test
    @DisplayName("R-196: without a rate there is no figure, and the question says which pair and day are missing")
    void without_a_rate() {
        abroad.rate("EUR", "USD", "2017-02-15", "1.1", "2017-02-16");
        abroad.rate("USD", "GBP", "2017-01-01", "0.8", "2017-01-02");
        abroad.signed(1, "smith", "EUR", "100.00", "2017-02-14");
        abroad.signed(2, "smith", "GBP", "100.00", "2017-02-16");
        fed.take(abroad.company.events, new Random(1));

        missing("EUR into USD there is none of 2017-02-14", "asOf", "2017-02-14", "currency", "USD");
        missing("GBP into USD there is none of 2017-02-16", "asOf", "2017-02-16", "currency", "USD");
        missing(
                "EUR into USD there is none of 2017-02-01",
                "asOf",
                "2017-02-15",
                "currency",
                "USD",
                "rates",
                "2017-02-01");
        assertThat(stock("contracts", "asOf", "2017-02-15", "currency", "USD")).isEqualTo("110.00");
        for (var wrong : List.of("usd", "", "US", "XTS", "QQQ", "USD,EUR")) {
            refused("currency", "currency", wrong);
        }
        for (var wrong : List.of("now", "", "2017-13-01", "2030-01-01", "0001-01-01")) {
            refused("rates", "currency", "USD", "rates", wrong);
        }
        refused("rates", "rates", "then");
        assertThatThrownBy(() -> fed.ask("handovers", "currency", "USD"))
                .as("nothing of it is money")
                .isInstanceOf(QueryException.class);
    }

    @Test
    @DisplayName("R-196: a corrected rate is another one from then on, and what was known before it stays")
    void corrected() {
        abroad.rate("EUR", "USD", "2017-01-01", "1.05", "2017-01-02");
        abroad.company.say(
                "lead",
                new UUID(9, 1),
                "exchange-rate.corrected.v1",
                "2017-03-01",
                Abroad.fields("EUR", "USD", "2017-01-01", "1.15") + ",\"reason\":\"swapped\"");
        abroad.signed(1, "smith", "EUR", "100.00", "2017-01-10");
        fed.take(abroad.company.events, new Random(1));

        assertThat(stock("contracts", "asOf", "2017-01-31", "currency", "USD")).isEqualTo("115.00");
        assertThat(stock("contracts", "asOf", "2017-01-31", "currency", "USD", "knownAt", "2017-02-01T00:00:00Z"))
                .isEqualTo("105.00");
    }

    @Test
    @DisplayName(
            "R-196: figures of several datasets, shares and counts are of all currencies, and a year before is at its own rates")
    void of_all_kinds() {
        abroad.rate("EUR", "USD", "2016-01-01", "1.5", "2016-01-02");
        abroad.rate("EUR", "USD", "2017-01-01", "2", "2017-01-02");
        abroad.company.revenue(1, "SELLER", "smith", "1000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        abroad.signed(1, "smith", "EUR", "100.00", "2017-02-14");
        abroad.signed(2, "smith", "USD", "50.00", "2017-02-14");
        abroad.signed(3, "smith", "EUR", "10.00", "2016-02-14");
        fed.take(abroad.company.events, new Random(1));

        assertThat(fed.ask(
                                "attainment",
                                "by",
                                "owner,for_quarter",
                                "asOf",
                                "2017-03-31",
                                "currency",
                                "USD",
                                "where",
                                "for_quarter eq '2017-Q1'")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(List.of(
                                row.get("currency"),
                                row.get("seller_target"),
                                row.get("signed_value"),
                                row.get("attainment_rate")))
                        .hasToString("[USD, 1000.00, 250.00, 0.2500]"));
        assertThat(fed.ask(
                                "signings",
                                "by",
                                "",
                                "from",
                                "2017-01-01",
                                "to",
                                "2017-12-31",
                                "currency",
                                "USD",
                                "compare",
                                "year")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(
                                List.of(row.get("newly_signed_value"), row.get("newly_signed_value_previous")))
                        .hasToString("[250.00, 15.00]"));
    }

    private List<String> told(String report, String by, String... asked) {
        return told(report, Stream.concat(Stream.of("by", by), Stream.of(asked)).toArray(String[]::new));
    }

    private List<String> told(String report, String[] asked) {
        var answer = fed.ask(report, asked);
        return answer.rows().stream()
                .map(row -> answer.columns().stream()
                        .map(column -> String.valueOf(row.get(column.name())))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private String stock(String report, String... asked) {
        return fed
                .ask(
                        report,
                        Stream.concat(Stream.of("by", ""), Stream.of(asked)).toArray(String[]::new))
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get("signed_value")))
                .findFirst()
                .orElse(null);
    }

    private void missing(String says, String... asked) {
        assertThatThrownBy(() -> stock("contracts", asked))
                .isInstanceOfSatisfying(QueryException.class, e -> {
                    assertThat(e.kind()).isEqualTo(QueryException.Kind.MISSING);
                    assertThat(e.parameter()).isEqualTo("currency");
                })
                .hasMessageContaining(says);
    }

    private void refused(String parameter, String... asked) {
        assertThatThrownBy(() -> stock("contracts", asked))
                .as(String.join(" ", asked))
                .isInstanceOfSatisfying(QueryException.class, e -> {
                    assertThat(e.kind()).isEqualTo(QueryException.Kind.INVALID);
                    assertThat(e.parameter()).isEqualTo(parameter);
                });
    }
}
