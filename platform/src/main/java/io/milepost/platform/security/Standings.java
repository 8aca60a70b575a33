package io.milepost.platform.security;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.access.Access;
import io.milepost.platform.access.Standing;
import io.milepost.platform.catalogue.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads of a token which roles it gives and, as the details of the authentication, how the person behind it stands. */
final class Standings {
    /** May read metrics and nothing else. It is no role of the suite's commands, so that no path is open to it by having one. */
    static final String SCRAPER = "METRICS";

    private static final String AUTHORITY = "ROLE_";
    private static final String ACCESS = "access";
    private static final String MAY_ACT_FOR = "may_act_for";
    private static final Pattern PARTS = Pattern.compile("\\.");

    private final MilepostProperties.Security security;

    Standings(MilepostProperties.Security security) {
        this.security = security;
    }

    /** Roles that the suite does not know mean nothing here. */
    JwtAuthenticationToken authenticated(Jwt token) {
        var claimed = roles(token);
        var roles = Arrays.stream(Role.values())
                .filter(role -> claimed.contains(role.name()))
                .toList();
        var authentication = new JwtAuthenticationToken(
                token,
                Stream.concat(roles.stream().map(Role::name), claimed.stream().filter(SCRAPER::equals))
                        .map(role -> new SimpleGrantedAuthority(AUTHORITY + role))
                        .toList());
        authentication.setDetails(
                new Standing(member(token), access(token, roles), Set.copyOf(words(token, MAY_ACT_FOR))));
        return authentication;
    }

    private @Nullable String member(Jwt token) {
        return token.getClaim(security.memberClaim()) instanceof String code && !code.isBlank() ? code : null;
    }

    /** What the token says; a word that is none of these means the narrowest, never more than was meant. */
    private Access access(Jwt token, Collection<Role> roles) {
        Object said = token.getClaim(ACCESS);
        if (said != null) {
            return Arrays.stream(Access.values())
                    .filter(access -> access.name().toLowerCase(Locale.ROOT).equals(said))
                    .findFirst()
                    .orElse(Access.OWN);
        }
        return roles.stream()
                .map(role -> security.access().getOrDefault(role, Access.ALL))
                .max(Access::compareTo)
                .orElse(Access.OWN);
    }

    /** Where no claim has the whole name, its parts lead from one claim into the next. */
    private Set<String> roles(Jwt token) {
        String name = security.rolesClaim();
        Object found = token.getClaims().get(name);
        if (found == null) {
            found = token.getClaims();
            for (String part : PARTS.splitAsStream(name).toList()) {
                found = found instanceof Map<?, ?> inner ? inner.get(part) : null;
            }
        }
        return found instanceof Collection<?> listed
                ? listed.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static List<String> words(Jwt token, String claim) {
        var words = token.getClaimAsStringList(claim);
        return words == null ? List.of() : words;
    }
}
