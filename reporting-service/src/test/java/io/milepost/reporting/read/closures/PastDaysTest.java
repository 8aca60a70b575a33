package io.milepost.reporting.read.closures;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Histories;
import io.milepost.reporting.read.Sellers;
import io.milepost.reporting.read.cells.InMemoryCells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Any past day, asked of the cells, equals going through each closure's checklist by hand, as it was by then. */
class PastDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final int DAYS = 150;
    private final Random random = new Random();
    private final Histories histories = new Histories("delivery", random);
    private final Set<String> seen = new HashSet<>();

    /** A closure by hand, as of some day. */
    private static final class Hand {
        private String owner = "(unknown)";
        private String kind = "";
        private @Nullable LocalDate openedOn;
        private @Nullable LocalDate closedOn;
        private final Set<String> asked = new LinkedHashSet<>();
        private final Map<String, String> states = new HashMap<>();
        private int attempts;

        Hand(List<Histories.Fact> facts) {
            facts.forEach(this::take);
        }

        private void take(Histories.Fact fact) {
            JsonNode data = fact.data();
            String type = fact.type();
            if (ClosureStories.TASKS.containsKey(type)) {
                states.put(ClosureStories.TASKS.get(type), "done");
                return;
            }
            switch (type) {
                case "handover.initiated.v1" -> owner = data.get("owner").asString();
                case "closure.opened.v1" -> open(data.get("kind").asString(), fact);
                case "sales-closure.opened.v1" -> open("SALES_PROJECT", fact);
                case "closure.items-added.v1" -> ask(data);
                case "closure.item-done.v1" -> states.put(data.get("item").asString(), "done");
                case "closure.item-waived.v1", "sales-closure.item-waived.v1" ->
                    states.put(data.get("item").asString(), "waived");
                case "closure.item-reopened.v1" ->
                    states.remove(data.get("item").asString());
                case "closure.blocked.v1", "sales-closure.blocked.v1" -> attempts++;
                case "closure.project-closed.v1", "sales-closure.project-closed.v1" ->
                    closedOn = data.has("closedOn")
                            ? LocalDate.parse(data.get("closedOn").asString())
                            : fact.on();
                default -> {}
            }
        }

        private void open(String of, Histories.Fact fact) {
            kind = of;
            openedOn = fact.on();
            ask(fact.data());
        }

        private void ask(JsonNode data) {
            data.get("items").forEach(item -> asked.add(item.asString()));
        }

        boolean isOpened() {
            return openedOn != null;
        }

        String state(String item) {
            return states.getOrDefault(item, "open");
        }

        String key(ClosuresGrouping grouping) {
            return switch (grouping) {
                case owner -> owner;
                case kind -> kind;
                case month -> closedOn == null ? "(open)" : closedOn.toString().substring(0, 7);
                case item -> throw new IllegalArgumentException("a closure is not an item");
            };
        }
    }

    /** One item of one closure's checklist. */
    private record Asked(String item, String state) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("R-184: closures: 100 random days equal a brute-force fold (goals 1.1)")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        for (int closure = 0; closure < 50; closure++) {
            new ClosureStories(histories, random).tell(new UUID(seed, closure));
        }
        var cells = histories.into(new ClosuresProjection(ZoneOffset.UTC));

        for (int asked = 0; asked < 100; asked++) {
            assertDay(cells, FIRST.plusDays(random.nextInt(DAYS) - 5L));
        }
        assertThat(seen).as("control").contains("closed", "blocked", "waived", "done", "open", "averaged");
    }

    private void assertDay(InMemoryCells<Closing> cells, LocalDate day) {
        var entries = Entry.of(cells.upTo(day));
        List<Hand> closures =
                histories.by(day).stream().map(Hand::new).filter(Hand::isOpened).toList();
        var totals = Json.mapper().createObjectNode();
        Entry.sum(entries, totals);
        assertThat(totals.toString()).as("on %s", day).isEqualTo("{%s}".formatted(measures(closures)));
        for (var grouping : List.of(ClosuresGrouping.owner, ClosuresGrouping.kind, ClosuresGrouping.month)) {
            assertThat(groups(entries, grouping))
                    .as("by %s on %s", grouping, day)
                    .isEqualTo(Sellers.groups(closures, closure -> closure.key(grouping), this::measures));
        }
        List<Asked> items = closures.stream()
                .flatMap(closure -> closure.asked.stream().map(item -> new Asked(item, closure.state(item))))
                .toList();
        assertThat(groups(entries, ClosuresGrouping.item))
                .as("by item on %s", day)
                .isEqualTo(Sellers.groups(items, Asked::item, this::itemMeasures));
    }

    private static String groups(List<Entry> entries, ClosuresGrouping grouping) {
        var json = Json.mapper().createObjectNode();
        ClosuresApi.group(json, entries, grouping);
        return json.toString();
    }

    private String measures(List<Hand> closures) {
        long closed = 0;
        long attempts = 0;
        long waived = 0;
        long days = 0;
        for (Hand closure : closures) {
            attempts += closure.attempts;
            waived += closure.asked.stream()
                    .filter(item -> closure.state(item).equals("waived"))
                    .count();
            if (closure.closedOn != null) {
                closed++;
                days += ChronoUnit.DAYS.between(closure.openedOn, closure.closedOn);
            }
        }
        note(closed, "closed");
        note(attempts, "blocked");
        note(days, "averaged");
        return "\"opened\":%d,\"closed\":%d,\"open\":%d,\"blocked\":%d,\"waivedItems\":%d,\"averageDaysToClose\":%s"
                .formatted(
                        closures.size(),
                        closed,
                        closures.size() - closed,
                        attempts,
                        waived,
                        closed == 0
                                ? "null"
                                : BigDecimal.valueOf(days)
                                        .divide(BigDecimal.valueOf(closed), 2, RoundingMode.HALF_UP)
                                        .toPlainString());
    }

    private String itemMeasures(List<Asked> items) {
        var measures = new StringBuilder("\"required\":" + items.size());
        for (String state : List.of("open", "done", "waived")) {
            long count =
                    items.stream().filter(item -> item.state().equals(state)).count();
            note(count, state);
            measures.append(",\"%s\":%d".formatted(state, count));
        }
        return measures.toString();
    }

    private void note(long count, String what) {
        if (count > 0) {
            seen.add(what);
        }
    }
}
