package io.milepost.reporting.read.mart.contracts;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.mart.declare.Periods;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signature adds to the forecast of a later quarter: that of a quarter is a fourth of what was signed in the four before it
 * (decision 35). The four parts add up to the value exactly.
 *
 * @param quarter its first day
 */
record Trend(String owner, LocalDate quarter, Money value) {
    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    boolean known() {
        return true;
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(quarter);
    }

    @Nullable
    String forYear() {
        return Periods.year(quarter);
    }

    static Map<String, Trend> of(String owner, Money value, LocalDate signedOn) {
        var parts = new LinkedHashMap<String, Trend>();
        var before = Money.zero(value.currency());
        LocalDate first = signedOn.withDayOfMonth(1);
        LocalDate quarter = first.minusMonths((first.getMonthValue() - 1) % MONTHS);
        for (int number = 1; number <= QUARTERS; number++) {
            quarter = quarter.plusMonths(MONTHS);
            var upTo = new Money(
                    value.amount()
                            .multiply(BigDecimal.valueOf(number))
                            .divide(BigDecimal.valueOf(QUARTERS), value.amount().scale(), RoundingMode.HALF_UP),
                    value.currency());
            parts.put(String.valueOf(number), new Trend(owner, quarter, upTo.minus(before)));
            before = upTo;
        }
        return parts;
    }
}
