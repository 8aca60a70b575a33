package io.milepost.reporting.read.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Period;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.funnel.Deal;
import io.milepost.reporting.read.funnel.Deals;
import io.milepost.reporting.read.funnel.FunnelProjection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goals 1.2, over a random history: 200 pairs of days, each in two currencies, for all owners and for one. */
class MovementIdentityTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final int DAYS = 150;
    private static final Set<String> ADDS = Set.of("new", "increased", "reopened", "currencyIn");
    private static final Set<String> REVALUES = Set.of("increased", "decreased");

    private final Random random = new Random(20170305);
    private final List<Inbound> events = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final InMemoryCells<MovingDeal> cells = new InMemoryCells<>(random);
    private final InMemoryCells<Deal> funnel = new InMemoryCells<>(random);

    /** A bar's part, noted by hand when the event was made up. */
    private record Step(LocalDate on, String owner, String bar, String currency, long minor) {}

    @BeforeEach
    void a_history() {
        for (int deal = 0; deal < 120; deal++) {
            story(new UUID(12, deal));
        }
        for (int time = 0; time < 2; time++) {
            new Projector<>(new MovementProjection(ZoneOffset.UTC), cells).handle(0, events);
        }
        new Projector<>(new FunnelProjection(ZoneOffset.UTC), funnel).handle(0, events);
    }

    @Test
    @DisplayName("Opening and the bars give the closing to the cent, in value and in number of deals")
    void the_identity_holds_for_random_pairs_of_days() {
        int moved = 0;
        for (int pair = 0; pair < 200; pair++) {
            for (var currency : List.of("USD", "EUR")) {
                var answer = movement(period(currency, random.nextBoolean() ? null : owner()));
                var value = amount(answer.get("opening"));
                long deals = answer.at("/bars/0/count").asLong();
                for (JsonNode bar : answer.get("bars")) {
                    var name = bar.get("bar").asString();
                    if (name.equals("opening") || name.equals("closing")) {
                        continue;
                    }
                    var part = amount(bar.get("value"));
                    long count = bar.get("count").asLong();
                    value = ADDS.contains(name) ? value.add(part) : value.subtract(part);
                    deals += REVALUES.contains(name) ? 0 : ADDS.contains(name) ? count : -count;
                    moved += count == 0 ? 0 : 1;
                }
                assertThat(value).isEqualByComparingTo(amount(answer.get("closing")));
                assertThat(deals)
                        .isEqualTo(answer.get("bars")
                                .get(answer.get("bars").size() - 1)
                                .get("count")
                                .asLong());
            }
        }
        assertThat(moved).as("control: bars with something in them").isGreaterThan(1_000);
    }

    @Test
    void every_bar_equals_a_sum_by_hand_and_every_level_that_of_the_funnel() {
        for (int pair = 0; pair < 200; pair++) {
            var period = period(random.nextBoolean() ? "USD" : "EUR", random.nextBoolean() ? null : owner());
            var answer = movement(period);
            for (JsonNode bar : answer.get("bars")) {
                var name = bar.get("bar").asString();
                var byHand = steps.stream()
                        .filter(step -> step.bar().equals(name))
                        .filter(step -> step.currency().equals(period.currency()))
                        .filter(step -> period.owner() == null || period.owner().equals(step.owner()))
                        .filter(step ->
                                step.on().isAfter(period.from()) && !step.on().isAfter(period.to()))
                        .toList();
                if (name.equals("opening") || name.equals("closing")) {
                    var day = name.equals("opening") ? period.from() : period.to();
                    assertThat(amount(bar.get("value"))).isEqualByComparingTo(openInFunnel(day, period));
                } else {
                    assertThat(bar.get("count").asLong()).as(name).isEqualTo(byHand.size());
                    assertThat(amount(bar.get("value")))
                            .as(name)
                            .isEqualByComparingTo(
                                    cents(byHand.stream().mapToLong(Step::minor).sum()));
                    assertThat(bar.get("deals").size()).isEqualTo(Math.min(100, byHand.size()));
                }
            }
        }
    }

    private Period period(String currency, String owner) {
        var days = new ArrayList<>(List.of(
                FIRST.plusDays(random.nextInt(DAYS + 20) - 10L), FIRST.plusDays(random.nextInt(DAYS + 20) - 10L)));
        Collections.sort(days);
        return new Period(days.getFirst(), days.getLast(), currency, owner);
    }

    private JsonNode movement(Period period) {
        var body = Json.mapper().createObjectNode();
        Movement.of(cells.booked(period.to()), period).write(body, period.currency());
        return body;
    }

    private BigDecimal openInFunnel(LocalDate day, Period period) {
        return cents(funnel.upTo(day).entrySet().stream()
                .filter(group -> period.owner() == null || period.owner().equals(group.getKey()))
                .flatMap(group -> group.getValue().entrySet().stream())
                .filter(entry ->
                        entry.getKey().matches("(IDENTIFIED|QUALIFIED)/-/" + period.currency() + "/[EN][1-8]/v"))
                .mapToLong(entry -> entry.getValue())
                .sum());
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.get("amount").asString());
    }

    private static BigDecimal cents(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }

    private String owner() {
        return "owner-" + random.nextInt(4);
    }

    /** Up to five values one after the other, now and then in another currency, and some end; some are never valued. */
    private void story(UUID id) {
        var owner = owner();
        var day = FIRST.plusDays(random.nextInt(DAYS / 2));
        var currency = random.nextInt(3) == 0 ? "EUR" : "USD";
        long minor = random.nextInt(1_000_000);
        events.add(Deals.identified(id, owner, text(minor), currency, day));
        steps.add(new Step(day, owner, "new", currency, minor));
        for (int value = random.nextInt(5); value > 0; value--) {
            day = day.plusDays(random.nextInt(12));
            var next = random.nextInt(6) == 0 ? "EUR" : currency;
            long then = random.nextInt(8) == 0 ? minor : random.nextInt(1_000_000);
            events.add(Deals.valued(id, text(then), next, day));
            revalued(day, owner, currency, minor, next, then);
            currency = next;
            minor = then;
        }
        var stated = day.plusDays(random.nextInt(40) - 8);
        var counts = stated.isBefore(day) ? day : stated;
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                long then = random.nextInt(1_000_000);
                events.add(Deals.won(id, text(then), currency, counts, stated));
                revalued(counts, owner, currency, minor, currency, then);
                steps.add(new Step(counts, owner, "won", currency, then));
            }
            case 2 -> {
                events.add(Deals.lost(id, counts, stated));
                steps.add(new Step(counts, owner, "lost", currency, minor));
            }
            case 3 -> {
                events.add(Deals.withdrawn(id, counts, stated));
                steps.add(new Step(counts, owner, "withdrawn", currency, minor));
            }
            case 4 -> {
                events.add(Deals.rejected(id, counts));
                steps.add(new Step(counts, owner, "rejected", currency, minor));
            }
            default -> events.add(Deals.qualified(id, day));
        }
    }

    private void revalued(LocalDate day, String owner, String currency, long minor, String next, long then) {
        if (!next.equals(currency)) {
            steps.add(new Step(day, owner, "currencyOut", currency, minor));
            steps.add(new Step(day, owner, "currencyIn", next, then));
        } else if (then > minor) {
            steps.add(new Step(day, owner, "increased", currency, then - minor));
        } else if (then < minor) {
            steps.add(new Step(day, owner, "decreased", currency, minor - then));
        }
    }

    private static String text(long minor) {
        return cents(minor).toPlainString();
    }
}
