package io.milepost.platform.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TX 1",
                " TX 1",
                "TX 1 ",
                "TX\u00a01",
                "tx 1",
                "TX  1",
                "TX\t1",
                "\u200bTX 1",
                "T\u200dX 1",
                "\uff34\uff38 1"
            })
    void spellings_that_a_person_takes_for_one_code_are_one(String spelling) {
        assertThat(Codes.canonical(spelling)).isEqualTo("TX 1");
        assertThat(Codes.same(spelling, "TX 1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TX1", "TX-1", "TX 2", "", "TX 1 A"})
    void other_codes_are_others(String other) {
        assertThat(Codes.same(other, "TX 1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TX-1", "tx-1", "\uff34\uff38-1", "\u200btx-1", " tx-1\u00a0"})
    void plain_spellings_and_others_of_one_code_are_one(String spelling) {
        assertThat(Codes.canonical(spelling)).isEqualTo("TX-1");
    }

    @Test
    void a_canonical_spelling_stays_as_it_is() {
        assertThat(Codes.canonical(Codes.canonical(" stra\u00dfe\u00a0\ufb01 ")))
                .isEqualTo("STRASSE FI");
    }

    @Test
    void no_code_is_the_same_as_none_alone() {
        assertThat(Codes.same(null, null)).isTrue();
        assertThat(Codes.same(null, "")).isFalse();
        assertThat(Codes.same("A", null)).isFalse();
    }
}
