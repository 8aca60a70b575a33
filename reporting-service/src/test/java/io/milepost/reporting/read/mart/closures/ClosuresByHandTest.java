package io.milepost.reporting.read.mart.closures;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules for closures against others that were written without them. */
class ClosuresByHandTest {
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
                case "sales-closure.called-off.v1" -> {
                    openedOn = null;
                    closedOn = null;
                    asked.clear();
                    states.keySet().removeIf(item -> !item.equals("ARCHIVE"));
                }
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
    }

    /** One item of one closure's checklist. */
    private record Asked(String item, String state, boolean closed) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("R-184: any past day equals going through each closure's checklist by hand, as it was by then")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        for (int closure = 0; closure < 50; closure++) {
            new ClosureStories(histories, random).tell(new UUID(seed, closure));
        }
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(histories.log(), random);
            for (int asked = 0; asked < 25; asked++) {
                assertDay(fed, FIRST.plusDays(random.nextInt(DAYS) - 5L));
            }
        }
        assertThat(seen).as("control").contains("closed", "blocked", "waived", "done", "waiting", "averaged");
    }

    private void assertDay(Fed fed, LocalDate day) {
        List<Hand> closures =
                histories.by(day).stream().map(Hand::new).filter(Hand::isOpened).toList();
        String[] figures = {"opened", "closed", "open", "blocked", "average_days"};
        assertThat(told(fed, "closures", "owner", day, figures))
                .as("by owner on %s", day)
                .isEqualTo(groups(closures, closure -> closure.owner, this::measures));
        assertThat(told(fed, "closures", "kind", day, figures))
                .as("by kind on %s", day)
                .isEqualTo(groups(closures, closure -> closure.kind, this::measures));
        List<Asked> items = closures.stream()
                .flatMap(closure -> closure.asked.stream()
                        .map(item -> new Asked(item, closure.state(item), closure.closedOn != null)))
                .filter(item -> !item.closed() || !item.state().equals("open"))
                .toList();
        assertThat(told(fed, "closing-items", "item", day, "required", "waiting", "done", "waived"))
                .as("by item on %s", day)
                .isEqualTo(groups(items, Asked::item, this::itemMeasures));
    }

    private static Map<String, String> told(Fed fed, String report, String by, LocalDate day, String... figures) {
        var told = new TreeMap<String, String>();
        fed.ask(report, "by", by, "asOf", day.toString())
                .rows()
                .forEach(row -> told.put(
                        String.valueOf(row.get(by)),
                        Stream.of(figures)
                                .map(name -> String.valueOf(row.get(name)))
                                .collect(Collectors.joining(" "))));
        return told;
    }

    private static <T> Map<String, String> groups(
            List<T> items, Function<T, String> key, Function<List<T>, String> measures) {
        var groups = new TreeMap<String, String>();
        items.stream().collect(Collectors.groupingBy(key)).forEach((name, of) -> groups.put(name, measures.apply(of)));
        return groups;
    }

    private String measures(List<Hand> closures) {
        long closed = 0;
        long attempts = 0;
        long days = 0;
        for (Hand closure : closures) {
            attempts += closure.attempts;
            if (closure.closedOn != null) {
                closed++;
                days += ChronoUnit.DAYS.between(closure.openedOn, closure.closedOn);
            }
        }
        note(closed, "closed");
        note(attempts, "blocked");
        note(days, "averaged");
        var average = closed == 0
                ? "null"
                : BigDecimal.valueOf(days)
                        .divide(BigDecimal.valueOf(closed), 4, RoundingMode.HALF_UP)
                        .toPlainString();
        return "%d %d %d %d %s".formatted(closures.size(), closed, closures.size() - closed, attempts, average);
    }

    private String itemMeasures(List<Asked> items) {
        var measures = new StringBuilder(String.valueOf(items.size()));
        for (String state : List.of("open", "done", "waived")) {
            long count =
                    items.stream().filter(item -> item.state().equals(state)).count();
            note(count, state.equals("open") ? "waiting" : state);
            measures.append(' ').append(count);
        }
        return measures.toString();
    }

    private void note(long count, String what) {
        if (count > 0) {
            seen.add(what);
        }
    }
}
