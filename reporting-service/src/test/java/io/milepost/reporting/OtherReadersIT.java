package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import de.siegmar.fastcsv.reader.CsvReader;
import io.milepost.platform.catalogue.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are no part of a build, where this machine has them; {@code ./milepost test --full} installs them first. */
class OtherReadersIT {
    private static final String LOGIN = "other_readers";
    private static final String AS_OF = "2017-04-30";
    private static final String OPEN = """
            select owner, currency, sum(open_value) as open_value from mart.opportunity_asof('%s') \
            where open_value <> 0 group by 1, 2 order by 1, 2""".formatted(AS_OF);

    private static RunningReports running;
    private static URI database;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> running.beans(HikariDataSource.class).size() == 1
                        && report().get("state").asString().equals("COMPLETE"));
        var source = running.beans(HikariDataSource.class).iterator().next();
        database = URI.create(source.getJdbcUrl().substring("jdbc:".length()));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin create role %s login in role mart_reader; exception when duplicate_object then null; end $$"
                            .formatted(LOGIN));
        }
    }

    @Test
    @DisplayName("R-208: psql reads the totals of the report")
    void psql() throws Exception {
        present("psql", "postgresql-client", "psql", "--version");
        var said = run(
                "psql",
                "-h",
                database.getHost(),
                "-p",
                String.valueOf(database.getPort()),
                "-U",
                LOGIN,
                "-d",
                database.getPath().substring(1),
                "-AtF,",
                "-c",
                OPEN);
        assertThat(lines(said)).isEqualTo(expected()).hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("R-208: pandas with SQLAlchemy reads the totals of the report")
    void pandas() throws Exception {
        present(
                "pandas with SQLAlchemy",
                "python3-pandas python3-sqlalchemy python3-psycopg2",
                "/usr/bin/python3",
                "-c",
                "import pandas, sqlalchemy, psycopg2");
        var script = Files.writeString(directory.resolve("read.py"), """
                import pandas, sqlalchemy
                engine = sqlalchemy.create_engine("postgresql+psycopg2://%s@%s:%d%s")
                with engine.connect() as connection:
                    rows = pandas.read_sql(sqlalchemy.text("select * from mart.opportunity_asof('%s')"), connection, coerce_float=False)
                rows = rows[rows.open_value.notna()]
                for (owner, currency), value in rows.groupby(["owner", "currency"]).open_value.sum().items():
                    if value:
                        print(owner, currency, value, sep=",")
                """.formatted(
                        LOGIN, database.getHost(), database.getPort(), database.getPath(), AS_OF));
        assertThat(lines(run("/usr/bin/python3", script.toString())))
                .isEqualTo(expected())
                .hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("R-208: a client of ODBC reads the totals of the report")
    void odbc() throws Exception {
        present(
                "ODBC",
                "unixodbc odbc-postgresql",
                "sh",
                "-c",
                "command -v isql && odbcinst -q -d | grep -q 'PostgreSQL Unicode'");
        var asked = Files.writeString(directory.resolve("asked.sql"), OPEN + "\n");
        var said = run(
                "sh",
                "-c",
                "isql -k 'Driver={PostgreSQL Unicode};Servername=%s;Port=%d;Database=%s;Username=%s;Password=x' -b -d, < '%s'"
                        .formatted(
                                database.getHost(),
                                database.getPort(),
                                database.getPath().substring(1),
                                LOGIN,
                                asked));
        assertThat(lines(said)).isEqualTo(expected()).hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("R-208: LibreOffice opens a whole dataset as a spreadsheet and reads the totals of the report")
    void libreOffice() throws Exception {
        present("LibreOffice", "libreoffice-calc", "soffice", "--version");
        var answer = running.fetchBytes(
                "/v1/datasets/opportunity/export?format=xlsx&asOf=" + AS_OF, running.parts.token(Role.ANALYST));
        var sheet = Files.write(directory.resolve("opportunity.xlsx"), answer.body());
        run(
                "soffice",
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76",
                "--outdir",
                directory.toString(),
                sheet.toString());
        var found = new TreeMap<String, BigDecimal>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(directory.resolve("opportunity.csv"))) {
            rows.stream()
                    .filter(row -> Set.of("IDENTIFIED", "QUALIFIED").contains(row.getField("stage")))
                    .filter(row -> !row.getField("value_amount").isEmpty())
                    .forEach(row -> found.merge(
                            row.getField("owner") + "," + row.getField("currency"),
                            new BigDecimal(row.getField("value_amount")),
                            BigDecimal::add));
        }
        found.replaceAll((_, value) -> value.stripTrailingZeros());
        assertThat(found).isEqualTo(expected()).hasSizeGreaterThan(1);
    }

    private static Map<String, BigDecimal> expected() throws Exception {
        var expected = new TreeMap<String, BigDecimal>();
        for (var row : report().get("rows")) {
            var value = new BigDecimal(row.get("open_value").asString());
            if (value.signum() != 0) {
                expected.put(
                        row.get("owner").asString() + "," + row.get("currency").asString(), value.stripTrailingZeros());
            }
        }
        return expected;
    }

    private static tools.jackson.databind.JsonNode report() throws Exception {
        var answer =
                running.fetch("/v1/reports/funnel?by=owner,currency&asOf=" + AS_OF, running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }

    /** Owner, currency and value of each line. */
    private static Map<String, BigDecimal> lines(String said) {
        var found = new TreeMap<String, BigDecimal>();
        said.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int at = line.lastIndexOf(',');
            found.put(line.substring(0, at), new BigDecimal(line.substring(at + 1)).stripTrailingZeros());
        });
        return found;
    }

    private static void present(String what, String packages, String... asking) throws Exception {
        boolean there;
        try {
            var process = new ProcessBuilder(asking).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            there = process.waitFor() == 0;
        } catch (java.io.IOException notThere) {
            there = false;
        }
        if (!there) {
            System.out.println("skipped: %s, it is not here (Debian: apt-get install %s)".formatted(what, packages));
        }
        assumeTrue(there, what + " is not here");
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(List.of(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
