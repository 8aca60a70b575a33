package io.milepost.reporting.read.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Period;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.funnel.Deals;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Movement of the mart beside that of the cells, as long as both are there. */
class MartEqualsMovementTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final Map<String, String> TAKEN = Map.of(
            "decreased_value", "decreased",
            "won_value", "won",
            "lost_value", "lost",
            "withdrawn_value", "withdrawn",
            "rejected_value", "rejected");
    private static final Map<String, String> ADDED = Map.of(
            "opening_value", "opening",
            "new_value", "new",
            "increased_value", "increased",
            "reopened_value", "reopened",
            "closing_value", "closing");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("of every period asked about, in all and of one owner, the mart says what the cells say")
    void says_the_same(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int deal = 0; deal < 70; deal++) {
            story(new UUID(seed, deal), events, random);
        }
        var cells = new InMemoryCells<MovingDeal>(random);
        new Projector<>(new MovementProjection(ZoneOffset.UTC), cells).handle(0, events);
        var movement =
                new io.milepost.reporting.read.mart.sales.Movement(ZoneOffset.UTC, new Sales(ZoneOffset.UTC).places());
        int told = 0;
        try (var database = Postgres.database()) {
            var fed = new Fed(
                    database,
                    new Declarations(List.of(movement.measures()), movement.reports()),
                    LocalDate.of(2026, 1, 1));
            fed.take(events, random);
            for (int asked = 0; asked < 40; asked++) {
                LocalDate to = FIRST.plusDays(random.nextInt(170));
                LocalDate from = to.minusDays(random.nextInt(100));
                String currency = random.nextInt(3) == 0 ? "EUR" : "USD";
                String owner = random.nextBoolean() ? null : "owner-" + random.nextInt(4);
                var before = Json.mapper().createObjectNode();
                Movement.of(cells.booked(to), new Period(from.minusDays(1), to, currency, owner))
                        .write(before, currency);
                String where = "currency eq '%s'%s"
                        .formatted(currency, owner == null ? "" : " and owner eq '%s'".formatted(owner));
                var rows = fed.ask("movement", "by", "", "from", from.toString(), "to", to.toString(), "where", where)
                        .rows();
                Map<String, Object> row = rows.isEmpty() ? Map.of() : rows.getFirst();
                String as = "%s from %s to %s".formatted(where, from, to);
                ADDED.forEach((now, bar) ->
                        assertThat(amount(row.get(now))).as(as + now).isEqualByComparingTo(bar(before, bar)));
                TAKEN.forEach((now, bar) ->
                        assertThat(amount(row.get(now)).negate()).as(as + now).isEqualByComparingTo(bar(before, bar)));
                assertThat(amount(row.get("transferred_value")))
                        .isEqualByComparingTo(bar(before, "currencyIn").subtract(bar(before, "currencyOut")));
                assertThat(amount(row.get("opening_deals")))
                        .isEqualByComparingTo(
                                new BigDecimal(before.at("/bars/0/count").asString()));
                assertThat(amount(row.get("closing_deals")))
                        .isEqualByComparingTo(
                                new BigDecimal(before.at("/bars/11/count").asString()));
                told += rows.size();
            }
        }
        assertThat(told).as("control").isGreaterThan(25);
    }

    private static BigDecimal bar(JsonNode before, String name) {
        return new BigDecimal(before.at("/" + name + "/amount").asString());
    }

    private static BigDecimal amount(Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static void story(UUID id, List<Inbound> events, Random random) {
        var day = FIRST.plusDays(random.nextInt(80));
        var currency = random.nextInt(3) == 0 ? "EUR" : "USD";
        events.add(Deals.identified(id, "owner-" + random.nextInt(4), amount(random), currency, day));
        for (int value = random.nextInt(5); value > 0; value--) {
            day = day.plusDays(random.nextInt(12));
            currency = random.nextInt(6) == 0 ? "EUR" : currency;
            events.add(Deals.valued(id, amount(random), currency, day));
        }
        var stated = day.plusDays(random.nextInt(40) - 8L);
        var said = stated.isBefore(day) ? day : stated;
        switch (random.nextInt(6)) {
            case 0, 1 -> events.add(Deals.won(id, amount(random), currency, said, stated));
            case 2 -> {
                events.add(Deals.lost(id, said, stated));
                if (random.nextBoolean()) {
                    events.add(Deals.qualified(id, said.plusDays(3)));
                }
            }
            case 3 -> events.add(Deals.withdrawn(id, said, stated));
            case 4 -> events.add(Deals.rejected(id, said));
            default -> {}
        }
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 2).toPlainString();
    }
}
