package io.milepost.reporting.read.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.PeriodQuery;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.funnel.Deal;
import io.milepost.reporting.read.funnel.Deals;
import io.milepost.reporting.read.funnel.FunnelProjection;
import io.milepost.reporting.read.funnel.RandomWalk;
import io.milepost.reporting.read.funnel.RandomWalk.Fact;
import io.milepost.reporting.read.funnel.RandomWalk.What;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goals 1.3 over random walks, forth and back: any period, asked of the cells, equals counting the deals one by one. */
class StageWalksTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final int DAYS = 200;

    private final Random random = new Random(20170305);
    private final List<Inbound> events = new ArrayList<>();
    private final List<Told> deals = new ArrayList<>();
    private final InMemoryCells<Walk> cells = new InMemoryCells<>(random);
    private final InMemoryCells<Deal> funnel = new InMemoryCells<>(random);

    /** A deal by hand; closed is the day from which it counts as such, null of an open one. */
    private record Told(List<Fact> facts, LocalDate closed, boolean won) {
        List<Fact> by(LocalDate day) {
            return facts.stream().filter(fact -> !fact.day().isAfter(day)).toList();
        }

        boolean closedBy(LocalDate day) {
            return closed != null && !closed.isAfter(day);
        }

        boolean wonBy(LocalDate day) {
            return won && closedBy(day);
        }
    }

    /** An uninterrupted time in one true stage, by hand. */
    private record Span(int stage, LocalDate since, LocalDate until) {}

    @BeforeEach
    void histories() {
        for (int number = 0; number < 80; number++) {
            deals.add(story(new UUID(193, number)));
        }
        for (int time = 0; time < 2; time++) {
            new Projector<>(new StagesProjection(ZoneOffset.UTC), cells).handle(0, events);
        }
        new Projector<>(new FunnelProjection(ZoneOffset.UTC), funnel).handle(0, events);
    }

    @Test
    @DisplayName("R-193: every measure of every stage equals a count by hand, of 100 random periods as of random days")
    void every_measure_equals_a_count_by_hand() {
        Map<String, Long> seen = new TreeMap<>();
        for (int time = 0; time < 100; time++) {
            var asked = asked();
            var json = Json.mapper().createObjectNode();
            StageFigures.write(cells.booked(asked.asOf()), asked, json);
            for (int stage = 1; stage <= 8; stage++) {
                JsonNode told = json.get("stages").get(stage - 1);
                byHand(stage, asked).forEach((measure, count) -> {
                    assertThat(told.get(measure).asLong())
                            .as("%s of %s, %s", measure, told.get("stage"), asked)
                            .isEqualTo(count);
                    seen.merge(measure, count, Long::sum);
                });
                assertRates(told);
                assertDays(told, stage, asked);
                assertThat(blocked(told.get("blocked"))).isEqualTo(blockedByHand(stage, asked));
                seen.merge("blocked", (long) told.get("blocked").size(), Long::sum);
            }
        }
        assertThat(seen)
                .as("control")
                .hasSize(8)
                .allSatisfy((measure, count) -> assertThat(count).as(measure).isGreaterThan(50));
    }

    @Test
    @DisplayName("R-190, R-193: on any day as many deals stand in a stage as the funnel has open in it")
    void as_many_stand_in_a_stage_as_the_funnel_has_open_in_it() {
        long stood = 0;
        for (int offset = 0; offset < DAYS; offset += 3) {
            var day = FIRST.plusDays(offset);
            var json = Json.mapper().createObjectNode();
            StageFigures.write(cells.booked(day), new PeriodQuery<StagesGrouping>(day, null, day, null), json);
            for (int stage = 1; stage <= 8; stage++) {
                long standing =
                        json.get("stages").get(stage - 1).get("standing").asLong();
                assertThat(standing).isEqualTo(openInFunnel(day, stage));
                stood += standing;
            }
        }
        assertThat(stood).as("control").isGreaterThan(500);
    }

    private Map<String, Long> byHand(int stage, PeriodQuery<?> asked) {
        var asOf = asked.asOf();
        Map<String, Long> counts = new TreeMap<>();
        counts.put(
                "reached",
                count(deal -> deal.wonBy(asOf)
                        || deal.by(asOf).stream().anyMatch(fact -> fact.what() == What.ENTERED && fact.of() >= stage)));
        counts.put(
                "skipped",
                count(deal -> deal.wonBy(asOf) && entries(deal, stage, asOf).isEmpty()));
        counts.put(
                "entered", count(deal -> entries(deal, stage, asOf).stream().anyMatch(fact -> asked.in(fact.day()))));
        counts.put(
                "reEntered",
                count(deal -> entries(deal, stage, asOf).stream().skip(1).anyMatch(fact -> asked.in(fact.day()))));
        counts.put("succeeded", count(deal -> succeeded(deal, stage, asked)));
        counts.put(
                "standing",
                spans(stage, asOf).stream().filter(span -> span.until() == null).count());
        counts.put(
                "left",
                spans(stage, asOf).stream()
                        .filter(span -> span.until() != null && asked.in(span.until()))
                        .count());
        return counts;
    }

    /** It entered in the period, and what followed that entry was a success. */
    private static boolean succeeded(Told deal, int stage, PeriodQuery<?> asked) {
        boolean entered = false;
        for (Fact fact : deal.by(asked.asOf())) {
            if (fact.of() == stage && fact.what() == What.ENTERED) {
                entered = asked.in(fact.day());
            } else if (entered && fact.of() == stage && fact.what() == What.SUCCEEDED) {
                return true;
            }
        }
        var last = deal.facts().isEmpty() ? null : deal.facts().getLast();
        return stage == 8 && entered && deal.wonBy(asked.asOf()) && last != null && last.proven() == 8;
    }

    private static List<Fact> entries(Told deal, int stage, LocalDate asOf) {
        return deal.by(asOf).stream()
                .filter(fact -> fact.what() == What.ENTERED && fact.of() == stage)
                .toList();
    }

    private List<Span> spans(int stage, LocalDate asOf) {
        List<Span> spans = new ArrayList<>();
        for (Told deal : deals) {
            int stands = 0;
            LocalDate since = FIRST;
            for (Fact fact : deal.by(asOf)) {
                if (fact.proven() != stands) {
                    spans.add(new Span(stands, since, fact.day()));
                    stands = fact.proven();
                    since = fact.day();
                }
            }
            spans.add(new Span(stands, since, deal.closedBy(asOf) ? deal.closed() : null));
        }
        return spans.stream().filter(span -> span.stage() == stage).toList();
    }

    private static void assertRates(JsonNode told) {
        long entered = told.get("entered").asLong();
        var rate = entered == 0
                ? null
                : BigDecimal.valueOf(told.get("succeeded").asLong())
                        .divide(BigDecimal.valueOf(entered), 4, RoundingMode.HALF_UP);
        assertThat(
                        told.get("conversion").isNull()
                                ? null
                                : told.get("conversion").decimalValue())
                .usingComparator(Comparator.nullsFirst(BigDecimal::compareTo))
                .isEqualTo(rate);
    }

    private void assertDays(JsonNode told, int stage, PeriodQuery<?> asked) {
        List<Long> ageing = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        for (Span span : spans(stage, asked.asOf())) {
            if (span.until() == null) {
                ageing.add(ChronoUnit.DAYS.between(span.since(), asked.asOf()));
            } else if (asked.in(span.until())) {
                left.add(ChronoUnit.DAYS.between(span.since(), span.until()));
            }
        }
        assertPercentiles(told.get("ageing"), ageing);
        assertPercentiles(told.get("daysInStage"), left);
    }

    private static void assertPercentiles(JsonNode told, List<Long> days) {
        Collections.sort(days);
        int size = days.size();
        if (size == 0) {
            assertThat(told.get("median").isNull()).isTrue();
            assertThat(told.get("p90").isNull()).isTrue();
        } else {
            assertThat(told.get("median").asDouble()).isEqualTo((days.get((size - 1) / 2) + days.get(size / 2)) / 2.0);
            assertThat(told.get("p90").asLong()).isEqualTo(days.get((9 * size + 9) / 10 - 1));
        }
    }

    private static Map<String, Long> blocked(JsonNode told) {
        Map<String, Long> counts = new TreeMap<>();
        told.forEach(one ->
                counts.put(one.get("missing").asString(), one.get("count").asLong()));
        return counts;
    }

    private Map<String, Long> blockedByHand(int stage, PeriodQuery<?> asked) {
        Map<String, Long> counts = new TreeMap<>();
        for (Told deal : deals) {
            deal.facts().stream()
                    .filter(fact -> fact.what() == What.REFUSED && fact.of() == stage && asked.in(fact.day()))
                    .flatMap(fact -> fact.missing().stream())
                    .distinct()
                    .forEach(code -> counts.merge(code, 1L, Long::sum));
        }
        return counts;
    }

    private long count(Predicate<Told> which) {
        return deals.stream().filter(which).count();
    }

    private long openInFunnel(LocalDate day, int stage) {
        return funnel.upTo(day).values().stream()
                .flatMap(paths -> paths.entrySet().stream())
                .filter(path ->
                        path.getKey().matches("(IDENTIFIED|QUALIFIED)/-/USD/(E%d|N%d)/n".formatted(stage, stage + 1)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private PeriodQuery<StagesGrouping> asked() {
        var days = new ArrayList<LocalDate>();
        for (int day = 0; day < 3; day++) {
            days.add(FIRST.plusDays(random.nextInt(DAYS)));
        }
        Collections.sort(days);
        return new PeriodQuery<>(days.get(2), random.nextInt(4) == 0 ? null : days.get(0), days.get(1), null);
    }

    private Told story(UUID id) {
        var day = FIRST.plusDays(random.nextInt(DAYS / 4));
        events.add(Deals.identified(id, "owner-" + random.nextInt(4), "100.00", "USD", day));
        var walk = new RandomWalk(id, day, random, events);
        int steps = random.nextInt(5) == 0 ? 70 : random.nextInt(30);
        for (int step = 0; step < steps; step++) {
            walk.step();
            if (random.nextInt(8) == 0) {
                var on = walk.known().plusDays(random.nextInt(4));
                events.add(Deals.valued(id, random.nextInt(1_000) + ".00", "USD", on));
                walk.heard(on);
            }
        }
        var closed = walk.known().plusDays(random.nextInt(10));
        return switch (random.nextInt(4)) {
            case 0 -> {
                walk.signature(closed.plusDays(2)).forEach(events::add);
                events.add(Deals.won(id, "100.00", "USD", closed.plusDays(2), closed));
                yield new Told(walk.facts(), closed, true);
            }
            case 1 -> {
                events.add(Deals.lost(id, closed.plusDays(1), closed));
                yield new Told(walk.facts(), closed, false);
            }
            default -> new Told(walk.facts(), null, false);
        };
    }
}
