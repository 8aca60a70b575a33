package io.milepost.cli.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.milepost.cli.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One file, read: the rows that make sense, and a finding for every other.
 *
 * @param read rows below the header, good and bad
 */
record Table<T>(int read, List<T> rows, List<Finding> bad) {

    Table {
        rows = List.copyOf(rows);
        bad = List.copyOf(bad);
    }

    /** Makes sense of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(CsvRow row) throws BadRow;
    }

    static <T> Table<T> read(Path directory, FileKind kind, Reading<T> reading) {
        var file = directory.resolve(kind.fileName());
        // Read from a stream, bytes that are not UTF-8 become U+FFFD: such a row is bad, the others are not.
        try (var bytes = Files.newInputStream(file);
                var csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(true)
                        .ofCsvRecord(bytes, StandardCharsets.UTF_8)) {
            return collect(csv, file, kind, reading);
        } catch (IOException | UncheckedIOException e) {
            throw new Failure("cannot read " + file + ": " + e.getMessage(), e);
        } catch (CsvParseException e) {
            throw new Failure(file + " is not CSV: " + e.getMessage(), e);
        }
    }

    private static <T> Table<T> collect(CsvReader<CsvRecord> csv, Path file, FileKind kind, Reading<T> reading) {
        var records = csv.iterator();
        var header = records.hasNext()
                ? records.next().getFields().stream().map(String::strip).toList()
                : List.of();
        if (!header.equals(kind.header())) {
            throw new Failure("%s must start with the columns %s, not %s"
                    .formatted(file, String.join(",", kind.header()), header));
        }
        var rows = new ArrayList<T>();
        var bad = new ArrayList<Finding>();
        var keys = new HashSet<String>();
        int read = 0;
        while (records.hasNext()) {
            var next = records.next();
            var row = new CsvRow(kind, next.getStartingLineNumber(), next.getFields());
            read++;
            try {
                requireShape(row);
                var value = reading.of(row);
                if (!keys.add(kind.identityOf(row.key()))) {
                    throw new BadRow("%s stands in an earlier line too"
                            .formatted(kind.header().getFirst()));
                }
                rows.add(value);
            } catch (BadRow e) {
                bad.add(new Finding(
                        kind.fileName(), row.line(), row.key(), Verdict.BAD, String.valueOf(e.getMessage())));
            }
        }
        return new Table<>(read, rows, bad);
    }

    private static void requireShape(CsvRow row) throws BadRow {
        var expected = row.kind().header().size();
        if (row.fields().size() != expected) {
            var hint = row.fields().stream().anyMatch(field -> field.contains("\n"))
                    ? " (it runs over several lines: is a quote left open?)"
                    : "";
            throw new BadRow("%d columns instead of %d%s".formatted(row.fields().size(), expected, hint));
        }
        if (row.fields().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
            throw new BadRow("not written in UTF-8");
        }
        if (row.key().isEmpty()) {
            throw new BadRow(row.kind().header().getFirst() + " is missing");
        }
    }
}
