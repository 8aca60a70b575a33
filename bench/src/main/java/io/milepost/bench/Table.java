package io.milepost.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of figures under named columns, with what a reader must know to read them.
 *
 * @param columns with their units
 */
public record Table(String title, List<String> columns, List<List<Object>> rows, List<String> notes) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("%s: %s does not fit %s".formatted(title, row, columns));
            }
        }
    }

    /** Columns of numbers stand to the right. */
    String markdown() {
        var text = new StringBuilder("### " + title + "\n\n");
        var heads = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            boolean number = rows.stream().anyMatch(row -> row.get(column) instanceof Number);
            heads.add(number ? "---:" : "---");
        }
        text.append(line(columns)).append(line(heads));
        rows.forEach(row -> text.append(line(row.stream().map(Table::shown).toList())));
        notes.forEach(note -> text.append("\n").append(note).append("\n"));
        return text.append("\n").toString();
    }

    /** Whole numbers as they are, others with three digits that count. */
    static String shown(Object cell) {
        return switch (cell) {
            case Double number when number.isNaN() -> "-";
            case Double number when Math.abs(number) >= 100 -> "%,d".formatted(Math.round(number));
            case Double number ->
                new BigDecimal(number)
                        .round(new MathContext(3, RoundingMode.HALF_UP))
                        .toPlainString();
            case Integer number -> "%,d".formatted(number);
            case Long number -> "%,d".formatted(number);
            default -> cell.toString().replace("|", "\\|");
        };
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
