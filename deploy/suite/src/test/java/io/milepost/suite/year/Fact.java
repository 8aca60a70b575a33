package io.milepost.suite.year;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened, as the feed of a service tells it.
 *
 * @param recorded when the log took it
 * @param name without the version
 */
public record Fact(
        String service, long position, Instant recorded, LocalDate day, String name, String subject, JsonNode data) {

    public static Fact of(String service, JsonNode event) {
        return new Fact(
                service,
                Long.parseLong(event.required("sequence").asString()),
                Instant.parse(event.required("recordedtime").asString()),
                LocalDate.ofInstant(Instant.parse(event.required("time").asString()), ZoneOffset.UTC),
                event.required("type").asString().replaceFirst("\\.v\\d+$", ""),
                event.required("subject").asString(),
                event.path("data"));
    }

    /** Null where it is not said. */
    @Nullable
    String text(String field) {
        var value = at(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    String said(String field) {
        return at(field).asString();
    }

    int number(String field) {
        return at(field).asInt();
    }

    @Nullable
    LocalDate dayOf(String field) {
        var text = text(field);
        return text == null ? null : LocalDate.parse(text);
    }

    /** The day that is stated, or that of the event where none is. */
    LocalDate stated(String field) {
        var stated = dayOf(field);
        return stated == null ? day : stated;
    }

    @Nullable
    Sum money(String field) {
        return Sum.of(at(field));
    }

    private JsonNode at(String field) {
        return field.startsWith("/") ? data.at(field) : data.path(field);
    }

    /** An amount of money. */
    public record Sum(BigDecimal amount, String currency) {
        static @Nullable Sum of(JsonNode money) {
            return money.has("amount")
                    ? new Sum(
                            new BigDecimal(money.path("amount").asString()),
                            money.path("currency").asString())
                    : null;
        }

        Sum plus(BigDecimal more) {
            return new Sum(amount.add(more), currency);
        }
    }
}
