package io.milepost.platform.testkit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds JSON against the schemas of an OpenAPI document, where a property that is not declared is a fault too. */
public final class DeclaredJson {
    private final JsonNode document;

    public DeclaredJson(JsonNode document) {
        this.document = document;
    }

    /** What is otherwise than this schema says, by its place; never a value. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return faults(schema, value, true);
    }

    /** @param whole whether what is required has to be there: not where a caller asked for some fields */
    List<String> faults(JsonNode schema, JsonNode value, boolean whole) {
        var faults = new ArrayList<String>();
        compare("", schema, value, whole, faults);
        return faults;
    }

    /** What a reference leads to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private void compare(String at, JsonNode described, JsonNode value, boolean whole, List<String> faults) {
        var schema = resolved(described);
        if (schema.isMissingNode()) {
            faults.add(at + " has no schema");
            return;
        }
        if (schema.has("oneOf")) {
            var found = schema.path("oneOf")
                    .valueStream()
                    .map(one -> faults(one, value, whole))
                    .toList();
            if (found.stream().noneMatch(List::isEmpty)) {
                found.getFirst().forEach(fault -> faults.add(at + fault));
            }
            return;
        }
        var types = words(schema.path("type"));
        if (!types.isEmpty() && typesOf(value).noneMatch(types::contains)) {
            faults.add("%s is no %s".formatted(at, String.join(" or ", types)));
        } else if (schema.has("enum") && !words(schema.path("enum")).contains(value.asString(""))) {
            faults.add(at + " is none of the declared values");
        } else if (value.isString() && !isWritten(schema, value.asString())) {
            faults.add("%s is not written as %s"
                    .formatted(
                            at,
                            schema.path("format")
                                    .asString(schema.path("pattern").asString(""))));
        } else if (value.isObject()) {
            object(at, schema, value, whole, faults);
        } else if (value.isArray()) {
            value.forEach(item -> compare(at + "[]", schema.path("items"), item, whole, faults));
        }
    }

    private void object(String at, JsonNode schema, JsonNode value, boolean whole, List<String> faults) {
        var declared = schema.path("properties");
        var others = schema.path("additionalProperties");
        boolean open = others.isMissingNode() ? declared.isMissingNode() : others.asBoolean(false);
        value.forEachEntry((name, one) -> {
            if (declared.has(name)) {
                compare(at + "/" + name, declared.path(name), one, whole, faults);
            } else if (others.isObject()) {
                compare(at + "/*", others, one, whole, faults);
            } else if (!open) {
                faults.add("%s/%s is not declared".formatted(at, name));
            }
        });
        if (whole) {
            words(schema.path("required")).stream()
                    .filter(name -> !value.has(name))
                    .forEach(name -> faults.add("%s/%s is not there".formatted(at, name)));
        }
    }

    private static Stream<String> typesOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> Stream.of("object");
            case ARRAY -> Stream.of("array");
            case BOOLEAN -> Stream.of("boolean");
            case NULL -> Stream.of("null");
            case NUMBER -> value.isIntegralNumber() ? Stream.of("integer", "number") : Stream.of("number");
            default -> Stream.of("string");
        };
    }

    private static boolean isWritten(JsonNode schema, String text) {
        return isFormatted(schema.path("format").asString(""), text)
                && (!schema.has("pattern")
                        || text.matches(schema.path("pattern").asString()));
    }

    private static boolean isFormatted(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equalsIgnoreCase(text);
                case "date" -> LocalDate.parse(text).toString().equals(text);
                case "date-time" -> OffsetDateTime.parse(text).getYear() <= Year.MAX_VALUE;
                default -> true;
            };
        } catch (DateTimeException | IllegalArgumentException no) {
            return false;
        }
    }

    /** One or several. */
    private static Set<String> words(JsonNode said) {
        return said.isString()
                ? Set.of(said.asString())
                : said.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
