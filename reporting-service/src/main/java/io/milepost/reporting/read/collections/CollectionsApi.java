package io.milepost.reporting.read.collections;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.team.Team;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/reports/collections}. */
public final class CollectionsApi {
    private final Reports reports;
    private final Projected<MongoCells<Schedule>> projection;
    private final Team team;
    private final List<Freshness> sources;

    /** @param sources the report's own and that of the team, whose places group it */
    public CollectionsApi(
            Reports reports, Projected<MongoCells<Schedule>> projection, Team team, List<Freshness> sources) {
        this.reports = reports;
        this.projection = projection;
        this.team = team;
        this.sources = sources;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/collections", this::collections)
                .build();
    }

    private Mono<ServerResponse> collections(ServerRequest request) {
        return reports.answer(request, CollectionsGrouping.class, sources, (query, body) -> {
            var parts = Part.of(projection.live().upTo(query.asOf()), query.asOf()).stream()
                    .filter(part -> query.currency() == null || query.currency().equals(part.currency()))
                    .toList();
            var currency = Currencies.one(
                    query.currency(), parts.stream().map(Part::currency).collect(Collectors.toSet()));
            Part.sum(parts, body.putObject("totals"), currency);
            var groupBy = query.groupBy();
            if (groupBy != null) {
                var places = team.on(query.asOf());
                Reports.groups(
                        body,
                        parts,
                        part -> groupBy.key(part.owner(), places),
                        (members, json) -> Part.sum(members, json, currency));
            }
        });
    }
}
