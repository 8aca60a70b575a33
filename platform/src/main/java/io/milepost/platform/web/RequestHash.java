package io.milepost.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request asked for, as one SHA-256: command name, target id, the member who acts where there is one, and body
 * with sorted keys and without nulls.
 * An id that the server made is left out, so that a repeat of the request, which is given another one, is seen as the same.
 */
final class RequestHash {
    private RequestHash() {}

    static byte[] of(String command, @Nullable UUID target, @Nullable String member, JsonNode body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (command + "\n" + (target == null ? "" : target) + "\n" + (member == null ? "" : member + "\n"))
                            .getBytes(UTF_8));
            return digest.digest(canonical(body).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            return sorted.entrySet().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .map(entry -> quoted(entry.getKey()) + ":" + canonical(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(RequestHash::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return node.isString() ? quoted(node.stringValue()) : node.toString();
    }

    private static String quoted(String text) {
        return tools.jackson.databind.node.StringNode.valueOf(text).toString();
    }
}
