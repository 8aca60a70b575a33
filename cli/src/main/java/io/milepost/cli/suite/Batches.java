package io.milepost.cli.suite;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milepost.cli.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/batch} until every item has a final answer. Whatever is uncertain (a lost connection, 429, 5xx, for the
 * whole or for one item) is sent again with the same keys, which is why nothing can happen twice.
 */
public final class Batches {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final int TOO_LARGE = 413;

    private final HttpClient http;
    private final Tokens tokens;
    private final Patience patience;

    public Batches(HttpClient http, Tokens tokens, Patience patience) {
        this.http = http;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** Does the commands; the answers are in the order of the items. */
    public List<ItemAnswer> send(URI service, List<Item> items) {
        return ask(URI.create(service + "/v1/batch"), items);
    }

    /** The same answers without doing anything. */
    public List<ItemAnswer> validate(URI service, List<Item> items) {
        return ask(URI.create(service + "/v1/batch?validateOnly=true"), items);
    }

    private List<ItemAnswer> ask(URI service, List<Item> items) {
        var attempts = patience.begin();
        var answers = new ItemAnswer[items.size()];
        var open = IntStream.range(0, items.size()).boxed().toList();
        while (!open.isEmpty()) {
            var asked = open;
            switch (post(service, asked.stream().map(items::get).toList())) {
                case Exchange.Away away -> attempts.again(away.why(), away.retryAfter());
                case Exchange.Answered(int status, var _)
                when status == TOO_LARGE -> {
                    return inHalves(service, items);
                }
                case Exchange.Answered(var _, byte[] body) -> {
                    var read = read(service, body, asked.size());
                    IntStream.range(0, asked.size()).forEach(i -> answers[asked.get(i)] = read.get(i));
                    open = asked.stream().filter(i -> answers[i].again()).toList();
                    if (!open.isEmpty()) {
                        var first = answers[open.getFirst()];
                        attempts.again(
                                "%s answered %d to %d items: %s %s"
                                        .formatted(service, first.status(), open.size(), first.code(), first.detail()),
                                null);
                    }
                }
            }
        }
        return List.of(answers);
    }

    /** One item that is too large is refused; of many, none needs to be. */
    private List<ItemAnswer> inHalves(URI service, List<Item> items) {
        if (items.size() == 1) {
            return List.of(new ItemAnswer(
                    TOO_LARGE, false, false, "BODY_TOO_LARGE", "", "the command alone is larger than a batch may be"));
        }
        var half = items.size() / 2;
        return Stream.concat(
                        ask(service, items.subList(0, half)).stream(),
                        ask(service, items.subList(half, items.size())).stream())
                .toList();
    }

    /** An answer of 207 or 413, or a reason to come back; a refused token is replaced once. */
    private Exchange post(URI service, List<Item> items) {
        var key = keyOf(items);
        var body = JSON.writeValueAsBytes(Map.of("items", items));
        var token = tokens.current();
        var exchange = Exchange.attempt(http, request(service, token, key, body));
        if (exchange instanceof Exchange.Answered(int status, var _) && status == 401) {
            tokens.refused(token);
            exchange = Exchange.attempt(http, request(service, tokens.current(), key, body));
        }
        if (exchange instanceof Exchange.Answered(int status, byte[] problem) && status != 207 && status != TOO_LARGE) {
            throw new Failure("%s refuses the batch with %d: %s".formatted(service, status, said(problem)));
        }
        return exchange;
    }

    private static HttpRequest request(URI service, String token, UUID key, byte[] body) {
        return HttpRequest.newBuilder(service)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A batch is what its items are. */
    private static UUID keyOf(List<Item> items) {
        var keys = items.stream().map(item -> item.idempotencyKey().toString()).collect(Collectors.joining("/"));
        return NameBasedId.of("batch", keys);
    }

    private static List<ItemAnswer> read(URI service, byte[] body, int expected) {
        try {
            var tree = JSON.readTree(body);
            var answers = new ArrayList<ItemAnswer>();
            for (JsonNode item : tree.isArray() ? tree : tree.path("items")) {
                var status = item.required("status").asInt();
                var problem = item.path("problem");
                answers.add(new ItemAnswer(
                        status,
                        item.path("replayed").asBoolean(false),
                        Exchange.AWAY.contains(status)
                                || problem.path("retryable").asBoolean(false),
                        problem.path("code").asString(""),
                        pointer(problem),
                        problem.path("detail").asString(problem.path("title").asString(""))));
            }
            if (answers.size() != expected) {
                throw new Failure("%s answered %d of %d items".formatted(service, answers.size(), expected));
            }
            return answers;
        } catch (JacksonException e) {
            throw new Failure(service + " answered a batch with something that cannot be read", e);
        }
    }

    /** Within the command's body, as if it had been sent alone; the first of several. */
    private static String pointer(JsonNode problem) {
        return problem.path("errors").path(0).path("pointer").asString("").replaceFirst("^/items/\\d+(/body)?", "");
    }

    private static String said(byte[] problem) {
        try {
            var tree = JSON.readTree(problem);
            var code = tree.path("code").asString("");
            return (code + " " + tree.path("detail").asString("")).strip();
        } catch (JacksonException _) {
            var text = new String(problem, StandardCharsets.UTF_8);
            return text.substring(0, Math.min(200, text.length()));
        }
    }
}
