package io.milepost.reporting.read.mart.files;

import io.milepost.reporting.read.mart.query.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** A Parquet file whose columns are an answer's, with what it is of as its metadata. */
public final class ParquetFile {
    private static final int PRECISION = 38;
    /** As many bytes as the precision takes. */
    private static final int WIDTH = 16;
    /** No currency has more decimals. */
    private static final int MONEY_DECIMALS = 4;
    /** As many are held before they are let go of, compressed. */
    private static final int ROWS_OF_A_GROUP = 100_000;

    private final List<Column> columns;
    private final MessageType type;

    private ParquetFile(List<Column> columns) {
        this.columns = columns;
        this.type =
                new MessageType("table", columns.stream().map(ParquetFile::type).toList());
    }

    /** Refuses with {@link UnfitException} numbers that are longer than the format's. */
    public static void write(Table table, OutputStream out) throws IOException {
        var file = new ParquetFile(table.columns());
        try (var writer = ExampleParquetWriter.builder(new Sink(out))
                .withConf(new PlainParquetConfiguration())
                .withType(file.type)
                .withExtraMetaData(table.about())
                .withCodecFactory(new Gzip())
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupRowCountLimit(ROWS_OF_A_GROUP)
                .build()) {
            for (var row : table.rows()) {
                writer.write(file.group(row));
            }
        }
    }

    private static Type type(Column column) {
        return switch (column.type()) {
            case TEXT, MEMBER ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case DECIMAL ->
                Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                        .length(WIDTH)
                        .as(LogicalTypeAnnotation.decimalType(decimals(column), PRECISION))
                        .named(column.name());
        };
    }

    private static int decimals(Column column) {
        return column.scale() == null ? MONEY_DECIMALS : column.scale();
    }

    private Group group(Map<String, @Nullable Object> row) {
        var group = new SimpleGroup(type);
        for (int at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            Object value = row.get(column.name());
            if (value != null) {
                add(group, at, column, value);
            }
        }
        return group;
    }

    private static void add(Group group, int at, Column column, Object value) {
        try {
            switch (column.type()) {
                case TEXT, MEMBER -> group.add(at, value.toString());
                case INTEGER -> group.add(at, new BigDecimal(value.toString()).longValueExact());
                case BOOLEAN -> group.add(at, (boolean) value);
                case DATE -> group.add(at, Math.toIntExact(((LocalDate) value).toEpochDay()));
                case DECIMAL -> group.add(at, decimal(new BigDecimal(value.toString()), decimals(column)));
            }
        } catch (ArithmeticException e) {
            throw new UnfitException("%s of %s is no number that a column of the type %s holds"
                    .formatted(value, column.name(), group.getType().getType(at)));
        }
    }

    private static Binary decimal(BigDecimal number, int decimals) {
        BigDecimal scaled = number.setScale(decimals);
        if (scaled.precision() > PRECISION) {
            throw new ArithmeticException("too long");
        }
        return Binary.fromConstantByteArray(bytes(scaled.unscaledValue()));
    }

    /** Two's complement, the highest byte first. */
    private static byte[] bytes(BigInteger number) {
        byte[] shortest = number.toByteArray();
        byte[] bytes = new byte[WIDTH];
        Arrays.fill(bytes, 0, WIDTH - shortest.length, (byte) (number.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, bytes, WIDTH - shortest.length, shortest.length);
        return bytes;
    }
}
