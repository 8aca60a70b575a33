package io.milepost.reporting.read.handovers;

import io.milepost.reporting.read.handovers.HandoversProjection.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One owner's handovers of one measure and currency on the day of a report. */
record Tally(String owner, String currency, Measure measure, long handovers) {

    /** @param currency only contracts valued in it, or null for all */
    static List<Tally> of(Map<String, Map<String, Long>> sums, @Nullable String currency) {
        List<Tally> tallies = new ArrayList<>();
        sums.forEach((owner, amounts) -> amounts.forEach((path, handovers) -> {
            String[] names = path.split("/", -1);
            if (handovers != 0 && (currency == null || currency.equals(names[0]))) {
                tallies.add(new Tally(owner, names[0], Measure.valueOf(names[1]), handovers));
            }
        }));
        return tallies;
    }

    /** Open are those that delivery has not accepted; a returned one stays open until it is. */
    static void sum(List<Tally> tallies, ObjectNode json) {
        long initiated = count(tallies, Measure.initiated);
        long accepted = count(tallies, Measure.accepted);
        json.put("initiated", initiated);
        json.put("accepted", accepted);
        json.put("returned", count(tallies, Measure.returned));
        json.put("open", initiated - accepted);
    }

    private static long count(List<Tally> tallies, Measure measure) {
        return tallies.stream()
                .filter(tally -> tally.measure() == measure)
                .mapToLong(Tally::handovers)
                .sum();
    }
}
