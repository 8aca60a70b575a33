package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever opens a figure gets the rows that count in it. Three deals: one won, one lost, one open and proven. */
class RowsBehindTest {
    private static final List<Inbound> EVENTS = new ArrayList<>();
    private static HikariDataSource database;
    private static Fed fed;

    @BeforeAll
    static void feed() {
        database = Postgres.database();
        var sales = new Sales(ZoneOffset.UTC);
        fed = new Fed(database, new Declarations(List.of(sales.measures()), sales.reports()), LocalDate.of(2018, 1, 1));
        for (int deal = 1; deal <= 3; deal++) {
            said(
                    deal,
                    "opportunity.identified.v1",
                    "2017-02-10",
                    "\"owner\":\"kim\",\"expectedValue\":{\"amount\":\"100.00\",\"currency\":\"USD\"}");
        }
        said(
                1,
                "opportunity.won.v1",
                "2017-03-20",
                "\"value\":{\"amount\":\"90.00\",\"currency\":\"USD\"},\"closedOn\":\"2017-03-19\"");
        said(2, "opportunity.lost.v1", "2017-04-20", "\"reason\":\"price\",\"closedOn\":\"2017-04-18\"");
        said(3, "opportunity.stage-entered.v1", "2017-02-20", "\"stage\":1,\"on\":\"2017-02-20\"");
        said(3, "opportunity.win-probability-changed.v1", "2017-02-20", "\"probability\":50");
        fed.take(EVENTS, new Random(1));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open | 2017-03-01 | | 1 1, 2 1, 3 1",
                "open_value | 2017-12-31 | | 3 100.00",
                // Of two nothing is proven: they are behind the figure, and what they come to is not known.
                "weighted | 2017-03-01 | | 1 null, 2 null, 3 50.00",
                "won_value | 2017-12-31 | 2017-01-01 | 1 90.00",
                "won_value | 2017-12-31 | | 1 90.00",
                "won_value | 2017-12-31 | 2017-03-20 | ''",
                "lost_deals | 2017-04-17 | 2017-01-01 | ''",
                "win_rate | 2017-12-31 | 2017-01-01 | 1 1, 2 null",
                "win_rate_to_date | 2017-12-31 | | 1 1, 2 null",
                "days_in_stage | 2017-03-01 | | 1 19, 2 19, 3 9"
            })
    @DisplayName("the rows of a sum, of a rate's whole and of an age, each with what it adds")
    void rows(String measure, String asOf, String from, String expected) {
        var asked = new ArrayList<>(List.of("measure", measure, "asOf", asOf));
        if (from != null) {
            asked.addAll(List.of("from", from));
        }
        var page = fed.rows("opportunity", asked.toArray(String[]::new));
        int before = fed.rows("opportunity").columns().size();
        String figure = page.columns().get(before).name();

        assertThat(String.join(
                        ", ",
                        page.rows().stream()
                                .map(row -> "%s %s"
                                        .formatted(
                                                row.get("opportunity_id")
                                                        .toString()
                                                        .substring(35),
                                                row.get(figure)))
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("a filter narrows the rows of a figure, and without a figure there are all")
    void narrows() {
        assertThat(fed.rows("opportunity", "measure", "won_value", "where", "owner eq 'lee'")
                        .rows())
                .isEmpty();
        assertThat(fed.rows("opportunity", "where", "owner eq 'kim'").rows()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure | size | measure | one of opportunities, open",
                "from | 2017-01-01 | from | left out where measure names none that happens on days",
                "measure=open&from | 2017-01-01 | from | left out where measure names none that happens on days",
                "measure=won_value&from | 2018-01-02 | from | a day from 1900-01-01 to 2018-01-01",
                "measure=won_value&from | monday | from | a day like 2017-12-31"
            })
    @DisplayName("a figure that is not there, and a beginning where none is asked for, are refused")
    void refuses(String name, String value, String at, String allowed) {
        var asked = new ArrayList<String>();
        for (String one : (name + "=" + value).split("[=&]", -1)) {
            asked.add(one);
        }
        assertThatThrownBy(() -> fed.rows("opportunity", asked.toArray(String[]::new)))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.parameter()).isEqualTo(at))
                .hasMessageStartingWith(allowed);
    }

    private static void said(int id, String type, String on, String fields) {
        EVENTS.add(Said.on(LocalDate.parse(on), type, new UUID(3, id), EVENTS.size() + 1L, "opportunity", fields));
    }
}
