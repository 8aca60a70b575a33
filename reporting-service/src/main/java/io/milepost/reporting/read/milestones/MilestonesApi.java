package io.milepost.reporting.read.milestones;

import static java.util.Objects.requireNonNull;

import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.team.Team;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/reports/milestones}. */
public final class MilestonesApi {
    private final Reports reports;
    private final Map<Kind, Projected<MongoCells<Plan>>> projections;
    private final Team team;
    private final List<Freshness> sources;

    /** @param sources those of sales, of delivery, and of the team, whose places group them */
    MilestonesApi(
            Reports reports, Map<Kind, Projected<MongoCells<Plan>>> projections, Team team, List<Freshness> sources) {
        this.reports = reports;
        this.projections = Map.copyOf(projections);
        this.team = team;
        this.sources = sources;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/milestones", this::milestones)
                .build();
    }

    private Mono<ServerResponse> milestones(ServerRequest request) {
        return reports.answer(request, today -> MilestonesQuery.of(request, today), sources, (query, body) -> {
            var lines = query.kinds().stream()
                    .flatMap(kind -> lines(kind, query.asOf()).stream())
                    .toList();
            var missing = missing(query.kinds(), lines);
            var names = body.putArray("missing");
            missing.forEach(kind -> names.add(kind.name()));
            boolean planKnown = !missing.equals(query.kinds());
            new Slippage(lines, query.asOf()).write(body.putObject("totals"), planKnown);
            var groupBy = query.groupBy();
            if (groupBy != null) {
                var places = team.on(query.asOf());
                Reports.groups(
                        body,
                        lines,
                        line -> groupBy.key(line, places),
                        (members, json) -> new Slippage(members, query.asOf()).write(json, planKnown));
            }
        });
    }

    private List<Line> lines(Kind kind, LocalDate asOf) {
        return Line.of(kind, requireNonNull(projections.get(kind)).live().upTo(asOf));
    }

    /** Kinds of which no plan was ever said by the day. */
    static Set<Kind> missing(Set<Kind> asked, List<Line> lines) {
        var missing = EnumSet.copyOf(asked);
        lines.stream().filter(line -> line.current() != null).forEach(line -> missing.remove(line.kind()));
        return missing;
    }
}
