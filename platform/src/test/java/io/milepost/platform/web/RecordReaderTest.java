package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
    enum Colour {
        RED,
        BLUE
    }

    record Everything(
            String text,
            boolean flag,
            int small,
            long large,
            BigDecimal number,
            UUID id,
            LocalDate day,
            Instant time,
            Currency currency,
            Colour colour,
            Money money,
            Set<String> words,
            Map<String, Colour> colours,
            List<Inner> inner,
            @Nullable String absent) {}

    record Inner(@Nullable Integer count) {
        Inner {
            if (count != null && count < 0) {
                throw new IllegalArgumentException("a count is not negative");
            }
        }
    }

    private static final String GOOD = """
            {"text":"t","flag":true,"small":1,"large":9007199254740993,"number":0.12345678901234567890,
            "id":"0192f0c4-7b3a-7c11-8a52-3f1d2e4b5a60","day":"2026-03-31","time":"2026-03-31T12:00:00Z",
            "currency":"EUR","colour":"RED","money":{"amount":"1.5","currency":"EUR"},"words":["a","b"],
            "colours":{"roof":"BLUE"},"inner":[{"count":3},{}]}""";

    private static <T extends Record> T read(String json, Class<T> type) {
        return RecordReader.read(Body.object(json.getBytes(StandardCharsets.UTF_8)), type, "");
    }

    @Test
    void every_kind_of_value_is_read_as_it_stands() {
        assertThat(read(GOOD, Everything.class))
                .isEqualTo(new Everything(
                        "t",
                        true,
                        1,
                        9007199254740993L,
                        new BigDecimal("0.12345678901234567890"),
                        UUID.fromString("0192f0c4-7b3a-7c11-8a52-3f1d2e4b5a60"),
                        LocalDate.of(2026, 3, 31),
                        Instant.parse("2026-03-31T12:00:00Z"),
                        Currency.getInstance("EUR"),
                        Colour.RED,
                        Money.of("1.50", "EUR"),
                        Set.of("a", "b"),
                        Map.of("roof", Colour.BLUE),
                        List.of(new Inner(3), new Inner(null)),
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "t"                     | 7                     | WRONG_TYPE    | /text
                    true                    | "true"                | WRONG_TYPE    | /flag
                    :1,                     | :"1",                 | WRONG_TYPE    | /small
                    :1,                     | :1.0,                 | WRONG_TYPE    | /small
                    9007199254740993        | 9223372036854775808   | INVALID_VALUE | /large
                    0.12345678901234567890  | "1.25"                | WRONG_TYPE    | /number
                    0.12345678901234567890  | 1e999999              | INVALID_VALUE | /number
                    0192f0c4-7b3a           | 0192f0c4-7b3          | INVALID_VALUE | /id
                    "2026-03-31"            | "2026-02-30"          | INVALID_VALUE | /day
                    "2026-03-31"            | "+12026-03-31"        | INVALID_VALUE | /day
                    T12:00:00Z              | T12:00:00             | INVALID_VALUE | /time
                    "currency":"EUR","colo  | "currency":"eur","colo | INVALID_VALUE | /currency
                    "RED"                   | "red"                 | INVALID_VALUE | /colour
                    "1.5"                   | "1.505"               | INVALID_VALUE | /money/amount
                    ["a","b"]               | ["a","a"]             | INVALID_VALUE | /words
                    ["a","b"]               | "a"                   | WRONG_TYPE    | /words
                    "BLUE"                  | "GREEN"               | INVALID_VALUE | /colours/roof
                    {"count":3}             | {"count":-3}          | INVALID_VALUE | /inner/0
                    {"count":3}             | 3                     | WRONG_TYPE    | /inner/0
                    {"count":3}             | null                  | WRONG_TYPE    | /inner/0
                    "text":"t",             | ''                    | MISSING_FIELD | /text
                    "text"                  | "~x":1,"text"         | UNKNOWN_FIELD | /~0x
                    """)
    void a_value_that_is_not_of_its_kind_is_named(String from, String to, String code, String pointer) {
        assertThat(GOOD).contains(from);

        assertThatThrownBy(() -> read(GOOD.replaceFirst(java.util.regex.Pattern.quote(from), to), Everything.class))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().code()).isEqualTo(code);
                    assertThat(thrown.problem().errors())
                            .extracting(Problem.FieldError::pointer)
                            .containsExactly(pointer);
                });
    }

    @Test
    void a_hash_tells_requests_apart_and_not_their_spelling() {
        var one = hash("Post", null, "{\"a\":1,\"b\":{\"x\":null,\"y\":[1,2]}}");

        assertThat(hash("Post", null, "{ \"b\": {\"y\":[1,2]}, \"a\":1, \"c\":null }"))
                .isEqualTo(one);
        assertThat(hash("Put", null, "{\"a\":1,\"b\":{\"y\":[1,2]}}")).isNotEqualTo(one);
        assertThat(hash("Post", new UUID(1, 2), "{\"a\":1,\"b\":{\"y\":[1,2]}}"))
                .isNotEqualTo(one);
        assertThat(hash("Post", null, "{\"a\":1,\"b\":{\"y\":[2,1]}}")).isNotEqualTo(one);
        assertThat(hash("Post", null, "{\"a\":\"1\",\"b\":{\"y\":[1,2]}}")).isNotEqualTo(one);
    }

    @Test
    void a_hash_tells_members_apart_and_is_what_it_was_where_there_is_none() {
        var body = Body.object("{}".getBytes(StandardCharsets.UTF_8));
        var nobody = RequestHash.of("Post", null, null, body);
        assertThat(RequestHash.of("Post", null, "kap", body)).isNotEqualTo(nobody);
        assertThat(RequestHash.of("Post", null, "kap", body)).isNotEqualTo(RequestHash.of("Post", null, "bob", body));
        assertThat(HexFormat.of().formatHex(nobody))
                .isEqualTo("089b317920996c02baca2f5e04cd915b0bb2b58137f37fed87c0dafe86ec5938");
    }

    private static byte[] hash(String command, @Nullable UUID target, String body) {
        return RequestHash.of(command, target, null, Body.object(body.getBytes(StandardCharsets.UTF_8)));
    }
}
