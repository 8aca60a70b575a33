package io.milepost.reporting.read.funnel;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import io.milepost.reporting.read.team.Team;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/reports/funnel} and {@code GET /v1/reports/conversion}. */
public final class FunnelApi {
    private final Reports reports;
    private final Projected<MongoCells<Deal>> projection;
    private final Team team;
    private final List<Freshness> sources;

    /** @param sources the funnel's own and that of the team, whose places group it */
    public FunnelApi(Reports reports, Projected<MongoCells<Deal>> projection, Team team, List<Freshness> sources) {
        this.reports = reports;
        this.projection = projection;
        this.team = team;
        this.sources = sources;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/funnel", this::funnel)
                .GET("/v1/reports/conversion", this::conversion)
                .build();
    }

    private Mono<ServerResponse> funnel(ServerRequest request) {
        return reports.answer(request, FunnelGrouping.class, sources, (query, body) -> {
            var entries = in(query.currency(), Entry.of(projection.live().upTo(query.asOf())));
            var currency = Currencies.one(query.currency(), currencies(entries));
            Figures.of(entries).funnel(body.putObject("totals"), currency);
            var groupBy = query.groupBy();
            if (groupBy == FunnelGrouping.trueStage) {
                TrueStages.write(body, entries, currency);
            } else if (groupBy != null) {
                var places = team.on(query.asOf());
                Reports.groups(
                        body,
                        entries,
                        entry -> groupBy.key(entry, places),
                        (members, json) -> Figures.of(members).funnel(json, currency));
            }
        });
    }

    private Mono<ServerResponse> conversion(ServerRequest request) {
        return reports.answer(request, ConversionGrouping.class, sources, (query, body) -> {
            var entries = in(query.currency(), Entry.of(projection.live().upTo(query.asOf())));
            Figures.of(entries).conversion(body.putObject("totals"));
            var groupBy = query.groupBy();
            if (groupBy != null) {
                var places = team.on(query.asOf());
                Reports.groups(
                        body,
                        entries,
                        entry -> groupBy.of.key(entry, places),
                        (members, json) -> Figures.of(members).conversion(json));
            }
        });
    }

    /** Deals valued in the currency; one without a value has none and is counted only when no currency is asked for. */
    private static List<Entry> in(@Nullable String currency, List<Entry> entries) {
        return currency == null
                ? entries
                : entries.stream()
                        .filter(entry -> currency.equals(entry.bucket().currency()))
                        .toList();
    }

    static Set<String> currencies(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.bucket().currency())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What conversion can be told apart by; the stage it is about already. */
    enum ConversionGrouping {
        owner(FunnelGrouping.owner),
        team(FunnelGrouping.team),
        region(FunnelGrouping.region),
        closeMonth(FunnelGrouping.closeMonth);

        private final FunnelGrouping of;

        ConversionGrouping(FunnelGrouping of) {
            this.of = of;
        }
    }
}
