package io.milepost.platform.web;

import io.milepost.platform.access.Access;
import io.milepost.platform.access.Circle;
import io.milepost.platform.access.Directory;
import io.milepost.platform.access.Sight;
import io.milepost.platform.access.Standing;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.trail.Sender;
import io.milepost.platform.value.Codes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Tells callers by their tokens and by whom they act for. */
final class Callers {
    static final String ON_BEHALF_OF = "Milepost-On-Behalf-Of";

    private static final int LONGEST_CODE = 200;
    private static final String ANYBODY = "*";
    private static final String OF_TEAM = "team:";

    private final Directory directory;

    Callers(Directory directory) {
        this.directory = directory;
    }

    /** Security lets no request without a token come here. */
    Mono<Caller> caller(ServerRequest request) {
        return request.principal()
                .cast(Authentication.class)
                .map(known -> callerOf(known, RequestReader.header(request, ON_BEHALF_OF)));
    }

    /** Whose token it is, whomever it says to act for. */
    Mono<Sender> sender(ServerRequest request) {
        return request.principal()
                .cast(Authentication.class)
                .map(known -> new Sender(known.getName(), standingOf(known).member(), clientOf(known)));
    }

    /** The caller, if it has one of the roles. */
    Mono<Caller> caller(ServerRequest request, Collection<Role> allowed) {
        return caller(request).doOnNext(caller -> caller.requireAny(allowed));
    }

    private Caller callerOf(Authentication known, @Nullable String onBehalfOf) {
        var authorities = known.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        var roles = Arrays.stream(Role.values())
                .filter(role -> authorities.contains("ROLE_" + role.name()))
                .collect(Collectors.toSet());
        var standing = standingOf(known);
        if (onBehalfOf != null) {
            requireMayActFor(onBehalfOf, roles, standing);
        }
        var member = onBehalfOf == null ? standing.member() : onBehalfOf.strip();
        var sight = sightOf(member, standing.access()).with(keysOf(known.getName(), member, roles));
        return new Caller(
                known.getName(),
                authTypeOf(known),
                roles,
                clientOf(known),
                member,
                roles.contains(Role.OPERATOR) ? sight.and(Set.of(Circle.OPERATORS)) : sight);
    }

    /** By its roles and by the name under which events keep what it has done. */
    private static Set<String> keysOf(String subject, @Nullable String member, Set<Role> roles) {
        return Stream.concat(
                        roles.stream().map(role -> Circle.role(role.name())),
                        Stream.of(Codes.canonical(member == null ? subject : member)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is meant for a member, who may be the caller and an operator too. */
    Set<String> meantFor(String member, Caller caller) {
        var circles = new HashSet<>(Circle.meantFor(member, directory));
        if (caller.is(Role.OPERATOR) && (caller.member() == null || Codes.same(caller.member(), member))) {
            circles.add(Circle.OPERATORS);
        }
        return circles;
    }

    private static Standing standingOf(Authentication known) {
        return (Standing) Objects.requireNonNull(known.getDetails());
    }

    private void requireMayActFor(String member, Set<Role> roles, Standing standing) {
        var listed = roles.contains(Role.SYSTEM)
                && !member.isBlank()
                && member.length() <= LONGEST_CODE
                && standing.mayActFor().stream().anyMatch(entry -> lists(entry, member));
        if (!listed) {
            throw new ProblemException(
                    ProblemCode.MAY_NOT_ACT_FOR,
                    "%s needs role SYSTEM and a claim may_act_for that lists this member, the member's team or *."
                            .formatted(ON_BEHALF_OF));
        }
    }

    private boolean lists(String entry, String member) {
        return entry.equals(ANYBODY)
                || Codes.same(entry, member)
                || (entry.startsWith(OF_TEAM)
                        && directory
                                .team(member)
                                .filter(entry.substring(OF_TEAM.length())::equals)
                                .isPresent());
    }

    /** A token that names nobody sees with a narrow access what nobody owns. */
    Sight sightOf(@Nullable String member, Access access) {
        if (access == Access.ALL) {
            return Sight.OPEN;
        }
        if (member == null) {
            return Sight.of(Set.of());
        }
        var codes = new HashSet<>(Set.of(member));
        if (access != Access.OWN) {
            codes.addAll(directory.teamOf(member));
        }
        if (access == Access.SUBTREE) {
            codes.addAll(directory.reportsOf(member));
        }
        var seen = Sight.of(codes).and(Circle.meantFor(member, directory));
        return access == Access.OWN ? seen : seen.and(Circle.ofTeams(codes, directory));
    }

    /** A token by client credentials has the client for its subject (RFC 9068). */
    private static String authTypeOf(Authentication known) {
        return clientsOf(known).anyMatch(known.getName()::equals) ? Metadata.SERVICE_ACCOUNT : Metadata.APP_USER;
    }

    /** A person, a program, or a tool that has a key and no token. */
    static String kindOf(Authentication known) {
        return known.getPrincipal() instanceof Jwt ? authTypeOf(known) : "key";
    }

    private static @Nullable String clientOf(Authentication known) {
        return clientsOf(known).findFirst().orElse(null);
    }

    /** Issuers name the client by one of these claims. */
    private static Stream<String> clientsOf(Authentication known) {
        return known.getPrincipal() instanceof Jwt token
                ? Stream.of("client_id", "azp").map(token::getClaimAsString).filter(Objects::nonNull)
                : Stream.of();
    }
}
