package io.milepost.platform.webhook;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Entities;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What became of the events for one webhook, the latest first: {@code ?status=GIVEN_UP&pageSize=50}. */
final class DeliveryReads {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Catalogue<Webhook, ?, ?> webhooks;
    private final Entities entities;
    private final Outbox outbox;
    private final Blocking blocking;

    DeliveryReads(Catalogue<Webhook, ?, ?> webhooks, Entities entities, Outbox outbox, Blocking blocking) {
        this.webhooks = webhooks;
        this.entities = entities;
        this.outbox = outbox;
        this.blocking = blocking;
    }

    private record Query(
            UUID webhook,
            Delivery.@Nullable Status status,
            @Nullable Long before,
            int pageSize) {}

    Mono<ServerResponse> page(ServerRequest request) {
        return Mono.defer(() -> {
            var query = query(request);
            return blocking.read(() -> page(query)).flatMap(page -> JsonAnswers.json(ServerResponse.ok(), page));
        });
    }

    private ObjectNode page(Query query) {
        if (!entities.load(webhooks, query.webhook(), new AsOf.Now()).join().exists()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no webhook %s.".formatted(query.webhook()));
        }
        var found = outbox.page(query.webhook(), query.status(), query.before(), query.pageSize() + 1);
        var more = found.size() > query.pageSize();
        var shown = more ? found.subList(0, query.pageSize()) : found;
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        shown.forEach(delivery -> items.add(told(delivery)));
        if (more) {
            body.put("nextPageToken", tokenOf(query.status(), shown.getLast().position()));
        }
        return body;
    }

    private static ObjectNode told(Delivery delivery) {
        var json = Json.mapper()
                .createObjectNode()
                .put("position", delivery.position())
                .put("event", delivery.event().toString())
                .put("type", delivery.type())
                .put("status", delivery.status().name());
        json.set("attempts", Json.mapper().valueToTree(delivery.attempts()));
        return json;
    }

    private static Query query(ServerRequest request) {
        RequestReader.onlyParameters(request, "status", "pageSize", "pageToken");
        var status = request.queryParam("status").map(DeliveryReads::statusOf).orElse(null);
        return new Query(
                RequestReader.pathId(request),
                status,
                request.queryParam("pageToken")
                        .map(token -> beforeOf(token, status))
                        .orElse(null),
                RequestReader.count(request, "pageSize", USUAL, MOST));
    }

    private static Delivery.Status statusOf(String asked) {
        return Arrays.stream(Delivery.Status.values())
                .filter(status -> status.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> RequestReader.invalidParameter(
                        "status", "one of " + Arrays.toString(Delivery.Status.values())));
    }

    private static String tokenOf(Delivery.@Nullable Status status, long before) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%s/%d".formatted(status, before).getBytes(StandardCharsets.UTF_8));
    }

    /** A token is good for nothing but the query that it came from. */
    private static long beforeOf(String token, Delivery.@Nullable Status status) {
        var expected = RequestReader.invalidParameter(
                "pageToken", "the nextPageToken of the previous page, with the same query");
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var binding = status + "/";
            if (!text.startsWith(binding)) {
                throw expected;
            }
            return Long.parseLong(text.substring(binding.length()));
        } catch (IllegalArgumentException noToken) {
            throw expected;
        }
    }
}
