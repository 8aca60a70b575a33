package io.milepost.reporting.read.schedules;

import io.milepost.platform.json.Json;
import io.milepost.platform.value.Codes;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.PositionHeaders;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.mart.api.ReportFiles;
import io.milepost.reporting.read.schedules.RunStore.Kept;
import io.milepost.reporting.read.schedules.RunStore.Run;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /v1/report-runs} and the file of each. A run is its recipient's alone, and of those who see everything. */
final class RunsApi {
    private static final int MOST = 200;

    private final RunStore store;
    private final Sights sights;
    private final Blocking blocking;

    RunsApi(RunStore store, Sights sights, Blocking blocking) {
        this.store = store;
        this.sights = sights;
        this.blocking = blocking;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/v1/report-runs", this::list)
                .GET("/v1/report-runs/{id}/file", this::file)
                .build();
    }

    /** @param member canonical code of whose runs it reads; null where it reads all */
    private record Reader(boolean all, @Nullable String member) {
        static Reader of(Sights.Reader reader) {
            boolean all = reader.sight().owners() == null;
            return new Reader(all, all || reader.member() == null ? null : Codes.canonical(reader.member()));
        }

        boolean reads(Run run) {
            return all || run.recipient().equals(member);
        }
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        AnswerTypes.JSON.choose(request);
        RequestReader.onlyParameters(request, "schedule");
        var schedule = schedule(request);
        return sights.reader(request)
                .map(Reader::of)
                .flatMap(reader -> blocking.read(() -> {
                    var body = Json.mapper().createObjectNode();
                    var items = body.putArray("items");
                    // Whoever is nobody of the own staff and does not see everything is sent nothing.
                    var found = reader.all() || reader.member() != null
                            ? store.list(reader.member(), schedule, MOST + 1)
                            : List.<Run>of();
                    found.stream().limit(MOST).forEach(run -> write(run, items.addObject()));
                    body.put("more", found.size() > MOST);
                    return body;
                }))
                .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
    }

    private static @Nullable UUID schedule(ServerRequest request) {
        var text = request.queryParam("schedule").orElse(null);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw RequestReader.invalidParameter("schedule", "the id of a report schedule");
        }
    }

    private static void write(Run run, ObjectNode item) {
        item.put("id", run.id().toString())
                .put("schedule", run.schedule().toString())
                .put("report", run.report())
                .put("recipient", run.recipient())
                .put("format", run.format())
                .put("day", run.day().toString())
                .put("from", run.from().toString())
                .put("to", run.to().toString())
                .put("madeAt", run.madeAt().toString());
        if (run.fault() != null) {
            item.put("fault", run.fault());
            return;
        }
        item.put("position", run.position())
                .put("state", run.state())
                .put("rows", run.rows())
                .put("bytes", run.bytes())
                .put("sha256", run.sha256())
                .put("file", "/v1/report-runs/%s/file".formatted(run.id()));
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        RequestReader.onlyParameters(request);
        var id = RequestReader.pathId(request);
        return sights.reader(request)
                .map(Reader::of)
                .flatMap(reader -> blocking.read(() -> store.find(id)
                        .filter(kept -> reader.reads(kept.run()))
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.NOT_FOUND, "There is no file of a run %s for you.".formatted(id)))))
                .flatMap(RunsApi::answer);
    }

    private static Mono<ServerResponse> answer(Kept kept) {
        var run = kept.run();
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(ReportFiles.type(run.format())))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.%s\"".formatted(run.report(), run.to(), run.format()))
                .header(PositionHeaders.HEADER, Objects.requireNonNull(run.position()))
                .header("Milepost-State", run.state())
                .header("Milepost-Rows", String.valueOf(run.rows()))
                .header("Milepost-Sha256", run.sha256())
                .bodyValue(kept.content());
    }
}
