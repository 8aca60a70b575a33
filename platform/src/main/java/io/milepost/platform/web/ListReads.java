package io.milepost.platform.web;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.projection.InvalidPageToken;
import io.milepost.platform.projection.InvalidQuery;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.projection.Page;
import io.milepost.platform.sealing.SealBrokenException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service's entities in pages, from its own read models. */
final class ListReads {
    private static final Logger LOG = LoggerFactory.getLogger(ListReads.class);

    private final Callers callers;
    private final List<Catalogue<?, ?, ?>> catalogues;
    private final Listings listings;
    private final EventLog log;
    private final PersonalAnswers personal;
    private final Clock clock;
    private final Blocking blocking;
    private final PositionHeaders positions;
    private final WebProperties limits;
    private final MergedAccounts accounts;

    ListReads(
            Callers callers,
            List<Catalogue<?, ?, ?>> catalogues,
            Listings listings,
            EventLog log,
            PersonalAnswers personal,
            Clock clock,
            Blocking blocking,
            PositionHeaders positions,
            WebProperties limits,
            MergedAccounts accounts) {
        this.callers = callers;
        this.catalogues = List.copyOf(catalogues);
        this.listings = listings;
        this.log = log;
        this.personal = personal;
        this.clock = clock;
        this.blocking = blocking;
        this.positions = positions;
        this.limits = limits;
        this.accounts = accounts;
    }

    Mono<ServerResponse> list(Catalogue<?, ?, ?> catalogue, ServerRequest request) {
        return list(catalogue, request, _ -> ListQueryReader.read(request, listings.queryable(catalogue)));
    }

    /** Notices may be asked for by whom they are meant for. */
    Mono<ServerResponse> notices(Catalogue<?, ?, ?> catalogue, ServerRequest request) {
        return list(catalogue, request, caller -> {
            var query = ListQueryReader.read(request, listings.queryable(catalogue), Set.of(NoticeReaders.FOR));
            return request.queryParam(NoticeReaders.FOR)
                    .map(member -> query.of(callers.meantFor(NoticeReaders.codeOf(member), caller)))
                    .orElse(query);
        });
    }

    private Mono<ServerResponse> list(
            Catalogue<?, ?, ?> catalogue, ServerRequest request, Function<Caller, ListQuery> reading) {
        return callers.caller(request, catalogue.readers()).flatMap(caller -> {
            var query = accounts.widen(reading.apply(caller));
            var fields = FieldSelection.of(catalogue, request);
            var expansion = Expansion.of(catalogue, catalogues, request, caller);
            var least = RequestReader.minPosition(request, positions.service());
            return blocking.call(() -> await(least))
                    .flatMap(_ -> blocking.read(
                            () -> shown(catalogue, page(catalogue, query, caller.sight()), fields, expansion, caller)))
                    .flatMap(this::respond);
        });
    }

    /** Before a turn to read is taken. */
    private boolean await(Optional<Long> least) {
        if (least.isPresent() && !listings.await(least.get(), limits.positionWait())) {
            throw new ProblemException(
                    ProblemCode.POSITION_NOT_REACHED, "The list stands at position %d.".formatted(listings.position()));
        }
        return true;
    }

    private Page page(Catalogue<?, ?, ?> catalogue, ListQuery query, Sight sight) {
        try {
            return listings.page(catalogue, query, sight).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof IllegalArgumentException rejected ? problemOf(rejected) : failed;
        }
    }

    private static RuntimeException problemOf(IllegalArgumentException rejected) {
        return switch (rejected) {
            case InvalidQuery invalid ->
                new ProblemException(ProblemCode.INVALID_PARAMETER, String.valueOf(invalid.getMessage()));
            case InvalidPageToken invalid ->
                RequestReader.invalidParameter(
                        "pageToken", "the nextPageToken of the previous page, with the same query");
            default -> rejected;
        };
    }

    private Shown shown(
            Catalogue<?, ?, ?> catalogue, Page page, FieldSelection fields, Expansion expansion, Caller caller) {
        var body = Json.mapper().createObjectNode();
        var items = body.putArray("items");
        // Also by fields that are not shown.
        var naming = expansion.isAsked()
                ? page.items().stream()
                        .map(item -> accounts.show(item.deepCopy()))
                        .toList()
                : page.items();
        var related = expansion.related(naming, (other, query) -> related(other, query, caller));
        var reading = personal.to(caller, catalogue);
        for (int i = 0; i < page.items().size(); i++) {
            var beside = expansion.isAsked() ? Expansion.beside(naming.get(i), related) : null;
            // What is not wanted is not read.
            opened(fields.of(page.items().get(i)), page.owners().get(i), reading)
                    .map(item -> accounts.show((ObjectNode) item))
                    .forEach(item -> items.add(beside == null ? item : item.set(Expansion.EXPANDED, beside)));
        }
        reading.note();
        long setAside = page.setAside() + page.items().size() - items.size();
        if (page.nextPageToken() != null) {
            body.put("nextPageToken", page.nextPageToken());
        }
        if (page.total() != null) {
            body.put("total", page.total());
        }
        if (setAside > 0) {
            body.put("setAside", setAside);
        }
        return new Shown(body, page.position(), lag(page.position()));
    }

    /** A page of other entities, as far as the caller may know of them and read what is in them. */
    private Page related(Catalogue<?, ?, ?> other, ListQuery query, Caller caller) {
        var page = page(other, query, caller.sight());
        var reading = personal.to(caller, other);
        var items = new ArrayList<ObjectNode>();
        var owners = new ArrayList<String>();
        for (int i = 0; i < page.items().size(); i++) {
            var owner = page.owners().get(i);
            opened(page.items().get(i), owner, reading).forEach(item -> {
                items.add(accounts.show((ObjectNode) item));
                owners.add(owner);
            });
        }
        reading.note();
        return new Page(items, owners, page.nextPageToken(), null, 0, page.position());
    }

    private Mono<ServerResponse> respond(Shown shown) {
        return JsonAnswers.json(
                ServerResponse.ok()
                        .header(PositionHeaders.HEADER, positions.named(shown.position()))
                        .header(PositionHeaders.LAG, String.valueOf(shown.lag().toMillis())),
                shown.body());
    }

    /** One that cannot be opened is missing in this answer, and nothing else is. */
    private static Stream<JsonNode> opened(ObjectNode item, String owner, PersonalAnswers.Reading reading) {
        try {
            return Stream.of(reading.open(item, UUID.fromString(item.path("id").asString()), owner));
        } catch (SealBrokenException broken) {
            LOG.warn("A list goes on without {}: {}", item.path("id").asString(), broken.getMessage());
            return Stream.of();
        }
    }

    private record Shown(JsonNode body, long position, Duration lag) {}

    /** How long the first event that the list does not show yet has been known. */
    private Duration lag(long position) {
        if (position >= log.head()) {
            return Duration.ZERO;
        }
        return log.at(position + 1).join().stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() > position)
                .findFirst()
                .map(StoredEvent::recordedAt)
                .map(recorded -> Duration.between(recorded, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
