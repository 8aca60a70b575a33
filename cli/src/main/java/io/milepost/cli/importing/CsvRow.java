package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One row by column names, blanks around a field taken off; an empty field is an absent one. */
record CsvRow(FileKind kind, long line, List<String> fields) {

    private static final String NUMBER = "-?\\d{1,20}(\\.\\d{1,10})?";

    CsvRow {
        fields = List.copyOf(fields);
    }

    /** What the row is known by. */
    String key() {
        return fields.isEmpty() ? "" : fields.getFirst().strip();
    }

    Optional<String> optional(String column) {
        var at = kind.header().indexOf(column);
        return Optional.of(fields.get(at).strip()).filter(text -> !text.isEmpty());
    }

    String text(String column) throws BadRow {
        return optional(column).orElseThrow(() -> new BadRow(column + " is missing"));
    }

    Optional<LocalDate> date(String column) throws BadRow {
        var text = optional(column);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            throw new BadRow("%s is not a date as in 2017-03-31: %s".formatted(column, text.orElse("")));
        }
    }

    /** A decimal number, not below zero. */
    Optional<BigDecimal> number(String column) throws BadRow {
        var text = optional(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches(NUMBER)) {
            throw new BadRow("%s is not a number: %s".formatted(column, text.get()));
        }
        var number = new BigDecimal(text.get());
        if (number.signum() < 0) {
            throw new BadRow("%s is below zero: %s".formatted(column, text.get()));
        }
        return Optional.of(number);
    }

    Optional<Integer> whole(String column) throws BadRow {
        var number = number(column);
        try {
            return number.map(BigDecimal::intValueExact);
        } catch (ArithmeticException _) {
            throw new BadRow("%s is not a whole number: %s"
                    .formatted(column, optional(column).orElse("")));
        }
    }

    void mustBeEmpty(String column, String because) throws BadRow {
        if (optional(column).isPresent()) {
            throw new BadRow("%s has a %s: %s".formatted(because, column, text(column)));
        }
    }
}
