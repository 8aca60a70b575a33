package io.milepost.reporting;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;

/** Answers as programs of others read them: of each row its cells by the column's name, without those that are empty. */
public record ReadBack(List<Map<String, Object>> rows, Map<String, String> about) {
    /** Of each cell its format too; of a cell that is wrong an error. */
    public static final ReadingOptions FORMATS = new ReadingOptions(true, false);

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PARQUET = "application/vnd.apache.parquet";

    /** A file, by what it is said to be. */
    public static ReadBack of(HttpResponse<byte[]> answer) throws IOException {
        return switch (answer.headers().firstValue("Content-Type").orElseThrow()) {
            case XLSX -> xlsx(answer.body());
            case PARQUET -> parquet(answer.body());
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    public static ReadBack json(JsonNode rows) {
        var read = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, Object>();
            row.properties().forEach(cell -> {
                var value = cell.getValue();
                if (!value.isNull()) {
                    cells.put(cell.getKey(), value.isBoolean() ? (Object) value.booleanValue() : value.asString());
                }
            });
            read.add(cells);
        }
        return new ReadBack(read, Map.of());
    }

    public static ReadBack csv(byte[] bytes) throws IOException {
        var read = new ArrayList<Map<String, Object>>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            reader.forEach(row -> {
                var cells = new LinkedHashMap<String, Object>(row.getFieldsAsMap());
                cells.values().removeIf(""::equals);
                read.add(cells);
            });
        }
        return new ReadBack(read, Map.of());
    }

    /** Numbers as they stand in the file, not as a program would round them. */
    public static ReadBack xlsx(byte[] bytes) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), FORMATS)) {
            var lines = workbook.getSheet(0).orElseThrow().read();
            var names = lines.getFirst().stream()
                    .map(cell -> cell.getValue().toString())
                    .toList();
            var read = new ArrayList<Map<String, Object>>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = new LinkedHashMap<String, Object>();
                for (int at = 0; at < names.size(); at++) {
                    var cell = line.hasCell(at) ? line.getCell(at) : null;
                    if (cell != null && cell.getType() != CellType.EMPTY) {
                        boolean day = "yyyy-mm-dd".equals(cell.getDataFormatString());
                        cells.put(names.get(at), day ? cell.asDate().toLocalDate() : cell.getValue());
                    }
                }
                read.add(cells);
            }
            var about = new HashMap<String, String>();
            for (Row line : workbook.getSheet(1).orElseThrow().read()) {
                if (line.getCellCount() > 1) {
                    about.put(line.getCellText(0), line.getCellText(1));
                }
            }
            return new ReadBack(read, about);
        }
    }

    public static ReadBack parquet(byte[] bytes) throws IOException {
        try (var file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)));
                var reader = file.rowReader()) {
            var names = file.getFileMetaData().schema().stream()
                    .skip(1)
                    .map(element -> element.name())
                    .toList();
            var read = new ArrayList<Map<String, Object>>();
            while (reader.hasNext()) {
                reader.next();
                var cells = new LinkedHashMap<String, Object>();
                for (int at = 0; at < names.size(); at++) {
                    if (!reader.isNull(at)) {
                        cells.put(names.get(at), reader.getValue(at));
                    }
                }
                read.add(cells);
            }
            return new ReadBack(read, file.getFileMetaData().keyValueMetadata());
        }
    }

    /** What a column adds up to, by currency. */
    public Map<String, BigDecimal> totals(String column) {
        var totals = new TreeMap<String, BigDecimal>();
        for (var row : rows) {
            if (row.containsKey(column)) {
                totals.merge(
                        row.get("currency").toString(),
                        new BigDecimal(row.get(column).toString()),
                        BigDecimal::add);
            }
        }
        totals.replaceAll((_, total) -> total.stripTrailingZeros());
        return totals;
    }
}
