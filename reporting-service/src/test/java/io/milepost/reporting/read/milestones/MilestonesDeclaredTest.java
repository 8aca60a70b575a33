package io.milepost.reporting.read.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
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

class MilestonesDeclaredTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final List<String> CODES = List.of("DEMO", "REVIEW", "OFFER.1", "SIGN/OFF");
    private static final Map<String, String> FIGURES = Map.of(
            "planned", "planned",
            "reached", "reached",
            "on_time", "onTime",
            "late", "late",
            "unplanned", "unplanned",
            "open", "open",
            "overdue", "overdue");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("the report on milestones equals a count by hand, adds up, and says what the one of before says")
    void laws_hold(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int sale = 0; sale < 40; sale++) {
            story(new UUID(seed, sale), events, random);
        }
        var cells = new InMemoryCells<Plan>(random);
        new Projector<>(new SalesMilestones(ZoneOffset.UTC), cells).handle(0, events);
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(events, random);
            new Laws(fed, events, random, FIRST, 120).hold("sales-milestones", 20);
            for (int asked = 0; asked < 30; asked++) {
                LocalDate day = FIRST.plusDays(random.nextInt(150) - 2L);
                var json = Json.mapper().createObjectNode();
                new Slippage(Line.of(Kind.sales, cells.upTo(day)), day).write(json, true);
                var rows = fed.ask("sales-milestones", "by", "", "asOf", day.toString())
                        .rows();
                FIGURES.forEach((now, before) -> assertThat(
                                rows.isEmpty()
                                        ? "0"
                                        : String.valueOf(rows.getFirst().get(now)))
                        .as("%s on %s", now, day)
                        .isEqualTo(json.get(before).asString()));
            }
        }
    }

    private static void story(UUID sale, List<Inbound> events, Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(60));
        say(events, "identified", sale, day, "\"owner\":\"owner %d\"".formatted(random.nextInt(3)));
        int things = random.nextInt(12);
        for (int thing = 0; thing < things; thing++) {
            day = day.plusDays(random.nextInt(8));
            int stage = 1 + random.nextInt(CODES.size());
            String code = CODES.get(stage - 1);
            if (random.nextInt(5) < 3) {
                say(
                        events,
                        "milestones-planned",
                        sale,
                        day,
                        "\"milestones\":[{\"stage\":%d,\"milestone\":\"%s\",\"plannedOn\":\"%s\"}]"
                                .formatted(stage, code, day.plusDays(random.nextInt(30) - 3L)));
            } else {
                say(
                        events,
                        "milestone-reached",
                        sale,
                        day,
                        "\"stage\":%d,\"milestone\":\"%s\",\"on\":\"%s\""
                                .formatted(stage, code, day.minusDays(random.nextInt(3))));
            }
        }
        if (random.nextInt(3) == 0) {
            say(events, "lost", sale, day, "\"reason\":\"price\",\"closedOn\":\"%s\"".formatted(day));
        }
    }

    private static void say(List<Inbound> events, String type, UUID sale, LocalDate on, String fields) {
        events.add(Said.on(on, "opportunity.%s.v1".formatted(type), sale, events.size() + 1L, "opportunity", fields));
    }
}
