package io.milepost.platform.documents;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents as text that is the same on every machine: two blanks, LF, members in the order in which they were put. */
public final class JsonText {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonText() {}

    public static String pretty(JsonNode document) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(document) + "\n";
    }

    /** On one line, for NDJSON. */
    public static String line(JsonNode document) {
        return MAPPER.writeValueAsString(document);
    }

    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
