package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final int DAYS = 90;
    private static final UUID CONTRACT = new UUID(4, 1);

    private final List<Inbound> events = new ArrayList<>();
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
    @DisplayName("an instalment is overdue from the day after the one that its invoice says, and not from an event")
    void overdue_counts_from_the_invoice() {
        set("1000.00");
        due(1, "150.00", "2017-02-01", "2017-01-10");
        payment(
                "invoice-issued",
                "2017-01-15",
                "\"number\":1,\"invoiceNo\":\"I\",\"amount\":%s,\"issuedOn\":\"2017-01-15\",\"dueOn\":\"2017-03-15\""
                        .formatted(usd("150.00")));
        payment(
                "instalment-overdue",
                "2017-02-02",
                "\"number\":1,\"amount\":%s,\"dueOn\":\"2017-02-01\",\"owner\":\"kim\"".formatted(usd("150.00")));
        fed.take(events, new Random(1));

        assertThat(on("2017-02-20", "due", "overdue")).isEmpty();
        assertThat(on("2017-03-15", "due", "overdue")).isEqualTo("150.00 0.00");
        assertThat(on("2017-03-16", "due", "overdue")).isEqualTo("150.00 150.00");
    }

    @Test
    @DisplayName("collected is at most what was due, and what came in beyond stands beside it")
    void an_overpayment_is_a_surplus() {
        set("1000.00");
        due(1, "150.00", "2017-02-01", "2017-01-10");
        due(2, "100.00", "2017-03-01", "2017-01-10");
        payment(
                "payment-received",
                "2017-02-01",
                "\"receiptNo\":\"R\",\"amount\":%s,\"receivedOn\":\"2017-02-01\"".formatted(usd("1000.00")));
        payment(
                "payment-matched",
                "2017-02-01",
                "\"receiptNo\":\"R\",\"number\":1,\"amount\":%s".formatted(usd("150.00")));
        fed.take(events, new Random(1));

        String[] all = {"due", "received", "collected", "surplus", "overdue", "rate"};
        assertThat(on("2017-01-31", all)).isEqualTo("");
        assertThat(on("2017-02-01", all)).isEqualTo("150.00 1000.00 150.00 850.00 0.00 1.0000");
        assertThat(on("2017-03-01", all)).isEqualTo("250.00 1000.00 250.00 750.00 0.00 1.0000");
        // It was received and never matched: whoever matches it takes it out of what is overdue.
        assertThat(on("2017-03-02", all)).isEqualTo("250.00 1000.00 250.00 750.00 100.00 1.0000");
    }

    @Test
    @DisplayName("a receipt that is reversed is taken out of all figures again, from the day of its reversal")
    void a_reversal_takes_back() {
        set("1000.00");
        due(1, "150.00", "2017-02-01", "2017-01-10");
        payment(
                "payment-received",
                "2017-01-20",
                "\"receiptNo\":\"R\",\"amount\":%s,\"receivedOn\":\"2017-01-20\"".formatted(usd("150.00")));
        payment(
                "payment-matched",
                "2017-01-20",
                "\"receiptNo\":\"R\",\"number\":1,\"amount\":%s".formatted(usd("150.00")));
        payment(
                "payment-reversed",
                "2017-02-10",
                "\"receiptNo\":\"R\",\"amount\":%s,\"reason\":\"bounced\",\"on\":\"2017-02-10\""
                        .formatted(usd("150.00")));
        fed.take(events, new Random(1));

        assertThat(on("2017-02-09", "received", "collected", "overdue", "rate")).isEqualTo("150.00 150.00 0.00 1.0000");
        assertThat(on("2017-02-10", "received", "collected", "overdue", "rate")).isEqualTo("0.00 0.00 150.00 0.0000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("every report on contracts, instalments and handovers equals a count by hand, adds up, and is the same"
            + " however it was fed")
    void laws_hold(long seed) {
        var random = new Random(seed);
        for (int id = 1; id <= 40; id++) {
            story(id, random);
        }
        fed.take(events, random);
        var laws = new Laws(fed, events, random, FIRST, DAYS);
        for (String report : List.of(
                "contracts",
                "signings",
                "collections",
                "receivables-ageing",
                "receipts",
                "handovers",
                "waiting-handovers")) {
            laws.hold(report, 15);
        }
        try (var other = Postgres.database()) {
            var again = new Fed(other, fed.declarations, LocalDate.of(2018, 1, 1));
            again.take(events, new Random(seed + 1));
            assertThat(again.contents()).isEqualTo(fed.contents());
            assertThat(fed.select("select count(*) from $.aside")).containsExactly("0");
        }
    }

    private void story(int id, Random random) {
        UUID contract = new UUID(5, id);
        String owner = "owner-" + random.nextInt(3);
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS / 2));
        String currency = random.nextInt(3) == 0 ? "JPY" : "USD";
        int value = 1 + random.nextInt(100_000);
        say(
                contract,
                "contract.drafted.v1",
                day,
                "\"owner\":\"%s\",\"value\":%s".formatted(owner, money(value, currency)));
        if (random.nextBoolean()) {
            value += random.nextInt(1_000);
            say(contract, "contract.revised.v1", day.plusDays(1), "\"value\":" + money(value, currency));
        }
        if (random.nextInt(5) == 0) {
            if (random.nextBoolean()) {
                say(contract, "contract.withdrawn.v1", day.plusDays(3), "\"on\":\"%s\"".formatted(day.plusDays(3)));
            }
            return;
        }
        LocalDate signed = day.plusDays(random.nextInt(12) - 3L);
        say(
                contract,
                "contract.signed.v1",
                day.plusDays(9),
                "\"owner\":\"%s\",\"value\":%s,\"signedOn\":\"%s\"".formatted(owner, money(value, currency), signed));
        if (random.nextBoolean()) {
            say(
                    contract,
                    "contract.became-effective.v1",
                    day.plusDays(10),
                    "\"effectiveOn\":\"%s\"".formatted(day.plusDays(random.nextInt(20))));
        }
        boolean mistake = random.nextInt(6) == 0;
        String over = "\"on\":\"%s\"".formatted(day.plusDays(30));
        if (mistake) {
            say(contract, "contract.voided.v1", day.plusDays(30), over);
        }
        UUID schedule = new UUID(6, id);
        say(
                schedule,
                "payment-schedule.set.v1",
                day.plusDays(10),
                "\"owner\":\"%s\",\"value\":%s".formatted(owner, money(value, currency)));
        for (int number = 1; number <= 1 + random.nextInt(3); number++) {
            LocalDate due = day.plusDays(random.nextInt(60));
            day = day.plusDays(random.nextInt(9));
            int amount = 1 + random.nextInt(value);
            say(
                    schedule,
                    "payment-schedule.instalment-became-due.v1",
                    day,
                    "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\"".formatted(number, money(amount, currency), due));
            if (random.nextBoolean()) {
                say(
                        schedule,
                        "payment-schedule.invoice-issued.v1",
                        day,
                        "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\""
                                .formatted(number, money(amount, currency), due.plusDays(random.nextInt(30))));
            }
            int paid = random.nextInt(2 * amount);
            say(
                    schedule,
                    "payment-schedule.payment-received.v1",
                    day,
                    "\"receiptNo\":\"R%d\",\"amount\":%s,\"receivedOn\":\"%s\""
                            .formatted(number, money(paid, currency), day.minusDays(random.nextInt(4))));
            say(
                    schedule,
                    "payment-schedule.payment-matched.v1",
                    day,
                    "\"receiptNo\":\"R%d\",\"number\":%d,\"amount\":%s"
                            .formatted(number, number, money(Math.min(paid, amount), currency)));
            if (random.nextInt(4) == 0) {
                day = day.plusDays(random.nextInt(9));
                say(
                        schedule,
                        "payment-schedule.payment-reversed.v1",
                        day,
                        "\"receiptNo\":\"R%d\",\"amount\":%s,\"on\":\"%s\""
                                .formatted(number, money(paid, currency), day));
            }
        }
        if (mistake) {
            say(schedule, "payment-schedule.voided.v1", day, over);
        }
        UUID handover = new UUID(7, id);
        String said = random.nextInt(4) == 0 ? "" : ",\"value\":" + money(value, currency);
        events.add(Said.on(
                day,
                "handover.initiated.v1",
                handover,
                events.size() + 1L,
                "delivery",
                "\"owner\":\"%s\"%s".formatted(owner, said)));
        if (random.nextBoolean()) {
            events.add(Said.on(day.plusDays(3), "handover.returned.v1", handover, events.size() + 1L, "delivery", ""));
        }
        if (mistake) {
            events.add(Said.on(day, "handover.called-off.v1", handover, events.size() + 1L, "delivery", over));
        } else if (random.nextBoolean()) {
            events.add(Said.on(
                    day.plusDays(9),
                    "handover.accepted.v1",
                    handover,
                    events.size() + 1L,
                    "delivery",
                    "\"acceptedOn\":\"%s\"".formatted(day.plusDays(random.nextInt(9)))));
        }
    }

    private void set(String value) {
        payment("set", "2017-01-01", "\"owner\":\"kim\",\"value\":" + usd(value));
    }

    private void due(int number, String amount, String dueOn, String on) {
        payment(
                "instalment-became-due",
                on,
                "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\"".formatted(number, usd(amount), dueOn));
    }

    private void payment(String type, String on, String fields) {
        say(CONTRACT, "payment-schedule.%s.v1".formatted(type), LocalDate.parse(on), fields);
    }

    private void say(UUID subject, String type, LocalDate on, String fields) {
        events.add(Said.on(on, type, subject, events.size() + 1L, "contract", fields));
    }

    private static String usd(String amount) {
        return "{\"amount\":\"%s\",\"currency\":\"USD\"}".formatted(amount);
    }

    private static String money(int minor, String currency) {
        return "{\"amount\":\"%s\",\"currency\":\"%s\"}"
                .formatted(
                        java.math.BigDecimal.valueOf(minor, currency.equals("JPY") ? 0 : 2)
                                .toPlainString(),
                        currency);
    }

    private String on(String day, String... columns) {
        return fed.ask("collections", "by", "", "asOf", day).rows().stream()
                .map(row -> String.join(
                        " ",
                        List.of(columns).stream()
                                .map(name -> String.valueOf(row.get(name)))
                                .toList()))
                .reduce("", String::concat);
    }
}
