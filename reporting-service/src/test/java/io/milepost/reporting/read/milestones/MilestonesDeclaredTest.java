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
            "overdue", "overdue",
            "dropped", "dropped");
    private static final Map<String, String> SLIPS = Map.of(
            "first_slip_average", "/averageSlipDays/original",
            "plan_slip_average", "/averageSlipDays/current",
            "first_slip_max", "/worstSlipDays/original",
            "plan_slip_max", "/worstSlipDays/current");

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
                SLIPS.forEach((now, before) -> assertThat(
                                rows.isEmpty()
                                        ? "null"
                                        : String.valueOf(rows.getFirst().get(now)))
                        .as("%s on %s", now, day)
                        .isEqualTo(
                                json.at(before).isNull()
                                        ? "null"
                                        : json.at(before).asString()));
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName(
            "R-194: a delivery's milestones slip in the mart as they do in the report of before, on every day asked about")
    void deliveries_slip(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int project = 0; project < 30; project++) {
            delivery(new UUID(seed, project), events, random);
        }
        var cells = new InMemoryCells<Plan>(random);
        new Projector<>(new DeliveryMilestones(ZoneOffset.UTC), cells).handle(0, events);
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(events, random);
            new Laws(fed, events, random, FIRST, 120).hold("delivery-milestones", 10);
            int slipped = 0;
            for (int asked = 0; asked < 30; asked++) {
                LocalDate day = FIRST.plusDays(random.nextInt(150) + 20L);
                var json = Json.mapper().createObjectNode();
                new Slippage(Line.of(Kind.delivery, cells.upTo(day)), day).write(json, true);
                var rows = fed.ask("delivery-milestones", "by", "", "asOf", day.toString())
                        .rows();
                for (var slip : SLIPS.entrySet()) {
                    var before = json.at(slip.getValue());
                    assertThat(String.valueOf(rows.getFirst().get(slip.getKey())))
                            .as("%s on %s", slip.getKey(), day)
                            .isEqualTo(before.isNull() ? "null" : before.asString());
                    slipped += before.isNull() ? 0 : 1;
                }
            }
            assertThat(slipped).as("control").isGreaterThan(60);
        }
    }

    private static void delivery(UUID project, List<Inbound> events, Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(40));
        tell(events, "handover.initiated", project, day, "\"owner\":\"owner %d\"".formatted(random.nextInt(3)));
        LocalDate planned = day.plusDays(random.nextInt(20));
        tell(
                events,
                "delivery-project.plan-baselined",
                project,
                day,
                "\"milestones\":[{\"code\":\"INSTALL\",\"plannedOn\":\"%s\"},{\"code\":\"TEST\",\"plannedOn\":\"%s\"}]"
                        .formatted(planned, planned.plusDays(9)));
        for (int slip = random.nextInt(3); slip > 0; slip--) {
            day = day.plusDays(random.nextInt(9));
            tell(
                    events,
                    "delivery-project.milestone-slipped",
                    project,
                    day,
                    "\"milestone\":\"INSTALL\",\"from\":\"%s\",\"to\":\"%s\"".formatted(planned, planned.plusDays(6)));
            planned = planned.plusDays(6);
        }
        if (random.nextBoolean()) {
            day = day.plusDays(random.nextInt(30));
            tell(
                    events,
                    "delivery-project.milestone-reached",
                    project,
                    day,
                    "\"milestone\":\"INSTALL\",\"plannedOn\":\"%s\",\"reachedOn\":\"%s\"".formatted(planned, day));
        }
        if (random.nextInt(3) == 0) {
            tell(
                    events,
                    "delivery-project.plan-rebaselined",
                    project,
                    day.plusDays(3),
                    "\"milestones\":[{\"code\":\"TEST\",\"plannedOn\":\"%1$s\",\"expectedOn\":\"%1$s\"}]"
                            .formatted(planned.plusDays(30)));
        }
    }

    private static void tell(List<Inbound> events, String type, UUID project, LocalDate on, String fields) {
        events.add(Said.on(on, type + ".v1", project, events.size() + 1L, "delivery", fields));
    }

    private static void say(List<Inbound> events, String type, UUID sale, LocalDate on, String fields) {
        events.add(Said.on(on, "opportunity.%s.v1".formatted(type), sale, events.size() + 1L, "opportunity", fields));
    }
}
