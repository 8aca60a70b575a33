package io.milepost.reporting.read.cells;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Names of cells: month first, so that the cells up to a day are a range of ids. One cell holds a group's movements of a month, by day. */
final class CellId {
    private static final char BETWEEN = '|';
    private static final int MONTH_LENGTH = "2017-03".length();

    private static final int LAST_YEAR = 9999;

    private CellId() {}

    /** Of a day in the years 1 to 9999: only their names sort as they follow each other. */
    static String of(LocalDate day, String group) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("a cell is of a year from 1 to " + LAST_YEAR);
        }
        return YearMonth.from(day).toString() + BETWEEN + group;
    }

    /** Above every cell of the day's month and below every cell of the next. */
    static String endOfMonth(LocalDate day) {
        return YearMonth.from(day).toString() + (char) (BETWEEN + 1);
    }

    static String group(String id) {
        return id.substring(MONTH_LENGTH + 1);
    }
}
