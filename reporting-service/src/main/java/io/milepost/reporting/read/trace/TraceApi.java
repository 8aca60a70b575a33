package io.milepost.reporting.read.trace;

import io.milepost.platform.json.Json;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.Asked;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.mart.operate.Feeding;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/trace/{id}}: the whole deal that an id is of. */
final class TraceApi {
    private final Reports reports;
    private final Feeding feeding;
    private final TraceReading reading;
    private final List<Freshness> sources;

    TraceApi(Reports reports, Feeding feeding, TraceReading reading) {
        this.reports = reports;
        this.feeding = feeding;
        this.reading = reading;
        this.sources = feeding.freshness(TraceKeeper.SERVICES);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/trace/{id}", this::trace).build();
    }

    /** @param asOf the present day: a trace is told as far as it has come */
    private record TraceQuery(UUID id, LocalDate asOf) implements Asked {

        static TraceQuery of(ServerRequest request, LocalDate today) {
            RequestReader.onlyParameters(request);
            return new TraceQuery(RequestReader.pathId(request), today);
        }

        @Override
        public void write(ObjectNode body) {
            body.put("id", id.toString()).put("asOf", asOf.toString());
        }
    }

    private Mono<ServerResponse> trace(ServerRequest request) {
        return reports.answer(request, today -> TraceQuery.of(request, today), sources, (query, body) -> {
            var found = reading.from(query.id(), feeding.live().tables());
            // A deal is not incomplete because of another one.
            body.put("setAside", found.setAside());
            if (found.trace().steps().isEmpty() && found.setAside() == 0) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "No event of any service mentions %s.".formatted(query.id()));
            }
            write(found.trace(), body);
        });
    }

    /** {@code deal}, {@code steps} and whether they are all. */
    static void write(Trace trace, ObjectNode body) {
        var deal = body.putObject("deal");
        one(deal, "leadId", trace.of("lead"));
        one(deal, "opportunityId", trace.of("opportunity"));
        all(deal, "quotationIds", trace.of("quotation"));
        all(deal, "contractIds", trace.of("contract"));
        all(deal, "archiveRecordIds", trace.of("archive-record"));
        var steps = body.putArray("steps");
        trace.steps().forEach(step -> steps.add(Json.mapper().<ObjectNode>valueToTree(step)));
        body.put("complete", trace.complete());
    }

    /** A lead becomes one opportunity, and whatever follows is of one opportunity. */
    private static void one(ObjectNode deal, String name, Set<UUID> ids) {
        ids.stream().findFirst().ifPresent(id -> deal.put(name, id.toString()));
    }

    private static void all(ObjectNode deal, String name, Set<UUID> ids) {
        var array = deal.putArray(name);
        ids.forEach(id -> array.add(id.toString()));
    }
}
