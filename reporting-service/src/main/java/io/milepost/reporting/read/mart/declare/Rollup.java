package io.milepost.reporting.read.mart.declare;

import java.util.List;

/**
 * Sums that are kept, so that a report which is told apart by no more than these dimensions reads as fast however many rows there
 * are. Whatever is asked beyond is read from the rows.
 *
 * @param number among those of its dataset, from 1
 * @param dimensions that are stored, in their order; currency always stands beside them
 */
public record Rollup<R>(
        int number, List<Dimension<R>> dimensions, List<Measure.Summed<R>> stocks, List<Measure.Summed<R>> flows) {

    public Rollup {
        dimensions = List.copyOf(dimensions);
        stocks = List.copyOf(stocks);
        flows = List.copyOf(flows);
    }

    /** Whether it can answer for these sums, told apart and filtered by these stored dimensions. */
    public boolean covers(List<Measure.Summed<R>> sums, java.util.Set<String> by) {
        var names = dimensions.stream().map(Dimension::name).toList();
        return names.containsAll(by) && sums.stream().allMatch(sum -> (sum.isStock() ? stocks : flows).contains(sum));
    }
}
