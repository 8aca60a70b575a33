package io.milepost.reporting.read.movement;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Period;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /v1/reports/movement}. */
public final class MovementApi {
    private final Reports reports;
    private final Projected<MongoCells<MovingDeal>> projection;

    public MovementApi(Reports reports, Projected<MongoCells<MovingDeal>> projection) {
        this.reports = reports;
        this.projection = projection;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/reports/movement", this::movement)
                .build();
    }

    private Mono<ServerResponse> movement(ServerRequest request) {
        return reports.answer(request, today -> Period.of(request, today), projection.freshness(), (period, body) -> {
            var movement = Movement.of(projection.live().booked(period.to()), period);
            movement.write(body, Currencies.one(period.currency(), movement.currencies()));
        });
    }
}
