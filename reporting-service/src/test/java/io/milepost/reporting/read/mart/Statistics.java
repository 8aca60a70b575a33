package io.milepost.reporting.read.mart;

import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Of whole days, by hand. */
final class Statistics {
    private Statistics() {}

    static String of(Statistic statistic, List<Long> days) {
        var sorted = days.stream().sorted().toList();
        int size = sorted.size();
        return switch (statistic) {
            case MEDIAN ->
                BigDecimal.valueOf((sorted.get((size - 1) / 2) + sorted.get(size / 2)) * 5, 1)
                        .toString();
            case P90 -> sorted.get((9 * size + 9) / 10 - 1) + ".0";
            case AVERAGE ->
                BigDecimal.valueOf(sorted.stream().mapToLong(Long::longValue).sum())
                        .divide(BigDecimal.valueOf(size), 2, RoundingMode.HALF_UP)
                        .toString();
            case MAX -> sorted.getLast().toString();
        };
    }
}
