package io.milepost.platform.web;

import io.milepost.platform.access.Access;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.trail.Sender;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /**
     * Who reads.
     *
     * @param member code of the member who asks, or for whom is asked; null for one that is nobody of the own staff
     */
    public record Reader(@Nullable String member, Sight sight) {}

    /** Whoever sends the request, or for whom it acts, where it matters who that is. */
    public Mono<Reader> reader(ServerRequest request) {
        return callers.caller(request).map(caller -> new Reader(caller.member(), caller.sight()));
    }

    /** Whose token it is, where that one is an operator; refuses everybody else. */
    public Mono<Sender> operator(ServerRequest request) {
        return callers.caller(request, List.of(Role.OPERATOR)).map(Caller::sender);
    }

    /**
     * Of a member with an access, without a request.
     *
     * @param member null for one that is nobody of the own staff
     */
    public Sight of(@Nullable String member, Access access) {
        return callers.sightOf(member, access);
    }
}
