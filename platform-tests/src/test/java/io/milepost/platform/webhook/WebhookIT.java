package io.milepost.platform.webhook;

import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.webhook.Webhook.*;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A whole service with a receiver beside it, over HTTP. */
class WebhookIT {
    private static final SuiteParts PARTS = SuiteParts.shared();
    private static ConfigurableApplicationContext context;
    private static SuiteClient client;
    private Mailbox box;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Hooking {
        @Bean
        Service post(MilepostProperties milepost) {
            return Service.of(milepost.service()).decides(ParcelMessages.CATALOGUE);
        }
    }

    @BeforeAll
    static void start() {
        context = run("hooking");
        client = clientOf(context);
    }

    private static ConfigurableApplicationContext run(String service) {
        var arguments = Stream.of(
                        Arrays.stream(PARTS.arguments(service)),
                        Stream.of(
                                "--milepost.service=" + service,
                                "--milepost.webhooks.allow-private=true",
                                "--milepost.webhooks.lease=2s"))
                .flatMap(all -> all);
        return SpringApplication.run(Hooking.class, arguments.toArray(String[]::new));
    }

    private static SuiteClient clientOf(ConfigurableApplicationContext running) {
        var port =
                ((ReactiveWebServerApplicationContext) running).getWebServer().getPort();
        return new SuiteClient(
                URI.create("http://127.0.0.1:" + port), PARTS.issuer(), List.of(ParcelMessages.CATALOGUE, WEBHOOK));
    }

    @AfterAll
    static void stop() {
        client.close();
        context.close();
    }

