package io.milepost.reporting.read.contracts;

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

/** {@code GET /v1/reports/contracts}. */
public final class ContractsApi {
    private final Reports reports;
    private final Projected<MongoCells<Agreement>> projection;
    private final Team team;
    private final List<Freshness> sources;

    /** @param sources the report's own and that of the team, whose places group it */
    public ContractsApi(
            Reports reports, Projected<MongoCells<Agreement>> projection, Team team, List<Freshness> sources) {
        this.reports = reports;
        this.projection = projection;
        this.team = team;
        this.sources = sources;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/contracts", this::contracts)
                .build();
    }

    private Mono<ServerResponse> contracts(ServerRequest request) {
        return reports.answer(request, ContractsGrouping.class, sources, (query, body) -> {
            var lines = Line.of(projection.live().upTo(query.asOf())).stream()
                    .filter(line -> query.currency() == null || query.currency().equals(line.currency()))
                    .toList();
            var currency = Currencies.one(
                    query.currency(), lines.stream().map(Line::currency).collect(Collectors.toSet()));
            Line.sum(lines, body.putObject("totals"), currency);
            var groupBy = query.groupBy();
            if (groupBy != null) {
                var places = team.on(query.asOf());
                Reports.groups(
                        body,
                        lines,
                        line -> groupBy.key(line, places),
                        (members, json) -> Line.sum(members, json, currency));
            }
        });
    }
}
