package io.milepost.reporting.read.mart.files;

import io.milepost.reporting.read.mart.query.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An XLSX workbook: a sheet of rows, and one that says what they are. */
public final class SpreadsheetFile {
    /** What programs calculate with; a file may hold more. */
    private static final int DIGITS = 15;

    private static final int LONGEST_TEXT = 32_767;
    /** Programs disagree about the days before: some know of a 29 February 1900. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    /** After so many rows what is written leaves the memory. */
    private static final int BATCH = 1_000;

    private final Worksheet sheet;
    private long longNumbers;

    private SpreadsheetFile(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Refuses with {@link UnfitException} what no sheet can hold. */
    public static void write(Table table, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Milepost", null)) {
            var rows = new SpreadsheetFile(workbook.newWorksheet("rows"));
            rows.rows(table);
            rows.sheet.finish();
            var about = new SpreadsheetFile(workbook.newWorksheet("about"));
            about.about(table, rows.longNumbers);
            about.sheet.finish();
        }
    }

    private void rows(Table table) throws IOException {
        var columns = table.columns();
        heading(0, columns.stream().map(Column::name).toList());
        sheet.freezePane(0, 1);
        int at = 1;
        for (var row : table.rows()) {
            if (at == Worksheet.MAX_ROWS) {
                throw new UnfitException("a sheet has no more than %d rows".formatted(Worksheet.MAX_ROWS));
            }
            for (int column = 0; column < columns.size(); column++) {
                cell(at, column, row.get(columns.get(column).name()));
            }
            at++;
            if (at % BATCH == 0) {
                sheet.flush();
            }
        }
    }

    private void about(Table table, long longNumbers) {
        int at = 0;
        for (var fact : table.about().entrySet()) {
            text(at, 0, fact.getKey());
            text(at++, 1, fact.getValue());
        }
        if (longNumbers > 0) {
            text(at, 0, "note");
            text(
                    at++,
                    1,
                    "%d numbers have more than %d digits: this file holds them, spreadsheet programs round them"
                            .formatted(longNumbers, DIGITS));
        }
        heading(++at, List.of("column", "unit", "additivity", "en", "zh"));
        for (var column : table.columns()) {
            text(++at, 0, column.name());
            text(at, 1, column.unit() == null ? "" : column.unit().name());
            text(at, 2, column.additivity().name());
            text(at, 3, column.label().en());
            text(at, 4, column.label().zh());
        }
    }

    private void heading(int row, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            text(row, column, names.get(column));
            sheet.style(row, column).bold().set();
        }
    }

    private void cell(int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> number(row, column, number);
            case BigInteger number -> number(row, column, new BigDecimal(number));
            case Number number -> number(row, column, BigDecimal.valueOf(number.longValue()));
            case Boolean flag -> sheet.value(row, column, flag);
            case LocalDate day
            when !day.isBefore(FIRST_DAY) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Object other -> text(row, column, other.toString());
        }
    }

    /** Shown with its decimals, also those that are zeros. */
    private void number(int row, int column, BigDecimal number) {
        sheet.value(row, column, number);
        sheet.style(row, column)
                .format(number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "0")
                .set();
        if (number.stripTrailingZeros().precision() > DIGITS) {
            longNumbers++;
        }
    }

    /** Always of the type text: what begins like a formula is none. */
    private void text(int row, int column, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new UnfitException("a cell holds no more than %d characters".formatted(LONGEST_TEXT));
        }
        // Within the sheet: a list of all texts would stand in memory until the end.
        sheet.inlineString(row, column, text);
    }
}
