package io.milepost.leads.administration.reportschedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What reporting-service can be asked for, as it publishes it: one report a line, by what it can be told apart, what its rows can be. */
final class KnownReports {
    private static final String PUBLISHED = "/contracts/reporting/schedulable-reports.txt";
    private static final Map<String, KnownReport> ALL = read();

    private KnownReports() {}

    /**
     * A report.
     *
     * @param groupings names of columns by which its figures can be told apart
     * @param conditions names of columns whose value can be asked for
     */
    record KnownReport(String name, List<String> groupings, List<String> conditions) {
        KnownReport {
            groupings = List.copyOf(groupings);
            conditions = List.copyOf(conditions);
        }
    }

    static Optional<KnownReport> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, KnownReport> read() {
        var found = new LinkedHashMap<String, KnownReport>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownReports.class.getResourceAsStream(PUBLISHED), PUBLISHED),
                StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(line -> line.split("\\|", -1))
                    .forEach(parts -> found.put(parts[0], new KnownReport(parts[0], names(parts[1]), names(parts[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<String> names(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
