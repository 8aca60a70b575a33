package io.milepost.reporting.read.generations;

import io.milepost.reporting.read.cells.Generation;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a generation has come.
 *
 * @param positions by source and partition
 */
record Progress(Map<String, Map<Integer, Long>> positions) {

    static Progress of(Generation generation, Collection<String> sources) {
        Map<String, Map<Integer, Long>> positions = new TreeMap<>();
        for (String source : sources) {
            Map<Integer, Long> of = new TreeMap<>();
            generation.progress(source).forEach((partition, reached) -> of.put(partition, reached.position()));
            positions.put(source, of);
        }
        return new Progress(positions);
    }

    /** Whether it has come as far in every partition of every source. */
    boolean covers(Progress other) {
        return other.positions().entrySet().stream()
                .allMatch(source -> source.getValue().entrySet().stream()
                        .allMatch(reached -> at(source.getKey(), reached.getKey()) >= reached.getValue()));
    }

    /** How much of the other's way it has gone, from 0 to 1. */
    double share(Progress other) {
        double whole = 0;
        double gone = 0;
        for (var source : other.positions().entrySet()) {
            for (var reached : source.getValue().entrySet()) {
                whole += reached.getValue();
                gone += Math.min(at(source.getKey(), reached.getKey()), reached.getValue());
            }
        }
        return whole == 0 ? 1 : gone / whole;
    }

    private long at(String source, int partition) {
        return positions.getOrDefault(source, Map.of()).getOrDefault(partition, 0L);
    }
}
