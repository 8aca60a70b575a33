package io.milepost.reporting.read.funnel;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.cells.Amounts;
import io.milepost.reporting.read.cells.Slot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What deals of one owner are told apart by, and the layout of a funnel cell: {@code stage/closeMonth/currency/salesStage}
 * and below it the number of deals {@code n}, of those ever qualified {@code q}, their value {@code v} and, while they are
 * open, their weighted value {@code w}, both in minor units.
 *
 * @param closeMonth {@code 2017-03}, or null for what is open or was rejected
 * @param currency null for deals without a value
 */
record Bucket(
        Stage stage, @Nullable String closeMonth, @Nullable String currency, SalesStage salesStage) {
    private static final String NONE = "-";
    private static final String MEASURES = "nqvw";

    static Bucket of(Deal deal) {
        Money value = deal.value();
        return new Bucket(
                deal.stage(),
                deal.closeMonth() == null ? null : deal.closeMonth().toString(),
                value == null ? null : value.currency().getCurrencyCode(),
                deal.salesStage());
    }

    Map<Slot, Long> slots(Deal deal) {
        Map<Slot, Long> slots = new HashMap<>();
        String path = String.join("/", stage.name(), orNone(closeMonth), orNone(currency), salesStage.code());
        slots.put(new Slot(deal.owner(), path + "/n"), 1L);
        if (deal.qualified()) {
            slots.put(new Slot(deal.owner(), path + "/q"), 1L);
        }
        if (deal.value() != null) {
            slots.put(new Slot(deal.owner(), path + "/v"), Amounts.minor(deal.value()));
        }
        if (stage.open()) {
            slots.put(new Slot(deal.owner(), path + "/w"), deal.weightedMinor());
        }
        return slots;
    }

    /** The bucket that a path in a cell names, without the measure. */
    static Bucket at(String path) {
        String[] names = path.split("/", -1);
        return new Bucket(Stage.valueOf(names[0]), orNull(names[1]), orNull(names[2]), SalesStage.of(names[3]));
    }

    /** Which measure a path names: 0 the deals, 1 those ever qualified, 2 the value, 3 the weighted value. */
    static int measure(String path) {
        return MEASURES.indexOf(path.charAt(path.length() - 1));
    }

    private static String orNone(@Nullable String name) {
        return name == null ? NONE : name;
    }

    private static @Nullable String orNull(String name) {
        return name.equals(NONE) ? null : name;
    }
}
