package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.store.Tables;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question's sums with all amounts in one currency. What happened is read by days between which no rate changed, what stands as
 * at the end of each part, and what is read from rows once without regard to currencies; nothing is rounded here.
 */
final class Converted {
    /** Of days between changes of rates, in all parts of a period. */
    private static final int MOST_SPANS = 4_000;

    private final Query query;
    private final Rates rates;
    private final Map<Found.Key, Map<String, BigDecimal>> sums = new HashMap<>();

    private Converted(Query query, Rates rates) {
        this.query = query;
        this.rates = rates;
    }

    static Map<Found.Key, Map<String, BigDecimal>> sums(
            Connection connection, Query query, Declarations declarations, Tables tables, Rates rates)
            throws SQLException {
        var converted = new Converted(query, rates);
        converted.read(connection, query.report().measures(), declarations, tables);
        return converted.sums;
    }

    /** How a figure is read. */
    private enum Group {
        STANDS,
        HAPPENED,
        OF_ROWS
    }

    /** Days of one rate, of one part of what is asked. */
    private record Days(int part, Bucket.Span span) {}

    private <R> void read(Connection connection, Measures<R> measures, Declarations declarations, Tables tables)
            throws SQLException {
        for (var group : Group.values()) {
            var names = query.report().names().stream()
                    .filter(name -> group(measures, name) == group)
                    .toList();
            if (!names.isEmpty()) {
                var asked = query.showing(names);
                var days = days(group);
                var reading = new Reading<>(
                        asked,
                        measures,
                        tables,
                        declarations.rollups(measures),
                        days.stream().map(Days::span).toList());
                add(asked, measures, days, Found.sums(connection, reading));
            }
        }
    }

    private static <R> Group group(Measures<R> measures, String name) {
        var group = Group.STANDS;
        for (var measure : Declarations.behind(measures, List.of(name))) {
            switch (measure) {
                case Measure.Distinct<R> _, Measure.Days<R> _ -> {
                    return Group.OF_ROWS;
                }
                case Measure.Flow<R> _ -> group = Group.HAPPENED;
                case Measure.Stock<R> _, Measure.Opening<R> _, Measure.Ratio<R> _, Measure.Net<R> _ -> {}
            }
        }
        return group;
    }

    private List<Days> days(Group group) {
        var changes = rates.days();
        var all = new ArrayList<Days>();
        var spans = query.spans();
        for (int part = 0; part < spans.size(); part++) {
            var span = spans.get(part);
            LocalDate begins = span.from();
            if (group == Group.HAPPENED) {
                for (var change : changes.subSet(span.from(), false, span.to(), true)) {
                    all.add(new Days(part, new Bucket.Span(span.label(), begins, change.minusDays(1))));
                    begins = change;
                }
            }
            all.add(new Days(part, new Bucket.Span(span.label(), begins, span.to())));
        }
        if (all.size() > MOST_SPANS) {
            throw new QueryException(
                    Conversion.RATES,
                    "a day, or the period shorter: rates changed over %d times".formatted(MOST_SPANS));
        }
        return all;
    }

    private <R> void add(
            Query asked, Measures<R> measures, List<Days> days, Map<Found.Key, Map<String, BigDecimal>> found) {
        var money = new HashSet<String>();
        var openings = new HashSet<String>();
        for (var measure : Declarations.behind(measures, asked.report().names())) {
            switch (measure) {
                case Measure.Summed<R> sum when sum.value().isMoney() -> money.add(Tables.share(sum.name()));
                case Measure.Opening<R> opening -> {
                    openings.add(Tables.share(opening.name()));
                    if (Declarations.shown(measures, List.of(opening.of())).stream()
                            .allMatch(sum -> sum.value().isMoney())) {
                        money.add(Tables.share(opening.name()));
                    }
                }
                default -> {}
            }
        }
        boolean told = Columns.hasCurrency(asked);
        found.forEach((key, figures) -> {
            var of = days.get(key.part());
            var values = new ArrayList<@Nullable Object>(key.values());
            String currency = told && values.removeLast() instanceof String code ? code : null;
            values.add(rates.code());
            var row = sums.computeIfAbsent(
                    new Found.Key(of.part(), Collections.unmodifiableList(values)), _ -> new HashMap<>());
            figures.forEach((column, figure) -> row.merge(
                    column,
                    currency == null || !money.contains(column)
                            ? figure
                            : rates.convert(figure, currency, day(of, column, openings)),
                    BigDecimal::add));
        });
    }

    private static LocalDate day(Days of, String column, Set<String> openings) {
        return openings.contains(column)
                ? of.span().from().minusDays(1)
                : of.span().to();
    }
}
