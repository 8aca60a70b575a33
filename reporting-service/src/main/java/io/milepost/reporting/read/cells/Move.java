package io.milepost.reporting.read.cells;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One conditional write: add these amounts and set the guard, if the guard is still the one that was read.
 *
 * @param read the guard that was read, null when the cell had none for this partition
 * @param guard the position up to which the cell has then booked this partition
 */
public record Move(String cell, @Nullable Long read, long guard, Map<String, Long> amounts) {

    /** The sum of the deltas above the guard. The guard moves even when the sum is nothing: a part of it must not come again. */
    static @Nullable Move above(@Nullable Long guard, String cell, List<Delta> deltas) {
        List<Delta> open = deltas.stream()
                .filter(delta -> guard == null || delta.position() > guard)
                .toList();
        if (open.isEmpty()) {
            return null;
        }
        Map<String, Long> amounts = new TreeMap<>();
        for (Delta delta : open) {
            delta.amounts().forEach((path, amount) -> amounts.merge(path, amount, Math::addExact));
        }
        amounts.values().removeIf(amount -> amount == 0);
        return new Move(cell, guard, open.getLast().position(), amounts);
    }
}
