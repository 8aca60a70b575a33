package io.milepost.platform.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a new document takes away from those who rely on the approved one. Additions that nobody can trip over are fine. */
final class Compatibility {
    private static final Set<String> TEXTS = Set.of("description", "title", "examples", "x-extensible-enum", "enum");
    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** Schemas of events: stored ones stay as they are for ever, so a field never changes and a new one is optional. */
    static List<String> ofEvents(JsonNode approved, JsonNode generated) {
        var compatibility = new Compatibility();
        compatibility.events(approved.path("$defs"), generated.path("$defs"));
        compatibility.events(
                approved.path("components").path("schemas"),
                generated.path("components").path("schemas"));
        return List.copyOf(compatibility.breaks);
    }

    /** An OpenAPI document: what was sent is still taken, what was answered is still answered. */
    static List<String> ofApi(JsonNode approved, JsonNode generated) {
        var compatibility = new Compatibility();
        compatibility.operations(approved.path("paths"), generated.path("paths"));
        compatibility.bodies(
                approved.path("components").path("schemas"),
                generated.path("components").path("schemas"));
        return List.copyOf(compatibility.breaks);
    }

    private void events(JsonNode approved, JsonNode generated) {
        for (var definition : approved.properties()) {
            var now = generated.path(definition.getKey());
            if (now.isMissingNode()) {
                breaks.add(definition.getKey() + " is gone");
                continue;
            }
            properties(definition.getKey(), definition.getValue(), now);
            var before = required(definition.getValue());
            var after = required(now);
            for (var name : union(before, after)) {
                if (before.contains(name) && !after.contains(name)) {
                    breaks.add(definition.getKey() + "." + name + " was required and is optional");
                }
                if (!before.contains(name) && after.contains(name)) {
                    breaks.add(definition.getKey() + "." + name + " is required, but events stored so far lack it");
                }
            }
        }
    }

    private void operations(JsonNode approved, JsonNode generated) {
        for (var path : approved.properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                var now = generated.path(path.getKey()).path(operation.getKey());
                if (now.isMissingNode()) {
                    breaks.add(name + " is gone");
                    continue;
                }
                for (var status : operation.getValue().path("responses").propertyNames()) {
                    if (status.startsWith("2") && !now.path("responses").has(status)) {
                        breaks.add(name + " no longer answers " + status);
                    }
                }
            }
        }
    }

    private void bodies(JsonNode approved, JsonNode generated) {
        for (var definition : approved.properties()) {
            var name = definition.getKey();
            var now = generated.path(name);
            if (now.isMissingNode()) {
                breaks.add(name + " is gone");
                continue;
            }
            properties(name, definition.getValue(), now);
            var before = required(definition.getValue());
            var after = required(now);
            if (isRequest(definition.getValue())) {
                after.stream()
                        .filter(field -> !before.contains(field))
                        .forEach(field -> breaks.add(name + "." + field + " was not required and is"));
            } else {
                before.stream()
                        .filter(field -> !after.contains(field))
                        .forEach(field -> breaks.add(name + "." + field + " was always there and is optional"));
            }
        }
    }

    private void properties(String owner, JsonNode approved, JsonNode generated) {
        for (var property : approved.path("properties").properties()) {
            var name = owner + "." + property.getKey();
            var now = generated.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + " is gone");
            } else {
                shape(name, property.getValue(), now);
            }
        }
    }

    private void shape(String name, JsonNode approved, JsonNode generated) {
        if (!bare(approved).equals(bare(generated))) {
            breaks.add(name + " has another type");
        }
        for (var list : List.of("enum", "x-extensible-enum")) {
            var values = new HashSet<>(texts(generated.path(list)));
            for (var value : texts(approved.path(list))) {
                if (!values.contains(value)) {
                    breaks.add(name + " no longer knows " + value);
                }
            }
        }
        if (approved.has("items")) {
            shape(name + "[]", approved.path("items"), generated.path("items"));
        }
    }

    /** The schema without its texts and with nothing that {@link #shape} looks at by itself. */
    private static JsonNode bare(JsonNode schema) {
        var copy = schema.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(TEXTS);
            object.remove("items");
            // The type of a problem, as RFC 9457 has it: who reads an absolute one reads a relative one against its
            // address.
            if (object.path("format").asString("").equals("uri-reference")) {
                object.put("format", "uri");
            }
        }
        return copy;
    }

    private static boolean isRequest(JsonNode schema) {
        return schema.path("additionalProperties").isBoolean();
    }

    private static Set<String> required(JsonNode schema) {
        return new TreeSet<>(texts(schema.path("required")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
