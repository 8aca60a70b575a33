package io.milepost.platform.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Counts bearer tokens that were not believed, by the first thing that was wrong with them. */
final class TokenMeters {
    /** Its signature is not by a key of the issuer, or it is no token at all. */
    private static final String NOT_VERIFIED = "not_verified";

    private static final String NO_KEYS = "keys_unavailable";
    static final String TYPE = "wrong_type";
    static final String ISSUER = "wrong_issuer";
    static final String AUDIENCE = "wrong_audience";
    static final String SUBJECT = "no_subject";
    static final String TIMES = "wrong_times";

    private static final Set<String> REASONS =
            Set.of(NOT_VERIFIED, NO_KEYS, TYPE, ISSUER, AUDIENCE, SUBJECT, TIMES, Tokens.EXPIRED);

    private final Map<String, Counter> refused = new TreeMap<>();

    TokenMeters(MeterRegistry meters) {
        REASONS.forEach(reason -> refused.put(
                reason,
                Counter.builder("milepost.security.tokens.refused")
                        .tag("reason", reason)
                        .description(
                                "Bearer tokens that were not believed, by the first thing that was wrong with them")
                        .register(meters)));
    }

    void count(Throwable fault) {
        var counter = refused.get(reasonOf(fault));
        if (counter != null) {
            counter.increment();
        }
    }

    private static String reasonOf(Throwable fault) {
        return switch (fault) {
            case JwtValidationException invalid ->
                invalid.getErrors().iterator().next().getErrorCode();
            case JwtException _ -> NOT_VERIFIED;
            default -> NO_KEYS;
        };
    }

    /** The same validator, whose errors say by their code what was wrong. */
    static OAuth2TokenValidator<Jwt> named(String reason, OAuth2TokenValidator<Jwt> validator) {
        return token -> validator.validate(token).hasErrors()
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(reason, "The token is not valid here", null))
                : OAuth2TokenValidatorResult.success();
    }
}
