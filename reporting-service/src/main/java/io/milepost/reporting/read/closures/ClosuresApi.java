package io.milepost.reporting.read.closures;

import io.milepost.reporting.read.DayQuery;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/reports/closures}. */
public final class ClosuresApi {
    private final Reports reports;
    private final Projected<MongoCells<Closing>> projection;

    ClosuresApi(Reports reports, Projected<MongoCells<Closing>> projection) {
        this.reports = reports;
        this.projection = projection;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/closures", this::closures)
                .build();
    }

    private Mono<ServerResponse> closures(ServerRequest request) {
        return reports.answer(
                request,
                today -> DayQuery.of(request, ClosuresGrouping.class, today),
                projection.freshness(),
                (query, body) -> {
                    var entries = Entry.of(projection.live().upTo(query.asOf()));
                    Entry.sum(entries, body.putObject("totals"));
                    var groupBy = query.groupBy();
                    if (groupBy != null) {
                        group(body, entries, groupBy);
                    }
                });
    }

    static void group(ObjectNode body, List<Entry> entries, ClosuresGrouping groupBy) {
        if (groupBy == ClosuresGrouping.item) {
            var items = entries.stream().filter(entry -> entry.item() != null).toList();
            Reports.groups(body, items, groupBy::key, Entry::sumItems);
        } else {
            Reports.groups(body, entries, groupBy::key, Entry::sum);
        }
    }
}
