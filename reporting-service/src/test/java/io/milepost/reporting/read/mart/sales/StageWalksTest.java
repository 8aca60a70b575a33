package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.sales.RandomWalk.Fact;
import io.milepost.reporting.read.mart.sales.RandomWalk.What;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules for stages against others that were written without them, over random walks, forth and back. */
class StageWalksTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final LocalDate END = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 200;

    private final Random random = new Random(20170305);
    private final List<Inbound> events = new ArrayList<>();
    private final List<Told> deals = new ArrayList<>();
    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), END);

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

    /** A period; what stands at its end is as of then, what happened in it as of now. */
    private record Period(LocalDate from, LocalDate to) {
        boolean in(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    @BeforeEach
    void histories() {
        for (int number = 0; number < 80; number++) {
            deals.add(story(new UUID(193, number)));
        }
        fed.take(events, random);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("R-193: every measure of every stage equals a count by hand, of random periods")
    void every_measure_equals_a_count_by_hand() {
        Map<String, Long> seen = new TreeMap<>();
        for (int time = 0; time < 40; time++) {
            var asked = asked();
            var rows = rows("stages", asked, "stage");
            var refused = rows("blocked-advances", asked, "stage,missing");
            for (int stage = 1; stage <= 8; stage++) {
                var row = row(rows, stage);
                byHand(stage, asked).forEach((measure, count) -> {
                    assertThat(String.valueOf(row.getOrDefault(measure, 0)))
                            .as("%s of %s, %s", measure, row.get("stage"), asked)
                            .isEqualTo(count.toString());
                    seen.merge(measure, count, Long::sum);
                });
                assertDays(row, stage, asked);
                var blocked = blocked(refused, stage);
                assertThat(blocked).isEqualTo(blockedByHand(stage, asked));
                seen.merge("blocked", (long) blocked.size(), Long::sum);
            }
        }
        assertThat(seen)
                .as("control")
                .hasSize(8)
                .allSatisfy((measure, count) -> assertThat(count).as(measure).isGreaterThan(20));
    }

    @Test
    @DisplayName("R-190, R-193: on any day as many deals stand in a stage as the funnel has open in it")
    void as_many_stand_in_a_stage_as_the_funnel_has_open_in_it() {
        long stood = 0;
        for (int offset = 0; offset < DAYS; offset += 6) {
            var day = FIRST.plusDays(offset);
            var standing = counts(rows("stages", new Period(day, day), "stage"), "stage", "standing");
            var open = counts(
                    fed.ask("funnel", "asOf", day.toString(), "by", "true_stage", "where", "true_stage gt 0")
                            .rows(),
                    "true_stage",
                    "open");
            assertThat(standing).isEqualTo(open);
            stood += standing.values().stream().mapToLong(Long::longValue).sum();
        }
        assertThat(stood).as("control").isGreaterThan(300);
    }

    private List<Map<String, Object>> rows(String report, Period asked, String by) {
        return fed.ask(report, "from", asked.from().toString(), "to", asked.to().toString(), "by", by)
                .rows();
    }

    private static Map<String, Object> row(List<Map<String, Object>> rows, int stage) {
        return rows.stream()
                .filter(row -> String.valueOf(row.get("stage")).equals(String.valueOf(stage)))
                .findFirst()
                .orElse(Map.of());
    }

    /** Those of which there are any. */
    private static Map<String, Long> counts(List<Map<String, Object>> rows, String key, String measure) {
        var counts = new TreeMap<String, Long>();
        rows.forEach(row ->
                counts.merge(String.valueOf(row.get(key)), Long.valueOf(String.valueOf(row.get(measure))), Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private Map<String, Long> byHand(int stage, Period asked) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(
                "reached",
                count(deal -> deal.wonBy(asked.to())
                        || deal.by(asked.to()).stream()
                                .anyMatch(fact -> fact.what() == What.ENTERED && fact.of() >= stage)));
        counts.put(
                "skipped",
                count(deal -> deal.wonBy(asked.to())
                        && entries(deal, stage, asked.to()).isEmpty()));
        counts.put("entered", count(deal -> entries(deal, stage, END).stream().anyMatch(fact -> asked.in(fact.day()))));
        counts.put(
                "re_entered",
                count(deal -> entries(deal, stage, END).stream().skip(1).anyMatch(fact -> asked.in(fact.day()))));
        counts.put("succeeded", count(deal -> succeeded(deal, stage, asked)));
        counts.put(
                "standing",
                spans(stage, asked.to()).stream()
                        .filter(span -> span.until() == null)
                        .count());
        counts.put(
                "left_stage",
                spans(stage, END).stream()
                        .filter(span -> span.until() != null && asked.in(span.until()))
                        .count());
        return counts;
    }

    /** It entered in the period, and what followed that entry was a success. */
    private static boolean succeeded(Told deal, int stage, Period asked) {
        boolean entered = false;
        for (Fact fact : deal.facts()) {
            if (fact.of() == stage && fact.what() == What.ENTERED) {
                entered = asked.in(fact.day());
            } else if (entered && fact.of() == stage && fact.what() == What.SUCCEEDED) {
                return true;
            }
        }
        var last = deal.facts().isEmpty() ? null : deal.facts().getLast();
        return stage == 8 && entered && deal.wonBy(END) && last != null && last.proven() == 8;
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

    private void assertDays(Map<String, Object> row, int stage, Period asked) {
        var ageing = spans(stage, asked.to()).stream()
                .filter(span -> span.until() == null)
                .map(span -> ChronoUnit.DAYS.between(span.since(), asked.to()))
                .toList();
        var left = spans(stage, END).stream()
                .filter(span -> span.until() != null && asked.in(span.until()))
                .map(span -> ChronoUnit.DAYS.between(span.since(), span.until()))
                .toList();
        assertPercentiles(row, "ageing", ageing);
        assertPercentiles(row, "days_in_stage", left);
    }

    private static void assertPercentiles(Map<String, Object> row, String name, List<Long> unsorted) {
        var days = unsorted.stream().sorted().toList();
        int size = days.size();
        var median = size == 0 ? "null" : String.valueOf((days.get((size - 1) / 2) + days.get(size / 2)) / 2.0);
        var p90 = size == 0 ? "null" : days.get((9 * size + 9) / 10 - 1) + ".0";
        assertThat(row.get(name + "_median") + " " + row.get(name + "_p90")).isEqualTo(median + " " + p90);
    }

    private static Map<String, Long> blocked(List<Map<String, Object>> rows, int stage) {
        return counts(
                rows.stream()
                        .filter(row -> String.valueOf(row.get("stage")).equals(String.valueOf(stage)))
                        .toList(),
                "missing",
                "blocked");
    }

    private Map<String, Long> blockedByHand(int stage, Period asked) {
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

    private Period asked() {
        var day = FIRST.plusDays(random.nextInt(DAYS));
        var other = FIRST.plusDays(random.nextInt(DAYS));
        return day.isBefore(other) ? new Period(day, other) : new Period(other, day);
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
