package io.milepost.platform.feed;

import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.Positions;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Events as server-sent events: the history, then what happens, until the client goes, its token runs out or the service stops. */
final class EventStreams {
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

    /** Whether the caller wants a stream, and not a page. */
    static boolean asked(ServerRequest request) {
        return EventReads.OFFERED.choose(request).equals(MediaType.TEXT_EVENT_STREAM);
    }

    Mono<ServerResponse> stream(ServerRequest request) {
        return Mono.defer(() -> {
            var query = queries.stream(request);
            return blocking.call(() -> queries.requireReached("after", query.after()))
                    .flatMap(_ -> request.principal())
                    .cast(JwtAuthenticationToken.class)
                    .flatMap(caller -> ServerResponse.ok()
                            .contentType(MediaType.TEXT_EVENT_STREAM)
                            .header(Positions.EPOCH, epoch)
                            .body((message, context) ->
                                    message.writeAndFlushWith(feed.after(query.after(), query.types())
                                            .take(validityOf(caller))
                                            .map(bytes -> Mono.just(
                                                    message.bufferFactory().wrap(bytes))))));
        });
    }

    /** A token is asked for its validity when a request begins; a stream is a request that need not end. */
    private Duration validityOf(JwtAuthenticationToken caller) {
        var ends = Objects.requireNonNull(caller.getToken().getExpiresAt(), "tokens without an end are refused");
        var left = Duration.between(clock.instant(), ends);
        // One that is believed within the clocks' skew still gets what there is.
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
