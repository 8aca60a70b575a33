package io.milepost.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Answers everything that was thrown on the way with a problem; handlers themselves catch nothing. */
final class ProblemHandler implements ErrorWebExceptionHandler, Ordered {
    private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE);

    private final List<RouterFunction<?>> routes;
    private final ServerCodecConfigurer codecs;

    ProblemHandler(Stream<RouterFunction<?>> routes, ServerCodecConfigurer codecs) {
        this.routes = routes.toList();
        this.codecs = codecs;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(thrown);
        }
        if (thrown instanceof AbortedException) {
            // The caller has gone, or was cut off: nobody is there to be answered, and nothing of ours has failed.
            return Mono.empty();
        }
        var problem = Faults.problemOf(thrown);
        return problem.code().equals(ProblemCode.UNKNOWN_ROUTE.name())
                ? unrouted(exchange, problem)
                : Problems.write(exchange, problem);
    }

    /** Functional routes do not tell a wrong method from a wrong path: ask them again with each method. */
    private Mono<Void> unrouted(ServerWebExchange exchange, Problem unknown) {
        var request = ServerRequest.create(exchange, codecs.getReaders());
        return Flux.fromIterable(METHODS)
                .filterWhen(method ->
                        routed(ServerRequest.from(request).method(method).build()))
                .collectList()
                .flatMap(allowed -> {
                    if (allowed.isEmpty()) {
                        return Problems.write(exchange, unknown);
                    }
                    exchange.getResponse().getHeaders().setAllow(java.util.Set.copyOf(allowed));
                    return Problems.write(
                            exchange,
                            Problem.of(
                                    ProblemCode.METHOD_NOT_ALLOWED,
                                    "This path supports " + String.join(", ", names(allowed)) + "."));
                });
    }

    private Mono<Boolean> routed(ServerRequest request) {
        return Flux.fromIterable(routes)
                .concatMap(route -> route.route(request))
                .hasElements();
    }

    private static List<String> names(List<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).toList();
    }

    /** Before Boot's own. */
    @Override
    public int getOrder() {
        return -2;
    }
}
