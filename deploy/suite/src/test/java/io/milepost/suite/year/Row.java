package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one thing is told apart by at one time, and what it has to do with each figure. */
final class Row {
    final Map<String, String> told = new LinkedHashMap<>();
    final Map<String, Share> shares = new LinkedHashMap<>();

    @Nullable
    Sum amount;

    /** Whose row it is, where subjects are counted once. */
    String subject = "";

    /**
     * @param day on which it happened, or from which it stands; null where it just stands
     * @param until of what lasts; null as long as it does
     * @param known whether anybody could know it
     */
    record Share(
            BigDecimal amount,
            @Nullable LocalDate day,
            @Nullable LocalDate until,
            boolean known) {}

    Row about(String whose) {
        subject = whose;
        return this;
    }

    /** In whose figures it counts. */
    Row toldPeriods(@Nullable LocalDate day) {
        return day == null
                ? this
                : told("for_month", YearMonth.from(day))
                        .told("for_quarter", "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3))
                        .told("for_year", "%04d".formatted(day.getYear()));
    }

    /** What is null or empty is not told. */
    Row told(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            told.put(name, value.toString());
        }
        return this;
    }

    /** What it is about, whose currency is the row's. */
    Row of(@Nullable Sum money) {
        amount = money;
        return this;
    }

    @Nullable
    String currency() {
        return amount == null ? null : amount.currency();
    }

    Row counts(String figure, boolean when) {
        return adds(figure, BigDecimal.ONE, when, null);
    }

    /** On a day; never where there is none. */
    Row happens(String figure, boolean when, @Nullable LocalDate on) {
        return adds(figure, BigDecimal.ONE, when && on != null, on);
    }

    Row adds(String figure, @Nullable BigDecimal part, boolean when, @Nullable LocalDate from) {
        if (when && part != null) {
            shares.put(figure, new Share(part, from, null, true));
        }
        return this;
    }

    Row addsOn(String figure, @Nullable BigDecimal part, boolean when, @Nullable LocalDate on) {
        return adds(figure, part, when && on != null, on);
    }

    /** Days from one to another; none where there is no first. */
    Row lasts(String figure, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null) {
            shares.put(figure, new Share(BigDecimal.ONE, from, until, true));
        }
        return this;
    }

    Row unsure(String figure, @Nullable BigDecimal part, boolean when, boolean known) {
        if (when && part != null) {
            shares.put(figure, new Share(part, null, null, known));
        }
        return this;
    }

    @Nullable
    BigDecimal money() {
        return amount == null ? null : amount.amount();
    }
}
