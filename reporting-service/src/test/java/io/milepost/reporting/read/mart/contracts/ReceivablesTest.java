package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.Company;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How old receivables are, which are overdue, and what came in. */
class ReceivablesTest {
    private static final String[] AGES = {
        "not_overdue",
        "overdue_1_30",
        "overdue_31_60",
        "overdue_61_90",
        "overdue_over_90",
        "overdue",
        "days_overdue_max"
    };

    private final Company company = new Company();
    private final HikariDataSource database = Postgres.database();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("R-200: what is overdue is told by its age, as of any day, and each overdue instalment by customer")
    void ages() {
        company.say("lead", new UUID(8, 1), "account.opened.v1", "2016-12-01", "\"profile\":{\"name\":\"Acme\"}");
        set(1, "smith", ",\"accountId\":\"%s\"".formatted(new UUID(8, 1)));
        due(1, 1, "100.00", "2017-01-10", "2017-01-01");
        due(1, 2, "40.00", "2017-02-20", "2017-02-20");
        pay(
                1,
                "payment-received",
                "2017-03-01",
                "\"receiptNo\":\"R1\",\"amount\":%s,\"receivedOn\":\"2017-03-01\",\"owner\":\"smith\""
                        .formatted(Company.usd("60.00")));
        pay(1, "payment-matched", "2017-03-01", "\"receiptNo\":\"R1\",\"number\":1,\"amount\":" + Company.usd("60.00"));
        var fed = fed();

        assertThat(ages(fed, "2017-01-09")).as("not due yet").isEmpty();
        assertThat(ages(fed, "2017-01-10")).containsExactly("Acme 100.00 0.00 0.00 0.00 0.00 0.00 null");
        assertThat(ages(fed, "2017-01-11")).containsExactly("Acme 0.00 100.00 0.00 0.00 0.00 100.00 1");
        assertThat(ages(fed, "2017-02-09")).containsExactly("Acme 0.00 100.00 0.00 0.00 0.00 100.00 30");
        assertThat(ages(fed, "2017-02-10")).containsExactly("Acme 0.00 0.00 100.00 0.00 0.00 100.00 31");
        assertThat(ages(fed, "2017-02-28")).containsExactly("Acme 0.00 40.00 100.00 0.00 0.00 140.00 49");
        assertThat(ages(fed, "2017-03-12")).containsExactly("Acme 0.00 40.00 0.00 40.00 0.00 80.00 61");
        assertThat(ages(fed, "2017-04-11")).containsExactly("Acme 0.00 0.00 40.00 0.00 40.00 80.00 91");
        assertThat(fed.ask("overdue-list", "asOf", "2017-03-12").rows())
                .extracting(row -> told(row, "customer", "owner", "number", "due_on", "overdue", "days_overdue_max"))
                .containsExactly("Acme smith 1 2017-01-10 40.00 61", "Acme smith 2 2017-02-20 40.00 20");
    }

    @Test
    @DisplayName(
            "R-200: an amendment moves amounts and days of what is due, and what it frees of a receipt is open again")
    void amendments() {
        set(1, "smith", "");
        due(1, 1, "100.00", "2017-01-10", "2017-01-01");
        pay(
                1,
                "payment-received",
                "2017-01-05",
                "\"receiptNo\":\"R1\",\"amount\":%s,\"receivedOn\":\"2017-01-05\"".formatted(Company.usd("100.00")));
        pay(
                1,
                "payment-matched",
                "2017-01-05",
                "\"receiptNo\":\"R1\",\"number\":1,\"amount\":" + Company.usd("100.00"));
        pay(
                1,
                "payment-released",
                "2017-01-20",
                "\"receiptNo\":\"R1\",\"number\":1,\"amount\":" + Company.usd("30.00"));
        pay(
                1,
                "rebaselined",
                "2017-01-25",
                "\"changed\":[{\"number\":1,\"previousAmount\":%s,\"amount\":%s,\"dueOn\":\"2017-02-01\"}],\"added\":[]"
                        .formatted(Company.usd("100.00"), Company.usd("90.00")));
        var fed = fed();

        assertThat(ages(fed, "2017-01-19")).isEmpty();
        assertThat(ages(fed, "2017-01-20")).containsExactly("(unknown) 0.00 30.00 0.00 0.00 0.00 30.00 10");
        assertThat(ages(fed, "2017-01-31")).isEmpty();
        assertThat(ages(fed, "2017-02-03")).containsExactly("(unknown) 0.00 20.00 0.00 0.00 0.00 20.00 2");
    }

