package io.milepost.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token issuer and three services on one port that keep the promises of the batch contract: a key stands for one
 * command for ever, a known id with another body is a conflict, and every item is answered on its own.
 */
public final class FakeSuite implements AutoCloseable {

    /** What goes wrong with a batch request. */
    public enum Fault {
        NONE,
        BUSY,
        /** The connection goes before anything was done. */
        LOST_BEFORE,
        /** The connection goes after everything was done. */
        LOST_AFTER,
        UNAUTHORIZED,
        FORBIDDEN,
        /** Every other item is answered 503. */
        BUSY_ITEMS
    }

    /** One command that was stored. */
    public record Commit(String service, String command, String id, String effectiveAt, String key, JsonNode body) {
        String content() {
            return command + id + body;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> CREATES = Set.of(
            "OpenAccount",
            "RegisterTeamMember",
            "PublishPriceList",
            "IdentifyOpportunity",
            "DraftContract",
            "CaptureLead",
            "RecordExchangeRate");

    private final HttpServer server;
    private final Map<String, Commit> byKey = new HashMap<>();
    private final Set<String> ids = Collections.synchronizedSet(new java.util.HashSet<>());
    private final List<Commit> log = new ArrayList<>();
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile IntFunction<Fault> faults = _ -> Fault.NONE;
    private volatile ZoneId zone = ZoneOffset.UTC;
    private volatile int largestBatch = Integer.MAX_VALUE;

    private record Refusal(String code, String pointer) {}

    public FakeSuite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Options that make the command line talk to it. */
    public List<String> addresses() {
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        return List.of(
                "--lead-url", base + "/lead",
                "--opportunity-url", base + "/opportunity",
                "--contract-url", base + "/contract/",
                "--issuer-url", base);
    }

    /** By the number of the batch request, from 1. */
    public void faults(IntFunction<Fault> plan) {
        faults = plan;
        requests.set(0);
    }

    /** This command is refused with this code from now on, for what the pointer names in its body. */
    public void refuse(String command, String code, String pointer) {
        refusals.put(command, new Refusal(code, pointer));
    }

    /** Where its days begin. */
    public void zone(String id) {
        zone = ZoneId.of(id);
    }

    /** Bodies with more bytes are answered 413. */
    public void largestBatch(int bytes) {
        largestBatch = bytes;
    }

    public int tokensGiven() {
        return tokens.get();
    }

    public int requests() {
        return requests.get();
    }

    public synchronized List<Commit> log() {
        return List.copyOf(log);
    }

    /** What the log says, whatever the order in which entities came. */
    public synchronized Map<String, String> contents() {
        var contents = new TreeMap<String, String>();
        log.forEach(commit -> contents.put(commit.key(), commit.effectiveAt() + commit.content()));
        return contents;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/oauth2/token")) {
                answer(
                        exchange,
                        200,
                        "{\"access_token\":\"t%d\",\"expires_in\":3600}".formatted(tokens.incrementAndGet()));
                return;
            }
            if (exchange.getRequestMethod().equals("GET")) {
                view(exchange);
                return;
            }
            if ("validateOnly=true".equals(exchange.getRequestURI().getQuery())) {
                answer(exchange, 207, validities(JSON.readTree(body)));
                return;
            }
            if (body.length > largestBatch) {
                answer(exchange, 413, "{\"code\":\"BODY_TOO_LARGE\",\"detail\":\"too large\"}");
                return;
            }
            batch(exchange, faults.apply(requests.incrementAndGet()), JSON.readTree(body));
        }
    }

    /** An entity as a read shows it, or when what happened to it. */
    private synchronized void view(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        var told = log.stream()
                .filter(commit ->
                        commit.service().equals(path[1]) && commit.id().equals(path[4]))
                .map(Commit::body)
                .toList();
        if (told.isEmpty()) {
            answer(exchange, 404, "{\"code\":\"NOT_FOUND\"}");
            return;
        }
        var view = JSON.createObjectNode().put("id", path[4]);
        if (path.length > 5) {
            var items = view.putArray("items");
            log.stream()
                    .filter(commit -> commit.id().equals(path[4])
                            || (commit.command().equals("SignContract") && path[4].equals(dealOf(commit.id()))))
                    .forEach(commit -> items.addObject().put("effectiveAt", commit.effectiveAt()));
            answer(exchange, 200, view.toString());
            return;
        }
        switch (path[3]) {
            case "team-members" ->
                view.set("code", told.getFirst().required("code"))
                        .set("postings", JSON.createArrayNode().add(told.getFirst()));
            case "price-lists" -> view.setAll((ObjectNode) told.getLast());
            case "accounts" -> {
                var profile = view.putObject("profile");
                told.forEach(body -> profile.setAll((ObjectNode) body));
            }
            case "opportunities" -> opportunity(path[4], view);
            default -> throw new IllegalStateException("nobody reads " + path[3]);
        }
        answer(exchange, 200, view.toString());
    }

