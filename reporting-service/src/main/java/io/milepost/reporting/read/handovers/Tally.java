package io.milepost.reporting.read.handovers;

import io.milepost.reporting.read.handovers.HandoversProjection.Measure;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** One owner's handovers on the day of a report. */
record Tally(String owner, long initiated, long accepted, long returned) {

    static List<Tally> of(Map<String, Map<String, Long>> sums) {
        return sums.entrySet().stream()
                .map(group -> new Tally(
                        group.getKey(),
                        group.getValue().getOrDefault(Measure.initiated.name(), 0L),
                        group.getValue().getOrDefault(Measure.accepted.name(), 0L),
                        group.getValue().getOrDefault(Measure.returned.name(), 0L)))
                .filter(tally -> tally.initiated() != 0)
                .toList();
    }

    /** Open are those that delivery has not accepted; a returned one stays open until it is. */
    static void sum(List<Tally> tallies, ObjectNode json) {
        long initiated = tallies.stream().mapToLong(Tally::initiated).sum();
        long accepted = tallies.stream().mapToLong(Tally::accepted).sum();
        json.put(Measure.initiated.name(), initiated);
        json.put(Measure.accepted.name(), accepted);
        json.put(
                Measure.returned.name(),
                tallies.stream().mapToLong(Tally::returned).sum());
        json.put("open", initiated - accepted);
    }
}
