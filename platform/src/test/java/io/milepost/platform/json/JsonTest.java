package io.milepost.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class JsonTest {

    enum Basis {
        QUOTATION,
        MIGRATED
    }

    record Line(
            String product, BigDecimal quantity, @Nullable String note) {}

    record Order(
            UUID id,
            String name,
            @Nullable String comment,
            int count,
            boolean urgent,
            Basis basis,
            LocalDate on,
            java.time.@Nullable Instant at,
            Money value,
            List<Line> lines) {}

    private static final String FULL = """
            {"id":"0192f0c4-7d1c-7a57-8a2b-3c1f0e5d6a7b","name":"n","comment":"c","count":3,"urgent":true,\
            "basis":"MIGRATED","on":"2017-03-01","at":"2017-03-01T10:00:00Z",\
            "value":{"amount":"12.50","currency":"USD"},"lines":[{"product":"p","quantity":1.5}]}""";

    @Test
    void a_record_is_written_in_its_order_without_nulls_and_read_back() {
        var order = new Order(
                UUID.fromString("0192f0c4-7d1c-7a57-8a2b-3c1f0e5d6a7b"),
                "n",
                "c",
                3,
                true,
                Basis.MIGRATED,
                LocalDate.parse("2017-03-01"),
                Instant.parse("2017-03-01T10:00:00Z"),
                Money.of("12.5", "USD"),
                List.of(new Line("p", new BigDecimal("1.5"), null)));

        assertThat(Json.mapper().writeValueAsString(order)).isEqualTo(FULL);
        assertThat(Json.mapper().readValue(FULL, Order.class)).isEqualTo(order);
        assertThat(Json.events().readValue(FULL, Order.class)).isEqualTo(order);
    }

    @Test
    void what_is_nullable_may_be_missing_or_null() {
        var missing = FULL.replace("\"comment\":\"c\",", "");
        var isNull = FULL.replace("\"comment\":\"c\"", "\"comment\":null");

        assertThat(Json.mapper().readValue(missing, Order.class).comment()).isNull();
        assertThat(Json.mapper().readValue(isNull, Order.class).comment()).isNull();
    }

    /** Each row changes one thing in a document that is read without complaint above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"n\",                   |                                  | name",
                "\"name\":\"n\"                    | \"name\":null                    | name",
                "\"name\":\"n\"                    | \"name\":7                       | name",
                "\"name\":\"n\"                    | \"name\":true                    | name",
                "\"name\":\"n\"                    | \"name\":\"sealed.v1.x\"         | name",
                "\"name\":\"n\"                    | \"name\":\"n\",\"name\":\"m\"    | ",
                "\"name\":\"n\"                    | \"name\":\"n\",\"nick\":\"m\"    | nick",
                "\"count\":3,                      |                                  | count",
                "\"count\":3                       | \"count\":null                   | count",
                "\"count\":3                       | \"count\":\"3\"                  | count",
                "\"count\":3                       | \"count\":3.5                    | count",
                "\"count\":3                       | \"count\":99999999999            | count",
                "\"urgent\":true                   | \"urgent\":1                     | urgent",
                "\"urgent\":true                   | \"urgent\":\"true\"              | urgent",
                "\"basis\":\"MIGRATED\"            | \"basis\":\"LUCK\"               | basis",
                "\"basis\":\"MIGRATED\"            | \"basis\":1                      | basis",
                "\"basis\":\"MIGRATED\"            | \"basis\":\"\"                   | basis",
                "\"on\":\"2017-03-01\"             | \"on\":\"1.3.2017\"              | on",
                "\"on\":\"2017-03-01\"             | \"on\":17000                     | on",
                "\"on\":\"2017-03-01\"             | \"on\":[2017,3,1]                | on",
                "\"at\":\"2017-03-01T10:00:00Z\"   | \"at\":1488362400                | at",
                "\"amount\":\"12.50\"              | \"amount\":12.5                  | value.amount",
                "\"amount\":\"12.50\"              | \"amount\":\"12.505\"            | value",
                "\"amount\":\"12.50\"              | \"amount\":\"1e9\"               | value",
                "\"currency\":\"USD\"              | \"currency\":\"EURO\"            | value.currency",
                "\"currency\":\"USD\"              | \"currency\":\"USD\",\"x\":1     | value.x",
                "\"lines\":[                       | \"lines\":[null,                 | lines",
                "\"product\":\"p\"                 | \"product\":null                 | lines.0.product",
                "\"quantity\":1.5                  | \"quantity\":\"1.5\"             | lines.0.quantity",
                ",\"lines\":[{\"product\":\"p\",\"quantity\":1.5}] |                  | lines",
            })
    void anything_else_is_refused_with_its_path(String part, @Nullable String replacement, @Nullable String path) {
        assertThat(FULL).contains(part);
        var broken = FULL.replace(part, replacement == null ? "" : replacement);

        assertThatThrownBy(() -> Json.mapper().readValue(broken, Order.class))
                .isInstanceOfSatisfying(JacksonException.class, refused -> {
                    if (path != null) {
                        assertThat(pathOf(refused)).startsWith(path);
                    }
                });
    }

    @Test
    void what_follows_the_document_is_refused() {
        assertThatThrownBy(() -> Json.mapper().readValue(FULL + " {}", Order.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void a_lenient_reader_passes_over_what_it_does_not_know_and_misses_what_it_needs() {
        record Reader(String name, Money value) {}

        assertThat(Json.lenient().readValue(FULL, Reader.class)).isEqualTo(new Reader("n", Money.of("12.50", "USD")));
        assertThatThrownBy(() -> Json.lenient().readValue("{\"name\":\"n\",\"other\":1}", Reader.class))
                .hasMessageContaining("value");
    }

    @Test
    void events_may_hold_sealed_texts() {
        var json = "{\"product\":\"sealed.v1.x.y\",\"quantity\":1}";

        assertThat(Json.events().readValue(json, Line.class).product()).isEqualTo("sealed.v1.x.y");
    }

    private static String pathOf(JacksonException refused) {
        return refused.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    @Test
    void an_amount_of_any_length_is_read_but_not_stored() {
        var stored = "{\"amount\":\"%s.0000\",\"currency\":\"CLF\"}".formatted("9".repeat(30));
        var read = Json.events().readValue(stored, Money.class);

        assertThat(Json.events().writeValueAsString(read)).isEqualTo(stored);
        assertThatThrownBy(() -> Json.facts().writeValueAsString(read)).isInstanceOf(AmountTooLargeException.class);
        assertThatThrownBy(() -> Json.facts().writeValueAsString(List.of(new Priced(read))))
                .isInstanceOf(AmountTooLargeException.class);
        assertThat(Json.facts().writeValueAsString(Money.of("999999999999999.9999", "CLF")))
                .contains("999999999999999.9999");
    }

    record Priced(Money price) {}

    @Test
    void half_a_surrogate_pair_that_was_stored_once_is_read_as_the_replacement_character() {
        assertThat(Json.events().readValue("\"a\\ud800b\"", String.class)).isEqualTo("a\ufffdb");
        assertThat(Json.lenient().readValue("\"\\udc00\"", String.class)).isEqualTo("\ufffd");
        assertThat(Json.events().readValue("\"\\ud83d\\ude00\"", String.class)).isEqualTo("\ud83d\ude00");
    }
}
