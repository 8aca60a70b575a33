package io.milepost.reporting.read.answer;

import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.Problem;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.Asked;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.mart.operate.MartUnavailable;
import io.milepost.reporting.read.mart.store.MartException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The frame of every report: what may be asked, the wait for a position, and what is said beside the numbers (api.md 12, 13). */
public final class Reports {
    private final Blocking blocking;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration positionWait;

    /** @param positionWait how long a report waits for a position that the caller asks for */
    public Reports(Blocking blocking, Clock clock, ZoneId zone, Duration positionWait) {
        this.blocking = blocking;
        this.clock = clock;
        this.zone = zone;
        this.positionWait = positionWait;
    }

    /**
     * Answers one request by what projections have made of their sources.
     *
     * @param reading of the request, given the present day
     * @param content writes the report's own part of the answer
     */
    public <Q extends Asked> Mono<ServerResponse> answer(
            ServerRequest request,
            Function<LocalDate, Q> reading,
            List<Freshness> sources,
            BiConsumer<Q, ObjectNode> content) {
        return blocking.call(() -> {
                    AnswerTypes.JSON.choose(request);
                    Q query = reading.apply(LocalDate.ofInstant(clock.instant(), zone));
                    var wanted = sources.stream()
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    source -> RequestReader.minPosition(request, source.source())));
                    wanted.forEach((source, position) -> position.ifPresent(least -> await(source, least)));
                    return query;
                })
                .flatMap(query -> blocking.read(() -> {
                    // The promise is taken before the numbers are read: they may know more, never less.
                    var standing = sources.stream().map(Freshness::now).toList();
                    var body = Json.mapper().createObjectNode();
                    query.write(body);
                    body.put("position", position(standing)).put("lagMs", lag(standing));
                    // What is promised and set aside has been noted as such before it was promised.
                    body.put(
                            "setAside",
                            sources.stream().mapToLong(Freshness::setAside).sum());
                    write(content, query, body);
                    return body;
                }))
                .flatMap(body -> JsonAnswers.json(
                        ServerResponse.ok()
                                .header(
                                        PositionHeaders.HEADER,
                                        body.get("position").asString())
                                .header(PositionHeaders.LAG, body.get("lagMs").asString()),
                        body))
                .onErrorMap(MartException.class, MartUnavailable::problem);
    }

    /** All sums are exact or fail: a number that does not fit is no answer. */
    private static <Q> void write(BiConsumer<Q, ObjectNode> content, Q query, ObjectNode body) {
        try {
            content.accept(query, body);
        } catch (ArithmeticException tooLarge) {
            throw new ProblemException(new Problem(
                    "SUM_TOO_LARGE",
                    422,
                    "A sum in this report is too large",
                    "A sum can be at most 92,233,720,368,547,758.07 in a currency with two decimals.",
                    false,
                    List.of(),
                    List.of()));
        }
    }

    private void await(Freshness source, long position) {
        if (!source.await(position, positionWait)) {
            throw new ProblemException(
                    ProblemCode.POSITION_NOT_REACHED,
                    "The report stands at %s=%d."
                            .formatted(source.source(), source.now().position()));
        }
    }

    private static String position(List<Freshness.Standing> standing) {
        return standing.stream().map(one -> one.source() + "=" + one.position()).collect(Collectors.joining(","));
    }

    private static long lag(List<Freshness.Standing> standing) {
        return standing.stream().mapToLong(one -> one.lag().toMillis()).max().orElse(0);
    }
}
