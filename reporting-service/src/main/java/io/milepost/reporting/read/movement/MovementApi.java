package io.milepost.reporting.read.movement;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.Period;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/reports/movement}. */
public final class MovementApi {
    private final Reports reports;
    private final MongoCells<MovingDeal> cells;
    private final Freshness source;

    public MovementApi(Reports reports, MongoCells<MovingDeal> cells, Freshness source) {
        this.reports = reports;
        this.cells = cells;
        this.source = source;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/movement", this::movement)
                .build();
    }

    private Mono<ServerResponse> movement(ServerRequest request) {
        return reports.answer(request, today -> Period.of(request, today), List.of(source), (period, body) -> {
            var movement = Movement.of(cells.booked(period.to()), period);
            movement.write(body, Currencies.one(period.currency(), movement.currencies()));
        });
    }
}
