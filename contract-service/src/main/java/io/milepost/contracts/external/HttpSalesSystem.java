package io.milepost.contracts.external;

import io.milepost.contracts.subscription.SubscriptionEvent.ExternalEntryRequested;
import io.milepost.platform.json.Json;
import io.milepost.platform.value.Money;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/**
 * Over HTTP: {@code POST <url>/subscriptions} with the subscription's id as {@code Idempotency-Key}, answered {@code {"reference": ".."}}. A
 * call that is repeated has to be answered as the first one. Nothing about the buyer as a person is sent.
 */
final class HttpSalesSystem implements SalesSystem {
    private static final int LONGEST_REFERENCE = 200;

    private final HttpClient http;
    private final ExternalSalesProperties properties;

    HttpSalesSystem(ExternalSalesProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder().connectTimeout(properties.timeout()).build();
    }

    private record Body(
            String letterNo, String programme, String unitNo, UUID accountId, Money price, LocalDate signedOn) {}

    @Override
    public Answer enter(UUID subscription, ExternalEntryRequested requested) {
        var body = new Body(
                requested.letterNo(),
                requested.programme(),
                requested.unitNo(),
                requested.accountId(),
                requested.price(),
                requested.signedOn());
        var request = HttpRequest.newBuilder(properties.endpoint())
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", subscription.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)));
        if (properties.token() != null) {
            request.header("Authorization", "Bearer " + properties.token());
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2
                    ? read(answer.body())
                    : new Answer.Failed("HTTP_" + answer.statusCode());
        } catch (HttpTimeoutException late) {
            return new Answer.Failed("TIMEOUT");
        } catch (IOException unreachable) {
            return new Answer.Failed("UNREACHABLE");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the external sales system was called", stopped);
        }
    }

    private static Answer read(String body) {
        try {
            var reference = Json.mapper().readTree(body).path("reference").asString("");
            return reference.isBlank() || reference.length() > LONGEST_REFERENCE
                    ? new Answer.Failed("ANSWER_UNREADABLE")
                    : new Answer.Entered(reference);
        } catch (JacksonException unreadable) {
            return new Answer.Failed("ANSWER_UNREADABLE");
        }
    }
}
