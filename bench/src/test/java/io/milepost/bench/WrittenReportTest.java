package io.milepost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenReportTest {
    private static final Table TABLE = new Table(
            "Rates",
            List.of("way", "commits/s", "of raw"),
            List.of(List.of("log", 12_345.6, 0.73456), List.of("a | b", 99L, Double.NaN)),
            List.of("Of one run."));

    @TempDir
    private Path folder;

    @Test
    void a_table_is_markdown_with_numbers_to_the_right() {
        assertThat(TABLE.markdown()).isEqualTo("""
            ### Rates

            | way | commits/s | of raw |
            | --- | ---: | ---: |
            | log | 12,346 | 0.735 |
            | a \\| b | 99 | - |

            Of one run.

            """);
    }

    @Test
    void a_row_that_does_not_fit_its_columns_is_no_table() {
        List<List<Object>> rows = List.of(List.of("one"));
        assertThatThrownBy(() -> new Table("Rates", List.of("way", "commits/s"), rows, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Rates");
    }

    @Test
    void a_report_is_written_twice_with_machine_versions_and_command() throws IOException {
        var report = new Report(
                "append",
                "./milepost bench append",
                Instant.parse("2026-03-01T12:00:00.5Z"),
                Duration.ofSeconds(71),
                Machine.here(),
                Map.of("axon", "5"),
                List.of(TABLE));
        report.write(folder);
        var json = Json.mapper().readTree(Files.readString(folder.resolve("append.json")));
        assertThat(json.path("command").asString()).isEqualTo("./milepost bench append");
        assertThat(json.path("machine").path("cores").asInt()).isPositive();
        assertThat(json.path("machine").path("java").asString()).contains("25");
        assertThat(json.at("/tables/0/rows/0/commits~1s").asDouble()).isEqualTo(12_345.6);
        assertThat(json.at("/versions/axon").asString()).isEqualTo("5");
        assertThat(Files.readString(folder.resolve("append.md")))
                .startsWith("## `append`")
                .contains("took 71 s", "2026-03-01T12:00:00Z", "axon 5", "| log | 12,346 | 0.735 |");
    }

    @Test
    void a_machine_is_described_without_its_name() throws IOException {
        var machine = Machine.here();
        assertThat(machine.memoryMegabytes()).isPositive();
        assertThat(machine.processor()).isNotBlank();
        assertThat(machine.described().toString())
                .doesNotContain(InetAddress.getLocalHost().getHostName())
                .doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void versions_are_those_of_the_build() {
        assertThat(Versions.used()).containsKeys("axon", "axon-4-mongo", "mongodb-driver", "kafka");
        assertThat(Versions.used().values()).noneMatch(version -> version.contains("@"));
    }

    @Test
    void goals_say_what_was_reached_and_what_was_missed() {
        var goals = new Goals()
                .atLeast("ratio", 0.8, 0.73)
                .atMost("trips", 10, 3)
                .atMost("other", 2, Double.NaN)
                .table();
        assertThat(goals.rows()).extracting(List::getLast).containsExactly("missed", "reached", "not measured");
    }

    @Test
    void without_a_name_all_benches_run() {
        var all = Bench.options(List.of("--full"), folder);
        assertThat(all.names())
                .containsExactly(
                        "append", "read", "growth", "reports", "methods", "startup", "chain", "http", "fairness");
        assertThat(all.full()).isTrue();
        assertThat(Bench.options(List.of("read"), folder).names()).containsExactly("read");
        assertThat(Bench.options(List.of("read", "--quick"), folder).command("read"))
                .isEqualTo("./milepost bench read --quick");
        assertThatThrownBy(() -> Bench.options(List.of("reed"), folder)).hasMessageContaining("no bench reed");
    }
}
