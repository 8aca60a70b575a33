package io.milepost.suite;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import io.milepost.suite.year.Question.Road;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as readers of each format read them: of each row what its cells say by the column's name, without those that say nothing. */
final class Tables {
    private static final JsonMapper JSON = new JsonMapper();

    private Tables() {}

    static List<Map<String, String>> read(Road road, byte[] bytes) {
        try {
            return switch (road) {
                case JSON -> json(JSON.readTree(bytes).required("rows"));
                case NDJSON -> {
                    var lines = JSON.createArrayNode();
                    new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> lines.add(JSON.readTree(line)));
                    yield json(lines);
                }
                case CSV -> csv(new String(bytes, StandardCharsets.UTF_8));
                case XLSX -> xlsx(bytes);
                case PARQUET -> parquet(bytes);
                case SQL, ODATA -> throw new IllegalArgumentException(road + " is no file");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> json(JsonNode rows) {
        var read = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, String>();
            row.properties().forEach(cell -> {
                if (!cell.getValue().isNull()) {
                    cells.put(cell.getKey(), cell.getValue().asString());
                }
            });
            read.add(cells);
        }
        return read;
    }

    private static List<Map<String, String>> csv(String text) throws IOException {
        var read = new ArrayList<Map<String, String>>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> read.add(row.getFieldsAsMap()));
        }
        return read;
    }

    private static List<Map<String, String>> xlsx(byte[] bytes) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var lines = workbook.getFirstSheet().read();
            var names = lines.getFirst().stream()
                    .map(cell -> cell.getValue().toString())
                    .toList();
            var read = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = new LinkedHashMap<String, String>();
                for (int at = 0; at < names.size(); at++) {
                    var cell = line.hasCell(at) ? line.getCell(at) : null;
                    if (cell != null && cell.getType() != CellType.EMPTY) {
                        cells.put(names.get(at), said(cell.getValue()));
                    }
                }
                read.add(cells);
            }
            return read;
        }
    }

    private static List<Map<String, String>> parquet(byte[] bytes) throws IOException {
        try (var file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)));
                var reader = file.rowReader()) {
            var names = file.getFileMetaData().schema().stream()
                    .skip(1)
                    .map(element -> element.name())
                    .toList();
            var read = new ArrayList<Map<String, String>>();
            while (reader.hasNext()) {
                reader.next();
                var cells = new LinkedHashMap<String, String>();
                for (int at = 0; at < names.size(); at++) {
                    if (!reader.isNull(at)) {
                        cells.put(names.get(at), said(reader.getValue(at)));
                    }
                }
                read.add(cells);
            }
            return read;
        }
    }

    private static String said(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
