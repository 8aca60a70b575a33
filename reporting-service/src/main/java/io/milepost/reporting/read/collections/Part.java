package io.milepost.reporting.read.collections;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One owner's money of one measure and currency on the day of a report. */
record Part(String owner, String currency, String measure, long minor) {

    static List<Part> of(Map<String, Map<String, Long>> sums, LocalDate asOf) {
        List<Part> parts = new ArrayList<>();
        sums.forEach((owner, amounts) -> amounts.forEach((path, minor) -> {
            String[] names = path.split("/", -1);
            boolean toCome = names.length > 2 && LocalDate.parse(names[2]).isAfter(asOf);
            if (minor != 0 && !toCome) {
                parts.add(new Part(owner, names[0], names[1], minor));
            }
        }));
        return parts;
    }

    /** The rate is what was received of what was due, both since the beginning. */
    static void sum(List<Part> parts, ObjectNode json, @Nullable String currency) {
        long due = sum(parts, "due");
        long received = sum(parts, "received");
        Currencies.put(json, "due", due, currency);
        Currencies.put(json, "received", received, currency);
        Currencies.put(json, "overdue", sum(parts, "overdue"), currency);
        json.put("rate", Rates.of(received, due));
    }

    private static long sum(List<Part> parts, String measure) {
        return parts.stream()
                .filter(part -> part.measure().equals(measure))
                .mapToLong(Part::minor)
                .reduce(0, Math::addExact);
    }
}
