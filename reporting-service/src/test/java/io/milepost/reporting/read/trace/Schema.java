package io.milepost.reporting.read.trace;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as {@code ocel2.schema.json} is written in; a word that it does not know is a fault of the schema. */
record Schema(JsonNode root) {

    /** What does not keep to it, each with its place. */
    List<String> faults(JsonNode document) {
        var faults = new ArrayList<String>();
        check(root, document, "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (var word : schema.properties()) {
            var says = word.getValue();
            boolean holds = switch (word.getKey()) {
                case "$comment", "$defs", "properties", "items" -> true;
                case "$ref" -> {
                    check(root.at(says.asString().substring(1)), value, at, faults);
                    yield true;
                }
                case "type" ->
                    switch (says.asString()) {
                        case "object" -> value.isObject();
                        case "array" -> value.isArray();
                        case "string" -> value.isString();
                        default -> throw new IllegalArgumentException(says.toString());
                    };
                case "required" -> says.valueStream().allMatch(name -> value.has(name.asString()));
                case "additionalProperties" ->
                    value.propertyNames().stream()
                            .allMatch(name -> schema.get("properties").has(name));
                case "enum" -> says.valueStream().anyMatch(value::equals);
                case "minLength" -> value.asString().length() >= says.asInt();
                case "pattern" -> value.asString().matches(says.asString());
                default -> throw new IllegalArgumentException(word.getKey());
            };
            if (!holds) {
                faults.add("%s: %s %s".formatted(at, word.getKey(), says));
            }
        }
        schema.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                check(property.getValue(), value.get(property.getKey()), at + "/" + property.getKey(), faults);
            }
        });
        if (schema.has("items") && value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                check(schema.get("items"), value.get(index), at + "/" + index, faults);
            }
        }
    }
}
