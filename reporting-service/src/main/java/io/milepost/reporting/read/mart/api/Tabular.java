package io.milepost.reporting.read.mart.api;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.files.ParquetFile;
import io.milepost.reporting.read.mart.files.SpreadsheetFile;
import io.milepost.reporting.read.mart.files.Table;
import io.milepost.reporting.read.mart.files.UnfitException;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.QueryException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table in the forms that people and programs fetch it in; the same figures in each. */
final class Tabular {
    private static final String BOM = "\uFEFF";

    private final List<Column> columns;
    private final List<Map<String, @Nullable Object>> rows;

    Tabular(List<Column> columns, List<Map<String, @Nullable Object>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Columns and rows; amounts are text, since many readers of JSON have no decimals. */
    void json(ObjectNode body) {
        columns(columns, body.putArray("columns"));
        var array = body.putArray("rows");
        for (Map<String, @Nullable Object> row : rows) {
            write(row, array.addObject());
        }
    }

    static void columns(List<Column> columns, ArrayNode array) {
        for (var column : columns) {
            var json = array.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name());
            if (column.scale() != null) {
                json.put("scale", column.scale());
            }
            if (column.unit() != null) {
                json.put("unit", column.unit().name());
            }
            json.put("additivity", column.additivity().name());
            json.putObject("label")
                    .put("en", column.label().en())
                    .put("zh", column.label().zh());
        }
    }

    private void write(Map<String, @Nullable Object> row, ObjectNode json) {
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
     * Of any form but JSON.
     *
     * @param about what is said beside the table
     */
    byte[] content(Format format, boolean bom, ObjectNode about) {
        return switch (format) {
            case JSON -> new byte[0];
            case CSV -> csv(bom).getBytes(StandardCharsets.UTF_8);
            case NDJSON -> lines().getBytes(StandardCharsets.UTF_8);
            case XLSX -> file(about, SpreadsheetFile::write);
            case PARQUET -> file(about, ParquetFile::write);
        };
    }

    private interface Writing {
        void write(Table table, OutputStream out) throws IOException;
    }

    private byte[] file(ObjectNode about, Writing writing) {
        var facts = new LinkedHashMap<String, String>();
        about.properties().forEach(fact -> {
            if (!fact.getValue().isNull()) {
                facts.put(fact.getKey(), fact.getValue().asString());
            }
        });
        var out = new ByteArrayOutputStream();
        try {
            writing.write(new Table(columns, rows, facts), out);
        } catch (UnfitException e) {
            throw new QueryException("format", "csv, json or ndjson for this table: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A row a line. */
    String lines() {
        var text = new StringBuilder();
        for (Map<String, @Nullable Object> row : rows) {
            var json = Json.mapper().createObjectNode();
            write(row, json);
            text.append(Json.mapper().writeValueAsString(json)).append('\n');
        }
        return text.toString();
    }

    /** After RFC 4180, with a first line of names. */
    String csv(boolean bom) {
        var text = new StringBuilder(bom ? BOM : "");
        text.append(columns.stream().map(Column::name).collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : rows) {
            text.append(columns.stream()
                            .map(column -> cell(row.get(column.name())))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
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
