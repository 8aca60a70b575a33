package io.milepost.platform.observe;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * The trace that a request belongs to.
 *
 * @param parent the W3C {@code traceparent} that names this service's part of it
 */
public record Trace(String id, String parent) {
    private static final String ATTRIBUTE = Trace.class.getName();

    /** Always the same for one request; made up when nothing traces. */
    public static Trace of(ServerWebExchange exchange) {
        return (Trace) exchange.getAttributes()
                .computeIfAbsent(ATTRIBUTE, name -> current(exchange).orElseGet(Trace::madeUp));
    }

    /** That of a request with these attributes, where it has been asked for. */
    public static Optional<Trace> known(Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof Trace trace ? Optional.of(trace) : Optional.empty();
    }

    private static Optional<Trace> current(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> of(
                        span.context().traceId(),
                        span.context().spanId(),
                        Boolean.TRUE.equals(span.context().sampled())));
    }

    /** The one that a {@code traceparent} of ours names. */
    public static Trace of(String parent) {
        return new Trace(parent.substring(3, 35), parent);
    }

    /** One of a request that nothing traces. */
    public static Trace madeUp() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return of(
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1),
                hex.toHexDigits(random.nextLong() | 1),
                false);
    }

    private static Trace of(String traceId, String spanId, boolean sampled) {
        return new Trace(traceId, "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00"));
    }
}
