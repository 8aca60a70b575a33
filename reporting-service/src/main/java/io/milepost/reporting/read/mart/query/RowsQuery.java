package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.filter.Filter;
import io.milepost.reporting.read.mart.filter.FilterException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a dataset's rows.
 *
 * @param asOf as they stood at the end of this day
 * @param orderBy columns; none for the order of ids, in which alone pages follow one another
 * @param after the last row of the page before; null for the first page
 * @param knownAt null for all that is known by now
 * @param counted the figure that they count in; null for all
 * @param skip so many rows of the order are left out; the order is then the same for each page only where {@code knownAt} is given
 */
public record RowsQuery(
        Measures<?> of,
        LocalDate asOf,
        @Nullable Filter where,
        List<Query.Order> orderBy,
        int limit,
        @Nullable After after,
        @Nullable Moment knownAt,
        @Nullable Counted counted,
        long skip) {
    /** What can be asked of a dataset. */
    public static final Set<String> PARAMETERS =
            Set.of("asOf", "where", "orderBy", "limit", "after", "measure", "from", Moment.PARAMETER);

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");
    private static final int USUAL = 100;
    /** Rows of a page. */
    public static final int MOST = 10_000;

    /** A place between two rows. */
    public record After(UUID id, String part) {}

    public RowsQuery {
        orderBy = List.copyOf(orderBy);
    }

    /** The same question about fewer rows. */
    public RowsQuery narrowed(Filter more) {
        return new RowsQuery(of, asOf, Filter.both(where, more), orderBy, limit, after, knownAt, counted, skip);
    }

    /** What its answer has in each row. */
    public List<Column> columns() {
        return RowsReading.columns(this);
    }

    /** Reads it strictly. */
    public static RowsQuery of(
            Declarations declarations, String name, Map<String, String> parameters, LocalDate today, Instant now) {
        var of = declarations
                .dataset(name)
                .orElseThrow(() -> new QueryException(
                        "name",
                        "one of "
                                + String.join(
                                        ", ",
                                        declarations.measures().stream()
                                                .map(measures ->
                                                        measures.dataset().name())
                                                .sorted()
                                                .toList())));
        for (String given : parameters.keySet()) {
            if (!PARAMETERS.contains(given)) {
                throw QueryException.unknown(given, "after, asOf, from, knownAt, limit, measure, orderBy, where");
            }
        }
        var orderBy = Query.Order.of(
                parameters.get("orderBy"),
                RowsReading.columns(of.dataset()).stream().map(Column::name).toList());
        var after = after(parameters.get("after"));
        if (after != null && !orderBy.isEmpty()) {
            throw new QueryException("after", "left out where orderBy is given: ask for all rows by limit");
        }
        var moment = Moment.of(parameters.get(Moment.PARAMETER), now);
        var asOf = day("asOf", parameters.get("asOf"), today, today);
        return new RowsQuery(
                of,
                asOf,
                where(of.dataset(), parameters.get("where")),
                orderBy,
                limit(parameters.get("limit")),
                after,
                moment,
                counted(of, parameters.get("measure"), parameters.get("from"), asOf),
                0);
    }

    /** The same question without the first rows of its order. */
    public RowsQuery skipping(long rows) {
        return new RowsQuery(of, asOf, where, orderBy, limit, after, knownAt, counted, rows);
    }

    private static @Nullable Counted counted(
            Measures<?> of, @Nullable String measure, @Nullable String from, LocalDate asOf) {
        if (measure != null && of.measure(measure).isEmpty()) {
            throw new QueryException(
                    "measure",
                    "one of "
                            + String.join(
                                    ", ", of.all().stream().map(Measure::name).toList()));
        }
        var counted = measure == null ? null : Counted.in(of, measure, day("from", from, Asking.EARLIEST, asOf));
        if (from != null && (counted == null || !counted.isFlow())) {
            throw new QueryException("from", "left out where measure names none that happens on days");
        }
        return counted;
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate otherwise, LocalDate latest) {
        try {
            LocalDate day = text == null ? otherwise : LocalDate.parse(text);
            if (!day.isAfter(latest) && !day.isBefore(Asking.EARLIEST)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new QueryException(name, "a day like 2017-12-31");
        }
        throw new QueryException(name, "a day from %s to %s".formatted(Asking.EARLIEST, latest));
    }

    private static @Nullable Filter where(Dataset<?, ?> dataset, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var filter = Filter.parse(text);
            Conditions.ofRows(dataset).check(filter);
            return filter;
        } catch (FilterException e) {
            throw new QueryException("where", "a filter like region eq 'East': " + e.getMessage());
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > MOST) {
            throw new QueryException("limit", "a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static @Nullable After after(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var parts = List.of(text.split("/", 2));
            return new After(UUID.fromString(parts.getFirst()), parts.size() == 1 ? "" : parts.getLast());
        } catch (IllegalArgumentException e) {
            throw new QueryException("after", "what an answer says as next");
        }
    }
}
