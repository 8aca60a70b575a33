package io.milepost.platform.limit;

import io.milepost.platform.limit.RateLimits.Answer;
import io.milepost.platform.web.Problem;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.Problems;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Holds every request of a known caller against its limits, and lets it have its turn. What anybody may ask without a token, such as
 * health, is never held up.
 */
final class Limiting implements WebFilter {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private final List<RatePolicy> policies;
    private final List<Endless> endless;
    private final RateLimits limits;
    private final FairTurns turns;

    Limiting(List<RatePolicy> policies, List<Endless> endless, RateLimits limits, FairTurns turns) {
        this.policies = List.copyOf(policies);
        this.endless = List.copyOf(endless);
        this.limits = limits;
        this.turns = turns;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .filter(Authentication.class::isInstance)
                .cast(Authentication.class)
                .map(caller -> limited(exchange, chain, caller))
                .defaultIfEmpty(chain.filter(exchange))
                .flatMap(Function.identity());
    }

    private Mono<Void> limited(ServerWebExchange exchange, WebFilterChain chain, Authentication caller) {
        var answers = policies.stream()
                .filter(policy -> policy.concerns().test(exchange, caller))
                .map(policy -> limits.ask(policy, caller.getName()))
                .toList();
        if (answers.isEmpty()) {
            return chain.filter(exchange);
        }
        tell(exchange, answers);
        var refused = answers.stream().filter(answer -> !answer.taken()).findFirst();
        if (refused.isPresent()) {
            return refuse(exchange, refused.get());
        }
        return endless.stream().anyMatch(requests -> requests.concerns().test(exchange))
                ? chain.filter(exchange)
                : turns.inTurn(caller.getName(), chain.filter(exchange))
                        .onErrorResume(
                                FairTurns.TooBusy.class,
                                _ -> Problems.write(
                                        exchange,
                                        Problem.of(
                                                ProblemCode.TOO_BUSY,
                                                "Too many requests wait; send the same one again.")));
    }

    /** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
    private static void tell(ServerWebExchange exchange, List<Answer> answers) {
        var headers = exchange.getResponse().getHeaders();
        headers.set(
                POLICY,
                answers.stream()
                        .map(Answer::policy)
                        .map(policy -> "\"%s\";q=%d;w=%d"
                                .formatted(
                                        policy.name(),
                                        policy.most(),
                                        policy.window().toSeconds()))
                        .collect(Collectors.joining(", ")));
        headers.set(
                LIMIT,
                answers.stream()
                        .map(answer -> "\"%s\";r=%d;t=%d"
                                .formatted(answer.policy().name(), answer.remaining(), secondsOf(answer)))
                        .collect(Collectors.joining(", ")));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, Answer refused) {
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, secondsOf(refused))));
        var policy = refused.policy();
        return Problems.write(
                exchange,
                Problem.of(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "One caller may send %d %s in %d seconds here."
                                .formatted(
                                        policy.most(),
                                        policy.name().toLowerCase(Locale.ROOT),
                                        policy.window().toSeconds())));
    }

    /** Rounded up, so that whoever comes then is taken. */
    private static long secondsOf(Answer answer) {
        return answer.again().plusNanos(999_999_999).toSeconds();
    }
}
