package io.milepost.platform.web;

import io.milepost.platform.access.Sight;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** What a caller may know of, for a service that shows what others decide. */
public final class Sights {
    private final Callers callers;

    Sights(Callers callers) {
        this.callers = callers;
    }

    /** Of whoever sends the request, or of whom it acts for. */
    public Mono<Sight> of(ServerRequest request) {
        return callers.caller(request).map(Caller::sight);
    }
}
