package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.export.ExportProperties;
import io.milepost.reporting.read.mart.export.Exporting;
import io.milepost.reporting.read.mart.export.Nightly;
import io.milepost.reporting.read.mart.operate.Feeding;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** Whole datasets as files, over HTTP and in a folder a night, read by a database that somebody else wrote. */
class ExportIT {
    private static final String AS_OF = "asOf=2017-04-30";

    private static RunningReports running;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> json("/v1/reports/funnel").get("state").asString(), "COMPLETE"::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    @DisplayName("R-208: DuckDB reads a whole dataset as CSV and as Parquet to the totals of the report, to the cent")
    void duckdb(String format) throws Exception {
        var file = directory.resolve("opportunity." + format);
        Files.write(file, export("opportunity", format + "&" + AS_OF).body());
        var expected = new TreeMap<String, BigDecimal>();
        for (var row : json("/v1/reports/funnel?by=owner,currency&" + AS_OF).get("rows")) {
            var value = new BigDecimal(row.get("open_value").asString());
            if (value.signum() != 0) {
                expected.put(row.get("owner").asString() + row.get("currency").asString(), value.setScale(4));
            }
        }
        var found = new TreeMap<String, BigDecimal>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var rows = statement.executeQuery("""
                    select owner || currency, sum(value_amount::decimal(38, 4)) from '%s'
                    where stage in ('IDENTIFIED', 'QUALIFIED') group by all\
                    """.formatted(file))) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getBigDecimal(2));
            }
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv;charset=UTF-8", "ndjson, application/x-ndjson", "xlsx,", "parquet,"})
    @DisplayName("a file says its rows, length, digest, position and state before its first byte")
    void says_what_it_is(String format, String type) throws Exception {
        var rows = json("/v1/datasets/opportunity?limit=10000&" + AS_OF);
        var answer = export("opportunity", format + "&" + AS_OF);
        assertThat(answer.body().length).isEqualTo((int)
                answer.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertThat(head(answer, "Milepost-Rows"))
                .isEqualTo(String.valueOf(rows.get("rows").size()));
        assertThat(head(answer, "Milepost-Sha256")).isEqualTo(sha256(answer.body()));
        assertThat(head(answer, "Milepost-State")).isEqualTo("COMPLETE");
        assertThat(Map.of(
                        "position",
                        List.of(head(answer, "Milepost-Position").split(",")).stream()
                                .sorted()
                                .toList()))
                .isEqualTo(Map.of(
                        "position",
                        List.of(rows.get("position").asString().split(",")).stream()
                                .sorted()
                                .toList()));
        assertThat(head(answer, "Content-Disposition")).contains("opportunity-2017-04-30." + format);
        if (type != null) {
            assertThat(head(answer, "Content-Type")).isEqualToIgnoringCase(type);
        }
        assertThat(export("opportunity", format + "&" + AS_OF).body().length).isPositive();
    }

    @Test
    @DisplayName(
            "lines are the rows of the dataset, all of them and in its order, as filtered and as narrowed to who asks")
    void the_same_rows() throws Exception {
        var where = "&where=owner+ne+'jones'";
        var lines = new String(
                        export("opportunity", "ndjson&" + AS_OF + where).body(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        var rows = json("/v1/datasets/opportunity?limit=10000&" + AS_OF + where.replace("'", "%27"));
        assertThat(lines.stream().map(RunningReports.JSON::readTree).toList())
                .isEqualTo(rows.get("rows").valueStream().toList())
                .hasSizeGreaterThan(3);

        var own = running.parts.issuer().tokenSaying("kim", Map.of("member", "smith", "access", "own"), Role.SALES_REP);
        var narrow = running.fetch("/v1/datasets/opportunity/export?format=ndjson&" + AS_OF, own);
        assertThat(narrow.body()
                        .lines()
                        .map(line ->
                                RunningReports.JSON.readTree(line).get("owner").asString()))
                .containsOnly("smith")
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        opportunity/export                              | /format
        opportunity/export?format=json                  | /format
        opportunity/export?format=csv&limit=10          | /limit
        opportunity/export?format=csv&where=colour+eq+1 | /where
        opportunity/export?format=csv&asOf=2999-01-01   | /asOf
        nothing/export?format=csv                       | /name
        """)
    void what_is_wrong_is_said_with_a_pointer(String path, String pointer) throws Exception {
        var answer = running.fetch("/v1/datasets/" + path, running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(RunningReports.JSON
                        .readTree(answer.body())
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo(pointer);
    }

    @Test
    @DisplayName("while as many exports are under way as may be, one more is 429 with Retry-After, and later it is not")
    void one_at_a_time() throws Exception {
        var database = running.beans(DataSource.class).iterator().next();
        var table =
                running.beans(Feeding.class).iterator().next().live().tables().schema() + ".opportunity_history";
        try (var holding = database.getConnection();
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table %s in access exclusive mode".formatted(table));
            var first = later();
            var second = later();
            await().until(() -> {
                try (var rows = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = '%s'::regclass"
                                .formatted(table))) {
                    rows.next();
                    return rows.getLong(1) == 2;
                }
            });
            var refused = export("contract", "csv");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            holding.rollback();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(second.get().statusCode()).isEqualTo(200);
        }
        await().untilAsserted(
                        () -> assertThat(export("contract", "csv").statusCode()).isEqualTo(200));
    }

    @Test
    @DisplayName("a folder is made once a night, says what is in it, is whole or not there, and goes when it is old")
    void nightly() throws Exception {
        var night = new Night();
        night.at("2017-12-30T01:59:59Z");
        assertThat(directory).isEmptyDirectory();
        night.at("2017-12-30T02:00:00Z");
        var folder = directory.resolve("2017-12-29");
        var manifest = RunningReports.JSON.readTree(Files.readString(folder.resolve("manifest.json")));
        var datasets = json("/v1/datasets").get("datasets").size();
        assertThat(manifest.get("files").size()).isEqualTo(2 * datasets);
        for (JsonNode file : manifest.get("files")) {
            var bytes = Files.readAllBytes(folder.resolve(file.get("file").asString()));
            assertThat(sha256(bytes)).isEqualTo(file.get("sha256").asString());
            assertThat((long) bytes.length).isEqualTo(file.get("bytes").asLong());
            assertThat(file.get("position").asString()).contains("=");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2 * datasets + 1);
        }

        var made = Files.getLastModifiedTime(folder.resolve("manifest.json"));
        night.at("2017-12-30T12:00:00Z");
        assertThat(Files.getLastModifiedTime(folder.resolve("manifest.json"))).isEqualTo(made);
        Files.createDirectory(directory.resolve("2017-01-01"));
        night.at("2017-12-31T03:00:00Z");
        assertThat(folder).exists();
        var kept = night.at("2018-01-01T03:00:00Z").all();
        assertThat(kept).as("named one by one").hasSize(2 * 2 * datasets);
        assertThat(kept).anySatisfy(file -> {
            assertThat(file.file()).isEqualTo("2017-12-31/opportunity.csv");
            assertThat(file.until()).isEqualTo("2018-01-02");
            assertThat(file.reached("opportunity")).isPositive();
            assertThat(file.reached("elsewhere")).isZero();
        });
        try (var folders = Files.list(directory)) {
            assertThat(folders.map(one -> one.getFileName().toString()))
                    .as("two are kept, and what somebody else made")
                    .containsExactlyInAnyOrder("2017-12-30", "2017-12-31", "2017-01-01");
        }
    }

    private final class Night {
        Nightly at(String time) {
            var nightly = new Nightly(
                    new ExportProperties(
                            1,
                            DataSize.ofMegabytes(10),
                            Duration.ofMinutes(1),
                            directory.toString(),
                            "02:00",
                            List.of("parquet", "csv"),
                            2),
                    directory,
                    running.beans(Declarations.class).iterator().next(),
                    running.beans(Feeding.class).iterator().next(),
                    running.beans(Exporting.class).iterator().next(),
                    Clock.fixed(Instant.parse(time), ZoneOffset.UTC),
                    ZoneOffset.UTC);
            nightly.look();
            return nightly;
        }
    }

    private static CompletableFuture<HttpResponse<byte[]>> later() {
        return RunningReports.HTTP.sendAsync(
                HttpRequest.newBuilder(running.at("/v1/datasets/opportunity/export?format=parquet"))
                        .header("Authorization", "Bearer " + running.parts.token(Role.ANALYST))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> export(String dataset, String format) throws Exception {
        return running.fetchBytes(
                "/v1/datasets/%s/export?format=%s".formatted(dataset, format.replace("'", "%27")),
                running.parts.token(Role.ANALYST));
    }

    private static String head(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static JsonNode json(String path) throws Exception {
        var answer = running.fetch(path, running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }
}
