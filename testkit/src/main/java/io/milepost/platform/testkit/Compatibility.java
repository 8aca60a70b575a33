package io.milepost.platform.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a new document takes away from those who rely on the approved one. Additions that nobody can trip over are fine. Requests may
 * have their bounds stated, since what passes them is refused anyway, and widened; what others read gets none, since facts that stand
 * and computed values may lie beyond them.
 */
final class Compatibility {
    private static final Set<String> TEXTS =
            Set.of("description", "title", "examples", "x-extensible-enum", "enum", "x-personal-kind");

    private static final Set<String> HIGHEST = Set.of("maxLength", "maxItems", "maximum", "exclusiveMaximum");
    private static final Set<String> LOWEST = Set.of("minLength", "minItems", "minimum", "exclusiveMinimum");

    private final List<String> breaks = new ArrayList<>();
    private final JsonNode before;
    private final JsonNode after;

    private Compatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Schemas of events: stored ones stay as they are for ever, so a field never changes and a new one is optional. */
    static List<String> ofEvents(JsonNode approved, JsonNode generated) {
        var compatibility = new Compatibility(approved, generated);
        compatibility.events(approved.path("$defs"), generated.path("$defs"));
        compatibility.events(
                approved.path("components").path("schemas"),
                generated.path("components").path("schemas"));
        return List.copyOf(compatibility.breaks);
    }

    /** An OpenAPI document: what was sent is still taken, what was answered is still answered. */
    static List<String> ofApi(JsonNode approved, JsonNode generated) {
        var compatibility = new Compatibility(approved, generated);
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
            properties(definition.getKey(), definition.getValue(), now, false);
            var was = required(definition.getValue());
            var is = required(now);
            for (var name : union(was, is)) {
                if (was.contains(name) && !is.contains(name)) {
                    breaks.add(definition.getKey() + "." + name + " was required and is optional");
                }
                if (!was.contains(name) && is.contains(name)) {
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
            if (isRequest(definition.getValue()) && isRequest(now)) {
                request(name, definition.getValue(), now);
                continue;
            }
            properties(name, definition.getValue(), now, false);
            var is = required(now);
            required(definition.getValue()).stream()
                    .filter(field -> !is.contains(field))
                    .forEach(field -> breaks.add(name + "." + field + " was always there and is optional"));
        }
    }

    private void request(String name, JsonNode approved, JsonNode generated) {
        properties(name, approved, generated, true);
        var was = required(approved);
        required(generated).stream()
                .filter(field -> !was.contains(field))
                .forEach(field -> breaks.add(name + "." + field + " was not required and is"));
    }

    private void properties(String owner, JsonNode approved, JsonNode generated, boolean request) {
        for (var property : approved.path("properties").properties()) {
            var name = owner + "." + property.getKey();
            var now = generated.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + " is gone");
            } else {
                shape(name, property.getValue(), now, request);
            }
        }
    }

    private void shape(String name, JsonNode approved, JsonNode generated, boolean request) {
        if (request && approved.has("$ref") && generated.has("$ref")) {
            if (!approved.equals(generated)) {
                request(name, resolved(before, approved), resolved(after, generated));
            }
            return;
        }
        if (!isSealedNow(approved, generated) && !bare(approved, request).equals(bare(generated, request))) {
            breaks.add(name + " has another type");
        }
        if (request) {
            bounds(name, approved, generated);
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
            shape(name + "[]", approved.path("items"), generated.path("items"), request);
        }
    }

    /** A plain text that is sealed from now on is a text still, and protecting somebody goes before what a reader made of it. */
    private static boolean isSealedNow(JsonNode approved, JsonNode generated) {
        return generated.path("x-personal").booleanValue(false)
                && bare(approved, false)
                        .equals(JsonNodeFactory.instance.objectNode().put("type", "string"));
    }

    private void bounds(String name, JsonNode approved, JsonNode generated) {
        narrower(name, approved, generated, HIGHEST, (was, is) -> is.compareTo(was) < 0);
        narrower(name, approved, generated, LOWEST, (was, is) -> is.compareTo(was) > 0);
    }

    private void narrower(
            String name,
            JsonNode approved,
            JsonNode generated,
            Set<String> bounds,
            BiPredicate<BigDecimal, BigDecimal> isNarrower) {
        for (var bound : bounds) {
            var was = approved.path(bound);
            var is = generated.path(bound);
            if (was.isNumber() && is.isNumber() && isNarrower.test(was.decimalValue(), is.decimalValue())) {
                breaks.add("%s had %s %s and has %s".formatted(name, bound, was, is));
            }
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }

    /** The schema without its texts and with nothing that {@link #shape} looks at by itself. */
    private static JsonNode bare(JsonNode schema, boolean request) {
        var copy = schema.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(TEXTS);
            object.remove("items");
            // The type of a problem, as RFC 9457 has it: who reads an absolute one reads a relative one against its
            // address.
            if (object.path("format").asString("").equals("uri-reference")) {
                object.put("format", "uri");
            }
            if (request) {
                object.remove(HIGHEST);
                object.remove(LOWEST);
                object.remove("pattern");
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
