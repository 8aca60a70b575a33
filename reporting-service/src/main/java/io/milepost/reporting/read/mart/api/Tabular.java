package io.milepost.reporting.read.mart.api;

import io.milepost.reporting.read.mart.files.ParquetFile;
import io.milepost.reporting.read.mart.files.SpreadsheetFile;
import io.milepost.reporting.read.mart.files.Table;
import io.milepost.reporting.read.mart.files.TextFile;
import io.milepost.reporting.read.mart.files.UnfitException;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.QueryException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table in the forms that people and programs fetch it in; the same figures in each. */
final class Tabular {
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
            TextFile.json(columns, row, array.addObject());
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

    /**
     * Of any form but JSON.
     *
     * @param about what is said beside the table
     */
    byte[] content(Format format, boolean bom, ObjectNode about) {
        return switch (format) {
            case JSON -> new byte[0];
            case CSV -> file(about, (table, out) -> TextFile.csv(table, bom, out));
            case NDJSON -> file(about, TextFile::lines);
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
}
