package io.milepost.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinesTest {

    @Test
    void what_is_short_stays_as_it_is() {
        assertThat(ShortLines.cut("as \"it\" is\n", 30)).isEqualTo("as \"it\" is\n");
        assertThat(ShortLines.cut("12345", 5)).isEqualTo("12345");
        assertThat(ShortLines.cut("123456", 5)).isEqualTo("12345...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\\", "/", "\n", "\u0001", "\u00e9", "\u20ac", "\ud83d\ude00", "\ud800"})
    void what_is_long_is_cut_to_the_bytes_that_it_takes_in_the_line(String letter) {
        var cut = ShortLines.cut(letter.repeat(5_000), 1_000);

        assertThat(cut).startsWith(letter).endsWith("...");
        assertThat(Json.mapper().writeValueAsString(cut).getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(300, 1_000 + "\"...\"".length());
    }
}
