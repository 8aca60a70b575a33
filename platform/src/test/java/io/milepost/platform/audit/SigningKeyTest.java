package io.milepost.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_for_its_owner_alone() throws Exception {
        var file = folder.resolve("deep/lead.keys.signing");
        var made = SigningKey.open(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var read = SigningKey.open(file);
        assertThat(read.id()).isEqualTo(made.id());
        assertThat(read.x()).isEqualTo(made.x());
        assertThat(read.sign(TEXT)).isEqualTo(made.sign(TEXT));
        assertThat(SigningKey.open(folder.resolve("other.signing")).id()).isNotEqualTo(made.id());
    }

    @Test
    void the_example_of_rfc_8037_has_the_id_that_stands_there() {
        assertThat(SigningKey.idOf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void a_file_that_is_no_key_or_open_to_others_is_refused() throws Exception {
        var file = folder.resolve("bad");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "private=x\n");
        assertThatThrownBy(() -> SigningKey.open(file)).hasMessageContaining("cannot be used");

        var open = folder.resolve("open");
        SigningKey.open(open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SigningKey.open(open)).hasMessageContaining("open to others");
    }
}
