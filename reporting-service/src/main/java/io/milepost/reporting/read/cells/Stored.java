package io.milepost.reporting.read.cells;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a projection has stored. Nobody stops for the reading: each document is of another moment, and says which by its own
 * position or guards.
 *
 * @param applied by partition, the position up to which everything was in views and cells before they were read
 * @param views by subject
 * @param cells by id
 * @param asides what it goes on without
 */
record Stored<V extends View>(
        Map<Integer, Long> applied, Map<UUID, Applied<V>> views, Map<String, Cell> cells, List<Aside> asides) {

    /**
     * A cell.
     *
     * @param guards by partition, the position up to which it has booked
     * @param amounts by path, the day being the first name of each
     */
    record Cell(Map<Integer, Long> guards, Map<String, Long> amounts) {

        static Cell empty() {
            return new Cell(new TreeMap<>(), new TreeMap<>());
        }
    }
}
