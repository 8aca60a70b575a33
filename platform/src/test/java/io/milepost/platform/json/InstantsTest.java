package io.milepost.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @Test
    void a_time_is_read_with_any_offset() {
        assertThat(Instants.ofFact("2026-03-31T12:00:00.5Z"))
                .isEqualTo(Instant.ofEpochSecond(1_774_958_400, 500_000_000));
        assertThat(Instants.ofFact("2026-03-31T14:00:00+02:00")).isEqualTo(Instants.ofFact("2026-03-31T12:00:00Z"));
    }

    @Test
    void the_first_and_the_last_time_of_each_span_are_in_it() {
        assertThat(Instants.ofFact("1900-01-01T00:00:00Z")).isEqualTo("1900-01-01T00:00:00Z");
        assertThat(Instants.ofFact("2200-12-31T23:59:59.999999999Z")).isEqualTo("2200-12-31T23:59:59.999999999Z");
        assertThat(Instants.ofRead("0001-01-01T00:00:00Z")).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(Instants.ofRead("9999-12-31T23:59:59.999999999Z")).isEqualTo("9999-12-31T23:59:59.999999999Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59.999999999Z",
                "2201-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-01-01T00:00:00Z"
            })
    void a_time_that_nothing_here_can_have_happened_at_is_good_to_read_by_alone(String text) {
        assertThat(Instants.ofRead(text)).isEqualTo(text);
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instants.ofFact(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-9999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+99999999999-01-01T00:00:00Z",
                "0001-01-01T00:00:00+18:00",
                "9999-12-31T23:59:59-18:00",
                "2026-02-30T00:00:00Z",
                "2026-03-31T12:00:00",
                "2026-03-31",
                "1774958400",
                "now",
                ""
            })
    void everything_else_is_no_time(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instants.ofRead(text));
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instants.ofFact(text));
    }
}
