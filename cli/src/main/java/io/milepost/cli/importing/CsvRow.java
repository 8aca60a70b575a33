package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row by column names, each cell as a person reads it; an empty cell is an absent one. */
final class CsvRow {

    /** No name, day or number is longer. */
    private static final int LONGEST_CELL = 200;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    private final FileKind kind;
    private final long line;
    private final List<String> given;
    private final List<String> cells;
    private final Map<String, String> taken = new LinkedHashMap<>();

    private CsvRow(FileKind kind, long line, List<String> given, List<String> cells) {
        this.kind = kind;
        this.line = line;
        this.given = given;
        this.cells = cells;
    }

    /** Cells of the right number, each of a length and of characters that can be imported. */
    static CsvRow of(FileKind kind, long line, List<String> fields) throws BadRow {
        var columns = kind.header();
        if (fields.size() != columns.size()) {
            throw new BadRow("%d columns instead of %d".formatted(fields.size(), columns.size()));
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            cells.add(tidied(columns.get(i), fields.get(i)));
        }
        if (cells.getFirst().isEmpty()) {
            throw new BadRow(columns.getFirst(), "is missing");
        }
        var row = new CsvRow(kind, line, List.copyOf(fields), List.copyOf(cells));
        columns.forEach(column -> row.optional(column).ifPresent(cell -> row.takeAs(column, cell)));
        return row;
    }

    private static String tidied(String column, String field) throws BadRow {
        var length = field.strip().length();
        if (length > LONGEST_CELL) {
            throw new BadRow(column, "has %d characters; at most %d are taken".formatted(length, LONGEST_CELL));
        }
        var cell = Spelling.tidy(field);
        var control = cell.chars().filter(Character::isISOControl).findFirst();
        if (control.isPresent()) {
            throw new BadRow(column, "holds the control character U+%04X".formatted(control.getAsInt()));
        }
        if (cell.indexOf('\uFFFD') >= 0) {
            throw new BadRow(column, "holds U+FFFD, which stands for a character that got lost before");
        }
        return cell;
    }

    long line() {
        return line;
    }

    /** What the row is known by. */
    String key() {
        return cells.getFirst();
    }

    /** The cell is sent like this, which {@link #corrections} tells if the file has it otherwise. */
    void takeAs(String column, String name) {
        taken.put(column, name);
    }

    /** Every cell that is sent in another spelling than it has in the file; blanks around it are none. */
    List<Correction> corrections() {
        return taken.entrySet().stream()
                .map(cell -> new Correction(kind, line, cell.getKey(), in(given, cell.getKey()), cell.getValue()))
                .filter(correction -> !correction.given().equals(correction.taken()))
                .toList();
    }

    Optional<String> optional(String column) {
        return Optional.of(in(cells, column)).filter(cell -> !cell.isEmpty());
    }

    String text(String column) throws BadRow {
        return optional(column).orElseThrow(() -> new BadRow(column, "is missing"));
    }

    /** A day of a fact: in a plausible year, and not after the day of the import. */
    Optional<LocalDate> date(String column, LocalDate today) throws BadRow {
        var text = optional(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var date = dateOf(column, text.get());
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new BadRow(column, "is not in the years %d to %d: %s".formatted(FIRST_YEAR, LAST_YEAR, text.get()));
        }
        if (date.isAfter(today)) {
            throw new BadRow(column, "is a day to come, today being %s: %s".formatted(today, text.get()));
        }
        return Optional.of(date);
    }

    /** A decimal number, not below zero. */
    Optional<BigDecimal> number(String column) throws BadRow {
        var text = optional(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches(NUMBER)) {
            throw new BadRow(column, "is not a number: " + Shown.cell(text.get()));
        }
        var number = new BigDecimal(text.get());
        if (number.signum() < 0) {
            throw new BadRow(column, "is below zero: " + text.get());
        }
        return Optional.of(number);
    }

    Optional<Integer> whole(String column) throws BadRow {
        var number = number(column);
        try {
            return number.map(BigDecimal::intValueExact);
        } catch (ArithmeticException _) {
            throw new BadRow(
                    column, "is not a whole number: " + optional(column).orElse(""));
        }
    }

    void mustBeEmpty(String column, String because) throws BadRow {
        if (optional(column).isPresent()) {
            throw new BadRow(column, "must be empty, for %s has none: %s".formatted(because, Shown.cell(text(column))));
        }
    }

    private String in(List<String> row, String column) {
        return row.get(kind.header().indexOf(column)).strip();
    }

    private static LocalDate dateOf(String column, String text) throws BadRow {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new BadRow(column, "is not a date as in 2017-03-31: " + Shown.cell(text));
        }
    }
}
