package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One row by the fields of its mapping, each cell as a person reads it; an empty cell is an absent one. */
final class CsvRow {

    /** No name, day or number is longer. */
    private static final int LONGEST_CELL = 200;

    /** In these somebody tells something. */
    private static final Set<String> TOLD = Set.of("need", "lost_reason");

    private static final int LONGEST_TEXT = 2000;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final FileMapping mapping;
    private final long line;
    private final Map<String, String> given;
    private final Map<String, String> cells;
    private final Map<String, String> taken = new LinkedHashMap<>();

    private CsvRow(FileMapping mapping, long line, Map<String, String> given, Map<String, String> cells) {
        this.mapping = mapping;
        this.line = line;
        this.given = given;
        this.cells = cells;
    }

    /** Cells of the right number, each that the mapping names of a length and of characters that can be imported. */
    static CsvRow of(FileMapping mapping, FileMapping.Header header, long line, List<String> fields) throws BadRow {
        if (fields.size() != header.width()) {
            throw new BadRow("%d columns instead of %d".formatted(fields.size(), header.width()));
        }
        var given = new HashMap<String, String>();
        var cells = new HashMap<String, String>();
        for (var field : mapping.kind().fields()) {
            var cell = header.cell(fields, field);
            given.put(field, cell.strip());
            cells.put(field, mapping.meaning(field, tidied(mapping, field, cell)));
        }
        var row = new CsvRow(mapping, line, given, cells);
        if (row.key().isEmpty()) {
            throw new BadRow(mapping.keyField(), "is missing");
        }
        for (var field : mapping.columns().keySet()) {
            row.optional(field).ifPresent(cell -> row.takeAs(field, cell));
        }
        return row;
    }

    private static String tidied(FileMapping mapping, String field, String given) throws BadRow {
        var told = mapping.multiline() ? given.replaceAll("\\s*[\\r\\n\\t]+\\s*", " ") : given;
        var length = told.strip().length();
        var longest = TOLD.contains(field) ? LONGEST_TEXT : LONGEST_CELL;
        if (length > longest) {
            throw new BadRow(field, "has %d characters; at most %d are taken".formatted(length, longest));
        }
        var cell = Spelling.tidy(told);
        var control = cell.chars().filter(Character::isISOControl).findFirst();
        if (control.isPresent()) {
            throw new BadRow(field, "holds the control character U+%04X".formatted(control.getAsInt()));
        }
        if (cell.indexOf('\uFFFD') >= 0) {
            throw new BadRow(field, "holds U+FFFD, which stands for a character that got lost before");
        }
        return cell;
    }

    long line() {
        return line;
    }

    /** What the row is known by. */
    String key() {
        return text(cells, mapping.keyField());
    }

    /** The cell is sent like this, which {@link #corrections} tells if the file has it otherwise. */
    void takeAs(String column, String name) {
        if (!given(column).isEmpty() && !mapping.values().containsKey(column)) {
            taken.put(column, name);
        }
    }

    /** Every cell that is sent in another spelling than it has in the file; blanks around it are none. */
    List<Correction> corrections() {
        return taken.entrySet().stream()
                .map(cell -> new Correction(
                        mapping.kind(), line, mapping.columnOf(cell.getKey()), given(cell.getKey()), cell.getValue()))
                .filter(correction -> !correction.given().equals(correction.taken()))
                .toList();
    }

    Optional<String> optional(String column) {
        return Optional.of(text(cells, column)).filter(cell -> !cell.isEmpty());
    }

    String text(String column) throws BadRow {
        return optional(column).orElseThrow(() -> new BadRow(column, "is missing"));
    }

    /** A day of a fact: in a plausible year, and not after the day of the import. */
    Optional<LocalDate> date(String column, Terms terms) throws BadRow {
        var date = day(column, terms.zone());
        if (date.isPresent() && date.get().isAfter(terms.today())) {
            throw new BadRow(column, "is a day to come, today being %s: %s".formatted(terms.today(), text(column)));
        }
        return date;
    }

    /** A day in a plausible year, which may be one to come. */
    Optional<LocalDate> day(String column, ZoneId zone) throws BadRow {
        var text = optional(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var date = mapping.written()
                .day(text.get(), zone)
                .orElseThrow(() -> new BadRow(
                        column,
                        mapping.written().dates().equals(Written.PLAIN.dates())
                                ? "is not a date as in 2017-03-31: " + Shown.cell(text.get())
                                : "is not a date as in %s: %s"
                                        .formatted(
                                                String.join(
                                                        ", ", mapping.written().dates()),
                                                Shown.cell(text.get()))));
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new BadRow(column, "is not in the years %d to %d: %s".formatted(FIRST_YEAR, LAST_YEAR, text.get()));
        }
        return Optional.of(date);
    }

    /** A decimal number, not below zero. */
    Optional<BigDecimal> number(String column) throws BadRow {
        var text = optional(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var number = mapping.written()
                .number(text.get())
                .orElseThrow(() -> new BadRow(column, "is not a number: " + Shown.cell(text.get())));
        if (number.signum() < 0) {
            throw new BadRow(column, "is below zero: " + text.get());
        }
        var power = mapping.powerOf(column);
        return Optional.of(power == 0 ? number : number.movePointRight(power));
    }

    /** An amount in the currency that the row names, else in the one of the import. */
    Optional<Money> amount(String column, Terms terms) throws BadRow {
        var number = number(column);
        return number.isEmpty() ? Optional.empty() : Optional.of(Money.of(column, number.get(), currency(terms)));
    }

    private Currency currency(Terms terms) throws BadRow {
        var code = optional("currency");
        if (code.isEmpty()) {
            return terms.currency();
        }
        try {
            return Currency.getInstance(code.get().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new BadRow("currency", "is not an ISO 4217 code: " + Shown.cell(code.get()));
        }
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

    private String given(String field) {
        return text(given, field);
    }

    private static String text(Map<String, String> row, String field) {
        return row.getOrDefault(field, "");
    }
}
