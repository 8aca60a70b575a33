package io.milepost.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class IssuerKeysTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final HandClock clock = new HandClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mono<String> published = publishing(FIRST);

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mono<String> publishing(JWK... keys) {
        return Mono.just(new JWKSet(List.of(keys)).toString());
    }

    private static SignedJWT token(String keyId) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
        return new SignedJWT(header, new JWTClaimsSet.Builder().build());
    }

    private IssuerKeys keys(Duration pause) {
        return new IssuerKeys(
                Mono.defer(() -> {
                    asked.incrementAndGet();
                    return published;
                }),
                pause,
                FRESH,
                clock,
                meters);
    }

    private static List<JWK> of(IssuerKeys keys, String keyId) {
        return keys.apply(token(keyId)).collectList().block();
    }

    @Test
    void a_hundred_tokens_of_made_up_keys_ask_the_issuer_once() {
        var keys = keys(LONG);

        var found = Flux.range(0, 100)
                .flatMap(_ -> keys.apply(token(UUID.randomUUID().toString())))
                .collectList()
                .block();

        assertThat(found).isEmpty();
        assertThat(asked).hasValue(1);
        assertThat(of(keys, "first")).containsExactly(FIRST);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_key_that_is_known_asks_nobody_and_waits_for_nobody() {
        var keys = keys(SHORT);
        assertThat(of(keys, "first")).containsExactly(FIRST);

        published = Mono.never();
        await().until(() -> {
            var _ = keys.apply(token("unknown")).subscribe();
            return asked.get() == 2;
        });

        assertThat(of(keys, "first")).containsExactly(FIRST);
    }

    @Test
    void a_key_that_is_new_is_learnt_when_the_pause_is_over() {
        var keys = keys(SHORT);
        assertThat(of(keys, "first")).containsExactly(FIRST);
        published = publishing(FIRST, SECOND);

        await().until(() -> of(keys, "second").contains(SECOND));

        assertThat(of(keys, "first")).containsExactly(FIRST);
        assertThat(asked).hasValue(2);
    }

    @Test
    void an_issuer_that_is_away_is_asked_again_after_the_pause_and_what_it_said_before_holds() {
        var keys = keys(SHORT);
        assertThat(of(keys, "first")).containsExactly(FIRST);
        published = Mono.error(new IllegalStateException("away"));
        await().until(() -> asked.get() == 1 && isFault(keys, "second"));
        assertThat(of(keys, "first")).containsExactly(FIRST);

        published = publishing(FIRST, SECOND);

        await().ignoreExceptions().until(() -> of(keys, "second").contains(SECOND));
    }

    @Test
    void what_the_issuer_gave_and_what_it_failed_to_give_is_counted() {
        var keys = keys(Duration.ZERO);
        assertThat(of(keys, "first")).containsExactly(FIRST);
        assertThat(reads("read")).isEqualTo(1);
        assertThat(reads("failed")).isZero();

        published = Mono.error(new IllegalStateException("away"));
        assertThat(isFault(keys, "second")).isTrue();

        assertThat(reads("failed")).isEqualTo(1);
        assertThat(reads("read")).isEqualTo(1);
    }

    private double reads(String outcome) {
        return meters.get("milepost.security.keyset.reads")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void a_key_that_the_issuer_takes_back_is_believed_no_more_when_what_is_known_is_old() {
        var keys = keys(Duration.ZERO);
        assertThat(of(keys, "first")).containsExactly(FIRST);
        long before = keys.generation();
        published = publishing(SECOND);
        clock.now = clock.now.plus(FRESH);
        assertThat(of(keys, "first")).as("not old yet").containsExactly(FIRST);
        assertThat(keys.generation()).isEqualTo(before);

        clock.now = clock.now.plusSeconds(1);

        await().until(() -> keys.generation() > before);
        assertThat(of(keys, "first")).isEmpty();
        assertThat(of(keys, "second")).containsExactly(SECOND);
    }

    @Test
    void an_issuer_that_is_away_or_says_the_same_takes_nothing_back() {
        var keys = keys(Duration.ZERO);
        assertThat(of(keys, "first")).containsExactly(FIRST);
        long before = keys.generation();
        clock.now = clock.now.plus(FRESH).plusSeconds(1);
        published = Mono.error(new IllegalStateException("away"));
        assertThat(of(keys, "first")).containsExactly(FIRST);
        await().until(() -> reads("failed") >= 1);

        published = publishing(FIRST);
        await().until(() -> of(keys, "first").contains(FIRST) && reads("read") == 2);

        assertThat(keys.generation()).isEqualTo(before);
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static boolean isFault(IssuerKeys keys, String keyId) {
        return keys.apply(token(keyId))
                .collectList()
                .map(_ -> false)
                .onErrorReturn(true)
                .block();
    }

    @Test
    void what_is_no_key_set_is_the_issuers_fault() {
        published = Mono.just("<html>");

        assertThatIllegalStateException().isThrownBy(() -> of(keys(LONG), "first"));
    }

    @Test
    void a_shared_secret_is_asked_for_like_any_other_key_and_never_made_up() {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build();
        published = publishing(
                FIRST, new OctetSequenceKey.Builder(new byte[32]).keyID("other").build());

        var found = keys(LONG).apply(new SignedJWT(header, new JWTClaimsSet.Builder().build()));

        assertThat(found.collectList().block()).isEmpty();
    }
}
