package io.milepost.reporting.read.mart.declare;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one row adds to a sum.
 *
 * @param money what is added; null where it is a number
 * @param number what is added where it is no money; null where rows are counted
 * @param decimals of that number
 * @param when whether it is added at all
 * @param on the day on which it happened, of a flow
 * @param since the day from which it stands although nothing is said on that day, of a stock; null stands at once
 * @param known whether it is known; what is not is added to no sum, and a sum of nothing known is unknown
 */
public record Value<R>(
        @Nullable Function<R, @Nullable Money> money,
        @Nullable Function<R, BigDecimal> number,
        int decimals,
        Predicate<R> when,
        @Nullable Function<R, @Nullable LocalDate> on,
        @Nullable Function<R, @Nullable LocalDate> since,
        @Nullable Predicate<R> known) {

    /** Of what is told in parts of a piece; quantities of requests have as many. */
    private static final int QUANTITY_DECIMALS = 4;

    public static <R> Value<R> count(Predicate<R> when) {
        return new Value<>(null, null, 0, when, null, null, null);
    }

    /** Whole numbers that add up, such as attempts. */
    public static <R> Value<R> number(Function<R, Long> number) {
        return new Value<>(null, row -> BigDecimal.valueOf(number.apply(row)), 0, _ -> true, null, null, null);
    }

    /** What is measured in parts of a whole, such as metres: at four decimals, rounded HALF_UP once a row. */
    public static <R> Value<R> quantity(Function<R, BigDecimal> quantity) {
        return new Value<>(
                null,
                row -> quantity.apply(row).setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP),
                QUANTITY_DECIMALS,
                _ -> true,
                null,
                null,
                null);
    }

    public static <R> Value<R> money(Function<R, @Nullable Money> money) {
        return new Value<>(money, null, 0, _ -> true, null, null, null);
    }

    public Value<R> when(Predicate<R> holds) {
        return new Value<>(money, number, decimals, when.and(holds), on, since, known);
    }

    public Value<R> on(Function<R, @Nullable LocalDate> day) {
        return new Value<>(money, number, decimals, when, day, since, known);
    }

    public Value<R> since(Function<R, @Nullable LocalDate> day) {
        return new Value<>(money, number, decimals, when, on, day, known);
    }

    public Value<R> known(Predicate<R> proven) {
        return new Value<>(money, number, decimals, when, on, since, proven);
    }

    public boolean isMoney() {
        return money != null;
    }

    public boolean isCount() {
        return money == null && number == null;
    }

    /** Null where the row adds nothing. */
    public @Nullable Share of(R row) {
        if (!when.test(row)) {
            return null;
        }
        Money stated = null;
        if (money != null) {
            stated = money.apply(row);
            if (stated == null) {
                return null;
            }
        }
        LocalDate day = null;
        if (on != null) {
            day = on.apply(row);
            if (day == null) {
                return null;
            }
        } else if (since != null) {
            day = since.apply(row);
        }
        BigDecimal amount = stated != null ? stated.amount() : number != null ? number.apply(row) : BigDecimal.ONE;
        return new Share(
                amount,
                stated == null ? null : stated.currency().getCurrencyCode(),
                day,
                known == null || known.test(row));
    }

    /**
     * What a row adds.
     *
     * @param currency null of a number
     * @param day on which a flow happened, or from which a stock stands at the earliest; null without such a day
     */
    public record Share(
            BigDecimal amount,
            @Nullable String currency,
            @Nullable LocalDate day,
            boolean known) {}
}