    @Test
    @DisplayName(
            "R-200: refunds and moves between contracts are taken off and added, credit notes owe less, and what is written off stands apart")
    void money_that_moves_on() {
        set(1, "smith", "");
        set(2, "smith", "");
        due(1, 1, "100.00", "2017-01-10", "2017-01-01");
        pay(
                1,
                "payment-received",
                "2017-01-20",
                "\"receiptNo\":\"R1\",\"receivedOn\":\"2017-01-20\"," + amount("50.00"));
        pay(
                1,
                "payment-refunded",
                "2017-01-21",
                "\"receiptNo\":\"R1\",\"voucherNo\":\"V\",\"on\":\"2017-01-21\"," + amount("5.00"));
        pay(
                1,
                "payment-moved-out",
                "2017-01-22",
                "\"receiptNo\":\"R1\",\"transferNo\":\"T\",\"on\":\"2017-01-22\"," + amount("20.00"));
        pay(
                2,
                "payment-moved-in",
                "2017-01-22",
                "\"transferNo\":\"T\",\"receivedOn\":\"2017-01-20\"," + amount("20.00"));
        pay(2, "payment-reversed", "2017-01-24", "\"receiptNo\":\"T\",\"on\":\"2017-01-24\"," + amount("20.00"));
        pay(
                1,
                "payment-restored",
                "2017-01-24",
                "\"receiptNo\":\"R1\",\"transferNo\":\"T\",\"on\":\"2017-01-24\"," + amount("20.00"));
        pay(1, "credit-note-issued", "2017-01-25", "\"number\":1," + amount("30.00"));
        pay(1, "instalment-written-off", "2017-01-26", "\"number\":1," + amount("40.00"));
        pay(1, "instalment-write-off-withdrawn", "2017-01-28", "\"number\":1," + amount("40.00"));
        var fed = fed();

        assertThat(stands(fed, "2017-01-21")).isEqualTo("100.00 45.00");
        assertThat(stands(fed, "2017-01-23")).as("moved within the company").isEqualTo("100.00 45.00");
        assertThat(stands(fed, "2017-01-25")).isEqualTo("70.00 45.00");
        assertThat(stands(fed, "2017-01-26")).isEqualTo("30.00 45.00");
        assertThat(stands(fed, "2017-01-28")).isEqualTo("70.00 45.00");
        assertThat(fed.ask("receipts", "by", "", "from", "2017-01-01", "to", "2017-01-23")
                        .rows())
                .extracting(row -> told(row, "came_in", "reversed", "collected_net", "refunded", "moved"))
                .containsExactly("50.00 0.00 45.00 -5.00 0.00");
        assertThat(fed.ask("collections", "by", "", "asOf", "2017-01-23").rows())
                .extracting(row -> told(row, "received"))
                .containsExactly("45.00");
    }

    private static String stands(Fed fed, String day) {
        var ages = fed.ask("receivables-ageing", "by", "", "asOf", day).rows().getFirst();
        var received =
                fed.ask("collection-attainment", "by", "", "asOf", day).rows().getFirst();
        return told(ages, "overdue") + " " + told(received, "received_to_date");
    }

    private static String amount(String value) {
        return "\"amount\":" + Company.usd(value);
    }

