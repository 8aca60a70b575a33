package io.milepost.platform.web;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import java.util.List;
import java.util.Set;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Who asks for notices, for a service that shows those of others: whose are asked for, and what the caller may know of. */
public final class NoticeReaders {
    static final String FOR = "for";

    private final Callers callers;

    NoticeReaders(Callers callers) {
        this.callers = callers;
    }

    /**
     * What is asked for.
     *
     * @param member code of whose notices they are
     * @param circles to which that member belongs today
     * @param sight of the caller
     */
    public record Inbox(String member, Set<String> circles, Sight sight) {
        public Inbox {
            circles = Set.copyOf(circles);
        }
    }

    /** The inbox of the member that the request names by {@code for}. */
    public Mono<Inbox> inbox(ServerRequest request) {
        return callers.caller(request, List.of(Role.values())).map(caller -> {
            RequestReader.requireOnce(request, Set.of(FOR));
            var member = codeOf(request.queryParam(FOR).orElse(""));
            return new Inbox(member, callers.meantFor(member, caller), caller.sight());
        });
    }

    static String codeOf(String member) {
        if (member.isBlank()) {
            throw RequestReader.invalidParameter(FOR, "a member's code");
        }
        return member;
    }
}
