package io.milepost.reporting.read.mart.targets;

import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.lead.TargetFacts.Figure;
import io.milepost.reporting.read.mart.declare.Spread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
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

    /** In percent of what falls due. */
    boolean collectionRate(String level) {
        return of("COLLECTIONS") && amount == null && target.task().level().equals(level);
    }

    boolean mix(String level) {
        return of("CUSTOMER_TYPE_MIX") && target.task().level().equals(level);
    }

    boolean marketShare(String level) {
        return of("MARKET_SHARE") && target.task().level().equals(level);
    }

    /** What a percentage is of. */
    BigDecimal hundred() {
        return BigDecimal.valueOf(100);
    }

    /** In the one spelling in which types are held against those of customers. */
    @Nullable
    String customerType() {
        return type == null ? null : Codes.canonical(type);
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
        for (var part : Spread.months(target.task().from(), target.task().to())) {
            if (!ended(target, part.begins())) {
                add(lines, target, part);
            }
        }
        return lines;
    }

    /** What begins after it was closed early is not asked for. */
    private static boolean ended(Target target, LocalDate begins) {
        return target.endedOn() != null && begins.isAfter(target.endedOn());
    }

    private static void add(Map<String, TargetLine> lines, Target target, Spread part) {
        LocalDate month = part.month();
        String name = YearMonth.from(month).toString();
        var mix = target.current().mix();
        if (mix == null) {
            var amount = target.current().amount();
            var original = target.original().amount();
            lines.put(
                    name,
                    new TargetLine(
                            target,
                            month,
                            null,
                            amount == null ? null : part.of(amount),
                            original == null ? null : part.of(original),
                            number(part, target.current()),
                            number(part, target.original())));
            return;
        }
        mix.forEach(share -> lines.put(
                name + " " + share.type(),
                new TargetLine(
                        target, month, share.type(), null, null, share.percent(), original(target, share.type()))));
    }

    /** Of units a part, of percent and points the whole. */
    private static BigDecimal number(Spread part, Figure figure) {
        BigDecimal value = figure.value();
        if (value == null || figure.unit() == null) {
            return value == null ? BigDecimal.ZERO : value;
        }
        return part.of(value, DECIMALS);
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
}
