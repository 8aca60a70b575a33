package io.milepost.reporting.read.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.ProblemException;
import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Period;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.funnel.Deals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events in, bars out. */
class MovementTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();
    private final UUID three = UUID.randomUUID();
    private final UUID four = UUID.randomUUID();

    @Test
    @DisplayName("Goals 1.2: opening and closing with every bar between them")
    void every_way_in_and_out_has_its_bar() {
        var cells = after(
                Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                Deals.identified(two, "smith", "200.00", "USD", MONDAY),
                Deals.identified(three, "jones", "400.00", "USD", MONDAY),
                Deals.valued(one, "150.10", "USD", TUESDAY),
                Deals.valued(two, "160.00", "USD", TUESDAY),
                Deals.identified(four, "jones", "7.77", "USD", TUESDAY),
                Deals.rejected(four, MARCH),
                Deals.withdrawn(two, MARCH, MARCH),
                Deals.lost(three, MARCH, MARCH));
        assertThat(bars(cells, "USD", null))
                .isEqualTo("opening:3=700.00 new:1=7.77 increased:1=50.10 decreased:1=40.00 reopened:0=0.00 won:0=0.00 "
                        + "lost:1=400.00 withdrawn:1=160.00 rejected:1=7.77 currencyIn:0=0.00 currencyOut:0=0.00 "
                        + "closing:1=150.10");
        assertThat(bars(cells, "USD", "jones"))
                .isEqualTo("opening:1=400.00 new:1=7.77 increased:0=0.00 decreased:0=0.00 reopened:0=0.00 won:0=0.00 "
                        + "lost:1=400.00 withdrawn:0=0.00 rejected:1=7.77 currencyIn:0=0.00 currencyOut:0=0.00 "
                        + "closing:0=0.00");
        var lost = bar(movement(cells, "USD", null), "lost").get("deals");
        assertThat(lost.size()).isEqualTo(1);
        assertThat(lost.get(0).get("id").asString()).isEqualTo(three.toString());
        assertThat(lost.get(0).get("on").asString()).isEqualTo(MARCH.toString());
        assertThat(lost.get(0).at("/value/amount").asString()).isEqualTo("400.00");
        assertThat(lost.get(0).get("position").asLong()).isPositive();
    }

    @Test
    void amounts_that_no_sum_takes_are_set_aside_whether_they_come_or_go() {
        var cells = after(
                Deals.identified(one, "smith", "999999999999999.99", "USD", MONDAY),
                Deals.identified(two, "smith", "999999999999999.9999", "CLF", MONDAY),
                Deals.identified(three, "smith", "1.00", "USD", MONDAY),
                Deals.won(three, "10000000000000.01", "USD", TUESDAY, TUESDAY),
                Deals.identified(four, "smith", "10000000000000.00", "USD", TUESDAY));
        assertThat(cells.setAside()).isEqualTo(3);
        assertThat(bars(cells, "USD", null))
                .startsWith("opening:1=1.00 new:1=10000000000000.00")
                .endsWith("closing:2=10000000000001.00");
    }

    @Test
    void a_deal_is_won_at_the_value_of_its_contract_and_the_difference_is_an_increase_before() {
        var cells = after(
                Deals.identified(one, "smith", "550.00", "USD", MONDAY),
                Deals.won(one, "1054.10", "USD", MARCH, MARCH));
        assertThat(bars(cells, null, null))
                .contains("opening:1=550.00", "increased:1=504.10", "won:1=1054.10", "closing:0=0.00");
    }

    @Test
    void a_deal_that_is_open_again_comes_back_with_the_value_that_it_had() {
        var cells = after(
                Deals.identified(one, "smith", "5.00", "USD", MONDAY),
                Deals.lost(one, MONDAY, MONDAY),
                Deals.qualified(one, TUESDAY));
        assertThat(bars(cells, null, null)).contains("opening:0=0.00", "reopened:1=5.00", "closing:1=5.00");
    }

    @Test
    void a_deal_without_a_value_is_new_when_it_is_valued_and_one_without_any_moves_nothing() {
        var cells = after(
                Deals.identifiedWithoutValue(one, "smith", MONDAY),
                Deals.identifiedWithoutValue(two, "smith", TUESDAY),
                Deals.lost(two, MARCH, MARCH),
                Deals.valued(one, "9.00", "USD", TUESDAY));
        assertThat(bars(cells, null, null)).contains("opening:0=0.00", "new:1=9.00", "lost:0=0.00", "closing:1=9.00");
    }

    @Test
    void a_deal_valued_in_another_currency_leaves_one_movement_and_enters_the_other() {
        var cells =
                after(Deals.identified(one, "smith", "5.00", "USD", MONDAY), Deals.valued(one, "700", "JPY", TUESDAY));
        assertThat(bars(cells, "USD", null)).contains("opening:1=5.00", "currencyOut:1=5.00", "closing:0=0.00");
        assertThat(bars(cells, "JPY", null)).contains("opening:0=0 ", "currencyIn:1=700 ", "closing:1=700");
        assertThatThrownBy(() -> movement(cells, null, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("CURRENCY_REQUIRED"));
    }

    @Test
    void the_largest_hundred_deals_are_listed_and_all_are_counted() {
        var cells = new InMemoryCells<MovingDeal>(new Random(0));
        for (int deal = 1; deal <= 130; deal++) {
            after(cells, Deals.identified(new UUID(7, deal), "smith", deal + ".00", "USD", TUESDAY));
        }
        var fresh = bar(movement(cells, null, null), "new");
        assertThat(fresh.get("count").asLong()).isEqualTo(130);
        assertThat(fresh.get("deals").size()).isEqualTo(100);
        assertThat(fresh.at("/deals/0/value/amount").asString()).isEqualTo("130.00");
        assertThat(fresh.at("/deals/99/value/amount").asString()).isEqualTo("31.00");
    }

    @Test
    void where_nothing_ever_moved_there_is_no_currency_and_no_amount() {
        var answer = movement(after(), null, null);
        assertThat(answer.get("currency").isNull()).isTrue();
        assertThat(answer.get("opening").isNull()).isTrue();
        assertThat(bar(answer, "closing").get("count").asLong()).isZero();
    }

    private static InMemoryCells<MovingDeal> after(Inbound... events) {
        return after(new InMemoryCells<>(new Random(0)), events);
    }

    private static InMemoryCells<MovingDeal> after(InMemoryCells<MovingDeal> cells, Inbound... events) {
        new Projector<>(new MovementProjection(ZoneOffset.UTC), cells).handle(0, List.of(events));
        return cells;
    }

    private static JsonNode movement(
            InMemoryCells<MovingDeal> cells, @Nullable String currency, @Nullable String owner) {
        var period = new Period(MONDAY, MARCH, currency, owner);
        var movement = Movement.of(cells.booked(MARCH), period);
        var body = Json.mapper().createObjectNode();
        movement.write(body, Currencies.one(currency, movement.currencies()));
        return body;
    }

    private static JsonNode bar(JsonNode answer, String name) {
        return StreamSupport.stream(answer.get("bars").spliterator(), false)
                .filter(bar -> bar.get("bar").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String bars(InMemoryCells<MovingDeal> cells, @Nullable String currency, @Nullable String owner) {
        return StreamSupport.stream(movement(cells, currency, owner).get("bars").spliterator(), false)
                .map(bar -> bar.get("bar").asString() + ":" + bar.get("count").asLong() + "="
                        + bar.at("/value/amount").asString())
                .collect(Collectors.joining(" "));
    }
}
