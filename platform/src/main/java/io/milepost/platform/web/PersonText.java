package io.milepost.platform.web;

import tools.jackson.databind.JsonNode;

/** What is held of a person, as a text that people read: an event a paragraph, a value a line. */
final class PersonText {
    private PersonText() {}

    static String of(JsonNode held) {
        var text = new StringBuilder("What %s-service holds of person %s%n"
                .formatted(held.path("service").asString(), held.path("person").asString()));
        for (var event : held.path("events")) {
            text.append("%n%s  %s of %s %s  (event %s, position %d, recorded %s by %s)%n"
                    .formatted(
                            event.path("effectiveAt").asString(),
                            event.path("type").asString(),
                            event.path("aggregate").asString(),
                            event.path("entity").asString(),
                            event.path("id").asString(),
                            event.path("position").asLong(),
                            event.path("recordedAt").asString(),
                            event.path("actor").asString()));
            lines(text, "", event.path("data"));
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> lines(
                            text, name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                lines(text, "%s[%d]".formatted(name, i + 1), value.get(i));
            }
        } else if (!value.isNull()) {
            text.append("    %s: %s%n".formatted(name, value.asString().replace("\n", "\n        ")));
        }
    }
}
