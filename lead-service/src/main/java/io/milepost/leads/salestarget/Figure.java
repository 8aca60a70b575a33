package io.milepost.leads.salestarget;

import static io.milepost.leads.salestarget.SalesTarget.No.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of a metric: an amount of money, a number of units, percent or points, or a mix of customers. Which of them depends
 * on the metric.
 *
 * @param value a number of units with its {@code unit}, percent, or points
 * @param mix parts of all customers, in percent
 */
public record Figure(
        @Nullable Money amount,
        @Nullable BigDecimal value,
        @Nullable @Limit(40) String unit,
        @Nullable @Limit(50) List<Share> mix) {

    private static final int INTEGER_DIGITS = 15;
    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What part of all customers those of a type are. */
    public record Share(String type, BigDecimal percent) {
        public Share {
            percent = plain(percent);
        }
    }

    public Figure {
        value = value == null ? null : plain(value);
        mix = mix == null ? null : List.copyOf(mix);
    }

    static Figure of(Money amount) {
        return new Figure(amount, null, null, null);
    }

    static Figure of(BigDecimal value, @Nullable String unit) {
        return new Figure(null, value, unit, null);
    }

    /** Whether this can be a target of that metric. */
    Checks checkedFor(Metric metric, String at, Checks checks) {
        checks = checks.that(suits(metric), at, FIGURE_FAULTY);
        if (amount != null) {
            checks = checks.that(amount.isPositive(), at + "/amount", FIGURE_NOT_POSITIVE);
        }
        if (value != null) {
            checks = checks.that(value.signum() > 0, at + "/value", FIGURE_NOT_POSITIVE)
                    .that(isShort(value), at + "/value", FIGURE_TOO_LONG)
                    .that(metric == Metric.QUANTITY || isPart(value), at + "/value", OVER_A_HUNDRED);
        }
        return mix == null ? checks.text(at + "/unit", unit) : checkedMix(mix, at + "/mix", checks);
    }

    private static Checks checkedMix(List<Share> mix, String at, Checks checks) {
        var types = new HashSet<String>();
        for (int i = 0; i < mix.size(); i++) {
            var share = mix.get(i);
            var pointer = at + "/" + i;
            checks = checks.text(pointer + "/type", share.type())
                    .that(types.add(Codes.canonical(share.type())), pointer + "/type", TYPE_REPEATED)
                    .that(share.percent().signum() > 0, pointer + "/percent", FIGURE_NOT_POSITIVE)
                    .that(isShort(share.percent()), pointer + "/percent", FIGURE_TOO_LONG);
        }
        var whole = mix.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        return checks.that(whole.compareTo(HUNDRED) == 0, at, MIX_NOT_A_HUNDRED);
    }

    private boolean suits(Metric metric) {
        return switch (metric) {
            case REVENUE -> amount != null && equals(of(amount));
            case QUANTITY -> value != null && unit != null && equals(of(value, unit));
            case MARKET_SHARE, SATISFACTION -> value != null && equals(of(value, null));
            case CUSTOMER_TYPE_MIX -> mix != null && equals(new Figure(null, null, null, mix));
            case COLLECTIONS -> suits(Metric.REVENUE) || suits(Metric.MARKET_SHARE);
        };
    }

    /** Whether the other one is in the same currency or unit, or in percent or points as this one is. */
    boolean isMeasuredAs(Figure other) {
        return Objects.equals(measure(), other.measure());
    }

    /** The currency or the unit; null for percent and points. */
    @Nullable
    String measure() {
        if (amount != null) {
            return amount.currency().getCurrencyCode();
        }
        return unit == null ? null : Codes.canonical(unit);
    }

    /** Whether figures of several people add up to one of all of them: money and units do, percent, points and mixes do not. */
    boolean addsUp() {
        return amount != null || unit != null;
    }

    /** What is missing from a whole that these parts are measured as; negative where they are more. */
    Figure without(List<Figure> parts) {
        var left = this;
        for (var part : parts) {
            left = left.minus(part);
        }
        return left;
    }

    boolean isNothing() {
        return amount != null ? amount.amount().signum() == 0 : value != null && value.signum() == 0;
    }

    boolean isTooLarge() {
        return amount != null ? amount.isTooLarge() : value != null && !isShort(value);
    }

    private Figure minus(Figure other) {
        if (amount != null && other.amount != null) {
            return of(amount.minus(other.amount));
        }
        return value != null && other.value != null ? of(value.subtract(other.value), unit) : this;
    }

    private static boolean isShort(BigDecimal value) {
        return value.precision() - value.scale() <= INTEGER_DIGITS && value.scale() <= DECIMALS;
    }

    private static boolean isPart(BigDecimal value) {
        return value.compareTo(HUNDRED) <= 0;
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
