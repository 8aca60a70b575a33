package io.milepost.platform.web;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import io.milepost.platform.timer.DueDates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What the service's entities wait for, soonest first: {@code ?owner=KAP&before=2026-04-01T00:00:00Z}. */
final class DueReads {
    private static final List<Role> READERS = List.of(Role.values());

    private final Callers callers;
    private final DueDates dates;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final WebProperties limits;

    DueReads(Callers callers, DueDates dates, Blocking blocking, PositionHeaders positions, WebProperties limits) {
        this.callers = callers;
        this.dates = dates;
        this.blocking = blocking;
        this.positions = positions;
        this.limits = limits;
    }

    /** Which page is asked for; {@code after} is the id of the last item of the page before. */
    private record Query(
            @Nullable String owner,
            @Nullable Instant before,
            @Nullable String after,
            int pageSize) {}

    private record Shown(ObjectNode body, long position, long lagMillis) {}

    Mono<ServerResponse> due(ServerRequest request) {
        return callers.caller(request, READERS).flatMap(caller -> {
            var query = query(request);
            var position = RequestReader.minPosition(request, positions.service());
            return blocking.call(() -> await(position))
                    .flatMap(_ -> blocking.read(() -> page(query, caller.sight())))
                    .flatMap(page -> JsonAnswers.json(
                            ServerResponse.ok()
                                    .header(PositionHeaders.HEADER, positions.named(page.position()))
                                    .header(PositionHeaders.LAG, String.valueOf(page.lagMillis())),
                            page.body()));
        });
    }

    /** Before a turn to read is taken. */
    private boolean await(Optional<Long> least) {
        if (least.isPresent() && !dates.await(least.get(), limits.positionWait())) {
            throw new ProblemException(
                    ProblemCode.POSITION_NOT_REACHED,
                    "The due dates stand at position %d.".formatted(dates.position()));
        }
        return true;
    }

    private Shown page(Query query, Sight sight) {
        var position = dates.position();
        var lag = dates.lag();
        var found = dates.next(query.owner(), sight, query.before(), query.after(), query.pageSize() + 1);
        var more = found.size() > query.pageSize();
        var shown = more ? found.subList(0, query.pageSize()) : found;
        var body = Json.mapper().createObjectNode();
        body.set("items", Json.mapper().valueToTree(shown));
        if (more) {
            body.put("nextPageToken", encoded(bindingOf(query) + shown.getLast().id()));
        }
        var setAside = dates.setAside();
        if (setAside > 0) {
            body.put("setAside", setAside);
        }
        return new Shown(body, position, lag.toMillis());
    }

    private static Query query(ServerRequest request) {
        RequestReader.onlyParameters(request, "owner", "before", "pageSize", "pageToken");
        var owner = request.queryParam("owner").orElse(null);
        if (owner != null && owner.isBlank()) {
            throw RequestReader.invalidParameter("owner", "a member's code");
        }
        var asked = new Query(owner, RequestReader.instant(request, "before"), null, ListQueryReader.pageSize(request));
        return request.queryParam("pageToken")
                .map(token -> new Query(asked.owner(), asked.before(), afterOf(token, asked), asked.pageSize()))
                .orElse(asked);
    }

    /** A token is good for nothing but the query that it came from. */
    private static String afterOf(String token, Query asked) {
        var expected = RequestReader.invalidParameter(
                "pageToken", "the nextPageToken of the previous page, with the same query");
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (!text.startsWith(bindingOf(asked))) {
                throw expected;
            }
            return text.substring(bindingOf(asked).length());
        } catch (IllegalArgumentException noToken) {
            throw expected;
        }
    }

    private static String bindingOf(Query query) {
        return "%s\n%s\n".formatted(query.owner(), query.before());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
