package io.milepost.reporting.read.movement;

import static java.util.Objects.requireNonNull;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Period;
import io.milepost.reporting.read.cells.Booked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two levels of the open value and what lies between them. */
final class Movement {
    /** The largest so many are listed below a bar; its count says how many there are. */
    private static final int LISTED = 100;

    private final Map<String, Level> opening = new HashMap<>();
    private final Map<String, Level> closing = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    /** How many deals of a currency stood open, and their value. */
    private record Level(long deals, long minor) {
        static final Level NONE = new Level(0, 0);

        Level plus(Level other) {
            return new Level(deals + other.deals, Math.addExact(minor, other.minor));
        }
    }

    /** A change in the period. */
    private record Part(Bar bar, String currency, String deal, long position, long minor, LocalDate on) {}

    /** Sums what was booked up to the period's end. */
    static Movement of(List<Booked> booked, Period period) {
        var movement = new Movement();
        for (Booked one : booked) {
            if (one.amount() != 0 && (period.owner() == null || period.owner().equals(one.group()))) {
                movement.add(one, one.path().split("/", -1), !one.day().isAfter(period.from()));
            }
        }
        return movement;
    }

    private void add(Booked one, String[] names, boolean before) {
        String currency = names[1];
        if (names[0].equals(MovementProjection.OPEN)) {
            var more = names[2].equals("n") ? new Level(one.amount(), 0) : new Level(0, one.amount());
            closing.merge(currency, more, Level::plus);
            if (before) {
                opening.merge(currency, more, Level::plus);
            }
        } else if (!before) {
            parts.add(new Part(
                    Bar.valueOf(names[0]),
                    currency,
                    names[2],
                    Long.parseLong(names[3]),
                    Long.parseLong(names[4]),
                    one.day()));
        }
    }

    /** Those in which anything stood open or changed. */
    Set<String> currencies() {
        Set<String> found = new TreeSet<>();
        parts.forEach(part -> found.add(part.currency()));
        for (var level : List.of(opening, closing)) {
            level.forEach((currency, sum) -> {
                if (sum.deals() != 0) {
                    found.add(currency);
                }
            });
        }
        return found;
    }

    /** {@code currency}, each value by its bar's name, and the bars from opening to closing with the deals behind them. */
    void write(ObjectNode body, @Nullable String currency) {
        Map<Bar, List<Part>> byBar = new EnumMap<>(Bar.class);
        for (Bar bar : Bar.values()) {
            byBar.put(bar, new ArrayList<>());
        }
        parts.stream()
                .filter(part -> part.currency().equals(currency))
                .forEach(part -> requireNonNull(byBar.get(part.bar())).add(part));
        body.put("currency", currency);
        var first = currency == null ? Level.NONE : opening.getOrDefault(currency, Level.NONE);
        var last = currency == null ? Level.NONE : closing.getOrDefault(currency, Level.NONE);
        Currencies.put(body, "opening", first.minor(), currency);
        byBar.forEach((bar, behind) -> Currencies.put(body, bar.label, sum(behind), currency));
        Currencies.put(body, "closing", last.minor(), currency);
        ArrayNode bars = body.putArray("bars");
        bar(bars, "opening", first.deals(), first.minor(), currency);
        byBar.forEach((bar, behind) ->
                deals(bar(bars, bar.label, behind.size(), sum(behind), currency).putArray("deals"), behind));
        bar(bars, "closing", last.deals(), last.minor(), currency);
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::minor).reduce(0, Math::addExact);
    }

    private static ObjectNode bar(ArrayNode bars, String name, long count, long minor, @Nullable String currency) {
        var bar = bars.addObject().put("bar", name).put("count", count);
        Currencies.put(bar, "value", minor, currency);
        return bar;
    }

    private static void deals(ArrayNode deals, List<Part> behind) {
        behind.stream()
                .sorted(Comparator.comparingLong(Part::minor).reversed().thenComparingLong(Part::position))
                .limit(LISTED)
                .forEach(part -> {
                    var deal = deals.addObject()
                            .put("id", part.deal())
                            .put("on", part.on().toString());
                    Currencies.put(deal, "value", part.minor(), part.currency());
                    deal.put("position", part.position());
                });
    }
}
