package io.milepost.reporting.read.bikeys;

import io.milepost.platform.security.BasicCallers;
import io.milepost.platform.web.Problem;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets each key ask so many times a minute, and answers 429 with Retry-After to whoever asks more often. */
final class AskingOften implements WebFilter {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** @param most questions of one key in a minute, in this instance */
    AskingOften(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    private record Window(Instant since, int asked) {
        Window next(Instant now) {
            return now.isBefore(since.plus(MINUTE)) ? new Window(since, asked + 1) : new Window(now, 1);
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .filter(caller -> caller instanceof Authentication known
                        && known.getAuthorities().stream()
                                .anyMatch(authority -> BasicCallers.AUTHORITY.equals(authority.getAuthority())))
                .map(caller -> asks(caller.getName()))
                .filter(window -> window.asked() > most)
                .flatMap(window -> refuse(exchange, window).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> chain.filter(exchange).thenReturn(true)))
                .then();
    }

    private Window asks(String key) {
        var now = clock.instant();
        return windows.merge(key, new Window(now, 1), (known, _) -> known.next(now));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Window window) {
        long seconds = Math.max(
                1,
                Duration.between(clock.instant(), window.since().plus(MINUTE)).toSeconds());
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return Problems.write(
                exchange,
                Problem.of(ProblemCode.TOO_MANY_REQUESTS, "One key may ask %d times a minute here.".formatted(most)));
    }
}
