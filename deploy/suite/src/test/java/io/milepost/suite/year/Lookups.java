package io.milepost.suite.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where members belong and for which business unit processes are, as on a day. */
final class Lookups {
    private static final String UNKNOWN = "(unknown)";

    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, Fact> processes = new HashMap<>();

    private record Place(LocalDate from, String team, String region) {}

    Lookups(List<Fact> facts) {
        for (var fact : facts) {
            switch (fact.name()) {
                case "team-member.registered", "team-member.moved" ->
                    places.computeIfAbsent(fact.said("code"), _ -> new ArrayList<>())
                            .add(new Place(fact.stated("from"), fact.said("team"), fact.said("region")));
                case "sales-process.defined" -> processes.put(fact.said("name"), fact);
                default -> {}
            }
        }
    }

    /** Of two that begin on one day the one said last. */
    private @Nullable Place place(@Nullable String member, LocalDate on) {
        Place found = null;
        for (var place : places.getOrDefault(String.valueOf(member), List.of())) {
            if (!place.from().isAfter(on) && (found == null || !place.from().isBefore(found.from()))) {
                found = place;
            }
        }
        return found;
    }

    /** What a row tells, itself or looked up as on this day; null where nothing is told. */
    @Nullable
    String told(Row row, String name, LocalDate on) {
        return switch (name) {
            case "team" -> {
                var place = place(row.told.get("owner"), on);
                yield place == null ? UNKNOWN : place.team();
            }
            case "region" -> {
                var place = place(row.told.get("owner"), on);
                yield place == null ? UNKNOWN : place.region();
            }
            case "business_unit" -> {
                var process = processes.get(String.valueOf(row.told.get("template")));
                var unit = process == null ? UNKNOWN : process.text("businessUnit");
                yield unit == null ? "(all)" : unit;
            }
            case "mode" -> {
                var process = processes.get(String.valueOf(row.told.get("template")));
                yield process == null ? UNKNOWN : process.said("mode");
            }
            case "currency" -> row.currency();
            default -> row.told.get(name);
        };
    }
}
