package io.milepost.platform.web;

import io.milepost.platform.observe.Trace;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every answer, refused ones too, its request id and trace, and keeps it out of shared caches. */
final class RequestIds implements WebFilter, Ordered {
    private static final String HEADER = "X-Request-Id";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

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
        headers.set("traceparent", Trace.of(exchange).parent());
        headers.set(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return chain.filter(exchange);
    }

    /** Before security, so that its refusals carry the headers too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }
}
