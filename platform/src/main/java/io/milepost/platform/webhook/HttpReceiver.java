package io.milepost.platform.webhook;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Speaks to receivers. The name is looked up for each event and the connection is made to the very address that was looked at, so that a
 * name that leads elsewhere a moment later leads nowhere. Redirects are answers like others. Blocks: call it on a virtual thread.
 */
final class HttpReceiver {
    /** Errors by which nobody was connected to. */
    static final Set<String> NOT_SENT = Set.of("NOT_SECURE", "ADDRESS_NOT_PUBLIC", "HOST_UNKNOWN");

    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS = 256;

    private final boolean allowPrivate;
    private final Duration timeout;
    private final Resolver names;
    private final ConnectionProvider connections;
    private final HttpClient client;
    private final HttpClient secure;

    /** Believes whom the JVM believes, and finds names as it does. */
    HttpReceiver(WebhookProperties settings) {
        this(settings, null, InetAddress::getAllByName);
    }

    /**
     * Speaks to receivers who are believed.
     *
     * @param believed by it; null for what the JVM believes
     * @param names by which hosts are found
     */
    HttpReceiver(WebhookProperties settings, @Nullable SSLContext believed, Resolver names) {
        this.names = names;
        allowPrivate = settings.allowPrivate();
        timeout = settings.timeout();
        connections = ConnectionProvider.builder("webhooks")
                .maxConnections(MOST_CONNECTIONS)
                .maxIdleTime(Duration.ofSeconds(30))
                .build();
        client = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(timeout)
                .disableRetry(true)
                .followRedirect(false);
        secure = believed == null
                ? client.secure()
                : client.secure(tls -> tls.sslContext(contextOf(believed)).handlerConfigurator(handler -> {
                    var engine = handler.engine();
                    var parameters = engine.getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    engine.setSSLParameters(parameters);
                }));
    }

    /** Where a host is. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private static SslContext contextOf(SSLContext believed) {
        return new JdkSslContext(
                believed,
                true,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                ClientAuth.NONE,
                null,
                false);
    }

    /**
     * What came of it.
     *
     * @param status of the answer; null where there was none
     * @param error in one word, where there was no answer
     * @param retryAfter what the receiver asks for
     */
    record Answer(
            @Nullable Integer status,
            @Nullable String error,
            @Nullable Duration retryAfter) {
        boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }

        boolean isGone() {
            return status != null && status == 410;
        }

        private static Answer failed(String error) {
            return new Answer(null, error, null);
        }
    }

    Answer post(URI url, Map<String, String> headers, byte[] body) {
        boolean isSecure = "https".equals(url.getScheme());
        if (!isSecure && !allowPrivate) {
            return Answer.failed("NOT_SECURE");
        }
        InetSocketAddress address;
        try {
            var found = allowed(url.getHost());
            if (found == null) {
                return Answer.failed("ADDRESS_NOT_PUBLIC");
            }
            int usual = isSecure ? 443 : 80;
            address = new InetSocketAddress(found, url.getPort() < 0 ? usual : url.getPort());
        } catch (UnknownHostException unknown) {
            return Answer.failed("HOST_UNKNOWN");
        }
        return post(isSecure ? secure : client, address, url, headers, body);
    }

    private Answer post(HttpClient to, InetSocketAddress address, URI url, Map<String, String> headers, byte[] body) {
        try {
            var answer = to.remoteAddress(() -> address)
                    .headers(all -> {
                        all.set("Host", url.getRawAuthority());
                        headers.forEach(all::set);
                        all.set("Content-Length", body.length);
                    })
                    .post()
                    .uri(pathOf(url))
                    .send(ByteBufFlux.fromInbound(Mono.just(body)))
                    .responseSingle((response, _) -> Mono.just(answerOf(response)))
                    .block(timeout.plusSeconds(1));
            return answer == null ? Answer.failed("NO_ANSWER") : answer;
        } catch (RuntimeException failed) {
            return Answer.failed(Exceptions.unwrap(failed).getClass().getSimpleName());
        }
    }

    private static Answer answerOf(HttpClientResponse response) {
        return new Answer(
                response.status().code(),
                null,
                secondsOf(response.responseHeaders().get("Retry-After")));
    }

    /** A date is not read: the usual pause is as good. */
    private static @Nullable Duration secondsOf(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : null;
    }

    /** The first address of the host, if all of them may be called. */
    private @Nullable InetAddress allowed(String host) throws UnknownHostException {
        var all = names.find(host);
        for (var address : all) {
            if (!allowPrivate && !PublicAddresses.has(address)) {
                return null;
            }
        }
        // It keeps the name, by which the certificate is held against it.
        return InetAddress.getByAddress(hostOf(host), all[0].getAddress());
    }

    private static String hostOf(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String pathOf(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    void close() {
        connections.dispose();
    }
}
