package io.milepost.cli.suite;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt of one request: an answer to be read, or a reason to come back later. */
sealed interface Exchange {

    record Answered(int status, byte[] body) implements Exchange {}

    /** Not reached, cut off, or the server asks to come back: nothing is known about what it has done. */
    record Away(String why, @Nullable Duration retryAfter) implements Exchange {}

    static Exchange attempt(HttpClient http, HttpRequest request) {
        var place = request.uri().getScheme() + "://" + request.uri().getRawAuthority();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return mayPass(response.statusCode())
                    ? new Away(place + " answered " + response.statusCode(), retryAfter(response))
                    : new Answered(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Away(place + " is not reached: " + reason(e), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while waiting for " + place, e);
        }
    }

    /** Too busy, or a fault of the server: the same request may succeed later. */
    static boolean mayPass(int status) {
        return status == 429 || status >= 500;
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
