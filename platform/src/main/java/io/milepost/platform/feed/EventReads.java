package io.milepost.platform.feed;

import io.milepost.platform.json.Json;
import io.milepost.platform.web.AnswerTypes;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.JsonAnswers;
import io.milepost.platform.web.PositionHeaders;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Pages of events as one JSON object or as lines, and the proof that a consumer has all of a range. */
final class EventReads {
    /** So many events one proof may be of. */
    private static final int MOST_PROVED = 100_000;

    static final AnswerTypes OFFERED = new AnswerTypes(
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON, MediaType.TEXT_EVENT_STREAM));

    private final FeedQueryReader queries;
    private final FeedPages pages;
    private final StructuredEvents written;
    private final String epoch;
    private final Blocking blocking;
    private final PositionHeaders positions;

    EventReads(
            FeedQueryReader queries,
            FeedPages pages,
            StructuredEvents written,
            String epoch,
            Blocking blocking,
            PositionHeaders positions) {
        this.queries = queries;
        this.pages = pages;
        this.written = written;
        this.epoch = epoch;
        this.blocking = blocking;
        this.positions = positions;
    }

    Mono<ServerResponse> page(ServerRequest request) {
        return Mono.defer(() -> {
            var type = OFFERED.choose(request);
            var query = queries.page(request);
            return blocking.read(() -> {
                        queries.requireReached("after", query.after());
                        return pages.page(query);
                    })
                    .flatMap(page -> answer(page.nextAfter())
                            .contentType(type)
                            .bodyValue(type.equals(MediaType.APPLICATION_NDJSON) ? lines(page) : object(page)));
        });
    }

    Mono<ServerResponse> proof(ServerRequest request) {
        return Mono.defer(() -> {
            AnswerTypes.JSON.choose(request);
            var range = queries.range(request, MOST_PROVED);
            return blocking.read(() -> {
                        queries.requireReached("to", range.to());
                        return pages.proof(range.from(), range.to(), range.types());
                    })
                    .flatMap(proof -> JsonAnswers.json(
                            answer(range.to()),
                            Json.mapper()
                                    .createObjectNode()
                                    .put("epoch", epoch)
                                    .put("from", range.from())
                                    .put("to", range.to())
                                    .put("count", proof.count())
                                    .put("hash", proof.hash())));
        });
    }

    private ServerResponse.BodyBuilder answer(long position) {
        return ServerResponse.ok()
                .header(PositionHeaders.EPOCH, epoch)
                .header(PositionHeaders.HEADER, positions.named(position))
                .header(PositionHeaders.LAG, "0");
    }

    private byte[] lines(FeedPages.FeedPage page) {
        var out = new ByteArrayOutputStream();
        for (var event : page.events()) {
            out.writeBytes(written.line(event));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private byte[] object(FeedPages.FeedPage page) {
        var out = new ByteArrayOutputStream();
        try (var json = Json.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("epoch", epoch);
            json.writeArrayPropertyStart("items");
            page.events().forEach(event -> written.write(event, json));
            json.writeEndArray();
            json.writeNumberProperty("nextAfter", page.nextAfter());
            json.writeNumberProperty("head", page.head());
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
