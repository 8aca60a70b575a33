package io.milepost.reporting.read.mart.units;

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

class UnitsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final int DAYS = 90;

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
    @DisplayName("R-203: the inventory says of every unit that is not sold why not, as of any day")
    void the_inventory_has_reasons() {
        added(1, 1);
        added(2, 1);
        added(3, 1);
        released(2, 2);
        released(3, 2);
        unit(3, "price-sheet-issued", 3, "");
        unit(3, "deposit-taken", 4, "");
        unit(3, "released", 6, "\"reason\":\"HOLD_EXPIRED\"");
        fed.take(events, new Random(1));

        assertThat(inventory("2017-01-01")).containsExactly("NOT_RELEASED 3 0 3");
        assertThat(inventory("2017-01-02")).containsExactlyInAnyOrder("NOT_RELEASED 1 0 1", "NO_CUSTOMER 2 2 2");
        assertThat(inventory("2017-01-03"))
                .containsExactlyInAnyOrder("NOT_RELEASED 1 0 1", "NO_CUSTOMER 1 1 1", "NO_DEPOSIT 1 1 1");
        assertThat(inventory("2017-01-04"))
                .containsExactlyInAnyOrder("NOT_RELEASED 1 0 1", "NO_CUSTOMER 1 1 1", "TO_BE_SUBSCRIBED 1 0 1");
        assertThat(inventory("2017-01-06"))
                .containsExactlyInAnyOrder("NOT_RELEASED 1 0 1", "NO_CUSTOMER 1 1 1", "HOLD_EXPIRED 1 1 1");
    }

    @Test
    @DisplayName(
            "R-203: what is still to be topped up and signed stands by phase, late from the day after the agreed one;"
                    + " a deposit is no collection before it is part of a price")
    void the_backlog_stands_by_phase() {
        held(1, 1, "2017-01-05");
        sale(1, "deposit.topped-up", 7, "\"payment\":{\"amount\":%s},\"open\":%s".formatted(usd(800), usd(0)));
        sale(1, "subscription.completed", 8, "\"contractOn\":\"2017-01-12\"");
        sale(1, "subscription.signed", 9, "");
        sale(1, "deposit.converted", 15, "");
        fed.take(events, new Random(1));

        String[] all = {"to_top_up", "open", "top_up_late", "to_subscribe", "to_sign", "sign_late", "kept", "converted"
        };
        assertThat(backlog("2017-01-05", all)).containsExactly("first 1 8.00 0 0 0 0 2.00 0.00");
        assertThat(backlog("2017-01-06", all)).containsExactly("first 1 8.00 1 0 0 0 2.00 0.00");
        assertThat(backlog("2017-01-07", all)).containsExactly("first 0 0.00 0 1 0 0 10.00 0.00");
        assertThat(backlog("2017-01-12", all)).containsExactly("first 0 0.00 0 0 1 0 10.00 0.00");
        assertThat(backlog("2017-01-13", all)).containsExactly("first 0 0.00 0 0 1 1 10.00 0.00");
        assertThat(backlog("2017-01-15", all)).containsExactly("first 0 0.00 0 0 0 0 0.00 10.00");
    }

    @Test
    @DisplayName("R-191: of the subscriptions signed in a period it is told how many became contracts")
    void subscriptions_become_contracts() {
        for (int id = 1; id <= 3; id++) {
            held(id, 1, "2017-01-05");
            sale(id, "deposit.topped-up", 7, "\"payment\":{\"amount\":%s},\"open\":%s".formatted(usd(800), usd(0)));
            sale(id, "subscription.completed", 8, "\"contractOn\":\"2017-01-12\"");
        }
        sale(1, "subscription.signed", 9, "");
        sale(2, "subscription.signed", 9, "");
        sale(1, "deposit.converted", 15, "");
        fed.take(events, new Random(1));

        assertThat(fed.ask("subscription-conversion", "by", "phase", "from", "2017-01-01", "to", "2017-12-31")
                        .rows())
                .extracting(row -> "%s of %s, %s"
                        .formatted(
                                row.get("contracts_of_subscriptions"),
                                row.get("subscriptions"),
                                row.get("subscription_rate")))
                .containsExactly("1 of 2, 0.5000");
        assertThat(fed.ask("subscription-conversion", "by", "phase", "from", "2017-02-01", "to", "2017-12-31")
                        .rows())
                .as("none was signed later")
                .isEmpty();
    }

    @Test
    @DisplayName("R-203: what is due to buyers is shown until it is refunded, less what was forfeited")
    void refunds_are_shown() {
        held(1, 1, "2017-01-05");
        sale(1, "deposit.refund-became-due", 6, "\"amount\":" + usd(200));
        sale(1, "deposit.forfeited", 7, "\"amount\":%s,\"due\":%s".formatted(usd(50), usd(150)));
        sale(1, "deposit.refunded", 8, "");
        fed.take(events, new Random(1));

        String[] money = {"kept", "refund_due", "forfeited"};
        assertThat(backlog("2017-01-06", money)).containsExactly("first 0.00 2.00 0.00");
        assertThat(backlog("2017-01-07", money)).containsExactly("first 0.00 1.50 0.50");
        assertThat(backlog("2017-01-08", money)).containsExactly("first 0.00 0.00 0.50");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("R-203: the reports on units equal a count by hand, add up, and are the same however they were fed")
    void laws_hold(long seed) {
        var random = new Random(seed);
        for (int id = 1; id <= 40; id++) {
            story(id, random);
        }
        fed.take(events, random);
        var laws = new Laws(fed, events, random, FIRST, DAYS);
        for (String report : List.of("unit-inventory", "deposit-backlog")) {
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
        int day = 1 + random.nextInt(30);
        added(id, day);
        if (random.nextInt(8) == 0) {
            return;
        }
        released(id, day + random.nextInt(3));
        if (random.nextBoolean()) {
            unit(id, "price-sheet-issued", day + 3, "");
        }
        if (random.nextInt(8) == 0) {
            unit(id, "withdrawn", day + 4, "\"reason\":\"show flat\"");
            return;
        }
        if (random.nextInt(4) == 0) {
            rejected(id + 500, day + 5);
        }
        if (random.nextBoolean()) {
            held(id, day + 5, FIRST.plusDays(day + 9L).toString());
            unit(id, "held", day + 5, "");
            switch (random.nextInt(3)) {
                case 0 ->
                    sale(
                            id,
                            "deposit.topped-up",
                            day + 7,
                            "\"payment\":{\"amount\":%s},\"open\":%s".formatted(usd(800), usd(0)));
                case 1 -> left(id, day + 12, random);
                default -> {}
            }
        } else {
            sale(id, "deposit.paid", day + 5, received(1000));
            unit(id, "deposit-taken", day + 5, "");
            if (random.nextBoolean()) {
                sale(
                        id,
                        "subscription.completed",
                        day + 6,
                        "\"contractOn\":\"%s\"".formatted(FIRST.plusDays(day + 12L)));
                sale(id, "subscription.signed", day + 7, "");
                unit(id, "subscribed", day + 7, "");
            }
            switch (random.nextInt(3)) {
                case 0 -> left(id, day + 14, random);
                case 1 -> {
                    sale(id, "deposit.converted", day + 15, "");
                    unit(id, "sold", day + 15, "");
                }
                default -> {}
            }
        }
    }

    private void left(int id, int day, Random random) {
        sale(id, "deposit.refund-became-due", day, "\"amount\":" + usd(200));
        unit(id, "released", day, "\"reason\":\"CANCELLED_BY_BUYER\"");
        if (random.nextBoolean()) {
            sale(id, "deposit.forfeited", day + 1, "\"amount\":%s,\"due\":%s".formatted(usd(50), usd(150)));
        }
        if (random.nextBoolean()) {
            sale(id, "deposit.refunded", day + 2, "");
        }
    }

    private void added(int id, int day) {
        unit(
                id,
                "added",
                day,
                "\"programme\":\"HARBOUR\",\"unitNo\":\"A-%d\",\"listPrice\":%s".formatted(id, usd(9000)));
    }

    private void released(int id, int day) {
        unit(
                id,
                "released-for-sale",
                day,
                "\"phase\":\"%s\",\"listPrice\":%s".formatted(id % 2 == 0 ? "first" : "second", usd(9500)));
    }

    private void unit(int id, String type, int day, String fields) {
        say(new UUID(8, id), "sellable-unit.%s.v1".formatted(type), day, fields);
    }

    private void held(int id, int day, String topUpBy) {
        sale(
                id,
                "deposit.partly-paid",
                day,
                received(200) + ",\"open\":%s,\"topUpBy\":\"%s\"".formatted(usd(800), topUpBy));
    }

    private void rejected(int id, int day) {
        sale(
                id,
                "deposit.rejected",
                day,
                "\"consultant\":\"kim\",\"programme\":\"HARBOUR\",\"unitNo\":\"A\",\"kind\":\"DEPOSIT\",\"payment\":{\"amount\":%s}"
                        .formatted(usd(1000)));
    }

    private static String received(int minor) {
        return """
                "consultant":"kim","payment":{"amount":%s},"sale":{"programme":"HARBOUR","unitNo":"A","phase":"first",\
                "kind":"EARNEST_MONEY","price":%s}""".formatted(usd(minor), usd(9000));
    }

    private void sale(int id, String type, int day, String fields) {
        say(new UUID(9, id), type + ".v1", day, fields);
    }

    private void say(UUID subject, String type, int day, String fields) {
        events.add(Said.on(FIRST.plusDays(day - 1L), type, subject, events.size() + 1L, "contract", fields));
    }

    private static String usd(int minor) {
        return "{\"amount\":\"%d.%02d\",\"currency\":\"USD\"}".formatted(minor / 100, minor % 100);
    }

    private List<String> inventory(String day) {
        return rows("unit-inventory", day, "reason", "units", "available", "unsold");
    }

    private List<String> backlog(String day, String... columns) {
        return rows("deposit-backlog", day, "phase", columns);
    }

    private List<String> rows(String report, String day, String by, String... columns) {
        return fed.ask(report, "asOf", day).rows().stream()
                .map(row -> row.get(by)
                        + " "
                        + String.join(
                                " ",
                                List.of(columns).stream()
                                        .map(name -> String.valueOf(row.get(name)))
                                        .toList()))
                .toList();
    }
}
