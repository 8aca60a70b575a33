package io.milepost.reporting.read.mart.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table, and what it is of.
 *
 * @param rows by name of the column; amounts at the scale of their currency, null where something is not known
 * @param reached by source, the lowest and the highest position that a partition is read up to, in the snapshot that was read
 * @param setAside subjects that the figures leave out
 * @param rates at which amounts were taken, each by its currency, day and rate
 * @param probabilities by which the pipeline is weighted; null for those of each deal's own process
 */
public record Answer(
        Query query,
        List<Column> columns,
        List<Map<String, @Nullable Object>> rows,
        Map<String, Map<Integer, Long>> reached,
        long setAside,
        List<String> rates,
        @Nullable String probabilities) {

    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        rates = List.copyOf(rates);
        reached = Map.copyOf(reached);
    }
}
