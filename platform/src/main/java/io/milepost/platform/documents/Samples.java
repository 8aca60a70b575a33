package io.milepost.platform.documents;

import io.milepost.platform.documents.Fields.Field;
import io.milepost.platform.documents.Fields.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One instance of a record as JSON, always the same: with all fields, or with the required ones alone.
 *
 * @param chosen values that a record's own rules ask for, by {@code "CaptureLead.channel"} or, for every record, {@code "channel"};
 *     the former are in the minimal instance too; null leaves the field out
 */
public record Samples(Map<String, JsonNode> chosen) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Samples {
        chosen = Map.copyOf(chosen);
    }

    public static Samples plain() {
        return new Samples(Map.of());
    }

    /** With these values, a JSON object of them by name. */
    public static Samples choosing(String json) {
        return new Samples(JsonText.read(json).properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public ObjectNode full(Class<? extends Record> type) {
        return sample(type, true);
    }

    public ObjectNode minimal(Class<? extends Record> type) {
        return sample(type, false);
    }

    /** What brings an entity into being under an id of the caller. */
    public ObjectNode fullCreating(Class<? extends Record> type) {
        return creating(full(type), type);
    }

    /** What brings an entity into being, with an id of the caller where one was chosen. */
    public ObjectNode minimalCreating(Class<? extends Record> type) {
        return isChosen(type, "id") ? creating(minimal(type), type) : minimal(type);
    }

    private ObjectNode creating(ObjectNode body, Class<? extends Record> type) {
        var sample = JSON.objectNode();
        sample.set("id", chosen.getOrDefault(type.getSimpleName() + ".id", plain("id", Fields.Plain.UUID)));
        return sample.setAll(body);
    }

    private ObjectNode sample(Class<? extends Record> type, boolean full) {
        var sample = JSON.objectNode();
        for (var field : Fields.of(type)) {
            if (full || !field.optional() || isChosen(type, field.name())) {
                var value = value(type, field, full);
                if (!value.isNull()) {
                    sample.set(field.name(), value);
                }
            }
        }
        return sample;
    }

    /** What is chosen for just this record is asked for by its rules, though its type may not say so. */
    private boolean isChosen(Class<? extends Record> type, String field) {
        return chosen.containsKey(type.getSimpleName() + "." + field);
    }

    private JsonNode value(Class<? extends Record> type, Field field, boolean full) {
        var exact = chosen.get(type.getSimpleName() + "." + field.name());
        var named = exact == null ? chosen.get(field.name()) : exact;
        return named == null ? value(field.name(), field.shape(), full) : named.deepCopy();
    }

    private JsonNode value(String name, Shape shape, boolean full) {
        return switch (shape) {
            case Shape.Value value -> plain(name, value.plain());
            case Shape.Amount amount ->
                JSON.objectNode().put("amount", "1250.00").put("currency", "USD");
            case Shape.Choice choice -> JSON.stringNode(choice.names().getFirst());
            case Shape.Part part -> sample(part.type(), full);
            case Shape.Many many -> {
                var array = JSON.arrayNode();
                yield full ? array.add(value(name, many.element(), true)) : array;
            }
            case Shape.ByName byName -> {
                var object = JSON.objectNode();
                if (full) {
                    object.set(name, value(name, byName.value(), true));
                }
                yield object;
            }
        };
    }

    private static JsonNode plain(String name, Fields.Plain plain) {
        return switch (plain) {
            case TEXT -> JSON.stringNode(words(name));
            case UUID ->
                JSON.stringNode(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString());
            case DATE -> JSON.stringNode("2026-03-31");
            case INSTANT -> JSON.stringNode("2026-03-31T12:00:00Z");
            case CURRENCY -> JSON.stringNode("USD");
            case DECIMAL -> JSON.numberNode(new java.math.BigDecimal("2.5"));
            case INT, LONG -> JSON.numberNode(12);
            case BOOLEAN -> JSON.booleanNode(true);
        };
    }

    /** {@code companyName} as "company name". */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
