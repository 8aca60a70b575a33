package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.TextLines.Line;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file, read: the rows that make sense, and a finding for every other.
 *
 * @param read rows below the header, good and bad
 * @param corrections of the good rows
 */
record Table<T>(int read, List<T> rows, List<Finding> bad, List<Correction> corrections) {

    Table {
        rows = List.copyOf(rows);
        bad = List.copyOf(bad);
        corrections = List.copyOf(corrections);
    }

    /** Makes sense of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(CsvRow row) throws BadRow;
    }

    static <T> Table<T> read(Path directory, FileKind kind, Delimiter delimiter, Reading<T> reading) {
        var file = directory.resolve(kind.fileName());
        try (var lines = new TextLines(Files.newInputStream(file))) {
            requireHeader(lines, file, kind, delimiter);
            var rows = new Collecting<>(kind, delimiter, reading);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                rows.take(line.get());
            }
            return rows.table();
        } catch (IOException e) {
            throw new Failure("cannot read %s: %s".formatted(file, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "no permission";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void requireHeader(TextLines lines, Path file, FileKind kind, Delimiter delimiter)
            throws IOException {
        var columns = String.join(",", kind.header());
        var first = lines.next()
                .orElseThrow(
                        () -> new Failure("%s is empty; it must start with the columns %s".formatted(file, columns)));
        if (first.fault() != null) {
            throw new Failure("%s must start with the columns %s: %s".formatted(file, columns, first.fault()));
        }
        if (!delimiter.separatesInto(first.text(), kind.header())) {
            throw new Failure("%s must start with the columns %s, not %s%s"
                    .formatted(
                            file,
                            columns,
                            Shown.sentence(first.text()),
                            Delimiter.wordFor(first.text(), kind.header())
                                    .map(" (is it written with --delimiter %s?)"::formatted)
                                    .orElse("")));
        }
    }

    /** The rows of one file so far. */
    private static final class Collecting<T> {
        private final FileKind kind;
        private final Delimiter delimiter;
        private final Reading<T> reading;
        private final List<T> rows = new ArrayList<>();
        private final List<Finding> bad = new ArrayList<>();
        private final List<Correction> corrections = new ArrayList<>();
        private final Map<String, Long> lineOf = new HashMap<>();

        private Collecting(FileKind kind, Delimiter delimiter, Reading<T> reading) {
            this.kind = kind;
            this.delimiter = delimiter;
            this.reading = reading;
        }

        private void take(Line line) {
            try {
                var row = row(line);
                var value = reading.of(row);
                var earlier = lineOf.putIfAbsent(kind.identityOf(row.key()), row.line());
                if (earlier != null) {
                    throw new BadRow(kind.header().getFirst(), "stands in an earlier line too, line " + earlier);
                }
                rows.add(value);
                corrections.addAll(row.corrections());
            } catch (BadRow e) {
                bad.add(new Finding(
                        kind.fileName(),
                        line.number(),
                        delimiter.start(line.text()),
                        Verdict.BAD,
                        "",
                        e.pointer(),
                        e.reason()));
            }
        }

        private CsvRow row(Line line) throws BadRow {
            if (line.fault() != null) {
                throw new BadRow(line.fault());
            }
            return CsvRow.of(kind, line.number(), delimiter.cells(line.text()));
        }

        private Table<T> table() {
            return new Table<>(rows.size() + bad.size(), rows, bad, corrections);
        }
    }
}
