package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads of one client, and the few acts that need no body; what is uncertain is asked again. */
public final class Reads {
    private final HttpClient http;
    private final Tokens tokens;
    private final Patience patience;

    public Reads(HttpClient http, Tokens tokens, Patience patience) {
        this.http = http;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** The answer's text; anything but 200 fails. A refused token is replaced once. */
    public String get(URI address) {
        return text(address, ask(address));
    }

    /** The same, and nothing where there is nothing under the id, or where another one stands in its place. */
    public Optional<String> find(URI address) {
        var answer = ask(address);
        return answer.status() == 404 || answer.status() == 308 ? Optional.empty() : Optional.of(text(address, answer));
    }

    /** What changes something, under a key by which it is done once; the answer's text, and anything but a 2xx fails. */
    public String act(String method, URI address) {
        var key = UUID.randomUUID().toString();
        return text(
                address,
                ask(() -> HttpRequest.newBuilder(address)
                        .header("Idempotency-Key", key)
                        .method(method, HttpRequest.BodyPublishers.noBody())));
    }

    private static String text(URI address, Exchange.Answered answer) {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() / 100 != 2) {
            throw new Failure("%s answers %d: %s"
                    .formatted(address, answer.status(), text.substring(0, Math.min(300, text.length()))));
        }
        return text;
    }

    private Exchange.Answered ask(URI address) {
        return ask(() -> HttpRequest.newBuilder(address).GET());
    }

    private Exchange.Answered ask(Supplier<HttpRequest.Builder> request) {
        var attempts = patience.begin();
        while (true) {
            var token = tokens.current();
            var exchange = Exchange.attempt(http, with(request, token));
            if (exchange instanceof Exchange.Answered(int status, var _) && status == 401) {
                tokens.refused(token);
                exchange = Exchange.attempt(http, with(request, tokens.current()));
            }
            switch (exchange) {
                case Exchange.Away away -> attempts.again(away.why(), away.retryAfter());
                case Exchange.Answered answered -> {
                    return answered;
                }
            }
        }
    }

    private static HttpRequest with(Supplier<HttpRequest.Builder> request, String token) {
        return request.get()
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
