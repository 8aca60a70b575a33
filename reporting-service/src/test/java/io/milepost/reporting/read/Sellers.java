package io.milepost.reporting.read;

import io.milepost.reporting.read.team.Placement;
import io.milepost.reporting.read.team.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Owners with names that are not easy, of whom one moves to another team and one never had a place; groups by them, by hand. */
public final class Sellers {
    private static final LocalDate MOVES = LocalDate.of(2026, 1, 20);
    private static final List<String> CODES = List.of("smith", "j.jones", "o/brien", "nobody");

    private Sellers() {}

    public static String any(Random random) {
        return CODES.get(random.nextInt(CODES.size()));
    }

    public static Places on(LocalDate day) {
        Map<String, Placement> places = new TreeMap<>();
        CODES.stream()
                .filter(code -> !code.equals("nobody"))
                .forEach(code -> places.put(code, new Placement(LocalDate.MIN, team(code, day), region(code, day))));
        return new Places(places);
    }

    public static String team(String code, LocalDate day) {
        return switch (code) {
            case "smith" -> day.isBefore(MOVES) ? "blue" : "green";
            case "nobody" -> "(unknown)";
            default -> "blue";
        };
    }

    public static String region(String code, LocalDate day) {
        return switch (code) {
            case "smith" -> day.isBefore(MOVES) ? "east" : "west";
            case "nobody" -> "(unknown)";
            default -> "east";
        };
    }

    /** Groups as reports write them. */
    public static <T> String groups(List<T> items, Function<T, String> key, Function<List<T>, String> measures) {
        return items.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(group -> "{\"key\":\"%s\",%s}".formatted(group.getKey(), measures.apply(group.getValue())))
                .collect(Collectors.joining(",", "{\"groups\":[", "]}"));
    }
}
