package io.milepost.platform.web;

import io.milepost.platform.job.Job;
import io.milepost.platform.job.Job.Status;
import io.milepost.platform.job.JobProperties;
import io.milepost.platform.job.JobStore;
import io.milepost.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** How far one's own batches are, and what became of their items. Those of others are not there. */
final class JobReads {
    /** What became of items is a line each. */
    static final AnswerTypes LINES = new AnswerTypes(List.of(MediaType.APPLICATION_NDJSON));

    private final Callers callers;
    private final JobStore store;
    private final Blocking blocking;
    private final Clock clock;
    private final JobProperties limits;

    JobReads(Callers callers, JobStore store, Blocking blocking, Clock clock, JobProperties limits) {
        this.callers = callers;
        this.store = store;
        this.blocking = blocking;
        this.clock = clock;
        this.limits = limits;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        return callers.caller(request).flatMap(caller -> {
            RequestReader.onlyParameters(request);
            return blocking.read(() -> {
                        var body = Json.mapper().createObjectNode();
                        var items = body.putArray("items");
                        store.of(BatchJobs.ownerOf(caller)).stream()
                                .filter(job -> job.expiresAt().isAfter(clock.instant()))
                                .forEach(job -> items.add(json(job.at(clock.instant(), limits.silence()))));
                        return body;
                    })
                    .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
        });
    }

    Mono<ServerResponse> one(ServerRequest request) {
        return callers.caller(request).flatMap(caller -> {
            RequestReader.onlyParameters(request);
            var id = RequestReader.pathId(request);
            return blocking.read(() -> json(own(caller, id)))
                    .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
        });
    }

    Mono<ServerResponse> results(ServerRequest request) {
        return callers.caller(request).flatMap(caller -> {
            RequestReader.onlyParameters(request);
            var id = RequestReader.pathId(request);
            return blocking.read(() -> store.results(own(caller, id)).stream()
                            .map(line -> line + "\n")
                            .collect(Collectors.joining()))
                    .flatMap(lines -> ServerResponse.ok()
                            .contentType(MediaType.APPLICATION_NDJSON)
                            .bodyValue(lines.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** What is done stays done; one that is over already stays as it is. */
    Mono<ServerResponse> cancel(ServerRequest request) {
        return callers.caller(request).flatMap(caller -> {
            RequestReader.onlyParameters(request);
            var id = RequestReader.pathId(request);
            return blocking.call(() -> {
                        store.end(own(caller, id), Status.CANCELLED, clock.instant());
                        return json(own(caller, id));
                    })
                    .flatMap(body -> JsonAnswers.json(ServerResponse.ok(), body));
        });
    }

    static Mono<ServerResponse> accepted(BatchJobs.Started started) {
        var job = started.job();
        var response = ServerResponse.status(HttpStatus.ACCEPTED)
                .header("Location", pathOf(job))
                .header("Preference-Applied", Batches.ASYNC);
        if (started.again()) {
            response.header(SingleCommands.REPLAYED, "true");
        }
        return JsonAnswers.json(response, json(job));
    }

    private Job own(Caller caller, UUID id) {
        return store.find(id)
                .filter(job -> job.owner().equals(BatchJobs.ownerOf(caller)))
                .filter(job -> job.expiresAt().isAfter(clock.instant()))
                .map(job -> job.at(clock.instant(), limits.silence()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no job %s.".formatted(id)));
    }

    private static String pathOf(Job job) {
        return "/v1/jobs/" + job.id();
    }

    private static ObjectNode json(Job job) {
        var json = Json.mapper()
                .createObjectNode()
                .put("id", job.id().toString())
                .put("status", job.status().name())
                .put("items", job.items())
                .put("done", job.tally().done())
                .put("accepted", job.tally().accepted())
                .put("refused", job.tally().refused())
                .put("open", job.tally().open())
                .put("mayGoOn", job.mayGoOn())
                .put("startedAt", job.startedAt().toString())
                .put("expiresAt", job.expiresAt().toString())
                .put("results", pathOf(job) + "/results");
        return job.finishedAt() == null
                ? json
                : json.put("finishedAt", job.finishedAt().toString());
    }
}
