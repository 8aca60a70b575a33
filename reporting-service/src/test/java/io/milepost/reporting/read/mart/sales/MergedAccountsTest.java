package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose deals are counted after accounts of one customer were merged, in several steps, and parted again. */
class MergedAccountsTest {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
    private static final UUID ACME = new UUID(8, 1);
    private static final UUID BOLT = new UUID(8, 2);
    private static final UUID CORE = new UUID(8, 3);
    private static final UUID DASH = new UUID(8, 4);
    private static final UUID UNHEARD = new UUID(8, 5);

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
    private final List<Inbound> events = new ArrayList<>();

    @BeforeEach
    void merges() {
        opened(ACME, "Acme");
        opened(BOLT, "Bolt");
        opened(CORE, "Core");
        opened(DASH, "Dash");
        int number = 1;
        for (var account : List.of(ACME, BOLT, CORE, DASH, UNHEARD)) {
            events.add(Deals.described(
                    new UUID(1, number), "kim", "Deal " + number, account, number + ".00", MARCH, MARCH));
            number++;
        }
        merged(10, ACME, BOLT);
        absorbed(10, BOLT, ACME);
        merged(12, DASH, CORE);
        absorbed(12, CORE, DASH);
        parted(12, DASH, CORE);
        merged(20, BOLT, CORE);
        absorbed(20, CORE, BOLT, ACME);
        parted(30, BOLT, CORE);
        parted(40, ACME, BOLT);
        fed.take(events, new Random(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-019: from the day of a merge on a deal counts for the account that stands for its own, and goes back")
    void deals_are_those_of_the_golden_record() {
        assertThat(customersOn(9)).containsExactly("1 Acme", "2 Bolt", "3 Core", "4 Dash", "5 (unknown)");
        assertThat(customersOn(10)).containsExactly("1 Bolt", "2 Bolt", "3 Core", "4 Dash", "5 (unknown)");
        assertThat(customersOn(20)).containsExactly("1 Core", "2 Core", "3 Core", "4 Dash", "5 (unknown)");
        assertThat(customersOn(30)).containsExactly("1 Bolt", "2 Bolt", "3 Core", "4 Dash", "5 (unknown)");
        assertThat(customersOn(40)).containsExactly("1 Acme", "2 Bolt", "3 Core", "4 Dash", "5 (unknown)");
    }

    @Test
    @DisplayName(
            "R-019: a report by golden record adds up the deals of all its accounts, and names the account as it is stored")
    void reports_add_up_by_golden_record() {
        assertThat(openBy("golden_record", 20)).containsExactlyInAnyOrder(CORE + " 3", DASH + " 1", UNHEARD + " 1");
        assertThat(openBy("account_id", 20))
                .containsExactlyInAnyOrder(ACME + " 1", BOLT + " 1", CORE + " 1", DASH + " 1", UNHEARD + " 1");
        assertThat(openBy("golden_record", 9)).hasSize(5).contains(ACME + " 1");
    }

    private List<String> customersOn(int day) {
        return fed
                .rows(
                        "opportunity",
                        "orderBy",
                        "value_amount",
                        "asOf",
                        MARCH.plusDays(day).toString())
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get("name")).substring("Deal ".length()) + " " + row.get("customer"))
                .toList();
    }

    private List<String> openBy(String dimension, int day) {
        return fed.ask("funnel", "by", dimension, "asOf", MARCH.plusDays(day).toString()).rows().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get(dimension)), MergedAccountsTest::open, Integer::sum))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private static int open(Map<String, ?> row) {
        return Integer.parseInt(String.valueOf(row.get("open")));
    }

    private void opened(UUID account, String name) {
        say(account, "account.opened.v1", 0, "\"profile\":{\"name\":\"%s\"}".formatted(name));
    }

    private void merged(int day, UUID account, UUID into) {
        say(account, "account.merged.v1", day, "\"into\":\"%s\",\"reason\":\"the same\"".formatted(into));
    }

    private void absorbed(int day, UUID account, UUID other, UUID... standingFor) {
        var others = List.of(standingFor).stream().map("\"%s\""::formatted).collect(Collectors.joining(",", "[", "]"));
        say(account, "account.absorbed.v1", day, "\"accountId\":\"%s\",\"standingFor\":%s".formatted(other, others));
    }

    private void parted(int day, UUID account, UUID from) {
        say(account, "account.unmerged.v1", day, "\"from\":\"%s\",\"reason\":\"not the same\"".formatted(from));
        say(from, "account.released.v1", day, "\"accountId\":\"%s\"".formatted(account));
    }

    private void say(UUID account, String type, int day, String body) {
        events.add(Said.on(MARCH.plusDays(day), type, account, events.size() + 1L, "lead", body));
    }
}
