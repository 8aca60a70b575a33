package io.milepost.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. It is asked for them when a token names one that is not among those known, and at most once in
 * a while, however many such tokens come: whoever wants can make them up. What is known is asked for again when it is old, so that
 * a key which the issuer has taken back is soon believed no more; an issuer that is away has taken nothing back.
 */
final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {
    private final Mono<JWKSet> latest;
    private final Duration fresh;
    private final Clock clock;
    private volatile Known known = new Known(new JWKSet(), 0, Instant.MIN);

    /** @param generation another one for each key set that differs from the one before */
    private record Known(JWKSet keys, long generation, Instant readAt) {
        Known then(JWKSet read, Instant now) {
            return new Known(read, read.equals(keys) ? generation : generation + 1, now);
        }
    }

    /**
     * Asks nothing yet.
     *
     * @param published reads what the issuer publishes now
     * @param pause for which what was read, or that it could not be, is not asked for again
     * @param fresh for which what was read is believed without asking again
     * @param meters counts how often it was asked
     */
    IssuerKeys(Mono<String> published, Duration pause, Duration fresh, Clock clock, MeterRegistry meters) {
        this.fresh = fresh;
        this.clock = clock;
        var read = reads(meters, "read");
        var failed = reads(meters, "failed");
        latest = published
                .map(IssuerKeys::parse)
                .doOnNext(set -> known = known.then(set, clock.instant()))
                .doOnSuccess(_ -> read.increment())
                .doOnError(_ -> failed.increment())
                .cache(_ -> pause, _ -> pause, () -> Duration.ZERO);
    }

    /** Those by which the token may be signed; a known one at once. */
    @Override
    public Flux<JWK> apply(SignedJWT token) {
        var matcher = JWKMatcher.forJWSHeader(token.getHeader());
        if (matcher == null) {
            return Flux.empty();
        }
        var wanted = new JWKSelector(matcher);
        List<JWK> matching = wanted.select(look().keys());
        return matching.isEmpty() ? latest.flatMapIterable(wanted::select) : Flux.fromIterable(matching);
    }

    /** Another number for each key set: what was verified by one of them is to be verified again by the next. */
    long generation() {
        return look().generation();
    }

    private Known look() {
        var now = known;
        if (now.generation() > 0 && now.readAt().plus(fresh).isBefore(clock.instant())) {
            // Nobody waits for it, and what it fails with is counted.
            var _ = latest.subscribe(_ -> {}, _ -> {});
        }
        return now;
    }

    private static Counter reads(MeterRegistry meters, String outcome) {
        return Counter.builder("milepost.security.keyset.reads")
                .tag("outcome", outcome)
                .description("How often the issuer was asked for its keys, and whether it gave a key set")
                .register(meters);
    }

    private static JWKSet parse(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException invalid) {
            throw new IllegalStateException("the issuer publishes no key set", invalid);
        }
    }
}
