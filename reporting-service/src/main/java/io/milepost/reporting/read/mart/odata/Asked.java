package io.milepost.reporting.read.mart.odata;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.odata.ODataException.Code;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of an entity set.
 *
 * @param rows a page of it
 * @param selected columns, in the order of the set's
 * @param explicit whether columns were named
 * @param counting whether all rows are counted
 * @param top how many rows are wanted from this page on; null for all
 * @param options as they were sent
 */
record Asked(
        RowsQuery rows,
        Set<String> selected,
        boolean explicit,
        boolean counting,
        @Nullable Integer top,
        Map<String, String> options) {
    /** Rows of a page, where nobody prefers less or more. */
    private static final int USUAL_PAGE = 5_000;

    private static final Set<String> OFFERED =
            Set.of("$filter", "$select", "$orderby", "$top", "$skip", "$count", "$format", "$skiptoken");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*+'");
    /** What OData knows in a filter and this service does not: to say that it is wrong would be wrong. */
    private static final Pattern NOT_OFFERED =
            Pattern.compile("\\b(endswith|length|indexof|substring|tolower|toupper|trim"
                    + "|concat|year|month|day|hour|minute|second|fractionalseconds|date|time|totaloffsetminutes|now|maxdatetime"
                    + "|mindatetime|round|floor|ceiling|cast|isof|matchesPattern|geo\\.\\w+)\\s*\\("
                    + "|\\s(add|sub|mul|div|divby|mod|has)\\s|/(any|all)\\s*\\(|\\$(it|root)\\b|@\\w+");

    /**
     * Reads it strictly: what is wrong is said with what would be allowed, and so is what OData knows and this service does not.
     *
     * @param page rows that the caller prefers in a page; null for the usual number
     */
    static Asked of(
            Declarations declarations,
            String set,
            Map<String, String> options,
            @Nullable Integer page,
            LocalDate today,
            Instant now) {
        onlyOffered(options, OFFERED, true);
        Integer top = options.containsKey("$top") ? number(options, "$top") : null;
        int size = Math.min(page == null ? USUAL_PAGE : page, RowsQuery.MOST);
        var asked = new HashMap<String, String>();
        options.forEach((name, value) -> {
            switch (name) {
                case "$filter" -> asked.put("where", filter(value));
                case "$orderby" -> asked.put("orderBy", value);
                case "asOf", "knownAt" -> asked.put(name, value);
                default -> {}
            }
        });
        String token = options.get("$skiptoken");
        long skip = number(options, "$skip");
        if (token != null && NUMBER.matcher(token).matches()) {
            skip = Long.parseLong(token);
        } else if (token != null) {
            asked.put("after", token);
            skip = 0;
        }
        asked.put("limit", String.valueOf(Math.clamp(top == null ? size : top, 1, size)));
        var rows = RowsQuery.of(declarations, set, asked, today, now).skipping(skip);
        var columns = RowsReading.columns(rows.of().dataset()).stream()
                .map(Column::name)
                .toList();
        return new Asked(
                rows,
                selected(options.get("$select"), columns),
                options.containsKey("$select")
                        && !options.get("$select").strip().equals("*"),
                flag(options),
                top,
                options);
    }

    /** Refuses what is not among these. */
    static void onlyOffered(Map<String, String> options, Set<String> offered, boolean ofRows) {
        for (String name : options.keySet()) {
            if ((name.startsWith("$") || name.startsWith("@")) && !offered.contains(name)) {
                throw new ODataException(
                        Code.NOT_OFFERED,
                        name,
                        "%s is not offered; there are %s"
                                .formatted(name, offered.stream().sorted().collect(Collectors.joining(", "))));
            }
            if (!name.startsWith("$") && !(ofRows && (name.equals("asOf") || name.equals("knownAt")))) {
                throw new ODataException(
                        Code.UNKNOWN_PARAMETER, name, name + " is no parameter; there are asOf and knownAt of rows");
            }
        }
    }

    private static String filter(String text) {
        var found = NOT_OFFERED.matcher(LITERAL.matcher(text).replaceAll("''"));
        if (found.find()) {
            throw new ODataException(
                    Code.NOT_OFFERED,
                    "$filter",
                    "%s is not offered in $filter; there are eq, ne, gt, ge, lt, le, in, and, or, not, contains and startswith"
                            .formatted(found.group().strip().replaceAll("\\s*\\($", "")));
        }
        return text;
    }

    private static int number(Map<String, String> options, String name) {
        String text = options.getOrDefault(name, "0");
        if (!NUMBER.matcher(text).matches()) {
            throw new ODataException(
                    Code.INVALID_PARAMETER, name, name + " must be a number of at most nine digits, from 0 on");
        }
        return Integer.parseInt(text);
    }

    private static boolean flag(Map<String, String> options) {
        return switch (options.getOrDefault("$count", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ODataException(Code.INVALID_PARAMETER, "$count", "$count must be true or false");
        };
    }

    private static Set<String> selected(@Nullable String text, List<String> columns) {
        if (text == null || text.strip().equals("*")) {
            return new LinkedHashSet<>(columns);
        }
        var named = List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (!columns.containsAll(named)) {
            throw new QueryException("$select", "columns, or *: " + String.join(", ", columns));
        }
        return columns.stream().filter(named::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isEmpty() {
        return top != null && top == 0;
    }

    /** The columns that were named, as a context says them. */
    String projection() {
        return explicit ? "(" + String.join(",", selected) + ")" : "";
    }

    /**
     * The options of the page after this one; null where this is the last. All pages are of one day and of what was known when the
     * first was asked for, so nothing is there twice or left out because something happened meanwhile.
     */
    @Nullable
    String next(RowsReading.Page page, Instant now) {
        int read = page.rows().size();
        if (!page.more() || (top != null && top <= read)) {
            return null;
        }
        var next = new LinkedHashMap<>(options);
        next.remove("$skip");
        if (top != null) {
            next.put("$top", String.valueOf(top - read));
        }
        next.put("asOf", rows.asOf().toString());
        next.putIfAbsent("knownAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
        next.put("$skiptoken", page.next() == null ? String.valueOf(rows.skip() + read) : page.next());
        return next.entrySet().stream()
                .map(option -> option.getKey() + "="
                        + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
    }
}
