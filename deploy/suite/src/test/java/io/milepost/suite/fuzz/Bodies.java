package io.milepost.suite.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** A body as it is meant, and all that can become of it on the way to the wire. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Half a surrogate pair has no UTF-8, but an escape. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final int DEEP = 20_000;

    private final RandomGenerator random;

    Bodies(RandomGenerator random) {
        this.random = random;
    }

    /** A body and what it is. */
    record Sent(String kind, byte[] bytes) {}

    /** A place in a body where something stands. */
    private sealed interface Place {
        record Field(ObjectNode of, String name) implements Place {}

        record Item(ArrayNode of, int index) implements Place {}
    }

    byte[] written(JsonNode body) {
        return (random.nextBoolean() ? ESCAPING : PLAIN).writeValueAsBytes(body);
    }

    /** One value, now and then more, is another than it should be. */
    Sent mutated(JsonNode good) {
        var body = good.deepCopy();
        var kinds = new ArrayList<String>();
        int times = random.nextInt(4) == 0 ? random.nextInt(2, 5) : 1;
        for (int time = 0; time < times; time++) {
            kinds.add(mutate(body));
        }
        return new Sent(String.join(", ", kinds), ESCAPING.writeValueAsBytes(body));
    }

    private String mutate(JsonNode body) {
        var places = new ArrayList<Place>();
        collect(body, places);
        if (places.isEmpty() || random.nextInt(12) == 0) {
            return unknownField(body);
        }
        return switch (places.get(random.nextInt(places.size()))) {
            case Place.Field(ObjectNode of, String name) -> {
                if (random.nextInt(8) == 0) {
                    of.remove(name);
                    yield "without " + name;
                }
                of.set(name, other(name, of.path(name)));
                yield "another " + name;
            }
            case Place.Item(ArrayNode of, int index) -> {
                if (random.nextInt(6) == 0) {
                    int copies = random.nextInt(3) == 0 ? 1_200 : 60;
                    var copied = of.get(index);
                    for (int copy = 0; copy < copies; copy++) {
                        of.add(copied.deepCopy());
                    }
                    yield "%d items".formatted(copies);
                }
                of.set(index, other("item", of.get(index)));
                yield "another item";
            }
        };
    }

    private String unknownField(JsonNode body) {
        if (body instanceof ObjectNode object) {
            object.set(random.nextBoolean() ? "nonsense" : Extremes.text(random), JSON.numberNode(1));
            return "an unknown field";
        }
        return "as it was";
    }

    private void collect(JsonNode node, List<Place> places) {
        switch (node) {
            case ObjectNode object ->
                object.propertyStream().forEach(field -> {
                    places.add(new Place.Field(object, field.getKey()));
                    collect(field.getValue(), places);
                });
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    places.add(new Place.Item(array, index));
                    collect(array.get(index), places);
                }
            }
            default -> {}
        }
    }

    /** An extreme of the same kind mostly, else a value of another type. */
    private JsonNode other(String name, JsonNode was) {
        if (random.nextInt(4) == 0) {
            return ofAnotherType();
        }
        if (was.isNumber()) {
            return JSON.rawValueNode(new RawValue(Extremes.number(random)));
        }
        if (!was.isString()) {
            return ofAnotherType();
        }
        var text = was.asString();
        if (name.equals("amount")) {
            return JSON.stringNode(Extremes.amount(random));
        }
        if (name.equals("currency")) {
            return JSON.stringNode(Extremes.currency(random));
        }
        if (text.matches("[0-9a-f]{8}-.*")) {
            return JSON.stringNode(Extremes.id(random));
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return JSON.stringNode(Extremes.day(random));
        }
        return JSON.stringNode(Extremes.text(random));
    }

    private JsonNode ofAnotherType() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.rawValueNode(new RawValue(Extremes.number(random)));
            case 3 -> JSON.objectNode();
            case 4 -> JSON.arrayNode();
            case 5 -> JSON.arrayNode().add(JSON.nullNode());
            case 6 ->
                JSON.objectNode().put("amount", Extremes.amount(random)).put("currency", Extremes.currency(random));
            case 7 -> JSON.rawValueNode(new RawValue("[".repeat(600) + "]".repeat(600)));
            default -> JSON.stringNode(Extremes.any(random));
        };
    }

    /** Bytes that are no JSON any more, or hardly. */
    Sent broken(JsonNode good) {
        var text = ESCAPING.writeValueAsString(good);
        return switch (random.nextInt(14)) {
            case 0 -> sent("cut off", text.substring(0, random.nextInt(text.length())));
            case 1 -> sent("a doubled field", doubled(text));
            case 2 -> sent("too deep", "[".repeat(DEEP) + "]".repeat(DEEP));
            case 3 -> sent("a deep field", "{\"owner\":" + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP) + "}");
            case 4 -> sent("more behind the end", text + " {}");
            case 5 -> sent("no object", random.nextBoolean() ? "null" : "\"text\"");
            case 6 -> sent("nothing", "");
            case 7 -> sent("not a number", text.replaceFirst(":", ":NaN,\"x\":"));
            case 8 -> sent("single quotes", text.replace('"', '\''));
            case 9 -> sent("a comment", "/* */" + text);
            case 10 -> new Sent("UTF-16", text.getBytes(StandardCharsets.UTF_16));
            case 11 -> new Sent("no UTF-8", invalid(text));
            case 12 -> sent("a raw control character", text.replaceFirst(":\"", ":\"\u0001\u0000"));
            default -> sent("over the limit", text + " ".repeat(1024 * 1024));
        };
    }

    private static String doubled(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "{\"a\":1,\"a\":2}" : text.substring(0, colon) + ":\"first\"," + text.substring(1);
    }

    private static byte[] invalid(String text) {
        var bytes = new ByteArrayOutputStream();
        int inside = Math.max(0, text.indexOf(":\"") + 2);
        bytes.writeBytes(text.substring(0, inside).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xc0, (byte) 0xaf, (byte) 0xff});
        bytes.writeBytes(text.substring(inside).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static Sent sent(String kind, String text) {
        return new Sent(kind, text.getBytes(StandardCharsets.UTF_8));
    }
}
