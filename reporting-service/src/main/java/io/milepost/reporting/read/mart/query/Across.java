package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Report;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a report computes of the figures of a row, which may be of several datasets. */
final class Across {
    private Across() {}

    /**
     * Adds them to a row that has the figures already; null where one of those is not known.
     *
     * @param wholes of which a figure is a part among other rows
     */
    static void figures(
            Query query,
            String suffix,
            Map<String, @Nullable Object> row,
            Function<Report.Across, @Nullable BigDecimal> wholes) {
        for (var one : query.report().across()) {
            BigDecimal part = total(one.part(), suffix, row);
            if (!one.whole().isEmpty()) {
                BigDecimal whole = one.among() == null ? total(one.whole(), suffix, row) : wholes.apply(one);
                row.put(one.name() + suffix, part == null || whole == null ? null : Answering.share(part, whole));
            } else if (part == null) {
                row.put(one.name() + suffix, null);
            } else {
                boolean whole = row.get(one.part().getFirst() + suffix) instanceof BigInteger;
                row.put(one.name() + suffix, whole ? part.toBigIntegerExact() : part);
            }
        }
    }

    private static @Nullable BigDecimal total(List<String> names, String suffix, Map<String, @Nullable Object> row) {
        BigDecimal total = BigDecimal.ZERO;
        for (String name : names) {
            switch (row.get(name + suffix)) {
                case BigDecimal figure -> total = total.add(figure);
                case BigInteger count -> total = total.add(new BigDecimal(count));
                case null, default -> {
                    return null;
                }
            }
        }
        return total;
    }
}
