package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "comma, ','",
        "semicolon, ;",
        "tab, '\t'",
        "pipe, |",
        "',', ','",
        ";, ;",
        "'\t', '\t'",
        "^, ^",
        ":, :",
        "#, #"
    })
    void is_a_word_or_a_character(String option, char character) {
        assertThat(Delimiter.of(option)).isEqualTo(new Delimiter(character));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "colon", ",,", "a", "7", " ", "\"", "\n", "\r", ".", "-", "_", "\u0000", "\u00a0", "TAB"})
    void of_another_kind_is_refused(String option) {
        assertThatThrownBy(() -> Delimiter.of(option))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--delimiter must be comma, semicolon, tab, pipe or one character");
    }

    @ParameterizedTest
    @CsvSource({"semicolon, ;", "tab, '\t'", "pipe, |"})
    void files_written_with_it_are_imported(String option, String character) throws IOException {
        try (var runs = new ImportRuns(directory)) {
            for (var kind : Mapping.standard().kinds()) {
                var file = directory.resolve(Mapping.standard().fileName(kind));
                Files.writeString(file, Files.readString(file).replace(",", character));
            }

            var run = runs.run("--delimiter", option);

            assertThat(run.findings()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(6);
            assertThatThrownBy(runs::run)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("(is it written with --delimiter %s?)", option);
        }
    }

    @Test
    void the_other_characters_are_text() throws BadRow {
        assertThat(new Delimiter(';').cells("a,b;\"c;d\";e")).containsExactly("a,b", "c;d", "e");
    }
}
