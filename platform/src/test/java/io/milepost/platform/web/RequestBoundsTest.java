package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a request is turned away for its size or because it is none of a business, at both sides of each bound. */
class RequestBoundsTest {

    record Asked(
            @Nullable Money money,
            @Nullable LocalDate day,
            @Nullable BigDecimal number,
            @Nullable String name,
            @Nullable @Limit(Limit.NOTE) String note,
            @Nullable @Limit(3) List<@Limit(5) String> words) {}

    private static Asked read(String json) {
        return RecordReader.read(Body.object(json.getBytes(StandardCharsets.UTF_8)), Asked.class, "");
    }

    private static String money(String amount, String currency) {
        return "{\"money\":{\"amount\":\"%s\",\"currency\":\"%s\"}}".formatted(amount, currency);
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999.99,USD",
        "-999999999999999.99,USD",
        "999999999999999.9999,CLF",
        "999999999999999,JPY",
        "1,USD",
        "1.5,USD",
        "1.500,KWD"
    })
    void an_amount_within_the_bound_is_taken(String amount, String currency) {
        assertThat(read(money(amount, currency)).money()).isEqualTo(Money.of(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000000.00,USD,/money/amount",
        "1000000000000000,USD,/money/amount",
        "999999999999999999999999999999,USD,/money/amount",
        "1.000,USD,/money/amount",
        "12.500,USD,/money/amount",
        "1.0,JPY,/money/amount",
        "1e3,USD,/money/amount",
        "'1,5',USD,/money/amount",
        "'',USD,/money/amount",
        ".5,USD,/money/amount",
        "1.,USD,/money/amount",
        "1.00,XTS,/money/currency",
        "1,XAU,/money/currency",
        "1.00,DEM,/money/currency",
        "1.00,usd,/money/currency"
    })
    void any_other_is_refused_where_it_stands(String amount, String currency, String pointer) {
        assertRefused(money(amount, currency), "INVALID_VALUE", pointer);
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01", "2200-12-31", "2024-02-29"})
    void a_day_that_a_business_knows_is_taken(String day) {
        assertThat(read("{\"day\":\"%s\"}".formatted(day)).day()).isEqualTo(LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({"1899-12-31", "2201-01-01", "0001-01-01", "9999-12-31", "-0001-01-01", "+12026-01-01", "2023-02-29"})
    void any_other_day_is_refused(String day) {
        assertRefused("{\"day\":\"%s\"}".formatted(day), "INVALID_VALUE", "/day");
    }

    @Test
    void a_number_is_the_same_however_it_is_written() {
        assertThat(read("{\"number\":1e3}").number()).isEqualTo(new BigDecimal("1000"));
        assertRefused("{\"number\":1e31}", "INVALID_VALUE", "/number");
    }

    @ParameterizedTest
    @CsvSource({"1e99999999999", "1e-99999999999"})
    void an_exponent_beyond_all_use_is_no_json(String number) {
        assertThatThrownBy(() -> read("{\"number\":%s}".formatted(number)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isIn("MALFORMED_JSON", "INVALID_VALUE"));
    }

    @Test
    void a_text_has_the_length_that_its_field_declares() {
        assertThat(read("{\"name\":\"%s\"}".formatted("x".repeat(200))).name()).hasSize(200);
        assertThat(read("{\"note\":\"%s\"}".formatted("x".repeat(4_000))).note())
                .hasSize(4_000);
        assertRefused("{\"name\":\"%s\"}".formatted("x".repeat(201)), "TOO_LONG", "/name");
        assertRefused("{\"note\":\"%s\"}".formatted("x".repeat(4_001)), "TOO_LONG", "/note");
    }

    @Test
    void a_list_has_the_items_that_its_field_declares_and_these_their_length() {
        assertThat(read("{\"words\":[\"aaaaa\",\"b\",\"c\"]}").words()).containsExactly("aaaaa", "b", "c");
        assertRefused("{\"words\":[\"a\",\"b\",\"c\",\"d\"]}", "TOO_LONG", "/words");
        assertRefused("{\"words\":[\"a\",\"bbbbbb\"]}", "TOO_LONG", "/words/1");
    }

    @Test
    void half_a_surrogate_pair_is_refused_where_it_stands() {
        assertRefused("{\"name\":\"\\ud800\"}", "INVALID_VALUE", "/name");
        assertThat(read("{\"name\":\"\\ud83d\\ude00\"}").name()).isEqualTo("\ud83d\ude00");
    }

    private static void assertRefused(String json, String code, String pointer) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().code()).isEqualTo(code);
            assertThat(thrown.problem().errors())
                    .extracting(Problem.FieldError::pointer)
                    .containsExactly(pointer);
        });
    }
}
