package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A year of money at random, beside what contract-service itself says is there at its end. */
class YearOfMoneyTest {
    private static final String LAST = "2026-12-31";

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-139 to R-142, R-200: the money of a year at random balances to the cent in log, schedules, mart and reports")
    void the_money_of_a_year_balances() throws IOException {
        var lines = year();
        fed.take(said(lines), new Random(1));
        assertThat(fed.select("select count(*) from $.aside")).containsExactly("0");

        var ends = lines.stream().filter(line -> line.has("there")).toList();
        assertThat(ends).as("control").hasSizeGreaterThan(3);
        for (var end : ends) {
            var deal = "deal_id eq '%s'".formatted(end.path("contract").asString());
            var figures = figures("collections", "asOf", LAST, "by", "", "where", deal);
            assertThat(amount(figures, "received")).as(deal).isEqualByComparingTo(amount(end, "there"));
            assertThat(amount(figures, "due")).as(deal).isEqualByComparingTo(amount(end, "due"));
            var ageing = figures("receivables-ageing", "asOf", LAST, "by", "", "where", deal);
            assertThat(amount(ageing, "not_overdue").add(amount(ageing, "overdue")))
                    .as(deal)
                    .isEqualByComparingTo(amount(end, "open"));
        }
        var there = sum(ends, "there");
        assertThat(there).as("control").isPositive();
        assertThat(amount(figures("collections", "asOf", LAST, "by", ""), "received"))
                .isEqualByComparingTo(there);
        var year = figures("receipts", "from", "2026-01-01", "to", LAST, "by", "");
        assertThat(amount(year, "collected_net"))
                .as("what moved moved between them")
                .isEqualByComparingTo(there);
    }

    @Test
    @DisplayName("Positive control: a year of which one refund was not heard is off by just that refund")
    void a_year_that_lacks_a_refund_does_not_balance() throws IOException {
        var lines = year();
        var lost = lines.stream()
                .filter(line -> line.path("type").asString("").equals("payment-schedule.payment-refunded.v1"))
                .findFirst()
                .orElseThrow();
        var heard = new ArrayList<>(lines);
        heard.remove(lost);
        fed.take(said(heard), new Random(1));

        var contract = lost.path("contract").asString();
        var end = lines.stream()
                .filter(line -> line.has("there"))
                .filter(line -> line.path("contract").asString().equals(contract))
                .findFirst()
                .orElseThrow();
        var figures = figures("collections", "asOf", LAST, "by", "", "where", "deal_id eq '%s'".formatted(contract));
        assertThat(amount(figures, "received"))
                .isEqualByComparingTo(amount(end, "there").add(amount(lost.path("data"), "amount")));
    }

    private static List<JsonNode> year() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("contracts.dir"), "contract", "year-of-money.ndjson"))
                .stream()
                .map(line -> Json.mapper().readTree(line))
                .toList();
    }

    private Map<String, Object> figures(String report, String... asked) {
        var rows = fed.ask(report, asked).rows();
        assertThat(rows).as("%s %s", report, List.of(asked)).hasSize(1);
        return rows.getFirst();
    }

    private static BigDecimal amount(Map<String, Object> figures, String name) {
        return new BigDecimal(String.valueOf(figures.get(name)));
    }

    private static BigDecimal amount(JsonNode end, String name) {
        return new BigDecimal(end.path(name).path("amount").asString());
    }

    private static BigDecimal sum(List<JsonNode> ends, String name) {
        return ends.stream().map(end -> amount(end, name)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Inbound> said(List<JsonNode> lines) {
        var events = new ArrayList<Inbound>();
        for (var line : lines) {
            if (line.has("type")) {
                var data = line.path("data").toString();
                events.add(Said.on(
                        LocalDate.parse(line.path("on").asString()),
                        line.path("type").asString(),
                        UUID.fromString(line.path("contract").asString()),
                        events.size() + 1L,
                        "contract",
                        data.substring(1, data.length() - 1)));
            }
        }
        return events;
    }
}
