package io.milepost.suite.fuzz;

import io.milepost.suite.fuzz.Api.Operation;
import io.milepost.suite.fuzz.Api.Parameter;
import io.milepost.suite.fuzz.Request.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rounds of requests, each with one for every operation in the order of the documents, behind a story that makes what they speak of.
 * A request is known by its seed and number alone.
 */
public final class Requests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper JSON_MAPPER = new JsonMapper();
    private static final byte[] NOTHING = {};
    private static final int IN_A_BATCH = 6;

    /** Of rights that most operations do not ask for, and two of them. */
    private static final List<String> ROLES =
            List.of("SALES_REP", "SALES_MANAGER", "IMPORTER", "ANALYST", "OPERATOR", "FINANCE", "LEGAL");

    private final long seed;
    private final List<Operation> operations;
    private final UnaryOperator<String> tokenOf;

    /** @param tokenOf an access token of a role */
    public Requests(long seed, List<Api> apis, UnaryOperator<String> tokenOf) {
        this.seed = seed;
        this.operations =
                apis.stream().flatMap(api -> api.operations().stream()).toList();
        this.tokenOf = tokenOf;
    }

    /** How many requests a round has. */
    public int roundSize() {
        return Story.LENGTH + operations.size();
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The request of this number, always the same but for its token. */
    public Request get(long number) {
        var ids = new Ids(seed, number / roundSize());
        var random = new SplittableRandom(seed * 31 + number);
        int place = Math.toIntExact(number % roundSize());
        if (place < Story.LENGTH) {
            var step = Story.step(ids, place);
            return new Draft(number, command(step.command()), random, ids).told(step.body());
        }
        return new Draft(number, operations.get(place - Story.LENGTH), random, ids).request();
    }

    private Operation command(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no operation " + id));
    }

    /** One request on its way from what is right to what is sent. */
    private final class Draft {
        private final long number;
        private final Operation operation;
        private final RandomGenerator random;
        private final Ids ids;
        private final Values values;
        private final Bodies bodies;
        private final Heads heads;

        Draft(long number, Operation operation, RandomGenerator random, Ids ids) {
            this.number = number;
            this.operation = operation;
            this.random = random;
            this.ids = ids;
            this.values = new Values(random, ids);
            this.bodies = new Bodies(random);
            this.heads = new Heads(random);
        }

        /** A step of the story, as it should be. */
        Request told(Map<String, Object> body) {
            var headers =
                    headers(operation.roles().contains("IMPORTER") ? "IMPORTER" : pick(operation.roles())).stream()
                            .filter(header -> !header.name().equals("Milepost-Effective-At"))
                            .toList();
            ObjectNode sent = JSON_MAPPER.valueToTree(body);
            identify(sent, operation);
            return sent(Request.TOLD, path(), headers, bodies.written(sent));
        }

        Request request() {
            int chance = random.nextInt(100);
            var path = path();
            var query = query();
            var headers = headers(pick(operation.roles()));
            if (chance < 45) {
                return sent("right", path + query, headers, body());
            }
            if (chance < 75) {
                return otherwise(path, query, headers);
            }
            if (chance < 87) {
                var junk = heads.junk(headers);
                return sent(junk.kind(), path + query, junk.headers(), body());
            }
            if (chance < 90) {
                var stranger = heads.stranger(headers);
                return sent(stranger.kind(), path + query, stranger.headers(), body());
            }
            if (chance < 93) {
                var role = pick(ROLES);
                return sent("as " + role, path + query, headers(role), body());
            }
            return elsewhere(path, query, headers);
        }

        /** The same operation with another body, or, where it has none, with another query or id. */
        private Request otherwise(String path, String query, List<Header> headers) {
            if (operation.body().isMissingNode() || random.nextInt(8) == 0) {
                return random.nextInt(3) == 0 && operation.path().contains("{")
                        ? undocumented("an odd id", operation.method(), oddPath() + query, headers)
                        : sent("an odd query", path + "?" + oddQuery(), headers, body());
            }
            var good = goodBody();
            var other = random.nextInt(4) == 0 ? bodies.broken(good) : bodies.mutated(good);
            return sent(other.kind(), path + query, headers, other.bytes());
        }

        /** Where nothing is, or by a method that is not taken there. */
        private Request elsewhere(String path, String query, List<Header> headers) {
            return random.nextBoolean()
                    ? undocumented("an odd path", operation.method(), path + heads.tail() + query, headers)
                    : undocumented("another method", heads.method(methods()), path + query, headers);
        }

        /** Those that are taken at the operation's path. */
        private Set<String> methods() {
            return operations.stream()
                    .filter(other ->
                            other.part() == operation.part() && other.path().equals(operation.path()))
                    .map(Operation::method)
                    .collect(Collectors.toSet());
        }

        private Request sent(String kind, String target, List<Header> headers, byte[] body) {
            return new Request(number, kind, operation, true, operation.method(), target, headers, body);
        }

        private Request undocumented(String kind, String method, String target, List<Header> headers) {
            return new Request(number, kind, operation, false, method, target, headers, body());
        }

        private String path() {
            return operation
                    .path()
                    .replace("{id}", ids.of(operation.plural()).toString())
                    .replace("{name}", projection());
        }

        private String oddPath() {
            return operation
                    .path()
                    .replaceAll("\\{[a-z]+}", encoded(Extremes.any(random)).replace("$", "%24"));
        }

        private String projection() {
            return pick(List.of(
                    "funnel", "contracts", "collections", "movement", "opportunity", "mart", "trace", "stages"));
        }

        private String query() {
            var query = new ArrayList<String>();
            for (var parameter : operation.parameters()) {
                if (parameter.in().equals("query") && (parameter.required() || random.nextInt(4) == 0)) {
                    query.add(parameter.name() + "=" + encoded(right(parameter)));
                }
            }
            return query.isEmpty() ? "" : "?" + String.join("&", query);
        }

        private String right(Parameter parameter) {
            return switch (parameter.name()) {
                case "orderBy" -> "id desc";
                case "currency" -> "USD";
                case "owner" -> "Anna Snelling";
                case "types" -> "opportunity.won,lead.captured.v1";
                case "from", "to" ->
                    parameter.schema().has("format")
                                    && parameter
                                            .schema()
                                            .path("type")
                                            .asString()
                                            .equals("string")
                            ? (parameter.name().equals("from") ? "2024-01-31" : "2026-03-31")
                            : (parameter.name().equals("from") ? "1" : "50");
                // Neither can be known beforehand: a token of a page, the hash and the end of a commit, a history's
                // name.
                case "pageToken", "hash", "epoch" -> "unknown";
                default -> one(values.of(parameter.name(), parameter.schema()));
            };
        }

        /** Of a parameter that may be given several times, once. */
        private static String one(JsonNode value) {
            return (value.isArray() ? value.path(0) : value).asString("");
        }

        private String oddQuery() {
            if (operation.parameters().isEmpty() || random.nextBoolean()) {
                return heads.query();
            }
            return pick(operation.parameters()).name() + "=" + encoded(Extremes.any(random));
        }

        private List<Header> headers(String role) {
            var headers = new ArrayList<Header>();
            headers.add(new Header("Authorization", "Bearer " + tokenOf.apply(role)));
            headers.add(new Header("Accept", "application/json"));
            if (!operation.method().equals("GET")) {
                headers.add(new Header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString()));
            }
            if (!operation.body().isMissingNode()) {
                headers.add(new Header("Content-Type", "application/json"));
            }
            if (operation.isCommand() && role.equals("IMPORTER") && random.nextInt(4) == 0) {
                headers.add(new Header("Milepost-Effective-At", values.instant().toString()));
            }
            return headers;
        }

        private byte[] body() {
            return operation.body().isMissingNode() ? NOTHING : bodies.written(goodBody());
        }

        private JsonNode goodBody() {
            return operation.isBatch() ? batch() : command(operation);
        }

        private JsonNode command(Operation command) {
            var body = random.nextInt(3) == 0 && !command.examples().isEmpty()
                    ? pick(command.examples()).deepCopy()
                    : values.of("body", command.body());
            identify(body, command);
            return body;
        }

        /** What is made gets the round's id. */
        private void identify(JsonNode body, Operation command) {
            if (body instanceof ObjectNode object
                    && command.body().path("properties").has("id")) {
                object.put("id", ids.of(command.plural()).toString());
            }
        }

        private ObjectNode batch() {
            var commands = operations.stream()
                    .filter(candidate -> candidate.part() == operation.part() && candidate.isCommand())
                    .toList();
            var batch = JSON.objectNode();
            var items = batch.putArray("items");
            IntStream.range(0, random.nextInt(1, IN_A_BATCH)).forEach(_ -> {
                var command = pick(commands);
                var item = items.addObject().put("command", command.id());
                item.set("body", command(command));
                if (command.path().contains("{id}")) {
                    item.put("id", ids.of(command.plural()).toString());
                }
            });
            return batch;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
