package io.milepost.reporting.read.mart.export;

import io.milepost.reporting.read.mart.files.ParquetFile;
import io.milepost.reporting.read.mart.files.SpreadsheetFile;
import io.milepost.reporting.read.mart.files.Table;
import io.milepost.reporting.read.mart.files.TextFile;
import io.milepost.reporting.read.mart.query.QueryException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

/** The forms of a whole dataset. */
public enum FileFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            TextFile.csv(table, false, out);
        }
    },
    NDJSON("application/x-ndjson") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            TextFile.lines(table, out);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            SpreadsheetFile.write(table, out);
        }
    },
    PARQUET("application/vnd.apache.parquet") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            ParquetFile.write(table, out);
        }
    };

    private final String type;

    FileFormat(String type) {
        this.type = type;
    }

    abstract void write(Table table, OutputStream out) throws IOException;

    /** The media type. */
    public String type() {
        return type;
    }

    /** As it is written in an address, and at the end of a file's name. */
    public String named() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses another name. */
    public static FileFormat named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.named().equals(name))
                .findFirst()
                .orElseThrow(() -> new QueryException("format", "one of csv, ndjson, parquet, xlsx"));
    }
}
