package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for deals against others that were written without them. */
class DealsByHandTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final int DAYS = 120;
    private static final int DAYS_ASKED = 10;

    private final Random random = new Random();

    /** A deal by hand: what it was from which day on. */
    private record Step(LocalDate day, String stage, long minor, int proven, int nominal, int probability) {
        Step on(LocalDate next, String now, long value) {
            return new Step(next, now, value, proven, nominal, probability);
        }

        Step walked(RandomWalk.Fact fact) {
            return new Step(fact.day(), stage, minor, fact.proven(), fact.nominal(), fact.probability());
        }

        boolean open() {
            return stage.equals("identified") || stage.equals("qualified");
        }

        /** Half a cent up, in whole numbers. */
        long weighted() {
            return (minor * probability + 50) / 100;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("R-190: any past day equals a count by hand of what had happened by then, in all and by proven stage")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        Map<UUID, List<Step>> byHand = new LinkedHashMap<>();
        List<Inbound> events = new ArrayList<>();
        for (int deal = 0; deal < 60; deal++) {
            UUID id = new UUID(seed, deal);
            byHand.put(id, story(id, events));
        }
        int farthest = 0;
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
            fed.take(events, random);
            for (int asked = 0; asked < DAYS_ASKED; asked++) {
                LocalDate day = FIRST.plusDays(random.nextInt(DAYS + 30) - 1L);
                List<Step> standing = byHand.values().stream()
                        .flatMap(
                                story -> story.stream()
                                        .filter(step -> !step.day().isAfter(day))
                                        .reduce((before, after) -> after)
                                        .stream())
                        .toList();
                assertMeasures(row(fed, day, null, null), standing, day);
                for (int stage = 0; stage <= 8; stage++) {
                    long number = stage;
                    var there = standing.stream()
                            .filter(step -> step.proven() == number)
                            .toList();
                    assertMeasures(row(fed, day, number, null), there, day);
                    long nominal = there.stream()
                            .filter(step -> step.open() && step.nominal() > 0)
                            .count();
                    assertThat(String.valueOf(row(fed, day, number, true).getOrDefault("open", 0)))
                            .isEqualTo(String.valueOf(nominal));
                    farthest = Math.max(farthest, nominal > 0 ? stage : 0);
                }
            }
        }
        assertThat(farthest).as("control: deals got far").isGreaterThan(1);
    }

    /** Empty where nothing stands. */
    private static Map<String, Object> row(Fed fed, LocalDate day, Long stage, Boolean nominal) {
        var where = (stage == null ? "product eq 'P'" : "true_stage eq " + stage)
                + (nominal == null ? "" : " and nominal eq " + nominal);
        var rows = fed.ask("funnel", "by", "", "asOf", day.toString(), "where", where)
                .rows();
        assertThat(rows).hasSizeLessThan(2);
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }

    private static void assertMeasures(Map<String, Object> row, List<Step> standing, LocalDate day) {
        for (String stage : List.of("identified", "qualified", "won", "lost", "withdrawn", "rejected")) {
            assertThat(String.valueOf(row.getOrDefault(stage, 0)))
                    .as("%s on %s", stage, day)
                    .isEqualTo(String.valueOf(standing.stream()
                            .filter(step -> step.stage().equals(stage))
                            .count()));
        }
        assertThat(row.getOrDefault("open_value", "0.00")).hasToString(sum(standing, Step::open, Step::minor));
        assertThat(row.getOrDefault("won_value_to_date", "0.00"))
                .hasToString(sum(standing, step -> step.stage().equals("won"), Step::minor));
        // How likely it is, was never said of a deal that has proven nothing.
        var weighted = row.get("weighted");
        assertThat(weighted == null ? "0.00" : weighted.toString())
                .isEqualTo(sum(standing, step -> step.open() && step.proven() > 0, Step::weighted));
    }

    private static String sum(List<Step> standing, Predicate<Step> of, ToLongFunction<Step> value) {
        return amount(standing.stream().filter(of).mapToLong(value).sum());
    }

    /** Some way through a deal's life; a day may be stated before what is already known, and then counts from there. */
    private List<Step> story(UUID id, List<Inbound> events) {
        List<Step> steps = new ArrayList<>();
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS / 2));
        long minor = random.nextInt(1_000_000);
        events.add(Deals.identified(id, "owner-" + random.nextInt(5), amount(minor), "USD", day));
        steps.add(new Step(day, "identified", minor, 0, 1, 0));
        if (random.nextInt(10) == 0) {
            day = day.plusDays(random.nextInt(10));
            events.add(Deals.rejected(id, day));
            steps.add(steps.getLast().on(day, "rejected", minor));
            return steps;
        }
        String stage = "identified";
        if (random.nextInt(4) > 0) {
            day = day.plusDays(random.nextInt(10));
            stage = "qualified";
            events.add(Deals.qualified(id, day));
            steps.add(steps.getLast().on(day, stage, minor));
        }
        var walk = walked(id, day, random.nextInt(20), events, steps);
        day = walk.known();
        if (random.nextBoolean()) {
            day = day.plusDays(random.nextInt(10));
            minor = random.nextInt(1_000_000);
            events.add(Deals.valued(id, amount(minor), "USD", day));
            steps.add(steps.getLast().on(day, stage, minor));
        }
        LocalDate closed = day.plusDays(random.nextInt(40) - 8);
        LocalDate counts = closed.isBefore(day) ? day : closed;
        switch (random.nextInt(4)) {
            case 0 -> {
                minor = random.nextInt(1_000_000);
                walk.signature(counts.plusDays(3)).forEach(events::add);
                events.add(Deals.won(id, amount(minor), "USD", counts.plusDays(3), closed));
                steps.add(steps.getLast().on(counts, "won", minor));
            }
            case 1 -> {
                events.add(Deals.lost(id, counts, closed));
                steps.add(steps.getLast().on(counts, "lost", minor));
            }
            case 2 -> {
                events.add(Deals.withdrawn(id, counts, closed));
                steps.add(steps.getLast().on(counts, "withdrawn", minor));
                if (random.nextBoolean()) {
                    var again = counts.plusDays(random.nextInt(20));
                    events.add(Deals.reopened(id, again));
                    steps.add(steps.getLast().on(again, stage, minor));
                }
            }
            default -> {}
        }
        return steps;
    }

    private RandomWalk walked(UUID id, LocalDate day, int times, List<Inbound> events, List<Step> steps) {
        var walk = new RandomWalk(id, day, random, events);
        for (int time = 0; time < times; time++) {
            walk.step();
        }
        walk.facts().forEach(fact -> steps.add(steps.getLast().walked(fact)));
        return walk;
    }

    private static String amount(long minor) {
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }
}
