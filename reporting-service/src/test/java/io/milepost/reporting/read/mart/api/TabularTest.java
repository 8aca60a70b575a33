package io.milepost.reporting.read.mart.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import io.milepost.platform.json.Json;
import io.milepost.reporting.ReadBack;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.Column.Additivity;
import io.milepost.reporting.read.mart.query.Column.Unit;
import io.milepost.reporting.read.mart.query.QueryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** One table with the worst that columns may hold, in every form. */
class TabularTest {
    private static final List<Column> COLUMNS = List.of(
            column("region", Column.Type.TEXT, null, null),
            column("owner", Column.Type.MEMBER, null, null),
            column("closed_on", Column.Type.DATE, null, null),
            column("won", Column.Type.BOOLEAN, null, null),
            column("deals", Column.Type.INTEGER, null, Unit.COUNT),
            column("currency", Column.Type.TEXT, null, null),
            column("value", Column.Type.DECIMAL, null, Unit.CURRENCY),
            column("rate", Column.Type.DECIMAL, 4, null));

    private static final List<Map<String, Object>> ROWS = List.of(
            row("East", "kim", day("2017-12-31"), true, 3L, "USD", "999999999999999.99", "0.3333"),
            row("=1+1", "王小明 🚀", day("2016-02-29"), false, big("0"), "KWD", "-999999999999999.999", null),
            row(
                    "@SUM(A1)",
                    " a, \"b\"\n<c>&",
                    day("9999-12-31"),
                    null,
                    big("-9223372036854775808"),
                    "JPY",
                    "12",
                    "1.0000"),
            row(null, "-2+3", day("1900-02-28"), true, 9_223_372_036_854_775_807L, "JPY", "999999999999999", "0.0000"),
            row("East", null, null, null, 0L, "USD", "0.01", "-0.5000"),
            row("Ünï", "kim", day("0001-01-01"), null, 1L, "KWD", "0.001", "12345678901234.5678"),
            row("East", "kim", null, null, 1L, null, null, null));

    @Test
    @DisplayName("JSON, CSV, lines, XLSX and Parquet add up to the same, to the last decimal")
    void totals_are_equal() throws IOException {
        var json = Json.mapper().createObjectNode();
        new Tabular(COLUMNS, ROWS).json(json);
        var totals = ReadBack.json(json.get("rows")).totals("value");

        assertThat(totals)
                .containsExactly(
                        entry("JPY", new BigDecimal("1000000000000011")),
                        entry("KWD", new BigDecimal("-999999999999999.998")),
                        entry("USD", new BigDecimal("1E+15")));
        assertThat(ReadBack.csv(content(Format.CSV)).totals("value")).isEqualTo(totals);
        assertThat(lines().totals("value")).isEqualTo(totals);
        assertThat(ReadBack.xlsx(content(Format.XLSX)).totals("value")).isEqualTo(totals);
        assertThat(ReadBack.parquet(content(Format.PARQUET)).totals("value")).isEqualTo(totals);
    }

    @Test
    @DisplayName("every cell is in XLSX and in Parquet what it was, and of its own type")
    void cells_are_equal() throws IOException {
        var parquet = ReadBack.parquet(content(Format.PARQUET)).rows();
        var xlsx = ReadBack.xlsx(content(Format.XLSX)).rows();
        assertThat(parquet).hasSameSizeAs(ROWS);
        assertThat(xlsx).hasSameSizeAs(ROWS);
        for (int at = 0; at < ROWS.size(); at++) {
            for (var column : COLUMNS) {
                Object value = ROWS.get(at).get(column.name());
                same(parquet.get(at).get(column.name()), value);
                // Spreadsheets have no such days, so they are text.
                boolean early = value instanceof LocalDate day && day.getYear() <= 1900;
                same(xlsx.get(at).get(column.name()), early ? value.toString() : value);
            }
        }
    }

    private static void same(Object read, Object value) {
        if (value instanceof Number number) {
            assertThat(read).isInstanceOf(Number.class);
            assertThat(new BigDecimal(read.toString())).isEqualByComparingTo(number.toString());
        } else {
            assertThat(read).isEqualTo(value);
        }
    }

