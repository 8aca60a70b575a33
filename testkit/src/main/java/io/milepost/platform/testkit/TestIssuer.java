package io.milepost.platform.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.milepost.platform.catalogue.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Signs tokens as the suite's issuer does and serves its key set on loopback; one key per JVM, never written anywhere. */
public final class TestIssuer implements AutoCloseable {
    private static final RSAKey KEY = newKey("test");
    private static final RSAKey FOREIGN_KEY = newKey("test");

    private final HttpServer server;
    private final AtomicInteger asked;
    private final Map<Said, String> signed = new ConcurrentHashMap<>();

    private TestIssuer(HttpServer server, AtomicInteger asked) {
        this.server = server;
        this.asked = asked;
    }

    public static TestIssuer start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        var asked = new AtomicInteger();
        server.createContext("/oauth2/jwks", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        server.start();
        return new TestIssuer(server, asked);
    }

    /** The {@code iss} of its tokens. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String jwkSetUri() {
        return issuer() + "/oauth2/jwks";
    }

    /** A token that is good for an hour, of a caller named tester. */
    public String token(Role... roles) {
        return tokenFor("tester", roles);
    }

    public String tokenFor(String subject, Role... roles) {
        return sign(KEY, subject, Duration.ofHours(1), "milepost", roles);
    }

    /** A token that says more of the person behind it, such as {@code member} and {@code access}. */
    public String tokenSaying(String subject, Map<String, ?> claims, Role... roles) {
        return sign(KEY, subject, Duration.ofHours(1), "milepost", claims, roles);
    }

    /** A token that was good once; beyond any clock skew a resource server grants. */
    public String expiredToken(Role... roles) {
        return sign(KEY, "tester", Duration.ofHours(-1), "milepost", roles);
    }

    /** A token of the right shape under a key that this issuer never published. */
    public String foreignToken(Role... roles) {
        return sign(FOREIGN_KEY, "tester", Duration.ofHours(1), "milepost", roles);
    }

    /** A token that names a key of which nobody has heard. */
    public String tokenOfKey(String keyId, Role... roles) {
        return sign(
                new RSAKey.Builder(FOREIGN_KEY).keyID(keyId).build(), "tester", Duration.ofHours(1), "milepost", roles);
    }

    /** How often its keys were asked for. */
    public int asked() {
        return asked.get();
    }

    /** A token that was meant for somebody else. */
    public String tokenForAudience(String audience, Role... roles) {
        return sign(KEY, "tester", Duration.ofHours(1), audience, roles);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String sign(RSAKey key, String subject, Duration validFor, String audience, Role... roles) {
        return sign(key, subject, validFor, audience, Map.of(), roles);
    }

    /** Everything that a token says but when. */
    private record Said(
            RSAKey key, String subject, Duration validFor, String audience, Map<String, ?> more, List<Role> roles) {}

    /** Signed once: a signature costs more than most requests that carry it, and an hour is longer than any test class. */
    private String sign(
            RSAKey key, String subject, Duration validFor, String audience, Map<String, ?> more, Role... roles) {
        return signed.computeIfAbsent(
                new Said(key, subject, validFor, audience, Map.copyOf(more), List.of(roles)), this::sign);
    }

    private String sign(Said said) {
        var key = said.key();
        var expires = Instant.now().plus(said.validFor());
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(said.subject())
                .audience(List.of(said.audience()))
                .issueTime(Date.from(expires.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(expires))
                .claim("roles", said.roles().stream().map(Role::name).toList());
        said.more().forEach(claims::claim);
        try {
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a test token", e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a test key", e);
        }
    }
}
