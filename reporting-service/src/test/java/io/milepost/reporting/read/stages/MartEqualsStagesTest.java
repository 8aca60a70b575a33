package io.milepost.reporting.read.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.PeriodQuery;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.funnel.Deals;
import io.milepost.reporting.read.funnel.RandomWalk;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import io.milepost.reporting.read.mart.sales.Stages;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Stages of the mart beside those of the cells, as long as both are there. */
class MartEqualsStagesTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    /** What stands at the end of the period, as of that day. */
    private static final Map<String, String> STANDING = Map.of(
            "reached", "/reached",
            "skipped", "/skipped",
            "standing", "/standing",
            "ageing_median", "/ageing/median",
            "ageing_p90", "/ageing/p90");

    /** What happened in the period, with what has become of it since. */
    private static final Map<String, String> HAPPENED = Map.of(
            "entered", "/entered",
            "re_entered", "/reEntered",
            "succeeded", "/succeeded",
            "conversion", "/conversion",
            "left_stage", "/left",
            "days_in_stage_median", "/daysInStage/median",
            "days_in_stage_p90", "/daysInStage/p90");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("R-193: of every period asked about the mart says of each stage what the cells say")
    void says_the_same(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int deal = 0; deal < 60; deal++) {
            story(new UUID(seed, deal), events, random);
        }
        var cells = new InMemoryCells<Walk>(random);
        new Projector<>(new StagesProjection(ZoneOffset.UTC), cells).handle(0, events);
        var sales = new Sales(ZoneOffset.UTC);
        var stages = new Stages(ZoneOffset.UTC, sales.places());
        int told = 0;
        try (var database = Postgres.database()) {
            var fed =
                    new Fed(database, new Declarations(stages.measures(), stages.reports()), LocalDate.of(2026, 1, 1));
            fed.take(events, random);
            for (int asked = 0; asked < 25; asked++) {
                LocalDate to = FIRST.plusDays(random.nextInt(200));
                LocalDate from = to.minusDays(random.nextInt(120));
                var rows = new TreeMap<Long, Map<String, Object>>();
                fed.ask("stages", "from", from.toString(), "to", to.toString())
                        .rows()
                        .forEach(row -> rows.put((Long) row.get("stage"), row));
                var standing = cells(cells, to, from, to);
                var happened = cells(cells, LAST, from, to);
                for (int stage = 1; stage <= 8; stage++) {
                    var row = rows.getOrDefault((long) stage, Map.of());
                    same(row, standing.get(stage - 1), STANDING, stage, from, to);
                    same(row, happened.get(stage - 1), HAPPENED, stage, from, to);
                    told += row.size();
                }
                assertThat(blocked(fed, from, to)).isEqualTo(blocked(happened));
            }
        }
        assertThat(told).as("control").isGreaterThan(500);
    }

    private static void same(
            Map<String, Object> row,
            JsonNode cell,
            Map<String, String> figures,
            int stage,
            LocalDate from,
            LocalDate to) {
        figures.forEach((now, before) -> assertThat(number(row.get(now)))
                .as("%s of stage %d from %s to %s", now, stage, from, to)
                .isEqualTo(
                        number(cell.at(before).isNull() ? null : cell.at(before).asString())));
    }

    /** A row that is not there says 0 or nothing, which cells do not tell apart here. */
    private static double number(Object value) {
        return value == null ? 0 : Double.parseDouble(value.toString());
    }

    private static JsonNode cells(InMemoryCells<Walk> cells, LocalDate asOf, LocalDate from, LocalDate to) {
        var json = Json.mapper().createObjectNode();
        StageFigures.write(
                cells.booked(asOf), new PeriodQuery<StagesGrouping>(asOf, from.minusDays(1), to, null), json);
        return json.get("stages");
    }

    private static Map<String, String> blocked(Fed fed, LocalDate from, LocalDate to) {
        var blocked = new TreeMap<String, String>();
        fed.ask("blocked-advances", "from", from.toString(), "to", to.toString())
                .rows()
                .forEach(row -> blocked.put(
                        row.get("stage") + " " + row.get("missing"),
                        row.get("blocked").toString()));
        return blocked;
    }

    private static Map<String, String> blocked(JsonNode stages) {
        var blocked = new TreeMap<String, String>();
        stages.forEach(stage -> stage.get("blocked")
                .forEach(one -> blocked.put(
                        stage.get("stage").asString().substring(1) + " "
                                + one.get("missing").asString(),
                        one.get("count").asString())));
        return blocked;
    }

    private static void story(UUID id, List<Inbound> events, Random random) {
        var day = FIRST.plusDays(random.nextInt(50));
        events.add(Deals.identified(id, "owner-" + random.nextInt(4), "100.00", "USD", day));
        var walk = new RandomWalk(id, day, random, events);
        int steps = random.nextInt(5) == 0 ? 60 : random.nextInt(30);
        for (int step = 0; step < steps; step++) {
            walk.step();
        }
        var closed = walk.known().plusDays(random.nextInt(10) - 3L);
        switch (random.nextInt(4)) {
            case 0 -> {
                walk.signature(closed.plusDays(5)).forEach(events::add);
                events.add(Deals.won(id, "100.00", "USD", closed.plusDays(5), closed));
            }
            case 1 -> events.add(Deals.lost(id, closed.plusDays(4), closed));
            default -> {}
        }
    }
}