    @BeforeEach
    void open() {
        box = new Mailbox();
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    @DisplayName("The secret stands in the answer that makes it and nowhere else, and what comes is signed by it")
    void the_secret_is_shown_once() throws Exception {
        var key = UUID.randomUUID().toString();
        var made = register(key);
        var secret = made.path("secret").asString();
        var webhook = UUID.fromString(made.path("id").asString());
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(register(key).path("secret").asString())
                .as("the repeat of that very request")
                .isEqualTo(secret);

        var parcel = client.create(parcel());
        await().until(() -> !box.taken().isEmpty());
        var letter = box.taken().getFirst();
        assertThat(letter.subject()).isEqualTo(parcel.toString());
        assertThat(Scene.signatures(letter)).containsExactly(Scene.signed(letter, secret));

        var answer = client.send(webhook, new ReplaceWebhookSecret(1), Map.of("Prefer", "return=minimal"));
        var next = answer.json().path("secret").asString();
        assertThat(next).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        client.create(parcel());
        await().until(() -> box.taken().size() == 2);
        assertThat(Scene.signatures(box.taken().getLast()))
                .containsExactly(
                        Scene.signed(box.taken().getLast(), next),
                        Scene.signed(box.taken().getLast(), secret));

        var validated = client.post(
                "/v1/webhooks/" + webhook + "/replace-webhook-secret?validateOnly=true",
                "{\"secret\":2}",
                headers(UUID.randomUUID().toString()));
        assertThat(validated.status()).isEqualTo(200);
        for (var told : List.of(
                validated.toString(),
                operator("/v1/webhooks/" + webhook).toString(),
                operator("/v1/webhooks/" + webhook + "/history").toString(),
                operator("/v1/webhooks").toString(),
                stored())) {
            assertThat(told).isNotBlank().doesNotContain(secret, next, "whsec_");
        }
    }

    @Test
    void what_became_of_each_event_is_read_in_pages_by_operators() {
        var webhook = UUID.fromString(
                register(UUID.randomUUID().toString()).path("id").asString());
        var parcel = client.create(parcel());
        client.accept(parcel, new WeighParcel(7));
        client.accept(parcel, new WeighParcel(8));
        await().until(() ->
                deliveries(webhook, "?status=DELIVERED").path("items").size() == 3);

        var page = deliveries(webhook, "?pageSize=2");
        assertThat(page.path("items")).hasSize(2);
        var latest = page.path("items").get(0);
        assertThat(latest.path("type").asString()).isEqualTo("parcel.weighed.v1");
        assertThat(latest.path("attempts").get(0).path("status").asInt()).isEqualTo(204);
        var token = page.path("nextPageToken").asString();
        assertThat(deliveries(webhook, "?pageSize=2&pageToken=" + token).path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("type").asString()).isEqualTo("parcel.posted.v1"));
        assertThat(deliveries(webhook, "?status=GIVEN_UP").path("items")).isEmpty();

        var path = "/v1/webhooks/" + webhook + "/deliveries";
        assertThat(client.getWith(PARTS.token(Role.ANALYST), path).status()).isEqualTo(403);
        for (var wrong : List.of(
                "?status=LOST", "?pageSize=0", "?pageSize=201", "?pageToken=x", "?status=PENDING&pageToken=" + token)) {
            assertThat(operator(path + wrong).json().path("code").asString()).isEqualTo("INVALID_PARAMETER");
        }
        assertThat(operator(path + "?colour=red").json().path("code").asString())
                .isEqualTo("UNKNOWN_PARAMETER");
        assertThat(operator("/v1/webhooks/" + UUID.randomUUID() + "/deliveries").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("Another instance takes over where one ends, and the receiver misses nothing")
    void another_instance_takes_over() {
        // To close a context would end the web servers of all that share this JVM.
        try (var first = run("hookpair");
                var second = run("hookpair");
                var other = clientOf(second)) {
            other.create(receiver());
            other.create(parcel());
            await().until(() -> box.taken().size() == 1);
            first.getBean(Webhooks.class).stop();
            var parcel = other.create(parcel());
            await().until(() ->
                    box.taken().stream().anyMatch(letter -> letter.subject().equals(parcel.toString())));
        } finally {
            stop();
            start();
        }
    }

    @Test
    void every_wrong_request_has_its_own_answer() {
        new BadInputWalk(client, WebhookIT::decided)
                .accepted(ParcelCommand.PostParcel.class, _ -> new Situation(null, parcel()))
                .accepted(WeighParcel.class, _ -> new Situation(client.create(parcel()), new WeighParcel(3)))
                .accepted(
                        ParcelCommand.DeliverParcel.class,
                        _ -> new Situation(client.create(parcel()), new ParcelCommand.DeliverParcel(UUID.randomUUID())))
                .refused("WEIGHT_NOT_POSITIVE", _ -> new Situation(client.create(parcel()), new WeighParcel(0)))
                .accepted(RegisterWebhook.class, _ -> new Situation(null, receiver()))
                .accepted(
                        ReviseWebhook.class,
                        _ -> new Situation(registered(), new ReviseWebhook(box.url() + "/2", List.of("parcel"))))
                .accepted(ReplaceWebhookSecret.class, _ -> new Situation(registered(), new ReplaceWebhookSecret(1)))
                .accepted(DisableWebhook.class, _ -> new Situation(registered(), new DisableWebhook("moved")))
                .accepted(EnableWebhook.class, _ -> new Situation(disabled(), new EnableWebhook()))
                .accepted(RemoveWebhook.class, _ -> new Situation(registered(), new RemoveWebhook("moved")))
                .accepted(ReplayEvents.class, _ -> new Situation(registered(), new ReplayEvents(1, 2L)))
                .accepted(Redeliver.class, _ -> new Situation(registered(), new Redeliver(1)))
                .refused("WEBHOOK_DISABLED", _ -> new Situation(disabled(), new Redeliver(1)))
                .refused("SECRET_OUTDATED", _ -> new Situation(registered(), new ReplaceWebhookSecret(7)))
                .refused(
                        "URL_UNUSABLE", _ -> new Situation(registered(), new ReviseWebhook("mailto:a@b.example", null)))
                .refused(
                        "EVENT_UNKNOWN",
                        _ -> new Situation(registered(), new ReviseWebhook(box.url(), List.of("parcels"))))
                .refused("RANGE_IMPOSSIBLE", _ -> new Situation(registered(), new ReplayEvents(2, 1L)))
                .check();
    }

    private RegisterWebhook receiver() {
        return new RegisterWebhook("receiver", box.url(), List.of("parcel"), null, null);
    }

    private UUID registered() {
        return client.create(receiver());
    }

    private UUID disabled() {
        var webhook = registered();
        client.accept(webhook, new DisableWebhook("moved"));
        return webhook;
    }

    private JsonNode register(String key) {
        var body = "{\"name\":\"receiver\",\"url\":\"%s\",\"events\":[\"parcel\"]}".formatted(box.url());
        var answer = client.post("/v1/webhooks", body, headers(key));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static Map<String, String> headers(String key) {
        return Map.of(
                "Authorization",
                "Bearer " + PARTS.tokenFor("op", Role.OPERATOR),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static ParcelCommand.PostParcel parcel() {
        return ParcelOffice.post("p." + UUID.randomUUID(), null, "1.00");
    }

    private static SuiteClient.Answer operator(String path) {
        return client.getWith(PARTS.token(Role.OPERATOR), path);
    }

    private static JsonNode deliveries(UUID webhook, String query) {
        return operator("/v1/webhooks/" + webhook + "/deliveries" + query).json();
    }

    private static String stored() {
        return String.join(
                "\n",
                context.getBean(EventLog.class).read(0, 100_000).join().stream()
                        .flatMap(commit -> commit.events().stream())
                        .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
                        .toList());
    }

    /** Where the log stands, but for what follows a command a moment later. */
    private static long decided() {
        return context.getBean(EventLog.class).read(0, 100_000).join().stream()
                .filter(commit -> !"audit-record"
                        .equals(commit.events().getFirst().metadata().get(Metadata.AGGREGATE)))
                .mapToLong(StoredCommit::last)
                .max()
                .orElse(0);
    }
}
