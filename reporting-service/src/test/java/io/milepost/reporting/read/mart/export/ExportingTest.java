package io.milepost.reporting.read.mart.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rows of a dataset into a file. {@code -Dmart.export=1000000} writes as many and tells how long it took and what memory; {@code ./milepost bench reports} measures Parquet. */
class ExportingTest {
    private static final int ROWS = Integer.getInteger("mart.export", 3_000);
    private static final LocalDate TODAY = LocalDate.of(2018, 1, 1);
    private static final Standing STANDING = new Standing(List.of(), true, List.of(), 1);

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "R-208: every row is written in each form, beyond what is fetched at once, and what is too large, too slow or unwanted ends")
    void writes() throws Exception {
        try (var source = Postgres.database()) {
            var fed = new Fed(source, Declared.in(ZoneOffset.UTC), TODAY);
            fed.take(
                    List.of(
                            Said.on(
                                    LocalDate.of(2017, 2, 1),
                                    "opportunity.identified.v1",
                                    new UUID(1, 1),
                                    1,
                                    "opportunity",
                                    "\"owner\":\"smith\",\"name\":\"a deal\",\"product\":\"E8\",\"expectedValue\":{\"amount\":\"550.00\",\"currency\":\"USD\"}")),
                    new Random(1));
            fed.change("""
                    insert into $.opportunity_history select r.* from $.opportunity_history h, generate_series(2, %d) n, lateral
                    jsonb_populate_record(null::$.opportunity_history, to_jsonb(h) || jsonb_build_object('id', gen_random_uuid(), 'name', 'deal ' || n)) r
                    """.formatted(ROWS));
            fed.change("analyze $.opportunity_history");
            var reading = new RowsReading(fed.mart, fed.schema.tables());
            var query = RowsQuery.of(
                    fed.declarations, "opportunity", Map.of(), TODAY, Instant.parse("2018-01-01T00:00:00Z"));
            var exporting = new Exporting(1L << 40, Duration.ofMinutes(10));
            for (var format : FileFormat.values()) {
                if (format == FileFormat.XLSX && ROWS > 1_000_000) {
                    continue;
                }
                var file = directory.resolve("rows." + format.named());
                var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
                System.gc();
                pools.forEach(MemoryPoolMXBean::resetPeakUsage);
                long begun = System.nanoTime();
                var written = exporting.write(reading, query, STANDING, format, file, () -> true);
                System.out.printf(
                        "%s: %d rows, %d bytes, %.1f s, heap at most %d MB%n",
                        format.named(),
                        written.rows(),
                        written.bytes(),
                        (System.nanoTime() - begun) / 1e9,
                        pools.stream()
                                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                        .sum()
                                >> 20);
                assertThat(written.rows()).isEqualTo(ROWS);
                assertThat(Files.size(file)).isEqualTo(written.bytes());
                assertThat(written.position()).isEqualTo("lead=0,opportunity=1");
            }
            assertThat(Files.readAllLines(directory.resolve("rows.csv"))).hasSize(ROWS + 1);

            assertThatThrownBy(() ->
                            write(new Exporting(10_000, Duration.ofMinutes(1)), reading, query, new AtomicInteger(-1)))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("more than 10000 bytes");
            assertThatThrownBy(() ->
                            write(new Exporting(1L << 40, Duration.ofNanos(1)), reading, query, new AtomicInteger(-1)))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("longer");
            var left = new AtomicInteger(10);
            assertThatThrownBy(() -> write(exporting, reading, query, left))
                    .isInstanceOf(Exporting.AbandonedException.class);
            assertThat(left).as("asked with each row").hasValue(0);
        }
    }

    private void write(Exporting exporting, RowsReading reading, RowsQuery query, AtomicInteger left) {
        exporting.write(
                reading,
                query,
                STANDING,
                FileFormat.CSV,
                directory.resolve("not.csv"),
                () -> left.get() < 0 || left.decrementAndGet() > 0);
    }
}
