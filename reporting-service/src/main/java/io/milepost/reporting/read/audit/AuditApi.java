package io.milepost.reporting.read.audit;

import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.platform.web.Sights.Auditor;
import io.milepost.reporting.read.Asked;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Parameters;
import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.audit.AuditReading.Line;
import io.milepost.reporting.read.audit.AuditReading.Place;
import io.milepost.reporting.read.audit.AuditReading.Wanted;
import io.milepost.reporting.read.mart.operate.Acts;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.Mart;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/audit}: who did what when, over all services; all of it for auditors, for a member what it did itself. */
final class AuditApi {
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final Reports reports;
    private final Sights sights;
    private final Feeding feeding;
    private final Mart mart;
    private final List<Freshness> sources;

    AuditApi(Reports reports, Sights sights, Feeding feeding, Mart mart) {
        this.reports = reports;
        this.sights = sights;
        this.feeding = feeding;
        this.mart = mart;
        this.sources = feeding.freshness(AuditKeeper.SERVICES);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/audit", this::audit).build();
    }

    private record Query(Wanted wanted) implements Asked {
        static Query of(ServerRequest request, Auditor auditor) {
            RequestReader.onlyParameters(
                    request,
                    "entity",
                    "member",
                    "actor",
                    "service",
                    "kind",
                    "from",
                    "to",
                    "after",
                    "pageSize",
                    "pageToken");
            var member = Parameters.one(request, "member").orElse(null);
            if (!auditor.seesAll() && member != null && !auditor.is(member)) {
                throw new ProblemException(ProblemCode.FORBIDDEN, "A member is shown what it did itself.");
            }
            var service = service(request);
            var after =
                    Parameters.one(request, "after").isPresent() ? RequestReader.position(request, "after", 0) : null;
            var token = Parameters.one(request, "pageToken").map(Query::place).orElse(null);
            if (after != null && (service == null || token != null)) {
                throw RequestReader.invalidParameter("after", "given with service and without pageToken");
            }
            return new Query(new Wanted(
                    Parameters.one(request, "entity").map(Query::id).orElse(null),
                    auditor.seesAll() ? member : auditor.member(),
                    Parameters.one(request, "actor").orElse(null),
                    service,
                    Parameters.choice(request, "kind", Entry.Kind.class)
                            .map(Entry.Kind::name)
                            .orElse(null),
                    RequestReader.instant(request, "from"),
                    RequestReader.instant(request, "to"),
                    token,
                    after,
                    RequestReader.count(request, "pageSize", USUAL, MOST)));
        }

        private static @Nullable String service(ServerRequest request) {
            var service = Parameters.one(request, "service").orElse(null);
            if (service != null && !service.equals(Acts.SERVICE) && !AuditKeeper.SERVICES.contains(service)) {
                throw RequestReader.invalidParameter(
                        "service", "one of %s, %s".formatted(String.join(", ", AuditKeeper.SERVICES), Acts.SERVICE));
            }
            return service;
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException noId) {
                throw RequestReader.invalidParameter("entity", "the id of an entity");
            }
        }

        private static Place place(String token) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("/", -1);
                if (parts.length == 3) {
                    return new Place(Long.parseLong(parts[0]), parts[1], Long.parseLong(parts[2]));
                }
            } catch (IllegalArgumentException noToken) {
                // Told below.
            }
            throw RequestReader.invalidParameter("pageToken", "the nextPageToken of the previous page");
        }

        @Override
        public void write(ObjectNode body) {
            var member = wanted.member();
            if (member != null) {
                body.put("member", member);
            }
        }
    }

    private Mono<ServerResponse> audit(ServerRequest request) {
        return sights.auditor(request)
                .flatMap(auditor -> reports.answer(request, _ -> Query.of(request, auditor), sources, this::write));
    }

    private void write(Query query, ObjectNode body) {
        var tables = feeding.live().tables();
        var found = mart.read(connection -> AuditReading.read(connection, tables, query.wanted()));
        var shown = found.stream().limit(query.wanted().most()).toList();
        var items = body.putArray("items");
        for (Line line : shown) {
            var item = items.addObject();
            line.entry().write(item);
            if (line.hash() != null) {
                item.put("hash", line.hash());
            }
        }
        boolean more = found.size() > shown.size();
        body.put("more", more);
        if (more && query.wanted().after() == null) {
            var last = shown.getLast().entry();
            var place = "%d/%s/%d".formatted(last.at(), last.service(), last.position());
            body.put(
                    "nextPageToken",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
