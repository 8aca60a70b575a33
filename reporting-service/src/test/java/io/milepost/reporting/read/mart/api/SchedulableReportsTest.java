package io.milepost.reporting.read.mart.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.query.Asking;
import io.milepost.reporting.read.mart.query.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What lead-service may schedule, written anew with {@code -Dcontracts.approve=true}. */
class SchedulableReportsTest {
    private static final LocalDate DAY = LocalDate.of(2018, 1, 1);

    private final Declarations declarations = Declared.in(ZoneOffset.UTC);
    private final Asking asking = new Asking(declarations, DAY, Instant.EPOCH);

    @Test
    @DisplayName("R-206: what can be scheduled is what is declared, with the columns that can be asked for a text")
    void what_is_published_is_what_is_declared() throws IOException {
        var lines = declarations.reports().stream()
                .sorted(Comparator.comparing(Report::name))
                .map(this::line)
                .toList();
        assertThat(lines)
                .hasSizeGreaterThan(20)
                .anyMatch(line -> line.startsWith("stages|") && line.contains("region"));
        var file = Path.of(
                        Optional.ofNullable(System.getProperty("contracts.dir")).orElse("../contracts"))
                .resolve("reporting/schedulable-reports.txt");
        if (Boolean.getBoolean("contracts.approve")) {
            Files.write(file, lines);
        }
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    private String line(Report report) {
        var groupings = Asking.groupings(report);
        return "%s|%s|%s"
                .formatted(
                        report.name(),
                        String.join(",", groupings),
                        groupings.stream()
                                .filter(column -> canBe(report, column))
                                .collect(Collectors.joining(",")));
    }

    /** Whether rows can be asked for by a text in this column. */
    private boolean canBe(Report report, String column) {
        try {
            asking.of(report.name(), Map.of("where", column + " eq 'a text'", "by", ""));
            return true;
        } catch (QueryException no) {
            return false;
        }
    }

    @Test
    @DisplayName("R-206: each of these columns can be asked for, also with a quote in its value")
    void a_quote_ends_no_text() {
        for (var column : List.of("region", "owner")) {
            var asked = asking.of("won", Map.of("where", column + " eq 'O''Brien'' or 1 eq 1'"));
            assertThat(asked.report().name()).isEqualTo("won");
        }
    }
}
