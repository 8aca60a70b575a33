package io.milepost.reporting.read.mart.declare;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a period lies in one month, so that a whole can be spread evenly over its days. Parts of all months add up to it exactly.
 *
 * @param begins its first day of the period
 * @param from days of the period before it
 * @param to days of the period up to its end
 * @param all days of the period
 */
public record Spread(LocalDate begins, long from, long to, long all) {

    /** A longer period is one part in its first month: nobody plans by the month for more than ten years. */
    private static final int MOST_MONTHS = 120;

    /** The months of a period, both days included; none of one that ends before it begins. */
    public static List<Spread> months(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        boolean isLong = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) >= MOST_MONTHS;
        var months = new ArrayList<Spread>();
        LocalDate begins = first;
        while (!begins.isAfter(last)) {
            LocalDate ends = YearMonth.from(begins).atEndOfMonth();
            if (isLong || ends.isAfter(last)) {
                ends = last;
            }
            months.add(new Spread(
                    begins, ChronoUnit.DAYS.between(first, begins), ChronoUnit.DAYS.between(first, ends) + 1, days));
            begins = ends.plusDays(1);
        }
        return months;
    }

    /** First day of the month. */
    public LocalDate month() {
        return begins.withDayOfMonth(1);
    }

    public Money of(Money whole) {
        int decimals = Math.max(0, whole.currency().getDefaultFractionDigits());
        return new Money(of(whole.amount(), decimals), whole.currency());
    }

    /** What is up to a day is rounded, and not what is between two of them: so parts add up to the whole. */
    public BigDecimal of(BigDecimal whole, int decimals) {
        return upTo(whole, to, decimals).subtract(upTo(whole, from, decimals));
    }

    private BigDecimal upTo(BigDecimal whole, long day, int decimals) {
        return whole.multiply(BigDecimal.valueOf(day)).divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP);
    }
}
