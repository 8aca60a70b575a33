package io.milepost.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.json.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key database knows by which key file its keys are wrapped. */
class KeyFileClaimTest {
    private static Databases databases;

    @TempDir
    private Path folder;

    private MongoDatabase database;
    private KeyFile keyFile;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        database = databases.fresh();
        keyFile = KeyFile.open(folder.resolve("keys"));
    }

    @Test
    void the_first_key_file_of_a_database_is_noted_and_another_one_is_refused() {
        var other = KeyFile.open(folder.resolve("other-keys"));
        keys(other).check();
        keys(keyFile).claim();
        keys(keyFile).claim();
        keys(keyFile).check();

        assertThatThrownBy(() -> keys(other).claim())
                .isInstanceOf(KeyFileDiffersException.class)
                .hasMessageContaining(database.getName());
        assertThatThrownBy(() -> keys(other).check()).isInstanceOf(KeyFileDiffersException.class);
    }

    @Test
    void of_a_database_from_before_the_key_file_must_open_what_is_there() {
        new Sealer(keys(keyFile), keyFile)
                .seal(
                        Json.mapper().createObjectNode().put("name", "Canary"),
                        UUID.randomUUID(),
                        "contact.added.v1",
                        List.of("name"));
        var other = KeyFile.open(folder.resolve("other-keys"));

        assertThatThrownBy(() -> keys(other).claim()).isInstanceOf(KeyFileDiffersException.class);
        keys(keyFile).claim();
        assertThatThrownBy(() -> keys(other).check()).as("noted").isInstanceOf(KeyFileDiffersException.class);
    }

    @Test
    void of_many_key_files_that_come_first_at_once_one_is_noted() {
        var claims = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    try {
                        keys(KeyFile.open(folder.resolve("keys-" + number))).claim();
                        return 1;
                    } catch (KeyFileDiffersException lost) {
                        return 0;
                    }
                }))
                .toList();

        assertThat(claims.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    }

    private PersonKeys keys(KeyFile of) {
        return new PersonKeys(database, of, Clock.systemUTC());
    }
}
