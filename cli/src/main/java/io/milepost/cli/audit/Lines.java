package io.milepost.cli.audit;

import io.milepost.cli.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of JSON, each a commit. */
final class Lines {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;

    private Lines() {}

    static List<JsonNode> of(Stream<String> lines, String where) {
        try {
            return lines.<JsonNode>map(JSON::readTree).toList();
        } catch (JacksonException unreadable) {
            throw new Failure(where + " has a line that is no JSON", unreadable);
        }
    }

    /** The next ones of a file, few enough to be held together. */
    static List<JsonNode> next(BufferedReader file, String where) {
        var lines = new ArrayList<String>();
        try {
            for (var line = ""; lines.size() < AT_ONCE && (line = file.readLine()) != null; ) {
                lines.add(line);
            }
        } catch (IOException unreadable) {
            throw new Failure("%s cannot be read: %s".formatted(where, unreadable.getMessage()), unreadable);
        }
        return of(lines.stream(), where);
    }
}
