package io.milepost.reporting.read.mart.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for milestones against others that were written without them. */
class MilestonesByHandTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final int DAYS = 150;
    private static final List<String> CODES = List.of("DEMO", "REVIEW", "OFFER.1", "SIGN/OFF");

    private static final String NOTHING = "0 0 0 0 0 0 0 0 null null null null";
    private static final List<String> NAMES = List.of(
            "planned",
            "reached",
            "on_time",
            "late",
            "unplanned",
            "open",
            "overdue",
            "dropped",
            "first_slip_average",
            "plan_slip_average",
            "first_slip_max",
            "plan_slip_max");

    private final Random random = new Random();
    private final List<Inbound> events = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /** One thing said of one milestone. */
    private record Fact(
            LocalDate from,
            UUID sale,
            String owner,
            String code,
            String what,
            @Nullable LocalDate on) {}

    /** A milestone by hand. */
    private static final class Hand {
        @Nullable
        LocalDate original;

        @Nullable
        LocalDate current;

        @Nullable
        LocalDate reached;

        boolean dropped;

        void take(Fact fact) {
            switch (fact.what()) {
                case "planned" -> {
                    original = original == null ? fact.on() : original;
                    current = fact.on();
                    dropped = false;
                }
                case "reached" -> {
                    reached = fact.on();
                    dropped = false;
                }
                default -> dropped = reached == null;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("R-194: any past day equals following each milestone by hand through what had been said by then")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        for (int sale = 0; sale < 30; sale++) {
            story(new UUID(seed, sale), "owner." + random.nextInt(4));
        }
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(events, random);
            for (int one = 0; one < 40; one++) {
                LocalDate day = FIRST.plusDays(random.nextInt(DAYS + 20) - 5L);
                var byOwner = fed.ask("sales-milestones", "by", "owner", "asOf", day.toString()).rows().stream()
                        .collect(Collectors.toMap(row -> row.get("owner"), MilestonesByHandTest::figures));
                for (int number = 0; number < 4; number++) {
                    String owner = "owner." + number;
                    assertThat(byOwner.getOrDefault(owner, NOTHING))
                            .as("seed %d on %s of %s", seed, day, owner)
                            .isEqualTo(byHand(day, owner));
                }
            }
        }
        var last = byHand(FIRST.plusDays(DAYS), null).split(" ", -1);
        assertThat(List.of(last[3], last[7])).as("control: late and dropped").doesNotContain("0");
    }

    private static String figures(Map<String, Object> row) {
        return NAMES.stream().map(name -> String.valueOf(row.get(name))).collect(Collectors.joining(" "));
    }

    private void story(UUID sale, String owner) {
        LocalDate day = FIRST.plusDays(random.nextInt(60));
        say(day, sale, "identified", "\"owner\":\"%s\"".formatted(owner));
        int things = random.nextInt(12);
        for (int thing = 0; thing < things; thing++) {
            day = day.plusDays(random.nextInt(8));
            int stage = 1 + random.nextInt(CODES.size());
            String code = CODES.get(stage - 1);
            if (random.nextInt(5) < 3) {
                LocalDate planned = day.plusDays(random.nextInt(30) - 3L);
                say(
                        day,
                        sale,
                        "milestones-planned",
                        "\"milestones\":[{\"stage\":%d,\"milestone\":\"%s\",\"plannedOn\":\"%s\"}]"
                                .formatted(stage, code, planned));
                facts.add(new Fact(day, sale, owner, code, "planned", planned));
            } else {
                // Sometimes said days later; then it counts from the later of the two days on which something is known.
                LocalDate reached = day.minusDays(random.nextInt(3));
                LocalDate known = booked(sale, reached);
                say(
                        day,
                        sale,
                        "milestone-reached",
                        "\"stage\":%d,\"milestone\":\"%s\",\"on\":\"%s\"".formatted(stage, code, reached));
                facts.add(new Fact(known, sale, owner, code, "reached", reached));
            }
        }
        if (random.nextInt(3) == 0) {
            LocalDate end = day.plusDays(random.nextInt(5));
            say(end, sale, "withdrawn", "\"reason\":\"r\",\"closedOn\":\"%s\"".formatted(end));
            CODES.forEach(code -> facts.add(new Fact(end, sale, owner, code, "ended", null)));
        }
    }

    private final Map<UUID, LocalDate> latest = new LinkedHashMap<>();

    private LocalDate booked(UUID sale, LocalDate stated) {
        var before = latest.getOrDefault(sale, stated);
        return stated.isBefore(before) ? before : stated;
    }

    private void say(LocalDate day, UUID sale, String type, String fields) {
        events.add(Said.on(day, "opportunity." + type + ".v1", sale, events.size() + 1L, "opportunity", fields));
        // What is reached is booked on its own stated day, everything else on the event's.
        var stated = type.equals("milestone-reached")
                ? LocalDate.parse(fields.substring(fields.length() - 11, fields.length() - 1))
                : day;
        latest.put(sale, booked(sale, stated));
    }

    private String byHand(LocalDate day, @Nullable String owner) {
        Map<String, Hand> hands = new TreeMap<>();
        for (Fact fact : facts) {
            boolean meant = owner == null || owner.equals(fact.owner());
            boolean known = hands.containsKey(fact.sale() + fact.code());
            if (meant && !fact.from().isAfter(day) && (known || fact.on() != null)) {
                hands.computeIfAbsent(fact.sale() + fact.code(), key -> new Hand())
                        .take(fact);
            }
        }
        long[] counts = new long[8];
        List<Long> original = new ArrayList<>();
        List<Long> current = new ArrayList<>();
        for (Hand hand : hands.values()) {
            boolean open = hand.reached == null && !hand.dropped;
            counts[0] += hand.current != null ? 1 : 0;
            counts[1] += hand.reached != null ? 1 : 0;
            if (hand.reached != null && hand.current != null) {
                counts[hand.reached.compareTo(hand.current) <= 0 ? 2 : 3]++;
            }
            counts[4] += hand.current == null ? 1 : 0;
            counts[5] += open ? 1 : 0;
            counts[6] += open && hand.current.compareTo(day) < 0 ? 1 : 0;
            counts[7] += hand.dropped ? 1 : 0;
            slip(hand.original, hand.reached, open, day, original);
            slip(hand.current, hand.reached, open, day, current);
        }
        var figures = new ArrayList<String>();
        for (long count : counts) {
            figures.add(String.valueOf(count));
        }
        figures.addAll(List.of(average(original), average(current), worst(original), worst(current)));
        return String.join(" ", figures);
    }

    private static void slip(
            @Nullable LocalDate planned, @Nullable LocalDate reached, boolean open, LocalDate day, List<Long> slips) {
        if (planned != null && reached != null) {
            slips.add(ChronoUnit.DAYS.between(planned, reached));
        } else if (planned != null && open && planned.isBefore(day)) {
            slips.add(ChronoUnit.DAYS.between(planned, day));
        }
    }

    private static String average(List<Long> slips) {
        return slips.isEmpty()
                ? "null"
                : BigDecimal.valueOf(slips.stream().mapToLong(Long::longValue).sum())
                        .divide(BigDecimal.valueOf(slips.size()), 2, RoundingMode.HALF_UP)
                        .toString();
    }

    private static String worst(List<Long> slips) {
        return slips.stream().max(Long::compare).map(String::valueOf).orElse("null");
    }
}
