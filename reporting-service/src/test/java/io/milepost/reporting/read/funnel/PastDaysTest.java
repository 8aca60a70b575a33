package io.milepost.reporting.read.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any past day, asked of the cells, equals counting the deals by hand from the events that had happened by then. */
class PastDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final int DAYS = 120;

    private final Random random = new Random();

    /** A deal by hand: what it was from which day on. */
    private record Step(LocalDate day, String stage, long minor) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("asOf equals a brute-force fold (goals 1.1)")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        Map<UUID, List<Step>> byHand = new LinkedHashMap<>();
        List<Inbound> events = new ArrayList<>();
        for (int deal = 0; deal < 60; deal++) {
            UUID id = new UUID(seed, deal);
            byHand.put(id, story(id, events));
        }
        var cells = new InMemoryCells<Deal>(random);
        var projector = new Projector<>(new FunnelProjection(ZoneOffset.UTC), cells);
        projector.handle(0, events);
        projector.handle(0, events);

        for (int offset = -1; offset <= DAYS; offset++) {
            LocalDate day = FIRST.plusDays(offset);
            var json = Json.mapper().createObjectNode();
            Figures.of(Entry.of(cells.upTo(day))).funnel(json, "USD");
            Map<String, Long> stages = new TreeMap<>();
            long[] value = new long[2];
            byHand.values()
                    .forEach(story -> story.stream()
                            .filter(step -> !step.day().isAfter(day))
                            .reduce((before, after) -> after)
                            .ifPresent(step -> {
                                stages.merge(step.stage(), 1L, Long::sum);
                                switch (step.stage()) {
                                    case "won" -> value[1] += step.minor();
                                    case "identified", "qualified" -> value[0] += step.minor();
                                    default -> value[0] += 0;
                                }
                            }));
            for (String stage : List.of("identified", "qualified", "won", "lost", "withdrawn", "rejected")) {
                assertThat(json.get(stage).asLong())
                        .as("%s on %s", stage, day)
                        .isEqualTo(stages.getOrDefault(stage, 0L));
            }
            assertThat(json.at("/openValue/amount").asString())
                    .isEqualTo("%d.%02d".formatted(value[0] / 100, value[0] % 100));
            assertThat(json.at("/wonValue/amount").asString())
                    .isEqualTo("%d.%02d".formatted(value[1] / 100, value[1] % 100));
        }
    }

    /** Some way through a deal's life; a closing day may be stated before what is already known, and then counts from there. */
    private List<Step> story(UUID id, List<Inbound> events) {
        List<Step> steps = new ArrayList<>();
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS / 2));
        long minor = random.nextInt(1_000_000);
        events.add(Deals.identified(id, "owner-" + random.nextInt(5), amount(minor), "USD", day));
        steps.add(new Step(day, "identified", minor));
        if (random.nextInt(10) == 0) {
            day = day.plusDays(random.nextInt(10));
            events.add(Deals.rejected(id, day));
            steps.add(new Step(day, "rejected", minor));
            return steps;
        }
        String stage = "identified";
        if (random.nextInt(4) > 0) {
            day = day.plusDays(random.nextInt(10));
            stage = "qualified";
            events.add(Deals.qualified(id, day));
            steps.add(new Step(day, stage, minor));
        }
        if (random.nextBoolean()) {
            day = day.plusDays(random.nextInt(10));
            minor = random.nextInt(1_000_000);
            events.add(Deals.valued(id, amount(minor), "USD", day));
            steps.add(new Step(day, stage, minor));
        }
        LocalDate closed = day.plusDays(random.nextInt(40) - 8);
        LocalDate counts = closed.isBefore(day) ? day : closed;
        switch (random.nextInt(4)) {
            case 0 -> {
                minor = random.nextInt(1_000_000);
                events.add(Deals.won(id, amount(minor), "USD", counts, closed));
                steps.add(new Step(counts, "won", minor));
            }
            case 1 -> {
                events.add(Deals.lost(id, counts, closed));
                steps.add(new Step(counts, "lost", minor));
            }
            case 2 -> {
                events.add(Deals.withdrawn(id, counts, closed));
                steps.add(new Step(counts, "withdrawn", minor));
            }
            default -> steps.add(new Step(day, stage, minor));
        }
        return steps;
    }

    private static String amount(long minor) {
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }
}
