package io.milepost.reporting.read.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.ProblemException;
import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.team.Placement;
import io.milepost.reporting.read.team.Places;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events in, numbers out. */
class FunnelTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2020, 1, 1);

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @Test
    @DisplayName("R-054: a deal is counted where it stood at the end of each day")
    void a_deal_is_counted_where_it_stood_at_the_end_of_each_day() {
        var cells = after(
                Deals.identified(one, "smith", "550.00", "USD", MONDAY),
                Deals.qualified(one, MONDAY.plusDays(1)),
                Deals.won(one, "1054.10", "USD", MARCH, MARCH));

        assertThat(funnel(cells, MONDAY.minusDays(1)).toString())
                .isEqualTo("{\"opportunities\":0,\"open\":0,\"identified\":0,\"qualified\":0,\"openValue\":null,"
                        + "\"weightedValue\":null,\"won\":0,"
                        + "\"wonValue\":null,\"lost\":0,\"withdrawn\":0,\"rejected\":0,\"winRate\":null}");
        assertThat(funnel(cells, MONDAY).get("identified").asLong()).isEqualTo(1);
        assertThat(funnel(cells, MONDAY.plusDays(1)).get("identified").asLong()).isZero();
        assertThat(funnel(cells, MONDAY.plusDays(1)).get("qualified").asLong()).isEqualTo(1);
        assertThat(funnel(cells, MONDAY.plusDays(1)).at("/openValue/amount").asString())
                .isEqualTo("550.00");
        assertThat(funnel(cells, MARCH).toString())
                .isEqualTo("{\"opportunities\":1,\"open\":0,\"identified\":0,\"qualified\":0,"
                        + "\"openValue\":{\"amount\":\"0.00\",\"currency\":\"USD\"},"
                        + "\"weightedValue\":{\"amount\":\"0.00\",\"currency\":\"USD\"},\"won\":1,"
                        + "\"wonValue\":{\"amount\":\"1054.10\",\"currency\":\"USD\"},"
                        + "\"lost\":0,\"withdrawn\":0,\"rejected\":0,\"winRate\":1.0000}");
    }

    @Test
    @DisplayName("Win rate is won / (won + lost), four decimals, half up; withdrawn and rejected are no defeat")
    void the_win_rate_leaves_out_what_was_never_decided() {
        var cells = after(
                Deals.identified(one, "smith", "1.00", "USD", MONDAY),
                Deals.won(one, "1.00", "USD", MARCH, MARCH),
                Deals.identified(two, "smith", "1.00", "USD", MONDAY),
                Deals.lost(two, MARCH, MARCH));
        var more = Stream.generate(UUID::randomUUID).limit(3).toList();
        after(
                cells,
                Deals.identified(more.get(0), "smith", "1.00", "USD", MONDAY),
                Deals.lost(more.get(0), MARCH, MARCH),
                Deals.identified(more.get(1), "smith", "1.00", "USD", MONDAY),
                Deals.withdrawn(more.get(1), MARCH, MARCH),
                Deals.identified(more.get(2), "smith", "1.00", "USD", MONDAY),
                Deals.rejected(more.get(2), MARCH));
        var totals = funnel(cells, MARCH);
        assertThat(totals.get("winRate").toString()).isEqualTo("0.3333");
        assertThat(totals.get("withdrawn").asLong()).isEqualTo(1);
        assertThat(totals.get("rejected").asLong()).isEqualTo(1);
        assertThat(totals.get("opportunities").asLong()).isEqualTo(5);
        assertThat(funnel(cells, MONDAY).get("winRate").isNull()).isTrue();
    }

    @Test
    void a_closing_day_before_what_is_known_is_booked_with_it_and_still_names_the_close_month() {
        var cells =
                after(Deals.identified(one, "smith", "9.00", "USD", MARCH), Deals.lost(one, MARCH.plusDays(1), MONDAY));
        assertThat(funnel(cells, MONDAY).get("opportunities").asLong()).isZero();
        assertThat(funnel(cells, MARCH).get("lost").asLong()).isEqualTo(1);
        assertThat(keys(cells, MARCH, FunnelGrouping.closeMonth)).containsExactly("2017-02");
    }

    @Test
    void a_stated_closing_day_is_booked_by_the_calendar_whatever_the_zone() {
        var cells = new InMemoryCells<Deal>(new Random(0));
        new Projector<>(new FunnelProjection(ZoneId.of("Pacific/Auckland")), cells)
                .handle(
                        0,
                        List.of(
                                Deals.identified(one, "smith", "9.00", "USD", MONDAY),
                                Deals.won(one, "9.00", "USD", MARCH, MARCH)));
        // Noon in UTC is the next day in Auckland; the closing day is a day of the calendar and moves nowhere.
        assertThat(funnel(cells, MONDAY).get("identified").asLong()).isZero();
        assertThat(funnel(cells, MONDAY.plusDays(1)).get("identified").asLong()).isEqualTo(1);
        assertThat(funnel(cells, MARCH).get("won").asLong()).isEqualTo(1);
    }

    @Test
    void values_follow_their_updates_and_currencies_do_not_add() {
        var cells = after(
                Deals.identified(one, "smith", "550.00", "USD", MONDAY),
                Deals.valued(one, "600.00", "USD", MONDAY.plusDays(1)),
                Deals.identifiedWithoutValue(two, "jones", MONDAY));
        assertThat(funnel(cells, MONDAY).at("/openValue/amount").asString()).isEqualTo("550.00");
        assertThat(funnel(cells, MARCH).at("/openValue/amount").asString()).isEqualTo("600.00");
        assertThat(funnel(cells, MARCH).get("opportunities").asLong()).isEqualTo(2);

        after(cells, Deals.valued(two, "7000", "JPY", MARCH));
        assertThat(funnel(cells, MONDAY).at("/openValue/currency").asString()).isEqualTo("USD");
        assertThatThrownBy(() -> funnel(cells, MARCH)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("CURRENCY_REQUIRED");
            assertThat(refused.problem().status()).isEqualTo(422);
        });
        after(cells, Deals.valued(two, "70.00", "USD", LATER));
        assertThat(funnel(cells, LATER).at("/openValue/amount").asString()).isEqualTo("670.00");
    }

    @Test
    @DisplayName("Decision 41: a deal that was won past a stage has reached it, and is counted as having skipped it")
    void conversion_counts_what_was_reached_at_least() {
        var skipped = UUID.randomUUID();
        var cells = after(
                Deals.identified(one, "smith", "1.00", "USD", MONDAY),
                Deals.qualified(one, MONDAY),
                Deals.lost(one, MARCH, MARCH),
                Deals.identified(two, "smith", "1.00", "USD", MONDAY),
                Deals.identified(skipped, "smith", "1.00", "USD", MONDAY),
                Deals.won(skipped, "1.00", "USD", MARCH, MARCH));
        var json = Json.mapper().createObjectNode();
        Figures.of(Entry.of(cells.upTo(MARCH))).conversion(json);
        assertThat(json.toString())
                .isEqualTo("{\"stages\":[{\"stage\":\"IDENTIFIED\",\"reached\":3,\"skipped\":0,\"rate\":null},"
                        + "{\"stage\":\"QUALIFIED\",\"reached\":2,\"skipped\":1,\"rate\":0.6667},"
                        + "{\"stage\":\"WON\",\"reached\":1,\"skipped\":0,\"rate\":0.5000}]}");
    }

    @Test
    void groups_are_keyed_by_stage_owner_team_region_and_close_month() {
        var cells = after(
                Deals.identified(one, "smith", "1.00", "USD", MONDAY),
                Deals.won(one, "1.00", "USD", MARCH, MARCH),
                Deals.identified(two, "jones", "1.00", "USD", MONDAY));
        assertThat(keys(cells, MARCH, FunnelGrouping.stage)).containsExactly("IDENTIFIED", "WON");
        assertThat(keys(cells, MARCH, FunnelGrouping.owner)).containsExactly("jones", "smith");
        assertThat(keys(cells, MARCH, FunnelGrouping.team)).containsExactly("(unknown)", "red");
        assertThat(keys(cells, MARCH, FunnelGrouping.region)).containsExactly("(unknown)", "East");
        assertThat(keys(cells, MARCH, FunnelGrouping.closeMonth)).containsExactly("(open)", "2017-03");
    }

    @Test
    void a_hundred_deals_of_the_largest_amount_are_set_aside_and_no_sum_wraps() {
        var cells = after(Deals.identified(one, "smith", "100.00", "USD", MONDAY));
        for (int deal = 0; deal < 100; deal++) {
            after(cells, Deals.identified(UUID.randomUUID(), "smith", "999999999999999.99", "USD", MONDAY));
        }
        after(cells, Deals.identified(UUID.randomUUID(), "smith", "999999999999999.9999", "CLF", MONDAY));
        after(cells, Deals.valued(one, "10000000000000.00", "USD", MONDAY.plusDays(1)));

        assertThat(cells.setAside()).isEqualTo(101);
        var json = Json.mapper().createObjectNode();
        Figures.of(Entry.of(cells.upTo(MONDAY.plusDays(1)))).funnel(json, "USD");
        assertThat(json.at("/openValue/amount").asString()).isEqualTo("10000000000000.00");
        assertThat(json.get("open").asLong()).isEqualTo(1);
    }

    @Test
    void a_deal_that_grows_too_large_stays_as_it_was_known() {
        var cells = after(
                Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                Deals.valued(one, "10000000000000.01", "USD", MONDAY.plusDays(1)),
                Deals.lost(one, MARCH, MARCH));
        var json = Json.mapper().createObjectNode();
        Figures.of(Entry.of(cells.upTo(MARCH))).funnel(json, "USD");
        assertThat(cells.setAside()).isEqualTo(1);
        assertThat(json.at("/openValue/amount").asString()).isEqualTo("100.00");
        assertThat(json.get("lost").asLong()).isZero();
    }

    @Test
    void half_a_character_in_an_owner_is_shown_as_a_replaced_one() {
        var cells = after(Deals.identified(one, "a\\ud800b", "100.00", "USD", MONDAY));
        assertThat(cells.setAside()).isZero();
        assertThat(cells.upTo(MONDAY)).containsOnlyKeys("a\ufffdb");
    }

    @Test
    void an_event_of_what_was_never_identified_is_a_fault_and_not_passed_over() {
        assertThatThrownBy(() -> new FunnelProjection(ZoneOffset.UTC).apply(null, Deals.qualified(one, MONDAY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never identified");
        assertThat(after(Deals.qualified(one, MONDAY)).setAside()).isEqualTo(1);
    }

    private static InMemoryCells<Deal> after(Inbound... events) {
        return after(new InMemoryCells<>(new Random(0)), events);
    }

    private static InMemoryCells<Deal> after(InMemoryCells<Deal> cells, Inbound... events) {
        new Projector<>(new FunnelProjection(ZoneOffset.UTC), cells).handle(0, List.of(events));
        return cells;
    }

    private static JsonNode funnel(InMemoryCells<Deal> cells, LocalDate day) {
        var entries = Entry.of(cells.upTo(day));
        var json = Json.mapper().createObjectNode();
        Figures.of(entries).funnel(json, Currencies.one(null, FunnelApi.currencies(entries)));
        return json;
    }

    private static Set<String> keys(InMemoryCells<Deal> cells, LocalDate day, FunnelGrouping grouping) {
        var places = new Places(Map.of("smith", new Placement(MONDAY, "red", "East")));
        return new TreeSet<>(Entry.of(cells.upTo(day)).stream()
                .map(entry -> grouping.key(entry, places))
                .toList());
    }
}
