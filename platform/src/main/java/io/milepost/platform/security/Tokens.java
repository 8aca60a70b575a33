package io.milepost.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Checks a bearer token: signature by the issuer's keys, algorithm, type, issuer, audience, subject and times. */
final class Tokens {
    /** Error code of an expired token, so that a caller can tell "get a new one" from "something is wrong". */
    static final String EXPIRED = "token_expired";

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private Tokens() {}

    /** Reads the issuer's keys when the first token comes, so that a service starts without its issuer. */
    static ReactiveJwtDecoder decoder(MilepostProperties.Security security, Clock clock, MeterRegistry meters) {
        var keys = new IssuerKeys(new KeySets(security).published(), PAUSE, FRESH, clock, meters);
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet())))
                // RFC 9068 tokens say at+jwt; the type is checked below instead.
                .validateType(false)
                .build();
        var validator = validator(security, clock);
        decoder.setJwtValidator(validator);
        // What is not about the token is about the issuer's keys: our trouble (503), not the caller's (401).
        return new VerifiedTokens(
                token -> decoder.decode(token)
                        .onErrorMap(
                                fault -> !(fault instanceof JwtException),
                                fault -> new AuthenticationServiceException("the issuer's keys cannot be read", fault)),
                validator,
                keys::generation);
    }

    private static OAuth2TokenValidator<Jwt> validator(MilepostProperties.Security security, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("JWT", "at+jwt"),
                new JwtIssuerValidator(security.issuer()),
                new JwtAudienceValidator(security.audience()),
                Tokens::hasSubject,
                jwt -> isExpired(jwt, clock) ? failure(EXPIRED, "The token has expired") : times.validate(jwt));
    }

    private static boolean isExpired(Jwt jwt, Clock clock) {
        return jwt.getExpiresAt() != null && clock.instant().minus(SKEW).isAfter(jwt.getExpiresAt());
    }

    private static OAuth2TokenValidatorResult hasSubject(Jwt jwt) {
        return jwt.getSubject() == null || jwt.getSubject().isBlank()
                ? failure("invalid_token", "The token names no subject")
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult failure(String code, String description) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code, description, null));
    }
}
