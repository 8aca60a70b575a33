package io.milepost.reporting.read.mart.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.query.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tables as text: values between commas, and a line of JSON a row. */
public final class TextFile {
    private static final String BOM = "\uFEFF";

    private TextFile() {}

    /** A row a line. */
    public static void lines(Table table, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        for (var row : table.rows()) {
            var json = Json.mapper().createObjectNode();
            json(table.columns(), row, json);
            text.append(Json.mapper().writeValueAsString(json)).append('\n');
        }
        text.flush();
    }

    /** A row as members of an object; amounts are text, since many readers of JSON have no decimals. */
    public static void json(List<Column> columns, Map<String, @Nullable Object> row, ObjectNode json) {
        for (var column : columns) {
            switch (row.get(column.name())) {
                case null -> json.putNull(column.name());
                case BigDecimal amount
                when column.unit() == Column.Unit.CURRENCY -> json.put(column.name(), amount.toPlainString());
                case BigDecimal number -> json.put(column.name(), number);
                case BigInteger number -> json.put(column.name(), number);
                case Number number -> json.put(column.name(), number.longValue());
                case Boolean flag -> json.put(column.name(), flag);
                case Object other -> json.put(column.name(), other.toString());
            }
        }
    }

    /**
     * After RFC 4180, with a first line of names.
     *
     * @param bom whether it begins with a mark of its encoding, as old spreadsheets want it
     */
    public static void csv(Table table, boolean bom, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        text.append(bom ? BOM : "")
                .append(table.columns().stream().map(Column::name).collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : table.rows()) {
            text.append(table.columns().stream()
                            .map(column -> cell(row.get(column.name())))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        text.flush();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> quoted(guarded(text));
            default -> value.toString();
        };
    }

    /** A spreadsheet would take such a text for a formula, and do what it says. */
    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain && !text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
