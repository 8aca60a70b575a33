package io.milepost.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What a measurement of one kind of work gave.
 *
 * @param done pieces of work that ended well
 * @param seconds that they took together
 * @param latency of each, in nanoseconds
 */
public record Figures(long done, double seconds, Histogram latency) {

    /** Where latencies are recorded from any thread: up to a minute, to three digits. */
    public static Recorder recorder() {
        return new Recorder(60_000_000_000L, 3);
    }

    public double perSecond() {
        return done / seconds;
    }

    /** The latency that so many percent of the work did not exceed. */
    public double micros(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    /** The middle one of several rounds, so that a hiccup of the machine does not count. */
    public static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
