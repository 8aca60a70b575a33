package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Limits;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same request with some of its fields at, and a little over, what their types can hold: the longest text in letters of every plane,
 * the smallest and largest number, day and amount, the fullest list. Some of it has to be refused; what is not has to be kept.
 */
final class Extremes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> SCRAPS = List.of(
            "a",
            "\u00e9",
            "e\u0301",
            "\u7532",
            "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69",
            "\u202eabc",
            "\u05d0\u05d1",
            "\u200b",
            "\u00a0",
            "\ufdfa",
            "\ud87e\udc04",
            "\udbff\udfff",
            "$.|/\\\"'{}<>&%",
            "\u2028",
            "\u0000",
            "\ud800",
            "\udc00",
            "\u0007",
            "\n",
            "sealed.v1.",
            "\uffff");

    private static final List<String> AMOUNTS = List.of(
            "999999999999999", "-999999999999999", "1000000000000000", "0", "-0", "0.01", "0.0001", "1.000", "1e3", "");
    private static final List<String> CURRENCIES =
            List.of("USD", "EUR", "CLF", "JPY", "KWD", "XTS", "XAU", "DEM", "usd");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "2147483647",
            "-2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "4930123456789",
            "1e29",
            "1e-30",
            "1e30",
            "0.000000000000000000000000000001",
            "123456789012345678901234567890");
    private static final List<String> DAYS = List.of(
            "1900-01-01",
            "2200-12-31",
            "1899-12-31",
            "2201-01-01",
            "0001-01-01",
            "9999-12-31",
            "-0001-01-01",
            "2024-02-30");
    private static final List<String> TIMES = List.of(
            "1900-01-01T00:00:00Z",
            "2200-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-03-02T09:00:00.123456789Z");

    private final RandomGenerator random;

    Extremes(RandomGenerator random) {
        this.random = random;
    }

    /** About every second field is bent, the others stay, so that some requests are taken. */
    ObjectNode bend(ObjectNode body, Class<?> type) {
        var bent = body.deepCopy();
        for (var component : type.getRecordComponents()) {
            if (random.nextInt(2) == 0) {
                var now = bent.path(component.getName());
                bent.set(component.getName(), value(now, component.getAnnotatedType()));
            }
        }
        return bent;
    }

    private JsonNode value(JsonNode now, AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return list(now, generic);
        }
        var raw = (Class<?>) type.getType();
        if (raw.isEnum() || raw == boolean.class || raw == Boolean.class) {
            return now;
        }
        if (raw == Money.class) {
            return money();
        }
        if (raw.isRecord()) {
            return now instanceof ObjectNode object ? bend(object, raw) : now;
        }
        return switch (raw.getSimpleName()) {
            case "String" -> JSON.stringNode(text(Limits.of(type)));
            case "UUID" -> JSON.stringNode(pick(List.of(new UUID(0, 0).toString(), new UUID(-1, -1).toString())));
            case "LocalDate" -> JSON.stringNode(pick(DAYS));
            case "Instant" -> JSON.stringNode(pick(TIMES));
            case "int", "Integer", "long", "Long" -> JSON.numberNode(new BigDecimal(pick(NUMBERS)).toBigInteger());
            case "BigDecimal" -> JSON.numberNode(new BigDecimal(pick(NUMBERS)));
            default -> now;
        };
    }

    private JsonNode money() {
        var amount = pick(AMOUNTS);
        var decimals = pick(List.of("", "", ".99", ".9", ".999", ".9999"));
        return JSON.objectNode()
                .put("amount", amount.contains(".") || amount.contains("e") ? amount : amount + decimals)
                .put("currency", pick(CURRENCIES));
    }

    /** As long as allowed, or one more; of one scrap or of a mixture. */
    private String text(int most) {
        int wanted = pick(List.of(0, 1, 3, most, most + 1));
        var text = new StringBuilder();
        var scrap = pick(SCRAPS);
        // Most scraps are of the kind that is taken; one that is refused refuses the whole text.
        boolean mixed = random.nextInt(3) == 0;
        int length = 0;
        while (length < wanted) {
            var next = mixed ? pick(SCRAPS.subList(0, 14)) : scrap;
            text.append(next);
            length += next.codePointCount(0, next.length());
        }
        return length <= wanted ? text.toString() : text.substring(0, text.offsetByCodePoints(0, wanted));
    }

    /** Empty, its first item many times, or one item over the limit. */
    private JsonNode list(JsonNode now, AnnotatedParameterizedType type) {
        var list = JSON.arrayNode();
        if (!(now instanceof ArrayNode before) || before.isEmpty()) {
            return list;
        }
        var of = type.getAnnotatedActualTypeArguments()[0];
        int most = Limits.of(type);
        switch (random.nextInt(4)) {
            case 0 -> before.forEach(item -> list.add(value(item, of)));
            case 1 -> repeat(list, before.get(0), Math.min(most, Limit.ITEMS));
            case 2 -> repeat(list, before.get(0), most + 1);
            default -> list.add(value(before.get(0), of));
        }
        return list;
    }

    private static void repeat(ArrayNode list, JsonNode item, int times) {
        for (int i = 0; i < times; i++) {
            list.add(item);
        }
    }

    private <T> T pick(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
