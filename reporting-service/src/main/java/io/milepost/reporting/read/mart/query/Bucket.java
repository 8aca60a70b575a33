package io.milepost.reporting.read.mart.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lengths into which a period can be parted. */
public enum Bucket {
    month,
    quarter,
    year;

    /**
     * A part of a period.
     *
     * @param label {@code 2017-03}, {@code 2017-Q1} or {@code 2017}; empty for a period that is not parted
     */
    public record Span(String label, LocalDate from, LocalDate to) {}

    static Optional<Bucket> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** The parts of a period, of which the first and the last may be cut. */
    List<Span> parts(LocalDate from, LocalDate to) {
        var parts = new ArrayList<Span>();
        LocalDate begins = from;
        while (!begins.isAfter(to)) {
            LocalDate ends = end(begins).isAfter(to) ? to : end(begins);
            parts.add(new Span(label(begins), begins, ends));
            begins = ends.plusDays(1);
        }
        return parts;
    }

    private LocalDate end(LocalDate day) {
        return switch (this) {
            case month -> YearMonth.from(day).atEndOfMonth();
            case quarter -> {
                var last = YearMonth.of(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR) * 3);
                yield last.atEndOfMonth();
            }
            case year -> LocalDate.of(day.getYear(), 12, 31);
        };
    }

    private String label(LocalDate day) {
        return switch (this) {
            case month -> YearMonth.from(day).toString();
            case quarter -> "%04d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case year -> "%04d".formatted(day.getYear());
        };
    }
}
