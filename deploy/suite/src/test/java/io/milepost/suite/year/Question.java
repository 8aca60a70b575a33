package io.milepost.suite.year;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question to one report, by one road.
 *
 * @param bucket month, quarter or year; null where the period is not parted
 * @param where what rows have to tell
 * @param known as it was known at a moment; null for what is known now
 * @param into the currency of all amounts; null where each stays in its own
 */
public record Question(
        Report report,
        List<String> by,
        @Nullable String bucket,
        Map<String, String> where,
        LocalDate from,
        LocalDate to,
        Road road,
        @Nullable Known known,
        @Nullable Into into) {

    /** How the answer is fetched. */
    public enum Road {
        JSON,
        CSV,
        NDJSON,
        XLSX,
        PARQUET,
        SQL,
        ODATA;

        /** Whether it is a report that is asked, and not rows. */
        public boolean isReport() {
            return this != SQL && this != ODATA;
        }
    }

    record Part(String label, LocalDate from, LocalDate to) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

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
        if (known != null) {
            asked.put("knownAt", known.toString());
        }
        if (into != null) {
            asked.put("currency", into.currency());
            var day = into.ratesOf();
            asked.put("rates", day == null ? "then" : day.toString());
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

    /** Of deals it is a status that is called stage, of their stays a number. */
    private String literal(String name, String value) {
        boolean bare = switch (name) {
            case "true_stage", "number", "from_lead", "unpaid", "was_returned" -> true;
            case "stage" -> report.parts().getFirst().dataset().equals("stay");
            default -> false;
        };
        return bare ? value : "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return "%s %s".formatted(road, path());
    }
}
