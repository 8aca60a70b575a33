package io.milepost.reporting.read.stages;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Numbers of whole days, each with how often it occurs: enough for exact percentiles. */
final class Days {
    private final NavigableMap<Long, Long> occurrences = new TreeMap<>();

    void add(long days, long times) {
        occurrences.merge(days, times, Math::addExact);
    }

    long count() {
        return occurrences.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The middle one, or what lies half way between the two in the middle; one decimal, null of nothing. */
    @Nullable
    BigDecimal median() {
        long count = count();
        return count == 0 ? null : BigDecimal.valueOf((at((count + 1) / 2) + at(count / 2 + 1)) * 5, 1);
    }

    /** The least that nine in ten do not exceed; null of nothing. */
    @Nullable
    Long p90() {
        long count = count();
        return count == 0 ? null : at((9 * count + 9) / 10);
    }

    /** The one at this rank, counted from 1. */
    private long at(long rank) {
        long passed = 0;
        for (var occurrence : occurrences.entrySet()) {
            passed += occurrence.getValue();
            if (passed >= rank) {
                return occurrence.getKey();
            }
        }
        throw new IllegalArgumentException("there is no rank " + rank);
    }

    void write(ObjectNode json) {
        json.put("median", median()).put("p90", p90());
    }
}