    private void opportunity(String id, ObjectNode view) {
        view.put("status", "IDENTIFIED");
        for (var commit : log) {
            if (commit.id().equals(id)) {
                view.setAll((ObjectNode) commit.body());
                switch (commit.command()) {
                    case "QualifyOpportunity" -> view.put("status", "QUALIFIED");
                    case "CloseAsLost" -> view.put("status", "LOST");
                    default -> {}
                }
            } else if (commit.command().equals("SignContract") && id.equals(dealOf(commit.id()))) {
                view.put("status", "WON")
                        .put("closedOn", commit.body().required("signedOn").asString())
                        .set("value", draft(commit.id()).required("value"));
            }
        }
    }

    private String dealOf(String contract) {
        return draft(contract).required("opportunityId").asString();
    }

    private JsonNode draft(String contract) {
        return log.stream()
                .filter(commit ->
                        commit.command().equals("DraftContract") && commit.id().equals(contract))
                .map(Commit::body)
                .findFirst()
                .orElseThrow();
    }

    /** As the services hold the last day of a quotation against the day on which it is drafted, before they look for its deal. */
    private String validities(JsonNode body) {
        var answer = JSON.createObjectNode();
        var items = answer.putArray("items");
        for (var item : body.required("items")) {
            var today = LocalDate.ofInstant(
                    Instant.parse(item.required("effectiveAt").asString()), zone);
            var until =
                    LocalDate.parse(item.required("body").required("validUntil").asString());
            items.add(until.isBefore(today) ? problem(422, "VALIDITY_OVER") : problem(409, "OPPORTUNITY_UNKNOWN"));
        }
        return answer.toString();
    }

    private void batch(HttpExchange exchange, Fault fault, JsonNode body) throws IOException {
        switch (fault) {
            case BUSY -> {
                exchange.getResponseHeaders().add("Retry-After", "3");
                answer(exchange, 503, "{}");
            }
            case UNAUTHORIZED -> answer(exchange, 401, "{}");
            case FORBIDDEN -> answer(exchange, 403, "{\"code\":\"FORBIDDEN\",\"detail\":\"not your role\"}");
            case LOST_BEFORE -> {}
            case LOST_AFTER -> answers(exchange, body, false);
            case NONE -> answer(exchange, 207, answers(exchange, body, false));
            case BUSY_ITEMS -> answer(exchange, 207, answers(exchange, body, true));
        }
    }

    private String answers(HttpExchange exchange, JsonNode body, boolean busyItems) {
        var service = exchange.getRequestURI().getPath().split("/", -1)[1];
        var answer = JSON.createObjectNode();
        var items = answer.putArray("items");
        int index = 0;
        for (var item : body.required("items")) {
            items.add(busyItems && index % 2 == 0 ? problem(503, "CONTENDED") : decide(service, item, index));
            index++;
        }
        return answer.toString();
    }

    private synchronized ObjectNode decide(String service, JsonNode item, int index) {
        var commit = new Commit(
                service,
                item.required("command").asString(),
                item.required("id").asString(),
                item.path("effectiveAt").asString("on arrival"),
                item.required("idempotencyKey").asString(),
                item.required("body"));
        var stored = byKey.get(service + commit.key());
        if (stored != null) {
            return stored.content().equals(commit.content())
                    ? JSON.createObjectNode().put("status", 200).put("replayed", true)
                    : problem(422, "IDEMPOTENCY_KEY_REUSED");
        }
        var refusal = refusals.get(commit.command());
        if (refusal != null) {
            var answer = problem(409, refusal.code());
            ((ObjectNode) answer.required("problem"))
                    .putArray("errors")
                    .addObject()
                    .put("pointer", "/items/" + index + "/body" + refusal.pointer());
            return answer;
        }
        var creates = CREATES.contains(commit.command());
        if (creates == ids.contains(commit.id())) {
            return creates ? problem(409, "ALREADY_EXISTS") : problem(404, "NOT_FOUND");
        }
        ids.add(commit.id());
        byKey.put(service + commit.key(), commit);
        log.add(commit);
        return JSON.createObjectNode().put("status", creates ? 201 : 200).put("position", log.size());
    }

    private static ObjectNode problem(int status, String code) {
        var answer = JSON.createObjectNode().put("status", status);
        answer.putObject("problem").put("code", code).put("detail", "because").put("retryable", status == 503);
        return answer;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