    @Test
    @DisplayName("a sheet has the names, numbers with their decimals, and text that no program takes for a formula")
    void sheet(@TempDir Path folder) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content(Format.XLSX)), ReadBack.FORMATS)) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().stream().map(cell -> cell.getText()))
                    .containsExactlyElementsOf(
                            COLUMNS.stream().map(Column::name).toList());
            assertThat(rows.stream().skip(1).limit(4).map(row -> row.getCell(6).getDataFormatString()))
                    .containsExactly("0.00", "0.000", "0", "0");
            assertThat(rows.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(4).getOptionalCell(0)).isEmpty();
        }
        var file = Files.write(folder.resolve("rows.xlsx"), content(Format.XLSX));
        try (var parts = new ZipFile(file.toFile())) {
            for (var part : Collections.list(parts.entries())) {
                assertThat(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .as(part.getName())
                        .isNotEmpty()
                        .doesNotContain("<f>");
            }
        }
    }

    @Test
    @DisplayName(
            "a Parquet file has decimals, days, whole numbers, flags and text, and not one number that is only near")
    void schema() throws IOException {
        try (var file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(content(Format.PARQUET))))) {
            assertThat(file.getFileMetaData().schema().stream()
                            .skip(1)
                            .map(one -> one.name() + " " + one.type() + " " + one.logicalType()))
                    .containsExactly(
                            "region BYTE_ARRAY STRING",
                            "owner BYTE_ARRAY STRING",
                            "closed_on INT32 DATE",
                            "won BOOLEAN null",
                            "deals INT64 null",
                            "currency BYTE_ARRAY STRING",
                            "value FIXED_LEN_BYTE_ARRAY DECIMAL(38, 4)",
                            "rate FIXED_LEN_BYTE_ARRAY DECIMAL(38, 4)");
        }
    }

    @Test
    @DisplayName("files say what they are of; a sheet says too how many of its numbers programs will round")
    void says_what_it_is() throws IOException {
        assertThat(ReadBack.parquet(content(Format.PARQUET)).about())
                .contains(
                        entry("report", "funnel"),
                        entry("asOf", "2017-12-31"),
                        entry("position", "opportunity=7"),
                        entry("state", "PARTIAL"),
                        entry("setAside", "1"))
                .doesNotContainKey("from");
        assertThat(ReadBack.xlsx(content(Format.XLSX)).about())
                .contains(entry("report", "funnel"), entry("asOf", "2017-12-31"))
                .contains(entry("position", "opportunity=7"), entry("state", "PARTIAL"))
                .containsEntry(
                        "note",
                        "5 numbers have more than 15 digits: this file holds them, spreadsheet programs round them");
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "PARQUET"})
    @DisplayName("a table without rows is a file with columns")
    void empty(Format format) throws IOException {
        byte[] bytes = new Tabular(COLUMNS, List.of()).content(format, false, about());
        var read = format == Format.XLSX ? ReadBack.xlsx(bytes) : ReadBack.parquet(bytes);
        assertThat(read.rows()).isEmpty();
        assertThat(read.about()).containsEntry("state", "PARTIAL").doesNotContainKey("note");
    }

    @Test
    @DisplayName("what a form has no room for is refused, and neither cut nor rounded")
    void refuses() {
        refused(Format.PARQUET, "deals", big("9223372036854775808"));
        refused(Format.PARQUET, "value", new BigDecimal("1e35"));
        refused(Format.PARQUET, "rate", new BigDecimal("0.33333"));
        refused(Format.XLSX, "owner", "x".repeat(32_768));
        assertThat(new Tabular(COLUMNS, List.of(Map.of("value", new BigDecimal("1e33"))))
                        .content(Format.PARQUET, false, about()))
                .isNotEmpty();
    }

    private static void refused(Format format, String column, Object value) {
        var table = new Tabular(COLUMNS, List.of(Map.of(column, value)));
        assertThatThrownBy(() -> table.content(format, false, about()))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("csv, json or ndjson for this table: ");
    }

    private static ReadBack lines() {
        var rows = Json.mapper().createArrayNode();
        new String(content(Format.NDJSON), StandardCharsets.UTF_8)
                .lines()
                .map(Json.mapper()::readTree)
                .forEach(rows::add);
        return ReadBack.json(rows);
    }

    private static byte[] content(Format format) {
        return new Tabular(COLUMNS, ROWS).content(format, false, about());
    }

    private static ObjectNode about() {
        return Json.mapper()
                .createObjectNode()
                .put("report", "funnel")
                .put("from", (String) null)
                .put("asOf", "2017-12-31")
                .put("position", "opportunity=7")
                .put("state", "PARTIAL")
                .put("setAside", 1);
    }

    private static Column column(String name, Column.Type type, Integer scale, Unit unit) {
        return new Column(name, type, scale, unit, Additivity.KEY, new Label(name, "列"));
    }

    private static Map<String, Object> row(
            String region,
            String owner,
            LocalDate closedOn,
            Boolean won,
            Number deals,
            String currency,
            String value,
            String rate) {
        var values = Arrays.asList(
                region,
                owner,
                closedOn,
                won,
                deals,
                currency,
                value == null ? null : new BigDecimal(value),
                rate == null ? null : new BigDecimal(rate));
        var row = new LinkedHashMap<String, Object>();
        for (int at = 0; at < values.size(); at++) {
            row.put(COLUMNS.get(at).name(), values.get(at));
        }
        return row;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static BigInteger big(String text) {
        return new BigInteger(text);
    }
}
