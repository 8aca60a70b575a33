package io.milepost.suite.fuzz;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema allows and a reasonable caller could send. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate MIDDLE = LocalDate.of(2026, 3, 31);
    private static final int DAYS = 400;

    private static final List<String> WORDS = List.of(
            "Anna Snelling",
            "press",
            "Größe 7",
            "Œuvre",
            "北京",
            "שלום",
            "a, b; c",
            "R-12/7",
            "x",
            "line one\nline two",
            "👩‍🔧 tools");

    private static final List<String> SYSTEMS = List.of("crm", "erp");

    private static final List<Currency> CURRENCIES =
            List.of(new Currency("USD", 2), new Currency("EUR", 2), new Currency("JPY", 0), new Currency("BHD", 3));

    private final RandomGenerator random;
    private final Ids ids;

    Values(RandomGenerator random, Ids ids) {
        this.random = random;
        this.ids = ids;
    }

    private record Currency(String code, int decimals) {}

    JsonNode of(String name, JsonNode schema) {
        if (schema.has("enum")) {
            var names = schema.path("enum");
            return names.get(random.nextInt(names.size()));
        }
        return switch (schema.path("type").asString("object")) {
            case "object" -> isMoney(schema) ? money() : object(schema);
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextLong(1, 10_000), random.nextInt(0, 3)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(text(name, schema));
        };
    }

    static boolean isMoney(JsonNode schema) {
        return schema.path("properties").has("amount")
                && schema.path("properties").has("currency");
    }

    private ObjectNode object(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        var object = JSON.objectNode();
        schema.path("properties").propertyStream().forEach(field -> {
            if (required.contains(field.getKey()) || random.nextInt(10) < 6) {
                object.set(field.getKey(), of(field.getKey(), field.getValue()));
            }
        });
        return object;
    }

    private ObjectNode money() {
        // Mostly one currency: an entity's amounts have to agree.
        var currency = random.nextInt(8) > 0 ? CURRENCIES.getFirst() : pick(CURRENCIES);
        var amount =
                BigDecimal.valueOf(random.nextLong(0, 1_000_000), 2).setScale(currency.decimals(), RoundingMode.DOWN);
        return JSON.objectNode().put("amount", amount.toPlainString()).put("currency", currency.code());
    }

    private JsonNode array(String name, JsonNode schema) {
        var array = JSON.arrayNode();
        int size = random.nextInt(1, 4);
        IntStream.range(0, size).forEach(_ -> array.add(of(name, schema.path("items"))));
        return array;
    }

    private int integer(JsonNode schema) {
        int least = schema.path("minimum").asInt(1);
        return random.nextInt(
                least, Math.max(least + 1, Math.min(schema.path("maximum").asInt(12), least + 12)));
    }

    private String text(String name, JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> id(name).toString();
            case "date" -> MIDDLE.plusDays(random.nextLong(-DAYS, DAYS)).toString();
            case "date-time" -> instant().toString();
            default -> {
                // Of what other systems call an entity, which no word would be good enough for.
                if (name.equals("system")) {
                    yield pick(SYSTEMS);
                }
                if (name.equals("id")) {
                    yield "R-12/" + random.nextInt(10_000);
                }
                var text = pick(WORDS);
                int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
                yield text.length() > longest ? text.substring(0, longest) : text;
            }
        };
    }

    private UUID id(String name) {
        return name.equals("id") ? new UUID(random.nextLong(), random.nextLong()) : ids.of(name);
    }

    /** Of the months before the first that the suite can be running in. */
    Instant instant() {
        return Instant.parse("2026-03-31T12:00:00Z").minus(random.nextInt(1, 400), ChronoUnit.DAYS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
