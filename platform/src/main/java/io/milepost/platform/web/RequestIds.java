package io.milepost.platform.web;

import io.milepost.platform.observe.Trace;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every answer, refused ones too, its request id and trace, says when to come again, and keeps it out of shared caches. */
final class RequestIds implements WebFilter, Ordered {
    static final String HEADER = "X-Request-Id";
    static final String TRACEPARENT = "traceparent";
    static final String UNCACHED = "private, no-store";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Set<HttpStatus> LATER =
            Set.of(HttpStatus.REQUEST_TIMEOUT, HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE);

    private final String baseUrl;

    RequestIds(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The caller's X-Request-Id when it is a plain word, else the trace id. */
    static String of(ServerWebExchange exchange) {
        var sent = exchange.getRequest().getHeaders().getFirst(HEADER);
        return sent != null && ACCEPTED.matcher(sent).matches()
                ? sent
                : Trace.of(exchange).id();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        headers.set(HEADER, of(exchange));
        headers.set(TRACEPARENT, Trace.of(exchange).parent());
        headers.set(HttpHeaders.CACHE_CONTROL, UNCACHED);
        exchange.getAttributes().put(Problems.BASE_URL, baseUrl);
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> sayWhen(exchange.getResponse())));
        return chain.filter(exchange);
    }

    /** Where nobody has said it better. Health answers 503 without being a problem. */
    private static void sayWhen(ServerHttpResponse response) {
        if (response.getStatusCode() instanceof HttpStatus status
                && LATER.contains(status)
                && !response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
    }

    /** Before security, so that its refusals carry the headers too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }
}
