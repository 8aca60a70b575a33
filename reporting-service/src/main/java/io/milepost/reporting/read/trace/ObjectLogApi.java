package io.milepost.reporting.read.trace;

import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.mart.export.Turn;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.MartUnavailable;
import io.milepost.reporting.read.mart.store.MartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code GET /v1/trace/ocel}: all deals for process mining, complete on disk before the first byte leaves. */
final class ObjectLogApi {
    private static final int PIECE = 1 << 16;

    private final Feeding feeding;
    private final ObjectLog log;
    private final Turn.Turns turns;
    private final Blocking blocking;

    ObjectLogApi(Feeding feeding, ObjectLog log, Turn.Turns turns, Blocking blocking) {
        this.feeding = feeding;
        this.log = log;
        this.turns = turns;
        this.blocking = blocking;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/trace/ocel", this::export).build();
    }

    private Mono<ServerResponse> export(ServerRequest request) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            RequestReader.onlyParameters(request);
            return ServerResponse.ok().build((exchange, _) -> answer(exchange));
        });
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        return Mono.usingWhen(
                        Mono.fromSupplier(() -> turns.take()
                                .orElseThrow(() -> new ProblemException(
                                        ProblemCode.TOO_MANY_REQUESTS,
                                        "Another export is under way: ask again when it has ended."))),
                        turn -> blocking.call(() -> turn.of(file -> {
                                    // The promise is taken before what is promised is read.
                                    var standing = feeding.standing(new LinkedHashSet<>(TraceKeeper.SERVICES));
                                    log.write(feeding.live().tables(), file, turn::isWanted);
                                    return standing;
                                }))
                                .flatMap(standing -> {
                                    var response = exchange.getResponse();
                                    var headers = response.getHeaders();
                                    headers.setContentType(MediaType.APPLICATION_JSON);
                                    headers.setContentLength(size(turn));
                                    headers.set(
                                            HttpHeaders.CONTENT_DISPOSITION,
                                            "attachment; filename=\"deals.ocel.json\"");
                                    headers.set(PositionHeaders.HEADER, standing.position());
                                    headers.set(PositionHeaders.LAG, String.valueOf(standing.lagMs()));
                                    return response.writeWith(
                                            DataBufferUtils.read(turn.file(), response.bufferFactory(), PIECE));
                                }),
                        turn -> Mono.fromRunnable(turn::end))
                .onErrorMap(MartException.class, MartUnavailable::problem);
    }

    private static long size(Turn turn) {
        try {
            return Files.size(turn.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
