package io.milepost.suite.year;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question to one report, by one road.
 *
 * @param bucket month, quarter or year; null where the period is not parted
 * @param where what rows have to tell
 * @param knownAt as it was known when the log had this position; null for what is known now
 */
public record Question(
        Report report,
        List<String> by,
        @Nullable String bucket,
        Map<String, String> where,
        LocalDate from,
        LocalDate to,
        Road road,
        @Nullable Long knownAt) {

    /** What is asked for in a filter; other texts have tests of their own. */
    private static final String ASKED_FOR = "[\\p{L}\\p{N}()][\\p{L}\\p{N} ()_.:-]{0,99}";

    /** How the answer is fetched. */
    public enum Road {
        JSON,
        CSV,
        NDJSON,
        SQL,
        ODATA
    }

    record Part(String label, LocalDate from, LocalDate to) {}

    List<Part> parts() {
        if (bucket == null) {
            return List.of(new Part("", from, to));
        }
        var parts = new ArrayList<Part>();
        for (var begins = from; !begins.isAfter(to); ) {
            var ends = switch (bucket) {
                case "month" -> YearMonth.from(begins).atEndOfMonth();
                case "quarter" ->
                    YearMonth.of(begins.getYear(), begins.get(IsoFields.QUARTER_OF_YEAR) * 3)
                            .atEndOfMonth();
                default -> LocalDate.of(begins.getYear(), 12, 31);
            };
            var label = switch (bucket) {
                case "month" -> YearMonth.from(begins).toString();
                case "quarter" -> "%d-Q%d".formatted(begins.getYear(), begins.get(IsoFields.QUARTER_OF_YEAR));
                default -> String.valueOf(begins.getYear());
            };
            parts.add(new Part(label, begins, ends.isAfter(to) ? to : ends));
            begins = ends.plusDays(1);
        }
        return parts;
    }

    /** As it is asked over HTTP. */
    public String path() {
        var asked = new LinkedHashMap<String, String>();
        if (report.period() || bucket != null) {
            asked.put("from", from.toString());
            asked.put("to", to.toString());
        } else {
            asked.put("asOf", to.toString());
        }
        var told = new ArrayList<>(by);
        if (bucket != null) {
            told.add(bucket);
        }
        asked.put("by", String.join(",", told));
        if (!where.isEmpty()) {
            asked.put("where", filter());
        }
        if (knownAt != null) {
            asked.put("knownAt", knownAt.toString());
        }
        return "/v1/reports/" + report.name() + "?" + query(asked);
    }

    static String query(Map<String, String> asked) {
        return asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String filter() {
        return where.entrySet().stream()
                .map(one -> one.getKey() + " eq " + literal(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" and "));
    }

    static String literal(String name, String value) {
        return switch (name) {
            case "true_stage", "number", "from_lead", "unpaid", "was_returned" -> value;
            default -> "'" + value.replace("'", "''") + "'";
        };
    }

    @Override
    public String toString() {
        return "%s %s".formatted(road, path());
    }

    /**
     * One at random.
     *
     * @param values what rows of a report tell under a name, to ask for some of it
     * @param first the first day that is asked about
     * @param last the last one
     * @param head of the log that the report is of
     */
    public static Question any(
            Random random,
            Report report,
            BiFunction<Report, String, List<String>> values,
            LocalDate first,
            LocalDate last,
            long head) {
        var road = Road.values()[random.nextInt(Road.values().length)];
        boolean byHttp = road == Road.JSON || road == Road.CSV || road == Road.NDJSON;
        var known = random.nextInt(5) == 0 && head > 1 && byHttp ? Long.valueOf(1 + random.nextLong(head)) : null;
        boolean plain = known != null || (road == Road.SQL && report.period());
        var names = new ArrayList<>(report.by().stream()
                .filter(name -> !plain || !Report.LOOKED_UP.contains(name))
                .toList());
        Collections.shuffle(names, random);
        var by = List.copyOf(names.subList(0, random.nextInt(Math.min(4, names.size() + 1))));
        var where = new LinkedHashMap<String, String>();
        for (var name : names.subList(0, Math.min(names.size(), random.nextInt(3)))) {
            var some = values.apply(report, name).stream()
                    .filter(value -> value.matches(ASKED_FOR))
                    .toList();
            if (!some.isEmpty()) {
                where.put(name, some.get(random.nextInt(some.size())));
            }
        }
        long days = last.toEpochDay() - first.toEpochDay();
        var one = first.plusDays(random.nextLong(days + 1));
        var other = first.plusDays(random.nextLong(days + 1));
        var bucket = byHttp && random.nextInt(3) == 0
                ? List.of("month", "quarter", "year").get(random.nextInt(3))
                : null;
        return new Question(
                report,
                by,
                bucket,
                where,
                one.isBefore(other) ? one : other,
                one.isBefore(other) ? other : one,
                road,
                known);
    }
}
