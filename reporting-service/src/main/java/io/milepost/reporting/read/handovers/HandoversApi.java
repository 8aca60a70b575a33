package io.milepost.reporting.read.handovers;

import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.team.Team;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/reports/handovers}. */
public final class HandoversApi {
    private final Reports reports;
    private final Projected<MongoCells<Handover>> projection;
    private final Team team;
    private final List<Freshness> sources;

    /** @param sources the report's own and that of the team, whose places group it */
    public HandoversApi(
            Reports reports, Projected<MongoCells<Handover>> projection, Team team, List<Freshness> sources) {
        this.reports = reports;
        this.projection = projection;
        this.team = team;
        this.sources = sources;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/handovers", this::handovers)
                .build();
    }

    private Mono<ServerResponse> handovers(ServerRequest request) {
        return reports.answer(request, HandoversGrouping.class, sources, (query, body) -> {
            var tallies = Tally.of(projection.live().upTo(query.asOf()), query.currency());
            Tally.sum(tallies, body.putObject("totals"));
            var groupBy = query.groupBy();
            if (groupBy != null) {
                var places = team.on(query.asOf());
                Reports.groups(body, tallies, tally -> groupBy.key(tally.owner(), places), Tally::sum);
            }
        });
    }
}
