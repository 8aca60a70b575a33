package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ./milepost up starts on a developer's machine, with a JVM in its place that tells how it was called and ends. */
class LocalSuiteTest {
    private static final String UP = """
        set -euo pipefail
        ROOT=$1 STATE=$2 RUN=$2/run JAVA=told
        . "$ROOT/deploy/local/suite.bash"
        told() { printf '%s\\n' "$@"; }
        nohup() { "$@"; }
        setsid() { "$@"; }
        disown() { wait $!; }
        find_jdk() { :; }
        build() { :; }
        extract() { :; }
        await() { :; }
        refuse_taken_ports() { :; }
        fail() { echo "$*" >&2; exit 1; }
        up
        """;

    private static final List<String> SERVICES = List.of(
            "lead-service",
            "opportunity-service",
            "contract-service",
            "delivery-handover-service",
            "reporting-service");

    @TempDir
    private Path state;

    @Test
    void services_listen_on_loopback_alone_and_their_files_are_their_owners() throws Exception {
        up();

        for (var service : SERVICES) {
            var log = state.resolve("run").resolve(service + ".log");
            assertThat(log).content().contains("-Dmilepost.part=" + service + "\n", "--server.address=127.0.0.1\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                    .isEqualTo("rw-------");
        }
        assertThat(state.resolve("run/local.log")).content().doesNotContain("--server.address");
        assertThat(Repository.text("deploy/local/src/main/resources/local-stack.yaml"))
                .contains("\n  address: 127.0.0.1\n");
    }

    private void up() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", UP, "up", Repository.ROOT.toString(), state.toString());
        builder.redirectErrorStream(true).redirectOutput(state.resolve("said").toFile());
        // So that none is started.
        builder.environment().put("MILEPOST_MART_URI", "jdbc:postgresql://mart.example/milepost");
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Repository.text(state.resolve("said")))
                .isZero();
    }
}
