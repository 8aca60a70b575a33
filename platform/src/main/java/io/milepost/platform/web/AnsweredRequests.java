package io.milepost.platform.web;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.milepost.platform.observe.Trace;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * What is told of a request once it is answered: the problem that it ended in is counted and, where the deployment wants it, the log
 * gets a line. Nothing in that line is the caller's own text: the route is a template, and the rest are words of ours and numbers.
 */
final class AnsweredRequests implements ObservationHandler<ServerRequestObservationContext> {
    /** Attribute of an exchange: the code of the problem that it is answered with. */
    static final String CODE = AnsweredRequests.class.getName() + ".code";

    /** Attribute of an exchange: what kind of subject asks. */
    static final String CLIENT = AnsweredRequests.class.getName() + ".client";

    private static final Logger LOG = LoggerFactory.getLogger("io.milepost.access");
    private static final Object STARTED = AnsweredRequests.class.getName() + ".started";
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());
    private static final String UNROUTED = "UNKNOWN";

    private final ProblemMeters problems;
    private final boolean logged;

    AnsweredRequests(ProblemMeters problems, boolean logged) {
        this.problems = problems;
        this.logged = logged;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    @Override
    public void onStart(ServerRequestObservationContext context) {
        context.put(STARTED, System.nanoTime());
    }

    @Override
    public void onStop(ServerRequestObservationContext context) {
        int status = statusOf(context.getResponse());
        if (context.getAttributes().get(CODE) instanceof String code) {
            problems.count(code, status);
        }
        if (logged) {
            log(context, status);
        }
    }

    /**
     * One that was refused without a word.
     *
     * @param unreadTrace trace of one that Spring never had, and of which nothing else is told
     */
    void bare(String code, int status, @Nullable String unreadTrace) {
        problems.count(code, status);
        if (logged && unreadTrace != null) {
            line(UNROUTED, UNROUTED, status, code, "anonymous", Duration.ZERO, unreadTrace);
        }
    }

    private static void log(ServerRequestObservationContext context, int status) {
        var attributes = context.getAttributes();
        var method = Objects.requireNonNull(context.getCarrier()).getMethod();
        long since = context.getOrDefault(STARTED, System.nanoTime());
        line(
                METHODS.contains(method) ? method.name() : UNROUTED,
                Objects.requireNonNullElse(context.getPathPattern(), UNROUTED),
                context.isConnectionAborted() ? 0 : status,
                attributes.get(CODE) instanceof String code ? code : null,
                attributes.get(CLIENT) instanceof String kind ? kind : "anonymous",
                Duration.ofNanos(System.nanoTime() - since),
                Trace.known(attributes).map(Trace::id).orElse(null));
    }

    private static void line(
            String method,
            String route,
            int status,
            @Nullable String code,
            String client,
            Duration took,
            @Nullable String traceId) {
        // Where nothing traces, or a span is over already, the line has its trace all the same, and it has it once.
        var before = MDC.get("traceId");
        if (traceId != null) {
            MDC.put("traceId", traceId);
        }
        try {
            var line = LOG.atInfo()
                    .addKeyValue("event.action", "request")
                    .addKeyValue("event.duration", took.toNanos())
                    .addKeyValue("http.request.method", method)
                    .addKeyValue("http.response.status_code", status)
                    .addKeyValue("url.template", route)
                    .addKeyValue("client.kind", client);
            (code == null ? line : line.addKeyValue("event.code", code)).log("request answered");
        } finally {
            if (before == null) {
                MDC.remove("traceId");
            } else {
                MDC.put("traceId", before);
            }
        }
    }

    private static int statusOf(@Nullable ServerHttpResponse response) {
        var status = response == null ? null : response.getStatusCode();
        return status == null ? 200 : status.value();
    }
}
