package io.milepost.platform.feed;

import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.PositionHeaders;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Events as server-sent events: the history, then what happens, until the client goes, its token runs out or the service stops. */
final class EventStreams {
    static final String PATH = "/v1/events";

    private static final PathPattern EVENTS = PathPatternParser.defaultInstance.parse(PATH);
    private static final int PIECE = 16 << 10;
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final FeedQueryReader queries;
    private final LiveFeed feed;
    private final String epoch;
    private final Clock clock;
    private final Blocking blocking;

    EventStreams(FeedQueryReader queries, LiveFeed feed, String epoch, Clock clock, Blocking blocking) {
        this.queries = queries;
        this.feed = feed;
        this.epoch = epoch;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Whether the caller of this path wants a stream, and not a page. */
    static boolean asked(ServerRequest request) {
        return EventReads.OFFERED.choose(request).equals(MediaType.TEXT_EVENT_STREAM);
    }

    /** Whether a request will be answered by a stream. */
    static boolean concerns(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return HttpMethod.GET.equals(request.getMethod())
                && EVENTS.matches(request.getPath().pathWithinApplication())
                && EventReads.OFFERED
                        .best(request.getHeaders())
                        .filter(MediaType.TEXT_EVENT_STREAM::equals)
                        .isPresent();
    }

    Mono<ServerResponse> stream(ServerRequest request) {
        return Mono.defer(() -> {
            var query = queries.stream(request);
            return blocking.call(() -> queries.requireReached("after", query.after()))
                    .flatMap(_ -> request.principal())
                    .cast(JwtAuthenticationToken.class)
                    .flatMap(caller -> ServerResponse.ok()
                            .contentType(MediaType.TEXT_EVENT_STREAM)
                            .header(PositionHeaders.EPOCH, epoch)
                            .body((message, context) ->
                                    message.writeAndFlushWith(feed.after(query.after(), query.types())
                                            .take(validityOf(caller))
                                            .flatMapIterable(EventStreams::pieces, 1)
                                            .map(piece -> Mono.just(
                                                    message.bufferFactory().wrap(piece))))));
        });
    }

    /** The server takes some 160 pieces ahead of a slow client, whatever their size. */
    private static List<ByteBuffer> pieces(byte[] bytes) {
        return IntStream.iterate(0, from -> from < bytes.length, from -> from + PIECE)
                .mapToObj(from -> ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from)))
                .toList();
    }

    /** A token is asked for its validity when a request begins; a stream is a request that need not end. */
    private Duration validityOf(JwtAuthenticationToken caller) {
        var ends = Objects.requireNonNull(caller.getToken().getExpiresAt(), "tokens without an end are refused");
        var left = Duration.between(clock.instant(), ends);
        // One that is believed within the clocks' skew still gets what there is.
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
