package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalIdTest {

    @Test
    void the_spelling_that_is_answered_is_the_one_that_is_taken() {
        var id = UUID.randomUUID();

        assertThat(CanonicalId.read(id.toString())).isEqualTo(id);
        assertThat(CanonicalId.read("00000000-0000-0000-0000-000000000000")).isEqualTo(new UUID(0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0B6F7A52-0000-4000-8000-00000000ABCD",
                "0b6f7a52-0000-4000-8000-00000000abcD",
                "{0b6f7a52-0000-4000-8000-00000000abcd}",
                "urn:uuid:0b6f7a52-0000-4000-8000-00000000abcd",
                "0b6f7a520000400080000000000abcd0",
                "0b6f7a5200004000800000000000abcd",
                "1-1-1-1-1",
                "0b6f7a52-0000-4000-8000-0000000abcd",
                "0b6f7a52-0000-4000-8000-00000000abcd0",
                " 0b6f7a52-0000-4000-8000-00000000abcd",
                "0b6f7a52-0000-4000-8000-00000000abcd\n",
                "0b6f7a52-000-04000-8000-00000000abcd",
                "0b6f7a52\u20100000-4000-8000-00000000abcd",
                "\u0660b6f7a52-0000-4000-8000-00000000abc",
                ""
            })
    void every_other_spelling_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalId.read(text));
    }
}
