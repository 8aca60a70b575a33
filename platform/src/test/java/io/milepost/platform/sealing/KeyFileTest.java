package io.milepost.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
