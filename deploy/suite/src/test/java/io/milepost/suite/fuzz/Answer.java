package io.milepost.suite.fuzz;

import io.milepost.suite.fuzz.Request.Header;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back, and what is wrong with it. */
public record Answer(int status, List<Header> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** For a request that is no operation's any more: there is no such thing, or it is not even a request. */
    private static final Set<Integer> ELSEWHERE = Set.of(400, 401, 403, 404, 405, 406, 414, 415);

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Goes on for ever; only its head is read. */
    boolean isStream() {
        return header("content-type").orElse("").startsWith("text/event-stream");
    }

    /** The body, or a missing node when it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** What is wrong with this answer to the request, in words; empty when nothing is. */
    public Optional<String> fault(Request request) {
        if (status >= 500) {
            return Optional.of("%d %s".formatted(status, json().path("code").asString("")));
        }
        boolean expected = request.operation().statuses().contains(status)
                || (!request.documented() && (ELSEWHERE.contains(status) || (status < 400 && isLook(request))));
        if (!expected || (request.isTold() && status >= 300)) {
            return Optional.of("%d %s is not documented"
                    .formatted(status, json().path("code").asString("")));
        }
        return status < 400 || request.method().equals("HEAD") ? Optional.empty() : problemFault();
    }

    /** These are answered wherever a read is. */
    private static boolean isLook(Request request) {
        return request.method().equals("HEAD") || request.method().equals("OPTIONS");
    }

    private Optional<String> problemFault() {
        if (!header("content-type").orElse("").startsWith("application/problem+json")) {
            return Optional.of("%d without a problem".formatted(status));
        }
        if (header("x-request-id").isEmpty()) {
            return Optional.of("%d without a request id".formatted(status));
        }
        var problem = json();
        boolean complete = problem.path("status").asInt(0) == status
                && !problem.path("code").asString("").isEmpty()
                && !problem.path("detail").asString("").isEmpty()
                && problem.path("type")
                        .asString("")
                        .endsWith("/problems/" + problem.path("code").asString(""));
        return complete ? Optional.empty() : Optional.of("%d with half a problem".formatted(status));
    }

    @Override
    public String toString() {
        return status + " " + Request.cut(body);
    }
}
