package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of deploy/backup, as far as they go without a MongoDB. */
class BackupTest {
    @TempDir
    private Path folder;

    private Path backup() throws IOException {
        var one = Files.createDirectory(folder.resolve("2026-01-01T000000Z"));
        Files.writeString(one.resolve("mongodb.archive.gz"), "all of it");
        assertThat(run(Map.of(), "bash", "-c", "cd '%s' && sha256sum ./* > SHA256SUMS".formatted(one)))
                .isZero();
        Files.createFile(one.resolve("COMPLETE"));
        return one;
    }

    private int check() throws IOException {
        return run(Map.of(), Repository.file("deploy/backup/check").toString(), folder.toString());
    }

    private static int run(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return process.exitValue();
    }

    @Test
    void a_backup_that_is_whole_and_of_today_is_good() throws IOException {
        backup();
        assertThat(check()).isZero();
    }

    @Test
    void without_a_backup_or_with_one_that_was_broken_off_there_is_none() throws IOException {
        assertThat(check()).isNotZero();
        Files.delete(backup().resolve("COMPLETE"));
        assertThat(check()).isNotZero();
    }

    @Test
    void a_backup_that_was_changed_is_noticed() throws IOException {
        Files.writeString(backup().resolve("mongodb.archive.gz"), "nearly all of it");
        assertThat(check()).isNotZero();
    }

    @Test
    void a_backup_of_three_days_ago_is_too_old() throws IOException {
        Files.setLastModifiedTime(
                backup().resolve("COMPLETE"), FileTime.from(Instant.now().minus(Duration.ofDays(3))));
        assertThat(check()).isNotZero();
    }

    @Test
    void a_drill_is_refused_for_what_keeps_no_log_and_without_a_server_that_is_named() throws IOException {
        backup();
        var drill = Repository.file("deploy/backup/drill").toString();
        assertThat(run(Map.of("MONGODB_URI", "mongodb://127.0.0.1:1"), drill, folder.toString(), "reporting"))
                .isNotZero();
        assertThat(run(Map.of("MONGODB_URI", ""), drill, folder.toString(), "lead"))
                .isNotZero();
    }

    @Test
    void a_backup_that_cannot_be_taken_is_not_marked_as_whole() throws IOException {
        var databases = Repository.file("deploy/backup/databases").toString();
        assertThat(run(
                        Map.of("MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500"),
                        databases,
                        folder.toString()))
                .isNotZero();
        try (var found = Files.walk(folder)) {
            assertThat(found.map(file -> file.getFileName().toString())).doesNotContain("COMPLETE");
        }
    }
}
