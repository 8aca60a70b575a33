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
import java.util.Optional;

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

    /** The same file with other rows. */
    Table<T> with(List<T> others) {
        return new Table<>(read, others, bad, corrections);
    }

    /** Makes sense of one row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(CsvRow row) throws BadRow;
    }

    static <T> Table<T> none() {
        return new Table<>(0, List.of(), List.of(), List.of());
    }

    static <T> Table<T> read(Path directory, FileMapping mapping, Reading<T> reading) {
        var file = directory.resolve(mapping.file());
        try (var lines = new TextLines(Files.newInputStream(file), mapping.charset())) {
            var rows = new Collecting<>(mapping, header(lines, file, mapping), reading);
            for (var line = next(lines, mapping); line.isPresent(); line = next(lines, mapping)) {
                rows.take(line.get());
            }
            return rows.table();
        } catch (IOException e) {
            throw new Failure("cannot read %s: %s".formatted(file, reason(e)), e);
        }
    }

    /** A line, and those below it that a quoted cell runs over, where the mapping says that cells may. */
    private static Optional<Line> next(TextLines lines, FileMapping mapping) throws IOException {
        var line = lines.next();
        while (mapping.multiline() && line.isPresent() && line.get().endsWithinQuotes()) {
            var begun = line.get();
            var more = lines.next();
            if (more.isEmpty()) {
                break;
            }
            line = Optional.of(begun.joined(more.get()));
        }
        return line;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "no permission";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static FileMapping.Header header(TextLines lines, Path file, FileMapping mapping) throws IOException {
        var columns = String.join(",", mapping.columns().values());
        var must = "%s must %s the columns %s".formatted(file, mapping.exact() ? "start with" : "have", columns);
        var first = lines.next()
                .orElseThrow(
                        () -> new Failure("%s is empty; it must start with the columns %s".formatted(file, columns)));
        if (first.fault() != null) {
            throw new Failure("%s: %s".formatted(must, first.fault()));
        }
        var header = headerOf(first.text(), mapping, mapping.delimiter());
        if (header.fault() != null) {
            throw new Failure("%s, not %s%s%s"
                    .formatted(
                            must,
                            Shown.sentence(first.text()),
                            header.fault().isEmpty() ? "" : ": " + header.fault(),
                            Delimiter.WORDS.entrySet().stream()
                                    .filter(word -> headerOf(first.text(), mapping, word.getValue())
                                                    .fault()
                                            == null)
                                    .findFirst()
                                    .map(word -> " (is it written with --delimiter %s?)".formatted(word.getKey()))
                                    .orElse("")));
        }
        return header;
    }

    private static FileMapping.Header headerOf(String line, FileMapping mapping, Delimiter delimiter) {
        try {
            return mapping.header(
                    delimiter.cells(line).stream().map(Spelling::tidy).toList());
        } catch (BadRow e) {
            return new FileMapping.Header(Map.of(), 0, e.reason(mapping));
        }
    }

    /** The rows of one file so far. */
    private static final class Collecting<T> {
        private final FileMapping mapping;
        private final FileMapping.Header header;
        private final Reading<T> reading;
        private final List<T> rows = new ArrayList<>();
        private final List<Finding> bad = new ArrayList<>();
        private final List<Correction> corrections = new ArrayList<>();
        private final Map<String, Long> lineOf = new HashMap<>();

        private Collecting(FileMapping mapping, FileMapping.Header header, Reading<T> reading) {
            this.mapping = mapping;
            this.header = header;
            this.reading = reading;
        }

        private void take(Line line) {
            try {
                var row = row(line);
                var value = reading.of(row);
                var earlier = lineOf.putIfAbsent(mapping.identityOf(row.key()), row.line());
                if (earlier != null) {
                    throw new BadRow(mapping.keyField(), "stands in an earlier line too, line " + earlier);
                }
                rows.add(value);
                corrections.addAll(row.corrections());
            } catch (BadRow e) {
                bad.add(new Finding(
                        mapping.file(),
                        line.number(),
                        start(line),
                        Verdict.BAD,
                        "",
                        e.pointer(mapping),
                        e.reason(mapping)));
            }
        }

        private CsvRow row(Line line) throws BadRow {
            if (line.fault() != null) {
                throw new BadRow(line.fault());
            }
            return CsvRow.of(mapping, header, line.number(), mapping.delimiter().cells(line.text()));
        }

        /** What the row is known by, as far as it can be told when the line cannot be read. */
        private String start(Line line) {
            try {
                return header.cell(mapping.delimiter().cells(line.text()), mapping.keyField())
                        .strip();
            } catch (BadRow | IndexOutOfBoundsException _) {
                return mapping.delimiter().start(line.text());
            }
        }

        private Table<T> table() {
            return new Table<>(rows.size() + bad.size(), rows, bad, corrections);
        }
    }
}
