package io.milepost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** A token that was verified is believed again without its signature, and never longer than it would be with it. */
class VerifiedTokensTest {
    private final List<String> verified = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final AtomicLong generation = new AtomicLong(1);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final VerifiedTokens tokens = new VerifiedTokens(
            token -> {
                verified.add(token);
                return refused.contains(token) ? Mono.error(new BadJwtException("refused")) : Mono.just(jwt(token));
            },
            jwt -> now.isAfter(jwt.getExpiresAt())
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("expired"))
                    : OAuth2TokenValidatorResult.success(),
            generation::get);

    private static Jwt jwt(String token) {
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("subject of " + token)
                .expiresAt(Instant.parse("2026-01-01T01:00:00Z"))
                .build();
    }

    private String subject(String token) {
        return tokens.decode(token).block().getSubject();
    }

    @Test
    void the_same_token_is_verified_once_and_another_one_is_another() {
        assertThat(subject("a")).isEqualTo("subject of a");
        assertThat(subject("a")).isEqualTo("subject of a");
        assertThat(subject("b")).isEqualTo("subject of b");
        assertThat(subject("a")).isEqualTo("subject of a");

        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void one_whose_key_is_taken_back_is_refused_with_the_next_key_set() {
        subject("a");
        refused.add("a");
        assertThat(subject("a")).isEqualTo("subject of a");

        generation.incrementAndGet();

        assertThatThrownBy(() -> subject("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> subject("a")).as("and stays so").isInstanceOf(BadJwtException.class);
    }

    @Test
    void one_that_was_verified_while_the_keys_changed_is_verified_again() {
        var racing = new VerifiedTokens(
                token -> {
                    verified.add(token);
                    generation.incrementAndGet();
                    return Mono.just(jwt(token));
                },
                _ -> OAuth2TokenValidatorResult.success(),
                generation::get);

        racing.decode("a").block();
        racing.decode("a").block();

        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void one_that_has_expired_is_asked_about_again() {
        subject("a");
        now = Instant.parse("2026-01-01T01:00:01Z");
        refused.add("a");

        assertThatThrownBy(() -> subject("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void what_is_refused_is_not_remembered_and_what_is_remembered_has_a_bound() {
        refused.add("bad");
        for (int times = 0; times < 2; times++) {
            assertThatThrownBy(() -> subject("bad")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).containsExactly("bad", "bad");
        verified.clear();

        IntStream.rangeClosed(0, VerifiedTokens.MOST).forEach(number -> subject("t" + number));
        subject("t1");
        assertThat(verified).hasSize(VerifiedTokens.MOST + 1);
        subject("t0");
        assertThat(verified).hasSize(VerifiedTokens.MOST + 2).endsWith("t0");
    }
}
