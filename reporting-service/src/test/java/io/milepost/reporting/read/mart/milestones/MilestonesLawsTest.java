package io.milepost.reporting.read.mart.milestones;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MilestonesLawsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final List<String> CODES = List.of("DEMO", "REVIEW", "OFFER.1", "SIGN/OFF");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("R-194: the report on sales milestones equals a count by hand, and adds up")
    void laws_hold(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int sale = 0; sale < 40; sale++) {
            story(new UUID(seed, sale), events, random);
        }
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(events, random);
            new Laws(fed, events, random, FIRST, 120).hold("sales-milestones", 20);
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
    @DisplayName("R-194: the report on delivery milestones equals a count by hand, and adds up")
    void deliveries_slip(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int project = 0; project < 30; project++) {
            delivery(new UUID(seed, project), events, random);
        }
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(events, random);
            new Laws(fed, events, random, FIRST, 120).hold("delivery-milestones", 10);
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
