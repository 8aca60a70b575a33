package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.inbound.lead.RateFacts;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.filter.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question that makes sense: what {@link Asking} lets through.
 *
 * @param by dimensions and {@code currency}, in the order in which they were asked for
 * @param bucket into which the period is parted; null for a period that is not
 * @param where what both the report and the caller ask of rows; null for all
 * @param from null where only a day is asked about
 * @param to the last day, as of which lookups are made
 * @param orderBy columns
 * @param compared whether the same of a year before stands beside
 * @param knownAt null for all that is known by now
 * @param conversion of all amounts into one currency; null for each in its own
 * @param probabilities of which process the pipeline is weighted by; null for each deal by its own
 * @param beside the same question to the reports beside it
 */
public record Query(
        Report report,
        List<String> by,
        @Nullable Bucket bucket,
        @Nullable Filter where,
        @Nullable LocalDate from,
        LocalDate to,
        List<Order> orderBy,
        boolean compared,
        @Nullable Moment knownAt,
        @Nullable Conversion conversion,
        @Nullable Probabilities probabilities,
        List<Query> beside) {

    /** By which a table is sorted. */
    public record Order(String column, boolean descending) {

        /** Reads it strictly; null is none. */
        static List<Order> of(@Nullable String text, List<String> columns) {
            if (text == null) {
                return List.of();
            }
            var orders = new ArrayList<Order>();
            for (String one : text.split(",", -1)) {
                var words = one.strip().split("\\s+", -1);
                boolean known = words.length <= 2
                        && columns.contains(words[0])
                        && (words.length == 1 || words[1].equals("asc") || words[1].equals("desc"));
                if (!known || orders.size() == columns.size()) {
                    throw new QueryException("orderBy", "columns like 'x desc', of " + String.join(", ", columns));
                }
                orders.add(new Order(words[0], words.length == 2 && words[1].equals("desc")));
            }
            return orders;
        }
    }

    public Query {
        by = List.copyOf(by);
        orderBy = List.copyOf(orderBy);
        beside = List.copyOf(beside);
    }

    /** It alone, and those beside it. */
    List<Query> parts() {
        var parts = new ArrayList<Query>();
        parts.add(this);
        parts.addAll(beside);
        return parts;
    }

    /** With the same question to the reports beside it; where one of them has money, all rows are told apart by currency. */
    Query beside(@Nullable String asked) {
        var keys = new ArrayList<>(by);
        boolean money = report.parts().stream()
                .anyMatch(part -> Declarations.shown(part.measures(), part.names()).stream()
                        .anyMatch(sum -> sum.value().isMoney()));
        if (money && !keys.contains("currency")) {
            keys.add("currency");
        }
        var others = report.beside().stream()
                .map(part -> new Query(
                        part,
                        keys,
                        bucket,
                        Asking.where(part, asked),
                        from,
                        to,
                        List.of(),
                        compared,
                        knownAt,
                        conversion,
                        probabilities,
                        List.of()))
                .toList();
        return new Query(
                report, keys, bucket, where, from, to, orderBy, compared, knownAt, conversion, probabilities, others);
    }

    /** What its answer has in each row. */
    public List<Column> columns() {
        return Columns.of(this);
    }

    /** The parts of the period; one without a label where it is not parted. */
    List<Bucket.Span> spans() {
        LocalDate begins = from == null ? to : from;
        return bucket == null ? List.of(new Bucket.Span("", begins, to)) : bucket.parts(begins, to);
    }

    /** The same question about those rows of each dataset that somebody may know of; empty where that is all. */
    public Query narrowed(Function<Dataset<?, ?>, Optional<Filter>> seen) {
        var narrower = seen.apply(report.measures().dataset())
                .map(more -> Filter.both(where, more))
                .orElse(where);
        return new Query(
                report,
                by,
                bucket,
                narrower,
                from,
                to,
                orderBy,
                compared,
                knownAt,
                conversion,
                probabilities,
                beside.stream().map(part -> part.narrowed(seen)).toList());
    }

    Query ordered(List<Order> by) {
        return new Query(
                report, this.by, bucket, where, from, to, by, compared, knownAt, conversion, probabilities, beside);
    }

    /** The services that say what its answer is of. */
    public Set<String> sources() {
        var sources = new LinkedHashSet<>(report.sources());
        if (conversion != null) {
            sources.add(RateFacts.SOURCE);
        }
        return sources;
    }

    /** The same question for some of its figures, told apart by currency only as far as they are money. */
    Query showing(List<String> names) {
        return new Query(
                report.showing(names),
                by.stream().filter(one -> !one.equals("currency")).toList(),
                bucket,
                where,
                from,
                to,
                List.of(),
                false,
                knownAt,
                null,
                null,
                List.of());
    }

    /** The open value of the same deals, told apart by the stage that succeeded last besides. */
    Query byStage() {
        var keys = new ArrayList<>(
                by.stream().filter(one -> !one.equals("currency")).toList());
        keys.add(Probabilities.SUCCEEDED);
        return new Query(
                report.showing(List.of(Probabilities.VALUE)),
                keys,
                bucket,
                where,
                from,
                to,
                List.of(),
                false,
                knownAt,
                conversion,
                null,
                List.of());
    }

    /** The same question, its rows not told apart by this name. */
    Query without(String name) {
        return new Query(
                report,
                by.stream().filter(one -> !one.equals(name)).toList(),
                bucket,
                where,
                from,
                to,
                orderBy,
                compared,
                knownAt,
                conversion,
                probabilities,
                List.of());
    }

    /** The same question a year before. */
    Query yearBefore() {
        return new Query(
                report,
                by,
                bucket,
                where,
                from == null ? null : from.minusYears(1),
                to.minusYears(1),
                orderBy,
                false,
                knownAt,
                conversion,
                probabilities,
                beside.stream().map(Query::yearBefore).toList());
    }
}
