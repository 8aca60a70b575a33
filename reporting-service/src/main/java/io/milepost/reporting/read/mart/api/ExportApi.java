package io.milepost.reporting.read.mart.api;

import io.milepost.platform.access.Sight;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.export.Exporting;
import io.milepost.reporting.read.mart.export.FileFormat;
import io.milepost.reporting.read.mart.export.Turn;
import io.milepost.reporting.read.mart.export.Written;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.query.RowsQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Whole datasets as files. A file is complete on disk before its first byte leaves, so that number of rows, length and SHA-256 stand in
 * the answer's head, what fails is said by its status, and a slow reader holds no transaction.
 */
final class ExportApi {
    private static final int PIECE = 1 << 16;

    private final Declarations declarations;
    private final Feeding feeding;
    private final Exporting exporting;
    private final Turn.Turns turns;
    private final Sights sights;
    private final Blocking blocking;
    private final Clock clock;
    private final ZoneId zone;

    ExportApi(
            Declarations declarations,
            Feeding feeding,
            Exporting exporting,
            Turn.Turns turns,
            Sights sights,
            Blocking blocking,
            Clock clock,
            ZoneId zone) {
        this.declarations = declarations;
        this.feeding = feeding;
        this.exporting = exporting;
        this.turns = turns;
        this.sights = sights;
        this.blocking = blocking;
        this.clock = clock;
        this.zone = zone;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/datasets/{name}/export", this::export)
                .build();
    }

    /** What is asked, once it is found right. */
    private record Asked(FileFormat format, RowsQuery query, Sight sight) {}

    private Mono<ServerResponse> export(ServerRequest request) {
        return sights.of(request).flatMap(sight -> {
            var asked = Faults.asked(() -> read(request, sight));
            return ServerResponse.ok().build((exchange, _) -> answer(exchange, asked));
        });
    }

    private Asked read(ServerRequest request, Sight sight) {
        var parameters = new TreeMap<String, String>();
        request.queryParams().forEach((name, values) -> {
            if (values.size() > 1) {
                throw RequestReader.invalidParameter(name, "a single value");
            }
            parameters.put(name, values.getFirst());
        });
        for (String ofPages : List.of("limit", "after", "orderBy")) {
            if (parameters.containsKey(ofPages)) {
                throw new QueryException(ofPages, "left out: a whole dataset has all rows, in the order of their ids");
            }
        }
        String format = parameters.remove("format");
        var form = FileFormat.named(format == null ? "" : format);
        var now = clock.instant();
        return new Asked(
                form,
                RowsQuery.of(
                        declarations, request.pathVariable("name"), parameters, LocalDate.ofInstant(now, zone), now),
                sight);
    }

    private Mono<Void> answer(ServerWebExchange exchange, Asked asked) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> turns.take()
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.TOO_MANY_REQUESTS,
                                "As many exports are under way as may be: ask again when one has ended."))),
                turn -> blocking.call(() -> turn.of(file -> Faults.asked(() -> {
                            var dataset = asked.query().of().dataset();
                            var live = feeding.live();
                            var query = live.narrowing()
                                    .of(dataset, asked.sight())
                                    .map(asked.query()::narrowed)
                                    .orElse(asked.query());
                            var standing = feeding.standing(dataset.sources());
                            var written =
                                    exporting.write(live.rows(), query, standing, asked.format(), file, turn::isWanted);
                            return Map.entry(standing, written);
                        })))
                        .flatMap(done -> {
                            said(exchange, asked, done.getKey(), done.getValue());
                            var response = exchange.getResponse();
                            return response.writeWith(
                                    DataBufferUtils.read(turn.file(), response.bufferFactory(), PIECE));
                        }),
                turn -> Mono.fromRunnable(turn::end));
    }

    private static void said(ServerWebExchange exchange, Asked asked, Standing standing, Written written) {
        var headers = exchange.getResponse().getHeaders();
        headers.setContentType(MediaType.parseMediaType(asked.format().type()));
        headers.setContentLength(written.bytes());
        headers.set(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-%s.%s\""
                        .formatted(
                                asked.query().of().dataset().name(),
                                asked.query().asOf(),
                                asked.format().named()));
        headers.set(PositionHeaders.HEADER, written.position());
        headers.set(PositionHeaders.LAG, String.valueOf(standing.lagMs()));
        headers.set("Milepost-State", standing.state(0).name());
        headers.set("Milepost-Rows", String.valueOf(written.rows()));
        headers.set("Milepost-Sha256", written.sha256());
    }
}
