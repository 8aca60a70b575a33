package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.filter.Filter;
import io.milepost.reporting.read.mart.filter.FilterException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a question strictly: what is unknown or makes no sense is named, with what would be allowed. */
public final class Asking {
    /** What can be asked of a report. */
    public static final Set<String> PARAMETERS = Set.of(
            "from",
            "to",
            "asOf",
            "by",
            "where",
            "orderBy",
            "compare",
            Moment.PARAMETER,
            Conversion.CURRENCY,
            Conversion.RATES,
            Probabilities.PARAMETER);

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    public static final int MOST_BY = 6;
    private static final int MOST_PARTS = 400;

    private final Declarations declarations;
    private final LocalDate today;
    private final Instant now;

    /**
     * Up to a moment.
     *
     * @param today the latest day that can be asked about
     * @param now the latest time of which it can be asked what was known
     */
    public Asking(Declarations declarations, LocalDate today, Instant now) {
        this.declarations = declarations;
        this.today = today;
        this.now = now;
    }

    public Query of(String name, Map<String, String> parameters) {
        Report report = declarations
                .report(name)
                .orElseThrow(() -> new QueryException(
                        "name",
                        "one of "
                                + String.join(
                                        ", ",
                                        declarations.reports().stream()
                                                .map(Report::name)
                                                .sorted()
                                                .toList())));
        for (String given : parameters.keySet()) {
            if (!PARAMETERS.contains(given)) {
                throw QueryException.unknown(
                        given, String.join(", ", PARAMETERS.stream().sorted().toList()));
            }
        }
        var by = by(report, parameters.get("by"));
        var bucket =
                by.stream().flatMap(one -> Bucket.of(one).stream()).findFirst().orElse(null);
        LocalDate to = to(parameters);
        LocalDate from = from(report, parameters.get("from"), to, bucket);
        var dimensions = by.stream().filter(one -> Bucket.of(one).isEmpty()).toList();
        if (bucket != null && from != null && bucket.parts(from, to).size() > MOST_PARTS) {
            throw new QueryException(
                    "by", "at most %d parts: a longer %s or a shorter period".formatted(MOST_PARTS, bucket));
        }
        var moment = Moment.of(parameters.get(Moment.PARAMETER), now);
        if (moment != null
                && moment.position() != null
                && report.parts().stream()
                                .map(part -> part.measures().dataset().fold().source())
                                .distinct()
                                .count()
                        > 1) {
            throw new QueryException(Moment.PARAMETER, "a time, since its figures are of several services");
        }
        var asked = new Query(
                report,
                dimensions,
                bucket,
                where(report, parameters.get("where")),
                from,
                to,
                List.of(),
                compared(parameters.get("compare")),
                moment,
                Conversion.of(report, parameters.get(Conversion.CURRENCY), parameters.get(Conversion.RATES), today),
                Probabilities.of(report, parameters.get(Probabilities.PARAMETER)),
                List.of());
        var query = report.beside().isEmpty() ? asked : asked.beside(parameters.get("where"));
        return query.ordered(Query.Order.of(
                parameters.get("orderBy"),
                Columns.of(query).stream().map(Column::name).toList()));
    }

    private static List<String> by(Report report, @Nullable String asked) {
        if (asked == null) {
            return report.by();
        }
        if (asked.isBlank()) {
            return List.of();
        }
        var names = Arrays.stream(asked.split(",", -1)).map(String::strip).toList();
        var allowed = groupings(report);
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!allowed.contains(name) || !seen.add(name)) {
                throw new QueryException("by", "each once of " + String.join(", ", allowed));
            }
        }
        if (names.size() > MOST_BY
                || names.stream().filter(one -> Bucket.of(one).isPresent()).count() > 1) {
            throw new QueryException("by", "at most %d, and one of month, quarter and year".formatted(MOST_BY));
        }
        return names;
    }

    /** All that a report can be told apart by, at most {@link #MOST_BY} at once. */
    public static List<String> groupings(Report report) {
        var allowed = new ArrayList<>(report.groupings());
        allowed.add("currency");
        Arrays.stream(Bucket.values()).map(Bucket::name).forEach(allowed::add);
        return allowed;
    }

    private LocalDate to(Map<String, String> parameters) {
        if (parameters.containsKey("to") && parameters.containsKey("asOf")) {
            throw new QueryException("asOf", "either to or asOf");
        }
        String name = parameters.containsKey("to") ? "to" : "asOf";
        String text = parameters.get(name);
        return text == null ? today : day(name, text);
    }

    private @Nullable LocalDate from(Report report, @Nullable String text, LocalDate to, @Nullable Bucket bucket) {
        if (text != null) {
            LocalDate from = day("from", text);
            if (from.isAfter(to)) {
                throw new QueryException("from", "a day not after " + to);
            }
            return from;
        }
        boolean isPeriod = report.over() == Report.Over.PERIOD || bucket != null;
        if (!isPeriod) {
            return null;
        }
        return switch (report.defaults()) {
            case THIS_MONTH -> to.withDayOfMonth(1);
            case THIS_QUARTER -> to.with(IsoFields.DAY_OF_QUARTER, 1);
            case THIS_YEAR, TODAY -> to.withDayOfYear(1);
        };
    }

    private LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new QueryException(name, "a day like 2017-12-31");
        }
        throw new QueryException(name, "a day from %s to %s".formatted(EARLIEST, today));
    }

    static @Nullable Filter where(Report report, @Nullable String text) {
        Filter own = report.where() == null ? null : Filter.parse(report.where());
        if (text == null) {
            return own;
        }
        Filter asked;
        try {
            asked = Filter.parse(text);
        } catch (FilterException e) {
            throw new QueryException("where", "a filter like region eq 'East': " + e.getMessage());
        }
        new Conditions(report.measures().dataset()).check(asked);
        return own == null ? asked : new Filter.And(List.of(own, asked));
    }

    private static boolean compared(@Nullable String text) {
        if (text != null && !text.equals("year")) {
            throw new QueryException("compare", "year");
        }
        return text != null;
    }
}
