package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Dimension;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dataset's figures by day and by month, told apart by what its reports are kept by, out of its history's view. */
final class SqlPeriods<R> {
    private static final String MART = SqlSchema.NAME + ".";

    private final Measures<R> of;
    private final String today;
    private final List<Dimension<R>> dimensions;

    SqlPeriods(Declarations declarations, Measures<R> of, String today) {
        this.of = of;
        this.today = today;
        var kept = new LinkedHashSet<String>();
        declarations.rollups(of).forEach(rollup -> rollup.dimensions().forEach(one -> kept.add(one.name())));
        this.dimensions = of.dataset().dimensions().stream()
                .filter(one -> kept.contains(one.name()))
                .toList();
    }

    /** A column of a view. */
    record Told(String name, String sql, Label label) {}

    List<Told> stocks() {
        return told("day", new Label("Day", "日期"), of.summed().stream().filter(Measure.Summed::isStock));
    }

    List<Told> flows() {
        return told(
                "month",
                new Label("First day of the month", "月初"),
                of.summed().stream().filter(sum -> !sum.isStock()));
    }

    private List<Told> told(String period, Label label, Stream<? extends Measure.Summed<R>> sums) {
        var told = new ArrayList<Told>(List.of(new Told(period, "g." + period, label)));
        for (var dimension : dimensions) {
            told.add(new Told(dimension.name(), "g." + dimension.name(), dimension.label()));
            attributes(dimension).forEach(one -> told.add(new Told(one.name(), "g." + one.name(), one.label())));
        }
        told.add(new Told("currency", "g.currency", new Label("Currency of all amounts", "币种")));
        sums.forEach(sum -> told.add(new Told(sum.name(), "g." + sum.name(), sum.label())));
        return told;
    }

    private List<io.milepost.reporting.read.mart.declare.Reference.Attribute> attributes(Dimension<R> dimension) {
        var via = of.dataset().vias().get(dimension.name());
        return via == null ? List.of() : via.attributes();
    }

    /** Each day's rows are those that stood at its end. */
    String daily() {
        String sums = of.summed().stream()
                .filter(Measure.Summed::isStock)
                .map(sum -> sum.dayColumn() == null
                        ? ", sum(h.%1$s) as %1$s".formatted(sum.name())
                        : ", sum(h.%1$s) filter (where h.%2$s is null or h.%2$s <= p.day) as %1$s"
                                .formatted(sum.name(), sum.dayColumn()))
                .collect(Collectors.joining());
        return """
                from (select p.day%1$s%2$s from %3$scalendar p join %3$s%4$s_history h on h.valid_from <= p.day and h.valid_to > p.day%5$s \
                where h.until_position is null and p.day <= %6$s group by p.day%1$s) g\
                """.formatted(keys(), sums, MART, of.dataset().name(), lookups("p.day"), today);
    }

    /** What happened is told by the rows as they are now. */
    String monthly() {
        var flows = of.summed().stream().filter(sum -> !sum.isStock()).toList();
        String happened = flows.stream()
                .map(flow -> """
                        select date_trunc('month', %1$s)::date as month, %2$s, currency%3$s from %4$s%5$s_history \
                        where until_position is null and valid_to = %6$s and %1$s is not null and %7$s is not null\
                        """.formatted(
                        flow.dayColumn(),
                        dimensions.stream().map(Dimension::name).collect(Collectors.joining(", ")),
                        flows.stream()
                                .map(other -> ", %s as %s"
                                        .formatted(other.equals(flow) ? flow.name() : "null::numeric", other.name()))
                                .collect(Collectors.joining()),
                        MART,
                        of.dataset().name(),
                        Tables.OPEN,
                        flow.name()))
                .collect(Collectors.joining(" union all "));
        String sums = flows.stream()
                .map(flow -> ", sum(h.%1$s) as %1$s".formatted(flow.name()))
                .collect(Collectors.joining());
        return "from (select h.month%1$s%2$s from (%3$s) h%4$s group by h.month%1$s) g"
                .formatted(keys(), sums, happened, lookups("(h.month + interval '1 month' - interval '1 day')::date"));
    }

    private String keys() {
        return dimensions.stream()
                        .flatMap(dimension -> Stream.concat(
                                Stream.of("h." + dimension.name()),
                                attributes(dimension).stream()
                                        .map(one -> "p_%s.%s".formatted(dimension.name(), one.name()))))
                        .collect(Collectors.joining(", ", ", ", ""))
                + ", h.currency";
    }

    /** As reports look it up, with the same word for what nobody said. */
    private String lookups(String day) {
        return dimensions.stream()
                .filter(dimension -> of.dataset().vias().containsKey(dimension.name()))
                .map(dimension -> """
                         left join lateral (select %5$s from (values (1)) one left join lateral (\
                        select * from %1$s%2$s where code = h.%3$s and valid_from <= %4$s and valid_to > %4$s \
                        order by valid_from desc, id limit 1) r on true) p_%3$s on true\
                        """.formatted(
                        MART,
                        java.util.Objects.requireNonNull(of.dataset().vias().get(dimension.name()))
                                .name(),
                        dimension.name(),
                        day,
                        attributes(dimension).stream()
                                .map(one -> "coalesce(r.%1$s, '(unknown)')::varchar(255) as %1$s".formatted(one.name()))
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
    }
}
