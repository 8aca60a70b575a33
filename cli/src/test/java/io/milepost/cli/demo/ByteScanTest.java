package io.milepost.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteScanTest {
    @TempDir
    private Path folder;

    @Test
    void finds_what_stands_in_any_file_also_between_two_pieces_and_nothing_else() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        var filler = "x".repeat((1 << 20) - 4);
        Files.writeString(folder.resolve("a/b/topic"), filler + "Zoë Canary" + filler);
        Files.write(folder.resolve("a/binary"), new byte[] {0, 1, 'k', 'e', 'y', (byte) 0xff});

        assertThat(new ByteScan(folder).found(List.of("Zoë Canary", "key", "Canary Zoë")))
                .containsExactly("Zoë Canary", "key");
    }
}
