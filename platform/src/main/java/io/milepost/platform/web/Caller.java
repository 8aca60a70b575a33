package io.milepost.platform.web;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Metadata;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Who asks.
 *
 * @param subject of the token, which is also the actor of what it causes
 * @param authType whether that is a person or a system, as {@link Metadata#AUTH_TYPE} has it
 */
record Caller(String subject, String authType, Set<Role> roles) {

    Caller {
        roles = Set.copyOf(roles);
    }

    /** Security lets no request without a token come here. */
    static Mono<Caller> of(ServerRequest request) {
        return request.principal().cast(Authentication.class).map(Caller::of);
    }

    /** The caller, if it has one of the roles. */
    static Mono<Caller> of(ServerRequest request, Collection<Role> allowed) {
        return of(request).doOnNext(caller -> caller.requireAny(allowed));
    }

    private static Caller of(Authentication authentication) {
        var authorities = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return new Caller(
                authentication.getName(),
                authTypeOf(authentication),
                Arrays.stream(Role.values())
                        .filter(role -> authorities.contains("ROLE_" + role.name()))
                        .collect(Collectors.toSet()));
    }

    /** A token by client credentials has the client for its subject (RFC 9068); issuers name the client by one of these claims. */
    private static String authTypeOf(Authentication authentication) {
        return authentication.getPrincipal() instanceof Jwt token
                        && Stream.of("client_id", "azp")
                                .map(token::getClaimAsString)
                                .anyMatch(authentication.getName()::equals)
                ? Metadata.SERVICE_ACCOUNT
                : Metadata.APP_USER;
    }

    /** Refuses a caller that has none of the roles. */
    void requireAny(Collection<Role> allowed) {
        if (Collections.disjoint(roles, allowed)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "None of the caller's roles allows this.");
        }
    }

    boolean is(Role role) {
        return roles.contains(role);
    }
}
