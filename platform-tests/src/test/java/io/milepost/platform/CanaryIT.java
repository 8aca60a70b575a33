package io.milepost.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.relay.Relay;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.webhook.Webhook.RegisterWebhook;
import io.milepost.platform.webhook.WebhookCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service that is given secrets of which each is known, and everything that it says while it works, fails and is asked wrongly. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryIT {
    private static final String MASTER = "ca9a51".repeat(10) + "0001";
    private static final String DIGEST = "ca9a52".repeat(10) + "0002";
    private static final String PASSWORD = "canary-of-the-broker";
    private static final String PERSON = "Canaria Birdsong";
    private static final SuiteParts PARTS = SuiteParts.shared();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Platform.class)
    static class Singing {
        @Bean
        Service post(MilepostProperties milepost) {
            return Service.of(milepost.service()).decides(ParcelMessages.CATALOGUE);
        }
    }

    @Test
    @DisplayName("No key, password, token, webhook secret or personal value is in a log line, metric, problem or event")
    void nothing_secret_is_told(CapturedOutput output) throws IOException {
        var keyFile = PARTS.keyFile("canary");
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keyFile, "master=%s%ndigest=%s%n".formatted(MASTER, DIGEST));
        var arguments = Stream.concat(
                Arrays.stream(PARTS.arguments("canary")),
                Stream.of(
                        "--milepost.service=canary",
                        "--milepost.webhooks.allow-private=true",
                        "--logging.level.org.apache.kafka.common.config=INFO",
                        "--spring.kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.plain"
                                + ".PlainLoginModule required username=\"u\" password=\"" + PASSWORD + "\";"));
        var token = PARTS.tokenFor("canary-caller", Role.values());
        var said = new ArrayList<String>();
        String secret;
        try (var context = SpringApplication.run(Singing.class, arguments.toArray(String[]::new))) {
            var port = ((ReactiveWebServerApplicationContext) context)
                    .getWebServer()
                    .getPort();
            try (var client = new SuiteClient(
                    URI.create("http://127.0.0.1:" + port),
                    PARTS.issuer(),
                    List.of(ParcelMessages.CATALOGUE, WebhookCatalogue.WEBHOOK))) {
                var made = client.send(
                        null, new RegisterWebhook("down", "http://127.0.0.1:1/", null, null, null), Map.of());
                secret = made.json().path("secret").asString();
                assertThat(secret).as("control: there is one to look for").startsWith("whsec_");
                var parcel = client.create(ParcelOffice.post("canary", PERSON, "1.00"));
                var log = context.getBean(EventLog.class);
                await().until(() ->
                        context.getBean(Relay.class).publishedPosition().orElse(0) >= log.head());
                said.addAll(askedWrongly(client, parcel, token));
                said.add(client.getWith(token, "/actuator/prometheus").toString());
                for (var path :
                        List.of("health", "info", "env", "configprops", "beans", "loggers", "threaddump", "heapdump")) {
                    said.add(client.getWith(token, "/actuator/" + path).toString());
                }
                said.add(client.getWith(token, "/v1/events").toString());
                said.add(client.getWith(token, "/v1/parked").toString());
                log.read(0, 1_000).join().stream()
                        .flatMap(commit -> commit.events().stream())
                        .forEach(event -> said.add(
                                new String(event.payload(), StandardCharsets.UTF_8) + event.metadata() + event.tags()));
            }
        }
        assertThat(output.getAll().contains("sasl.jaas.config"))
                .as("control: the broker's client tells its settings")
                .isTrue();
        said.add(output.getAll());
        var all = String.join("\n", said);
        assertThat(Stream.of("parcel.posted", "MALFORMED_JSON", "milepost_command_seconds")
                        .filter(expected -> !all.contains(expected)))
                .as("control: what is looked through")
                .isEmpty();
        var secrets = Map.of(
                "master key", MASTER,
                "digest key", DIGEST,
                "password", PASSWORD,
                "person", PERSON,
                "webhook secret", secret,
                "token", token);
        assertThat(secrets.entrySet().stream()
                        .filter(one -> all.contains(one.getValue()))
                        .map(Map.Entry::getKey))
                .as("what was told")
                .isEmpty();

        LoggerFactory.getLogger(CanaryIT.class).info("a careless line with {}", PASSWORD);
        assertThat(output.getAll().contains(PASSWORD))
                .as("control: a secret that is logged is found")
                .isTrue();
    }

    private static List<String> askedWrongly(SuiteClient client, UUID parcel, String token) {
        var headers = Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return List.of(
                client.post("/v1/parcels", "{\"recipient\":\"" + PERSON + "\"", headers)
                        .toString(),
                client.post("/v1/parcels", "{\"recipient\":\"" + PERSON + "\",\"colour\":1}", headers)
                        .toString(),
                client.post(
                                "/v1/parcels/" + PERSON.replace(" ", "%20") + "/weigh",
                                "{\"grams\":1}",
                                Map.of("Authorization", "Bearer " + token + "x", "Content-Type", "application/json"))
                        .toString(),
                client.send(parcel, new WeighParcel(-1), Map.of()).toString(),
                client.send(UUID.randomUUID(), new WeighParcel(1), Map.of()).toString(),
                client.getWith(token, "/v1/parcels?recipient=" + PERSON.replace(" ", "+"))
                        .toString());
    }
}
