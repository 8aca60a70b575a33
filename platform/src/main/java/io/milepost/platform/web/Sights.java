package io.milepost.platform.web;

import io.milepost.platform.access.Access;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.trail.Sender;
import io.milepost.platform.value.Codes;
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

    /**
     * Who asks what was done.
     *
     * @param member code of the member who asks; null for one that is nobody of the own staff
     * @param seesAll whether it is told what everybody did
     */
    public record Auditor(@Nullable String member, boolean seesAll) {
        public boolean is(String code) {
            return member != null && Codes.same(member, code);
        }
    }

    /** Operators and privacy officers are told of everybody, members of themselves; others are refused. */
    public Mono<Auditor> auditor(ServerRequest request) {
        return callers.caller(request).map(caller -> {
            boolean seesAll = caller.is(Role.OPERATOR) || caller.is(Role.PRIVACY_OFFICER);
            if (!seesAll && caller.member() == null) {
                throw new ProblemException(
                        ProblemCode.FORBIDDEN,
                        "The trail is for OPERATOR, PRIVACY_OFFICER, and members as to themselves.");
            }
            return new Auditor(caller.member(), seesAll);
        });
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
