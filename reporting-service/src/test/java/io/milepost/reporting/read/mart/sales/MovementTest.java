package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final List<String> FLOWS = List.of(
            "new_value",
            "increased_value",
            "decreased_value",
            "won_value",
            "lost_value",
            "withdrawn_value",
            "rejected_value",
            "reopened_value",
            "transferred_value",
            "handed_over_value");

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    @DisplayName(
            "opening and all changes are the closing, and that is the funnel's open value, for any period, whatever it is"
                    + " told apart by, with back-dated facts and whatever filter")
    void the_identity_holds(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        SalesLawsTest.places(SalesLawsTest.FIRST, events, random);
        for (int deal = 0; deal < 60; deal++) {
            SalesLawsTest.story(SalesLawsTest.FIRST, new UUID(seed, deal), events, random);
        }
        fed.take(events, random);
        int moved = 0;
        for (int time = 0; time < 60; time++) {
            LocalDate to = SalesLawsTest.FIRST.plusDays(random.nextInt(160));
            LocalDate from = to.minusDays(random.nextInt(90));
            String by = IntStream.range(0, 4)
                    .filter(_ -> random.nextBoolean())
                    .mapToObj(List.of("owner", "region", "product", "currency")::get)
                    .collect(Collectors.joining(","));
            String where = List.of("owner ne 'x'", "owner eq 'owner-1'", "region eq 'East'", "currency ne 'USD'")
                    .get(random.nextInt(4));
            var rows = fed.ask("movement", "from", from.toString(), "to", to.toString(), "by", by, "where", where)
                    .rows();
            var closing = new TreeMap<String, BigDecimal>();
            for (var row : rows) {
                var sum = FLOWS.stream()
                        .map(flow -> number(row.get(flow)))
                        .reduce(number(row.get("opening_value")), BigDecimal::add);
                assertThat(number(row.get("closing_value")))
                        .as("%s by %s where %s from %s to %s", row, by, where, from, to)
                        .isEqualByComparingTo(sum);
                assertThat(number(row.get("closing_deals")))
                        .isEqualByComparingTo(number(row.get("opening_deals")).add(number(row.get("net_deals"))));
                closing.merge(key(row, by), number(row.get("closing_value")), BigDecimal::add);
                moved += FLOWS.stream().anyMatch(flow -> number(row.get(flow)).signum() != 0) ? 1 : 0;
            }
            closing.values().removeIf(value -> value.signum() == 0);
            var funnel = new TreeMap<String, BigDecimal>();
            fed.ask("funnel", "asOf", to.toString(), "by", by, "where", where).rows().stream()
                    .filter(row -> row.get("currency") != null
                            && number(row.get("open_value")).signum() != 0)
                    .forEach(row -> funnel.merge(key(row, by), number(row.get("open_value")), BigDecimal::add));
            assertThat(closing).as("by %s on %s where %s", by, to, where).isEqualTo(funnel);
        }
        assertThat(moved).as("control").isGreaterThan(60);
        chains();
    }

    /** A month opens with what the one before closed with. */
    private void chains() {
        var closed = new TreeMap<String, BigDecimal>();
        int months = 0;
        for (var row : fed.ask(
                        "movement", "from", "2016-11-01", "to", "2017-06-30", "by", "month,owner", "orderBy", "month")
                .rows()) {
            String key = key(row, "owner");
            assertThat(number(row.get("opening_value")))
                    .isEqualByComparingTo(closed.getOrDefault(key, BigDecimal.ZERO));
            closed.put(key, number(row.get("closing_value")));
            months++;
        }
        assertThat(months).isGreaterThan(10);
    }

    @Test
    @DisplayName("every way in and out has its column, signed, with the reason and the deal in the rows behind it")
    void every_way_has_its_column() {
        var one = new UUID(1, 1);
        var two = new UUID(1, 2);
        fed.take(
                List.of(
                        Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                        Deals.identified(two, "jones", "200.00", "USD", MONDAY),
                        Deals.valued(one, "150.10", "USD", TUESDAY),
                        Deals.valued(two, "7", "JPY", TUESDAY),
                        Deals.lost(one, MARCH, MARCH),
                        Deals.qualified(one, MARCH),
                        Deals.won(one, "120.00", "USD", MARCH, MARCH)),
                new Random(1));
        var rows = fed.ask("movement", "from", TUESDAY.toString(), "to", MARCH.toString(), "by", "owner")
                .rows();
        assertThat(rows.stream().map(MovementTest::told))
                .containsExactly(
                        "jones JPY 0 0 0 0 0 0 0 0 0 7 0 7",
                        "jones USD 200.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 -200.00 0.00 0.00",
                        "smith USD 100.00 0.00 50.10 -30.10 -120.00 -150.10 0.00 0.00 150.10 0.00 0.00 0.00");
        assertThat(fed.rows("movement", "where", "kind eq 'LOST'").rows())
                .singleElement()
                .satisfies(row -> assertThat(
                                List.of(row.get("opportunity_id"), row.get("reason"), row.get("value_amount")))
                        .asString()
                        .isEqualTo("[%s, price, -150.10]".formatted(one)));
    }

    @Test
    @DisplayName("what is asked of nobody has no rows, and no zeros that somebody might believe")
    void nobody_has_no_rows() {
        fed.take(List.of(Deals.identified(new UUID(1, 1), "smith", "1.00", "USD", MONDAY)), new Random(1));
        for (String where : List.of("owner eq 'nobody'", "owner eq ''", "owner eq null")) {
            assertThat(fed.ask("movement", "from", "2017-01-01", "where", where).rows())
                    .as(where)
                    .isEmpty();
        }
        assertThat(fed.ask("movement", "from", "2017-01-01", "where", "owner eq 'smith'")
                        .rows())
                .hasSize(1);
    }

    @Test
    @DisplayName("an amount as large as an event may state it moves as it is, and sums have no end")
    void has_no_end() {
        fed.take(
                List.of(
                        Deals.identified(new UUID(1, 1), "smith", "999999999999999.9999", "CLF", MONDAY),
                        Deals.identified(new UUID(1, 2), "smith", "999999999999999.9999", "CLF", MONDAY)),
                new Random(1));
        assertThat(fed.ask("movement", "from", "2017-01-01", "to", "2017-12-31", "by", "")
                        .rows()
                        .getFirst()
                        .get("closing_value"))
                .hasToString("1999999999999999.9998");
    }

    private static String told(Map<String, Object> row) {
        var told = new ArrayList<String>(List.of("owner", "currency", "opening_value"));
        told.addAll(FLOWS);
        told.add("closing_value");
        return told.stream().map(name -> String.valueOf(row.get(name))).collect(Collectors.joining(" "));
    }

    private static String key(Map<String, Object> row, String by) {
        return row.get("currency") + " "
                + List.of(by.split(",", -1)).stream()
                        .map(name -> String.valueOf(row.get(name)))
                        .toList();
    }

    private static BigDecimal number(Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString()).stripTrailingZeros();
    }
}
