package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.audit.SigningKey;
import io.milepost.platform.sealing.KeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dockerfile against the project, and the key files that an image is given. */
class ImagesTest {
    private final String docker = Repository.text("deploy/docker/Dockerfile");

    @Test
    void the_image_is_of_a_pinned_base_runs_as_nobody_and_listens_where_the_chart_looks() {
        assertThat(docker.lines().filter(line -> line.startsWith("FROM "))).allMatch(line -> line.contains("${BASE}"));
        assertThat(docker)
                .contains("ARG BASE=eclipse-temurin:25-jre-noble")
                .contains("USER 10001:10001")
                .contains("SERVER_PORT=8080")
                .contains("EXPOSE 8080")
                .contains("exec java");
        assertThat(Repository.text("deploy/helm/milepost/templates/deployment.yaml"))
                .contains("runAsUser: 10001")
                .contains("containerPort: 8080");
    }

    @Test
    void its_options_are_those_that_this_jvm_takes() throws Exception {
        var options = docker.lines()
                .filter(line -> line.contains("JDK_JAVA_OPTIONS"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*JDK_JAVA_OPTIONS=\"([^\"]*)\".*", "$1");
        assertThat(run("java", options)).isZero();
        assertThat(run("java", options + " -XX:NoSuchOption=1")).isNotZero();
    }

    private static int run(String command, String options) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", command).toString();
        var process = new ProcessBuilder(java, "-version").redirectErrorStream(true);
        process.environment().put("JDK_JAVA_OPTIONS", options);
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var started = process.start();
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return started.exitValue();
    }

    @Test
    void the_platform_reads_the_key_files_that_the_script_makes_and_the_script_overwrites_none(@TempDir Path folder)
            throws Exception {
        var script = Repository.file("deploy/keys/new-keys").toString();
        assertThat(exit(script, "lead", folder.toString())).isZero();

        var keys = folder.resolve("lead.keys");
        assertThat(KeyFile.open(keys)).isNotNull();
        var signing = SigningKey.open(folder.resolve("lead.keys.signing"));
        assertThat(signing.sign("a checkpoint".getBytes(StandardCharsets.UTF_8)))
                .hasSize(86);

        var before = Files.readString(keys);
        assertThat(exit(script, "lead", folder.toString())).isNotZero();
        assertThat(keys).hasContent(before);
        assertThat(exit(script, "leads", folder.toString())).isNotZero();
    }

    private static int exit(String... command) throws IOException, InterruptedException {
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return started.exitValue();
    }
}
