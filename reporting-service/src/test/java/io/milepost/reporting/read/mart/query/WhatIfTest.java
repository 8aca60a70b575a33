package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.Company;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pipeline as another sales process would weigh it. */
class WhatIfTest {
    private final Company company = new Company();
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
            "R-196: the pipeline is weighted by the stages of another process or version, and an answer says by which")
    void weighs_by_another_process() {
        published(1, "bold", 1, 40, 80);
        published(1, "bold", 2, 50, 90);
        published(2, "shy", 1, 5, 10, 20);
        // One stage succeeded, two of them, and a stage entered that has not succeeded.
        deal(1, "smith", "100.01", 1);
        deal(2, "smith", "200.00", 2);
        deal(3, "kim", "300.00", 0);
        company.identified(4, "kim", "2017-01-01", "400.00", "");
        fed.take(company.events, new Random(1));

        assertThat(weighted("funnel"))
                .as("each by its own: 20 percent a stage")
                .containsExactly("kim 700.00 0.00", "smith 300.01 100.00");
        assertThat(weighted("funnel", "probabilities", "of:bold"))
                .as("the last version that was published; 50.005 is rounded once, with the rest")
                .containsExactly("kim 700.00 0.00", "smith 300.01 230.01");
        assertThat(weighted("funnel", "probabilities", "of:bold@1")).contains("smith 300.01 200.00");
        assertThat(weighted("funnel", "probabilities", "of:shy", "where", "owner eq 'smith'"))
                .containsExactly("smith 300.01 25.00");
        assertThat(fed.ask("funnel", "probabilities", "of:bold").probabilities())
                .isEqualTo("of:bold@2");
        assertThat(fed.ask("funnel").probabilities()).isNull();
        assertThatThrownBy(() -> fed.ask(
                        "funnel", "probabilities", "of:bold", "knownAt", "2016-12-31T18:00:00Z", "asOf", "2016-12-31"))
                .as("it was not published yet")
                .isInstanceOf(QueryException.class);
    }

    @Test
    @DisplayName("R-196: what is weighted anew is converted, and totals of it follow")
    void goes_with_currencies() {
        published(1, "bold", 1, 40, 80);
        company.say(
                "lead",
                new UUID(9, 1),
                "exchange-rate.recorded.v1",
                "2017-01-01",
                "\"from\":\"USD\",\"to\":\"EUR\",\"on\":\"2017-01-01\",\"rate\":0.5");
        deal(1, "smith", "100.01", 1);
        company.deal(1, "close-expected", "2017-01-03", "\"expectedCloseOn\":\"2017-03-20\"");
        fed.take(company.events, new Random(1));

        assertThat(weighted("funnel", "probabilities", "of:bold", "currency", "EUR"))
                .containsExactly("smith 50.01 20.00");
        assertThat(fed.ask(
                                "forecast",
                                "by",
                                "for_quarter",
                                "asOf",
                                "2017-01-31",
                                "probabilities",
                                "of:bold",
                                "where",
                                "for_quarter eq '2017-Q1'")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(List.of(row.get("weighted"), row.get("forecast")))
                        .hasToString("[40.00, 40.00]"));
    }

    @Test
    @DisplayName(
            "R-196: a process that nobody published, a stage that it does not have, and a report that weighs nothing")
    void refuses() {
        published(1, "short", 1, 40);
        deal(1, "smith", "100.00", 2);
        fed.take(company.events, new Random(1));

        refused(QueryException.Kind.MISSING, "funnel", "of:short");
        for (var wrong : List.of(
                "", "short", "of:", "of:@1", "of:long", "of:short@2", "of:short@0", "of:short@x", "of:short@1 ")) {
            refused(QueryException.Kind.INVALID, "funnel", wrong);
        }
        refused(QueryException.Kind.INVALID, "signings", "of:short");
    }

    private void refused(QueryException.Kind kind, String report, String probabilities) {
        assertThatThrownBy(() -> fed.ask(report, "probabilities", probabilities))
                .as(probabilities)
                .isInstanceOfSatisfying(QueryException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.parameter()).isEqualTo("probabilities");
                });
    }

    private void published(int id, String name, int version, int... percent) {
        company.say(
                "opportunity",
                new UUID(12, id),
                "sales-process.version-published.v1",
                "2017-01-01",
                "\"version\":%d,\"name\":\"%s\",\"mode\":\"PROJECT\",\"template\":{\"stages\":[%s]}"
                        .formatted(
                                version,
                                name,
                                IntStream.range(0, percent.length)
                                        .mapToObj(at ->
                                                "{\"number\":%d,\"probability\":%d}".formatted(at + 1, percent[at]))
                                        .collect(Collectors.joining(","))));
    }

    /** That has entered one stage more than have succeeded, each of which made it 20 percent likelier. */
    private void deal(int id, String who, String value, int succeeded) {
        company.identified(id, who, "2017-01-01", value, "");
        for (int stage = 1; stage <= succeeded; stage++) {
            entered(id, stage);
            company.deal(id, "stage-succeeded", "2017-01-02", "\"stage\":" + stage);
            company.deal(
                    id,
                    "win-probability-changed",
                    "2017-01-02",
                    "\"previous\":%d,\"probability\":%d".formatted(20 * stage - 20, 20 * stage));
            company.deal(id, "stage-advanced", "2017-01-02", "\"from\":%d,\"to\":%d".formatted(stage, stage + 1));
        }
        entered(id, succeeded + 1);
    }

    private void entered(int id, int stage) {
        company.deal(id, "stage-entered", "2017-01-02", "\"stage\":%d,\"on\":\"2017-01-02\"".formatted(stage));
    }

    private List<String> weighted(String report, String... asked) {
        var parameters =
                Stream.concat(Stream.of("by", "owner"), Stream.of(asked)).toArray(String[]::new);
        return fed.ask(report, parameters).rows().stream()
                .filter(row -> row.get("currency") != null)
                .map(row -> "%s %s %s".formatted(row.get("owner"), row.get("open_value"), row.get("weighted")))
                .toList();
    }
}
