package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads of one client; what is uncertain is asked again. */
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

    /** The same, and nothing where there is nothing under the id. */
    public Optional<String> find(URI address) {
        var answer = ask(address);
        return answer.status() == 404 ? Optional.empty() : Optional.of(text(address, answer));
    }

    private static String text(URI address, Exchange.Answered answer) {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != 200) {
            throw new Failure("%s answers %d: %s"
                    .formatted(address, answer.status(), text.substring(0, Math.min(300, text.length()))));
        }
        return text;
    }

    private Exchange.Answered ask(URI address) {
        var attempts = patience.begin();
        while (true) {
            var token = tokens.current();
            var exchange = Exchange.attempt(http, request(address, token));
            if (exchange instanceof Exchange.Answered(int status, var _) && status == 401) {
                tokens.refused(token);
                exchange = Exchange.attempt(http, request(address, tokens.current()));
            }
            switch (exchange) {
                case Exchange.Away away -> attempts.again(away.why(), away.retryAfter());
                case Exchange.Answered answered -> {
                    return answered;
                }
            }
        }
    }

    private static HttpRequest request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(Http.REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
    }
}
