package io.milepost.platform.web;

import io.milepost.platform.catalogue.Limits;
import io.milepost.platform.json.Instants;
import io.milepost.platform.value.Currencies;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The plain values that a command may hold and the one JSON type that each is written as. */
final class PlainValue {
    private PlainValue() {}

    /** Whether the JSON type is right; the value itself may still be wrong. */
    static boolean accepts(JsonNode node, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean();
        }
        if (isWhole(type)) {
            return node.isIntegralNumber();
        }
        if (type == BigDecimal.class) {
            return node.isNumber();
        }
        if (type == ObjectNode.class) {
            return node.isObject();
        }
        return type == JsonNode.class || node.isString();
    }

    /** Throws IllegalArgumentException, DateTimeException or ArithmeticException for a value that is not one of the type. */
    static Object read(JsonNode node, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return node.booleanValue();
        }
        if (type == int.class || type == Integer.class) {
            return node.bigIntegerValue().intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return node.bigIntegerValue().longValueExact();
        }
        if (type == BigDecimal.class) {
            return sane(node.decimalValue());
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return node;
        }
        return text(node.stringValue(), type);
    }

    private static Object text(String text, Class<?> type) {
        if (type == UUID.class) {
            return CanonicalId.read(text);
        }
        if (type == LocalDate.class) {
            return Instants.dayOfFact(text);
        }
        if (type == Instant.class) {
            return Instants.ofFact(text);
        }
        if (type == Currency.class) {
            return Currencies.of(text);
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** 1e999999 is a short text and a very long number. */
    private static BigDecimal sane(BigDecimal number) {
        if (number.precision() > Limits.DIGITS || number.scale() > Limits.DIGITS || number.scale() < -Limits.DIGITS) {
            throw new IllegalArgumentException("digits");
        }
        // 1e3 is stored as 1000 and has to be the same number when it is read back.
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** What the type is written as, for people. */
    static String expectation(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (isWhole(type)) {
            return "a whole number";
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "BigDecimal" -> "a number";
            case "ObjectNode" -> "an object";
            case "UUID" -> "a UUID string in lower case";
            case "LocalDate" -> "a date string like 2026-03-31, of the years 1900 to 2200";
            case "Instant" -> "a time string like 2026-03-31T12:00:00Z, of the years 1900 to 2200";
            case "Currency" -> "the ISO 4217 code of a currency in use";
            default -> "a string";
        };
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }
}
