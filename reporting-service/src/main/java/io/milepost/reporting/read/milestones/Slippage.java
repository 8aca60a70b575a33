package io.milepost.reporting.read.milestones;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How many milestones were planned and reached, and how far the actual days are from the planned ones. */
final class Slippage {
    private static final int DECIMALS = 2;

    private final List<Line> lines;
    private final LocalDate asOf;

    Slippage(List<Line> lines, LocalDate asOf) {
        this.lines = lines;
        this.asOf = asOf;
    }

    /**
     * The measures. On time and late are against the current plan; the slips are against both baselines, so that a plan which
     * was moved along shows.
     *
     * @param planKnown whether any plan was ever said; else what depends on one is null, not 0
     */
    void write(ObjectNode json, boolean planKnown) {
        put(json, "planned", planKnown, line -> line.current() != null);
        put(json, "reached", true, line -> line.reachedOn() != null);
        put(json, "onTime", planKnown, line -> isReachedBy(line.current(), line));
        put(
                json,
                "late",
                planKnown,
                line -> line.current() != null
                        && line.reachedOn() != null
                        && line.reachedOn().isAfter(line.current()));
        put(json, "unplanned", true, line -> line.current() == null);
        put(json, "open", planKnown, Line::isOpen);
        put(json, "overdue", planKnown, line -> line.isOpen() && isPast(line.current()));
        put(json, "dropped", planKnown, Line::dropped);
        var average = json.putObject("averageSlipDays");
        var worst = json.putObject("worstSlipDays");
        slip("original", Line::original, average, worst);
        slip("current", Line::current, average, worst);
    }

    private void put(ObjectNode json, String name, boolean known, Predicate<Line> counted) {
        if (known) {
            json.put(
                    name,
                    lines.stream().filter(counted).mapToLong(Line::milestones).sum());
        } else {
            json.putNull(name);
        }
    }

    private static boolean isReachedBy(@Nullable LocalDate planned, Line line) {
        return planned != null && line.reachedOn() != null && !line.reachedOn().isAfter(planned);
    }

    private boolean isPast(@Nullable LocalDate planned) {
        return planned != null && planned.isBefore(asOf);
    }

    /** Days from the baseline to the actual day, or to the report's for what should be there and is not; early ones are negative. */
    private void slip(String name, Function<Line, @Nullable LocalDate> baseline, ObjectNode average, ObjectNode worst) {
        var slipping = lines.stream()
                .filter(line -> baseline.apply(line) != null)
                .filter(line -> line.reachedOn() != null || (line.isOpen() && isPast(baseline.apply(line))))
                .toList();
        long milestones = slipping.stream().mapToLong(Line::milestones).sum();
        if (milestones == 0) {
            average.putNull(name);
            worst.putNull(name);
            return;
        }
        long days = slipping.stream()
                .mapToLong(line -> days(line, baseline) * line.milestones())
                .sum();
        average.put(
                name, BigDecimal.valueOf(days).divide(BigDecimal.valueOf(milestones), DECIMALS, RoundingMode.HALF_UP));
        worst.put(
                name,
                slipping.stream().mapToLong(line -> days(line, baseline)).max().orElseThrow());
    }

    private long days(Line line, Function<Line, @Nullable LocalDate> baseline) {
        LocalDate actual = line.reachedOn() == null ? asOf : line.reachedOn();
        return ChronoUnit.DAYS.between(requireNonNull(baseline.apply(line)), actual);
    }
}
