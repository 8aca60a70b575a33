package io.milepost.reporting.read.mart.targets;

import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.lead.TargetFacts.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target asks for in one month of its period. Amounts and numbers of units are spread evenly over the days of the period, and
 * the lines add up to the whole exactly; percent, points and the parts of a mix are the same in each month.
 *
 * @param month its first day
 * @param type of customers, of a mix
 */
record TargetLine(
        Target target,
        LocalDate month,
        @Nullable String type,
        @Nullable Money amount,
        @Nullable Money originalAmount,
        BigDecimal number,
        BigDecimal originalNumber) {

    /** A longer period is one line of its first month: nobody plans by the month for more than ten years. */
    private static final int MOST_MONTHS = 120;

    private static final int DECIMALS = 4;

    boolean counts() {
        return target.counts();
    }

    boolean of(String metric) {
        return counts() && target.task().metric().equals(metric);
    }

    boolean revenue(String level) {
        return of("REVENUE") && target.task().level().equals(level);
    }

    boolean collections(String level) {
        return of("COLLECTIONS") && amount != null && target.task().level().equals(level);
    }

    boolean quantity(String level) {
        return of("QUANTITY") && target.task().level().equals(level);
    }

    /** In percent or points: levels, of which only an average can be told. */
    boolean isLevel() {
        return counts() && amount == null && !of("QUANTITY");
    }

    String accountable() {
        return target.task().accountable();
    }

    static Map<String, TargetLine> of(Target target) {
        var lines = new LinkedHashMap<String, TargetLine>();
        LocalDate from = target.task().from();
        LocalDate to = target.task().to();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        boolean isLong = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) >= MOST_MONTHS;
        LocalDate begins = from;
        while (!begins.isAfter(to) && !ended(target, begins)) {
            LocalDate ends = YearMonth.from(begins).atEndOfMonth();
            if (isLong || ends.isAfter(to)) {
                ends = to;
            }
            var part = new Part(ChronoUnit.DAYS.between(from, begins), ChronoUnit.DAYS.between(from, ends) + 1, days);
            add(lines, target, begins.withDayOfMonth(1), part);
            begins = ends.plusDays(1);
        }
        return lines;
    }

    /** What begins after it was closed early is not asked for. */
    private static boolean ended(Target target, LocalDate begins) {
        return target.endedOn() != null && begins.isAfter(target.endedOn());
    }

    private static void add(Map<String, TargetLine> lines, Target target, LocalDate month, Part part) {
        String name = YearMonth.from(month).toString();
        var mix = target.current().mix();
        if (mix == null) {
            lines.put(
                    name,
                    new TargetLine(
                            target,
                            month,
                            null,
                            part.of(target.current().amount()),
                            part.of(target.original().amount()),
                            part.of(target.current()),
                            part.of(target.original())));
            return;
        }
        mix.forEach(share -> lines.put(
                name + " " + share.type(),
                new TargetLine(
                        target, month, share.type(), null, null, share.percent(), original(target, share.type()))));
    }

    private static BigDecimal original(Target target, String type) {
        var mix = target.original().mix();
        return mix == null
                ? BigDecimal.ZERO
                : mix.stream()
                        .filter(share -> share.type().equals(type))
                        .map(share -> share.percent())
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
    }

    /** From a day of all to another one, not included. */
    private record Part(long from, long to, long all) {

        @Nullable
        Money of(@Nullable Money whole) {
            if (whole == null) {
                return null;
            }
            int decimals = Math.max(0, whole.currency().getDefaultFractionDigits());
            return new Money(between(whole.amount(), decimals), whole.currency());
        }

        /** Of units a part, of percent and points the whole. */
        BigDecimal of(Figure figure) {
            if (figure.value() == null || figure.unit() == null) {
                return figure.value() == null ? BigDecimal.ZERO : figure.value();
            }
            return between(figure.value(), DECIMALS);
        }

        /** What is up to a day is rounded, and not what is between two of them: so parts add up to the whole. */
        private BigDecimal between(BigDecimal whole, int decimals) {
            return upTo(whole, to, decimals).subtract(upTo(whole, from, decimals));
        }

        private BigDecimal upTo(BigDecimal whole, long day, int decimals) {
            return whole.multiply(BigDecimal.valueOf(day))
                    .divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP);
        }
    }
}
