package io.milepost.platform.security;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.json.Json;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Reads the key set that an issuer publishes, from where it is told or where the issuer's discovery document says. */
final class KeySets {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String OTHERWISE = "/oauth2/jwks";

    private final WebClient client;
    private final String issuer;
    private final @Nullable String told;

    /** @param tls makes the connections to the issuer; null for what the JVM has */
    KeySets(MilepostProperties.Security security, @Nullable SSLContext tls) {
        this.client = client(tls);
        this.issuer = security.issuer();
        this.told = security.jwkSetUri();
    }

    /** The key set as it is now, asked for anew with each subscription. */
    Mono<String> published() {
        return told != null
                ? get(told)
                : discovered().defaultIfEmpty(under(OTHERWISE)).flatMap(this::get);
    }

    /** Empty where the issuer publishes no such document; one that speaks of another issuer is not believed. */
    private Mono<String> discovered() {
        return get(under(DISCOVERY))
                .onErrorResume(WebClientResponseException.class, KeySets::missing)
                .map(this::keysOf);
    }

    /** OpenID Connect Discovery 1.0, 4.3: the issuer that the document names is the one that was asked. */
    private String keysOf(String text) {
        var document = Json.lenient().readTree(text);
        var keys = document.path("jwks_uri");
        if (!document.path("issuer").asString("").equals(issuer) || !keys.isString()) {
            throw new IllegalStateException(
                    "the discovery document of %s is of another issuer or names no keys".formatted(issuer));
        }
        return keys.asString();
    }

    private static Mono<String> missing(WebClientResponseException refused) {
        return refused.getStatusCode().is4xxClientError() ? Mono.empty() : Mono.error(refused);
    }

    /** An issuer may end in a slash. */
    private String under(String path) {
        return (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + path;
    }

    private Mono<String> get(String uri) {
        return client.get().uri(uri).retrieve().bodyToMono(String.class);
    }

    private static WebClient client(@Nullable SSLContext tls) {
        var http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000)
                .responseTimeout(Duration.ofSeconds(5));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(tls == null ? http : secured(http, tls)))
                .build();
    }

    /** Netty asks the context for each connection, so that it is made by the certificates that are in force then. */
    private static HttpClient secured(HttpClient http, SSLContext tls) {
        var context = new JdkSslContext(
                tls,
                true,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                ClientAuth.NONE,
                null,
                false);
        return http.secure(spec -> spec.sslContext(context));
    }
}
