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

    private static final OAuth2TokenValidatorResult EXPIRY =
            OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED, "The token has expired", null));

    private Tokens() {}

    /** Reads the issuer's keys when the first token comes, so that a service starts without its issuer. */
    static ReactiveJwtDecoder decoder(
            MilepostProperties.Security security, KeySets published, Clock clock, MeterRegistry meters) {
        var keys = new IssuerKeys(published.published(), PAUSE, FRESH, clock, meters);
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet())))
                // RFC 9068 tokens say at+jwt; the type is checked below instead.
                .validateType(false)
                .build();
        var validator = validator(security, clock);
        decoder.setJwtValidator(validator);
        var refused = new TokenMeters(meters);
        // What is not about the token is about the issuer's keys: our trouble (503), not the caller's (401).
        return new VerifiedTokens(
                token -> decoder.decode(token)
                        .onErrorMap(
                                fault -> !(fault instanceof JwtException),
                                fault -> new AuthenticationServiceException("the issuer's keys cannot be read", fault))
                        .doOnError(refused::count),
                validator,
                keys::generation);
    }

    private static OAuth2TokenValidator<Jwt> validator(MilepostProperties.Security security, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        var inTime = TokenMeters.named(TokenMeters.TIMES, times);
        return new DelegatingOAuth2TokenValidator<>(
                TokenMeters.named(TokenMeters.TYPE, new JwtTypeValidator("JWT", "at+jwt")),
                TokenMeters.named(TokenMeters.ISSUER, new JwtIssuerValidator(security.issuer())),
                TokenMeters.named(TokenMeters.AUDIENCE, new JwtAudienceValidator(security.audience())),
                TokenMeters.named(TokenMeters.SUBJECT, Tokens::hasSubject),
                jwt -> isExpired(jwt, clock) ? EXPIRY : inTime.validate(jwt));
    }

    private static boolean isExpired(Jwt jwt, Clock clock) {
        return jwt.getExpiresAt() != null && clock.instant().minus(SKEW).isAfter(jwt.getExpiresAt());
    }

    private static OAuth2TokenValidatorResult hasSubject(Jwt jwt) {
        return jwt.getSubject() == null || jwt.getSubject().isBlank()
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
                : OAuth2TokenValidatorResult.success();
    }
}
