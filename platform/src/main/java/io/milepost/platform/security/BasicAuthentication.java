package io.milepost.platform.security;

import io.milepost.platform.access.Standing;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import reactor.core.publisher.Mono;

/** Believes a name and a secret where {@link BasicCallers} do. */
record BasicAuthentication(BasicCallers callers) implements ReactiveAuthenticationManager {

    @Override
    public Mono<Authentication> authenticate(Authentication claimed) {
        return callers.standing(claimed.getName(), String.valueOf(claimed.getCredentials()))
                .map(standing -> authenticated(claimed.getName(), standing))
                .map(Mono::just)
                .orElseGet(() -> Mono.error(new BadCredentialsException("no key has this id and secret")));
    }

    private static Authentication authenticated(String name, Standing standing) {
        var known = UsernamePasswordAuthenticationToken.authenticated(
                name, null, List.of(new SimpleGrantedAuthority(BasicCallers.AUTHORITY)));
        known.setDetails(standing);
        return known;
    }
}
