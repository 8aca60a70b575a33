package io.milepost.reporting.read.stages;

import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.PeriodQuery;
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

/** {@code GET /v1/reports/stages}. */
public final class StagesApi {
    private final Reports reports;
    private final Projected<MongoCells<Walk>> projection;
    private final Team team;
    private final List<Freshness> sources;

    /** @param sources the report's own and that of the team, whose places group it */
    public StagesApi(Reports reports, Projected<MongoCells<Walk>> projection, Team team, List<Freshness> sources) {
        this.reports = reports;
        this.projection = projection;
        this.team = team;
        this.sources = sources;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/reports/stages", this::stages).build();
    }

    private Mono<ServerResponse> stages(ServerRequest request) {
        return reports.answer(
                request, today -> PeriodQuery.of(request, StagesGrouping.class, today), sources, (query, body) -> {
                    var booked = projection.live().booked(query.asOf());
                    StageFigures.write(booked, query, body.putObject("totals"));
                    var groupBy = query.groupBy();
                    if (groupBy != null) {
                        var places = team.on(query.asOf());
                        Reports.groups(
                                body,
                                booked,
                                one -> groupBy.key(one.group(), places),
                                (members, json) -> StageFigures.write(members, query, json));
                    }
                });
    }
}
