package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.decision.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  Anna ",
                "\u00a0Anna\u00a0",
                "\u200bAnna\u200b",
                "\u202eAnna\u202c",
                "\ufeffAnna",
                "\u3000Anna\u2003",
                "\u3164Anna"
            })
    void what_is_invisible_is_taken_off_the_ends(String sent) {
        assertThat(PlainText.read(sent, Limit.NAME)).isEqualTo("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\u200d", "\u2800", "\u202a \u202c"})
    void a_text_without_a_visible_character_is_empty(String sent) {
        assertThat(PlainText.read(sent, Limit.NAME)).isEmpty();
    }

    @Test
    void characters_are_composed() {
        assertThat(PlainText.read("Rene\u0301", Limit.NAME)).isEqualTo("Ren\u00e9");
    }

    @Test
    void what_stands_within_a_text_stays() {
        assertThat(PlainText.read("a\u200db  c\ud83d\ude00", Limit.NAME)).isEqualTo("a\u200db  c\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud800",
                "a\udc00b",
                "\udc00\ud800",
                "a\u0000",
                "a\u0007b",
                "a\u0085b",
                "a\u001b[31m",
                "sealed.v1.x"
            })
    void what_is_no_text_is_refused(String sent) {
        assertThatThrownBy(() -> PlainText.read(sent, Limit.TEXT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void line_breaks_are_for_notes() {
        assertThat(PlainText.read("one\n\ttwo\r\nthree", Limit.NOTE)).isEqualTo("one\n\ttwo\r\nthree");
        assertThatThrownBy(() -> PlainText.read("one\ntwo", Limit.NAME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void characters_are_counted_and_not_their_halves() {
        var longest = "\ud83d\ude00".repeat(Limit.NAME);

        assertThat(PlainText.read(longest, Limit.NAME)).isEqualTo(longest);
        assertThatThrownBy(() -> PlainText.read(longest + "a", Limit.NAME))
                .isInstanceOf(PlainText.TooLong.class)
                .hasMessage("At most 200 characters.");
    }
}
