package io.milepost.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. It is asked for them when a token names one that is not among those known, and at most once in
 * a while, however many such tokens come: whoever wants can make them up.
 */
final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {
    private final Mono<JWKSet> latest;
    private volatile JWKSet known = new JWKSet();

    /**
     * Asks nothing yet.
     *
     * @param published reads what the issuer publishes now
     * @param pause for which what was read, or that it could not be, is not asked for again
     * @param meters counts how often it was asked
     */
    IssuerKeys(Mono<String> published, Duration pause, MeterRegistry meters) {
        var read = reads(meters, "read");
        var failed = reads(meters, "failed");
        latest = published
                .map(IssuerKeys::parse)
                .doOnNext(set -> known = set)
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
        List<JWK> matching = wanted.select(known);
        return matching.isEmpty() ? latest.flatMapIterable(wanted::select) : Flux.fromIterable(matching);
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
