package io.milepost.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies the signature of a token once, for callers send the same one with each request. All that can change is held against it
 * each time: its times, and the issuer's keys, of which another set means that it is verified anew.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {
    static final int MOST = 10_000;

    private final ReactiveJwtDecoder verifying;
    private final OAuth2TokenValidator<Jwt> validator;
    private final LongSupplier generation;

    /** By digest. */
    private final Map<ByteBuffer, Verified> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Verified> eldest) {
            return size() > MOST;
        }
    };

    private record Verified(Jwt token, long generation) {}

    /** @param generation of the issuer's keys */
    VerifiedTokens(ReactiveJwtDecoder verifying, OAuth2TokenValidator<Jwt> validator, LongSupplier generation) {
        this.verifying = verifying;
        this.validator = validator;
        this.generation = generation;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var digest = digest(token);
        // Before it is verified: keys that come meanwhile are of the next generation, whichever of them were used.
        long by = generation.getAsLong();
        var verified = known(digest);
        if (verified != null
                && verified.generation() == by
                && !validator.validate(verified.token()).hasErrors()) {
            return Mono.just(verified.token());
        }
        return verifying.decode(token).doOnNext(jwt -> remember(digest, new Verified(jwt, by)));
    }

    private @Nullable Verified known(ByteBuffer digest) {
        synchronized (known) {
            return known.get(digest);
        }
    }

    private void remember(ByteBuffer digest, Verified verified) {
        synchronized (known) {
            known.put(digest, verified);
        }
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
