package io.milepost.platform.web;

import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Notes for the access log what kind of subject asks, and never which one. */
public final class ClientKinds implements WebFilter, Ordered {

    /** The only one. */
    ClientKinds() {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return noted(exchange).then(chain.filter(exchange));
    }

    /** Also of one who was told by a token and is refused all the same. */
    public static Mono<Void> noted(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .doOnNext(known -> exchange.getAttributes()
                        .put(
                                AnsweredRequests.CLIENT,
                                known instanceof Authentication told ? Callers.kindOf(told) : "anonymous"))
                .then();
    }

    /** Behind security, which tells who it is. */
    @Override
    public int getOrder() {
        return 0;
    }
}
