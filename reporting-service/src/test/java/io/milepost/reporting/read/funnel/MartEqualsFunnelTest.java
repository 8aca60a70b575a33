package io.milepost.reporting.read.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/** The funnel and conversion of the mart beside those of the cells, as long as both are there. */
class MartEqualsFunnelTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final Map<String, String> FIGURES = Map.of(
            "opportunities", "/opportunities",
            "open", "/open",
            "identified", "/identified",
            "qualified", "/qualified",
            "won", "/won",
            "lost", "/lost",
            "withdrawn", "/withdrawn",
            "rejected", "/rejected",
            "win_rate_to_date", "/winRate",
            "open_value", "/openValue/amount");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("on every day asked about, in all and by owner, the mart says what the cells say")
    void says_the_same(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        for (int deal = 0; deal < 50; deal++) {
            story(new UUID(seed, deal), events, random);
        }
        var cells = new InMemoryCells<Deal>(random);
        new Projector<>(new FunnelProjection(ZoneOffset.UTC), cells).handle(0, events);
        var sales = new Sales(ZoneOffset.UTC);
        try (var database = Postgres.database()) {
            var fed = new Fed(
                    database, new Declarations(List.of(sales.measures()), sales.reports()), LocalDate.of(2026, 1, 1));
            fed.take(events, random);
            for (int asked = 0; asked < 25; asked++) {
                LocalDate day = FIRST.plusDays(random.nextInt(160) - 2L);
                var entries = Entry.of(cells.upTo(day));
                var byOwner = entries.stream()
                        .collect(Collectors.groupingBy(Entry::owner, TreeMap::new, Collectors.toList()));
                assertThat(told(fed, "funnel", day)).as("funnel on %s", day).isEqualTo(told(byOwner));
                conversion(fed, entries, day);
            }
        }
    }

    private static void conversion(Fed fed, List<Entry> entries, LocalDate day) {
        var json = Json.mapper().createObjectNode();
        Figures.of(entries).conversion(json);
        var rows = fed.ask("conversion", "by", "", "asOf", day.toString()).rows();
        if (rows.isEmpty()) {
            assertThat(entries).isEmpty();
            return;
        }
        var row = rows.getFirst();
        assertThat(text(row.get("reached_qualified")))
                .isEqualTo(json.at("/stages/1/reached").asString());
        assertThat(text(row.get("skipped_qualified")))
                .isEqualTo(json.at("/stages/1/skipped").asString());
        assertThat(text(row.get("qualified_rate"))).isEqualTo(number(json.at("/stages/1/rate")));
        assertThat(text(row.get("won_rate"))).isEqualTo(number(json.at("/stages/2/rate")));
    }

    /** By owner; deals are all valued in one currency, which the cells ask for. */
    private static Map<String, Map<String, String>> told(Fed fed, String report, LocalDate day) {
        var told = new TreeMap<String, Map<String, String>>();
        for (var row : fed.ask(report, "by", "owner", "asOf", day.toString()).rows()) {
            var figures = new TreeMap<String, String>();
            FIGURES.keySet().forEach(name -> figures.put(name, text(row.get(name))));
            // Nothing was proven: the cells say 0, the mart says that it is not known.
            figures.put("weighted", row.get("weighted") == null ? "0.00" : text(row.get("weighted")));
            told.put(String.valueOf(row.get("owner")), figures);
        }
        return told;
    }

    private static Map<String, Map<String, String>> told(Map<String, List<Entry>> byOwner) {
        var told = new TreeMap<String, Map<String, String>>();
        byOwner.forEach((owner, entries) -> {
            var json = Json.mapper().createObjectNode();
            Figures.of(entries).funnel(json, "USD");
            var figures = new TreeMap<String, String>();
            FIGURES.forEach((name, pointer) -> figures.put(name, number(json.at(pointer))));
            figures.put("weighted", number(json.at("/weightedValue/amount")));
            told.put(owner, figures);
        });
        return told;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String number(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "null" : value.asString();
    }

    private static void story(UUID id, List<Inbound> events, Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(60));
        events.add(Deals.identified(id, "owner-" + random.nextInt(4), amount(random), "USD", day));
        if (random.nextInt(10) == 0) {
            events.add(Deals.rejected(id, day.plusDays(random.nextInt(10))));
            return;
        }
        if (random.nextInt(4) > 0) {
            day = day.plusDays(random.nextInt(10));
            events.add(Deals.qualified(id, day));
        }
        var walk = new RandomWalk(id, day, random, events);
        int steps = random.nextInt(20);
        for (int step = 0; step < steps; step++) {
            walk.step();
        }
        day = walk.known();
        if (random.nextBoolean()) {
            day = day.plusDays(random.nextInt(10));
            events.add(Deals.valued(id, amount(random), "USD", day));
        }
        LocalDate closed = day.plusDays(random.nextInt(40) - 8L);
        switch (random.nextInt(4)) {
            case 0 -> events.add(Deals.won(id, amount(random), "USD", closed.plusDays(3), closed));
            case 1 -> events.add(Deals.lost(id, closed, closed));
            case 2 -> events.add(Deals.withdrawn(id, closed, closed));
            default -> {}
        }
    }

    private static String amount(Random random) {
        int minor = random.nextInt(1_000_000);
        return "%d.%02d".formatted(minor / 100, minor % 100);
    }
}
