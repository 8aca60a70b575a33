package io.milepost.contracts.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.milepost.contracts.external.SalesSystem.Answer;
import io.milepost.contracts.subscription.Subscription.RecordEntryFailure;
import io.milepost.contracts.subscription.Subscription.RecordExternalEntry;
import io.milepost.contracts.subscription.SubscriptionEvent.ExternalEntryRequested;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.value.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the external sales system may answer, from a stub of it. */
class HttpSalesSystemTest {
    private static final UUID SUBSCRIPTION = UUID.fromString("01900000-0000-7000-8000-0000000000f1");
    private static final ExternalEntryRequested REQUESTED = new ExternalEntryRequested(
            new UUID(1, 1),
            2,
            "L-1",
            "HARBOUR",
            "A-1",
            new UUID(3, 1),
            Money.of("90000.00", "USD"),
            LocalDate.parse("2026-03-02"));

    private final CompletableFuture<String> asked = new CompletableFuture<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 201;
    private String body = "{\"reference\": \"X-1\"}";
    private boolean silent;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/subscriptions", exchange -> {
            asked.complete("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (silent) {
                await();
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    @DisplayName(
            "R-113: a subscription is sent under its own key, without a word about the buyer's person, and the reference kept")
    void a_subscription_is_entered() {
        assertThat(answer("secret")).isEqualTo(new Answer.Entered("X-1"));
        assertThat(asked.join())
                .startsWith("POST " + SUBSCRIPTION + " Bearer secret ")
                .contains("\"letterNo\":\"L-1\"", "\"unitNo\":\"A-1\"", "\"amount\":\"90000.00\"", "2026-03-02")
                .doesNotContain("unitId", "attempt");
        assertThat(command()).isEqualTo(new RecordExternalEntry("X-1"));
    }

    @Test
    @DisplayName("R-113: a refusal, an answer without a reference, silence and nobody there are each a failed attempt")
    void what_goes_wrong_is_a_failed_attempt() {
        status = 503;
        assertThat(answer(null)).isEqualTo(new Answer.Failed("HTTP_503"));
        assertThat(asked.join()).contains(" null ");
        assertThat(command()).isEqualTo(new RecordEntryFailure(2, "HTTP_503"));
        status = 200;
        for (var unreadable : new String[] {"{}", "no json", "{\"reference\": \" \"}", "[]", ""}) {
            body = unreadable;
            assertThat(answer(null)).as(unreadable).isEqualTo(new Answer.Failed("ANSWER_UNREADABLE"));
        }
        body = "{\"reference\": \"%s\"}".formatted("X".repeat(201));
        assertThat(answer(null)).isEqualTo(new Answer.Failed("ANSWER_UNREADABLE"));
        silent = true;
        assertThat(system(null, Duration.ofMillis(200)).enter(SUBSCRIPTION, REQUESTED))
                .isEqualTo(new Answer.Failed("TIMEOUT"));
        over.countDown();
        server.stop(0);
        assertThat(answer(null)).isEqualTo(new Answer.Failed("UNREACHABLE"));
    }

    private Answer answer(@Nullable String token) {
        return system(token).enter(SUBSCRIPTION, REQUESTED);
    }

    private Record command() {
        var cause = ProducerSamples.event("contract", "subscription.external-entry-requested.v1", "{}");
        return ExternalSalesConfiguration.command(cause, REQUESTED, system(null));
    }

    /** One that waits longer than any machine is slow. */
    private HttpSalesSystem system(@Nullable String token) {
        return system(token, Duration.ofSeconds(30));
    }

    private HttpSalesSystem system(@Nullable String token, Duration patience) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpSalesSystem(new ExternalSalesProperties(url, token, patience));
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