    @Test
    @DisplayName(
            "R-200: what came in is told by period, reversals and advances apart, also of a receipt that is recorded late")
    void collections_of_a_period() {
        company.received(1, "smith", "R1", "60.00", "2017-01-20");
        company.received(2, "kim", "R1", "10.00", "2017-02-02");
        pay(
                1,
                "payment-reversed",
                "2017-02-10",
                "\"receiptNo\":\"R1\",\"amount\":%s,\"reason\":\"b\",\"on\":\"2017-02-10\""
                        .formatted(Company.usd("60.00")));
        pay(
                2,
                "advance-payment-received",
                "2017-02-02",
                "\"number\":1,\"amount\":%s,\"on\":\"2017-02-02\"".formatted(Company.usd("4.00")));
        company.at(
                "contract",
                new UUID(5, 2),
                "payment-schedule.payment-received.v1",
                "2017-01-31",
                "2017-03-10",
                "\"receiptNo\":\"R2\",\"amount\":%s,\"receivedOn\":\"2017-01-31\"".formatted(Company.usd("7.00")));
        var fed = fed();

        String[] columns = {"month", "came_in", "reversed", "collected_net", "advances"};
        assertThat(fed.ask("receipts", "by", "month", "from", "2017-01-01", "to", "2017-12-31")
                        .rows())
                .extracting(row -> told(row, columns))
                .containsExactly("2017-01 67.00 0.00 67.00 0.00", "2017-02 10.00 60.00 -50.00 4.00");
        assertThat(fed.ask(
                                "receipts",
                                "by",
                                "month",
                                "from",
                                "2017-01-01",
                                "to",
                                "2017-12-31",
                                "knownAt",
                                "2017-03-01T00:00:00Z")
                        .rows())
                .as("as it was known then")
                .extracting(row -> told(row, columns))
                .containsExactly("2017-01 60.00 0.00 60.00 0.00", "2017-02 10.00 60.00 -50.00 4.00");
    }

    @Test
    @DisplayName("R-140, R-200: money that moves to another contract counts for one of them on each day")
    void moved_money_counts_once() {
        set(1, "smith", "");
        set(2, "smith", "");
        due(2, 1, "50.00", "2017-01-10", "2017-01-01");
        pay(
                1,
                "payment-received",
                "2017-01-20",
                "\"receiptNo\":\"R1\",\"amount\":%s,\"receivedOn\":\"2017-01-20\"".formatted(Company.usd("50.00")));
        pay(
                1,
                "payment-moved-out",
                "2017-02-01",
                "\"receiptNo\":\"R1\",\"transferNo\":\"T1\",\"amount\":%s,\"on\":\"2017-02-01\""
                        .formatted(Company.usd("50.00")));
        pay(
                2,
                "payment-moved-in",
                "2017-02-01",
                "\"transferNo\":\"T1\",\"amount\":%s,\"receivedOn\":\"2017-01-20\"".formatted(Company.usd("50.00")));
        var fed = fed();

        assertThat(received(fed, "2017-01-19")).containsExactly("0.00 0.00");
        assertThat(received(fed, "2017-01-31")).as("a surplus of the first").containsExactly("50.00 0.00");
        assertThat(received(fed, "2017-02-01"))
                .as("pays what is due of the other")
                .containsExactly("50.00 50.00");
    }

    private static List<String> received(Fed fed, String day) {
        return fed.ask("collections", "by", "", "asOf", day).rows().stream()
                .filter(row -> row.get("currency") != null)
                .map(row -> told(row, "received", "collected"))
                .toList();
    }

    private Fed fed() {
        var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
        fed.take(company.events, new Random(1));
        return fed;
    }

    private void set(int id, String who, String more) {
        pay(id, "set", "2017-01-01", "\"owner\":\"%s\",\"value\":%s%s".formatted(who, Company.usd("1000.00"), more));
    }

    private void due(int id, int number, String amount, String dueOn, String on) {
        pay(
                id,
                "instalment-became-due",
                on,
                "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\"".formatted(number, Company.usd(amount), dueOn));
    }

    private void pay(int id, String type, String on, String fields) {
        company.say("contract", new UUID(5, id), "payment-schedule.%s.v1".formatted(type), on, fields);
    }

    private static List<String> ages(Fed fed, String day) {
        return fed.ask("receivables-ageing", "by", "customer", "asOf", day).rows().stream()
                .filter(row -> row.get("currency") != null)
                .map(row -> row.get("customer") + " " + told(row, AGES))
                .filter(row -> !row.endsWith(" 0.00 0.00 0.00 0.00 0.00 0.00 null"))
                .toList();
    }

    private static String told(Map<String, ?> row, String... columns) {
        return Stream.of(columns).map(name -> String.valueOf(row.get(name))).collect(Collectors.joining(" "));
    }
}
