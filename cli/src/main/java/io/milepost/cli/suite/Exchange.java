package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt of one request: an answer to be read, or a reason to come back later. */
sealed interface Exchange {

    /** Too busy, or not there: says nothing about the request itself. */
    Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    record Answered(int status, byte[] body) implements Exchange {}

    /** Not reached, cut off, or the server asks to come back: nothing is known about what it has done. */
    record Away(String why, @Nullable Duration retryAfter) implements Exchange {}

    static Exchange attempt(HttpClient http, HttpRequest request) {
        var place = request.uri().getScheme() + "://" + request.uri().getRawAuthority();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var status = response.statusCode();
            return AWAY.contains(status) || status == 500
                    ? new Away(place + " answered " + status, retryAfter(response))
                    : new Answered(status, response.body());
        } catch (IOException e) {
            return new Away(place + " is not reached: " + reason(e), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while waiting for " + place, e);
        }
    }

    /** Seconds as our services send them; a date is as good as none, the own rhythm covers it. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
