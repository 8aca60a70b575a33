package io.milepost.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_made_for_its_owner_alone_and_read_again() throws IOException {
        var file = folder.resolve("secrets/lead.keys");

        var made = KeyFile.open(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.open(file).master()).isEqualTo(made.master());
        assertThat(KeyFile.open(file).digest()).isEqualTo(made.digest());
        assertThat(made.master().getEncoded())
                .hasSize(32)
                .isNotEqualTo(made.digest().getEncoded());
    }

    @Test
    void of_many_who_make_it_at_once_all_read_the_same_one() throws Exception {
        var file = folder.resolve("shared/lead.keys");
        Callable<byte[]> open = () -> KeyFile.open(file).master().getEncoded();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = threads.invokeAll(Collections.nCopies(16, open)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(keys).hasSize(16).allMatch(key -> Arrays.equals(key, keys.getFirst()));
        }
        try (var files = Files.list(folder.resolve("shared"))) {
            assertThat(files).as("no draft is left").containsExactly(file);
        }
    }

    @Test
    void one_that_others_may_read_is_refused() throws IOException {
        var file = folder.resolve("keys");
        KeyFile.open(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.open(file)).hasMessageContaining("open to others");
    }

    @Test
    void a_damaged_one_is_refused_and_not_replaced() throws IOException {
        var file = folder.resolve("keys");
        KeyFile.open(file);
        Files.writeString(file, "master=abc\n");

        assertThatThrownBy(() -> KeyFile.open(file)).hasMessageContaining("has no 256-bit key master");
        assertThat(Files.readString(file)).isEqualTo("master=abc\n");
    }
}
