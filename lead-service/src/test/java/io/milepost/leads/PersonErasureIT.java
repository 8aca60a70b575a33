package io.milepost.leads;

import static io.milepost.leads.administration.person.PersonCatalogue.PERSON;
import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.administration.person.Person.ErasePerson;
import io.milepost.leads.administration.person.Person.LiftHold;
import io.milepost.leads.administration.person.Person.OpenPerson;
import io.milepost.leads.administration.person.Person.PlaceHold;
import io.milepost.leads.lead.LeadCommand.ActivityKind;
import io.milepost.leads.lead.LeadCommand.LogActivity;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.webhook.Webhook.RegisterWebhook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person from the first data to the certificate; the other services are heard on their topics. */
@DisplayName("R-187: a person is erased")
class PersonErasureIT {
    private static final List<String> OTHERS = List.of("opportunity", "contract", "delivery");
    private static final List<Catalogue<?, ?, ?>> COMMANDED = Stream.concat(
                    CatalogueTest.COMMANDED.stream(), Stream.of(PERSON, WEBHOOK))
            .toList();
    private static final AtomicInteger POSITION = new AtomicInteger();

    /** Its own: the epochs of others stop whoever listens. */
    private static SuiteParts parts;

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(parts, LeadServiceApplication.class, "lead", COMMANDED);
        client = service.client();
        OTHERS.forEach(other -> service.topics(other).create().close());
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("all that is held of one person is told with its events, to a privacy officer alone and on record")
    void tells_what_is_held() {
        var lead = LeadSituations.registered(client);
        var held = client.getAs(Role.PRIVACY_OFFICER, "/v1/persons/" + lead);
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.json().path("service").asString()).isEqualTo("lead");
        var captured = held.json().path("events").path(0);
        assertThat(captured.path("type").asString()).isEqualTo("lead.captured.v1");
        assertThat(captured.path("entity").asString()).isEqualTo(lead.toString());
        assertThat(captured.path("position").asLong()).isPositive();
        assertThat(captured.path("data").path("contactName").asString()).isEqualTo("Canary Ann");
        var text = client.getAs(Role.PRIVACY_OFFICER, "/v1/persons/" + lead, "text/plain");
        assertThat(text.header("Content-Type")).startsWith("text/plain");
        assertThat(text.text()).contains("lead.captured.v1 of lead " + lead).contains("    contactName: Canary Ann\n");

        assertThat(client.getAs(Role.ANALYST, "/v1/persons/" + lead).status()).isEqualTo(403);
        assertThat(client.getAs(Role.OPERATOR, "/v1/persons/" + lead).status()).isEqualTo(403);
        assertThat(client.getAs(Role.PRIVACY_OFFICER, "/v1/persons/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(client.getAs(Role.OPERATOR, "/v1/audit-records?act.act=eq:read-person&pageSize=50")
                        .text())
                .contains(lead.toString());
    }

    @Test
    @DisplayName(
            "in part until every service has said so; then nothing opens or is kept, and the certificate says where")
    void is_erased_with_evidence() {
        var webhook = client.create(new RegisterWebhook("ERP", "https://192.0.2.1/hooks", List.of("lead"), null, null));
        var lead = LeadSituations.assigned(client);
        var other = LeadSituations.assigned(client);
        client.accept(lead, new PlaceHold("tax audit"));
        assertThat(client.send(lead, new ErasePerson("asked by letter", null), Map.of())
                        .text())
                .contains("LEGAL_HOLD");
        client.accept(lead, new LiftHold("audit closed"));
        assertThat(client.sendAs(Role.OPERATOR, lead, new ErasePerson("asked by letter", null))
                        .status())
                .isEqualTo(403);

        client.accept(lead, new ErasePerson("asked by letter", null));
        await("this service").atMost(Duration.ofSeconds(30)).until(() -> answered(lead, "lead"));
        assertThat(certificate(lead).path("status").asString()).isEqualTo("PARTLY");
        assertThat(client.read("leads", lead).path("contactName").asString()).isEqualTo(Sealer.ERASED);
        assertThat(client.readAs(Role.SALES_REP, "leads", other)
                        .path("contactName")
                        .asString())
                .isEqualTo("Canary Ann");
        assertThat(client.getAs(Role.PRIVACY_OFFICER, "/v1/persons/" + lead).text())
                .contains(Sealer.ERASED)
                .doesNotContain("anary");
        var refused = client.send(lead, called(), Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("PERSON_ERASED");
        client.accept(other, called());

        OTHERS.forEach(name -> answer(name, lead));
        await("the others")
                .until(() -> certificate(lead).path("status").asString().equals("ERASED"));
        var certificate = certificate(lead);
        var here = certificate.path("services").path(0).path("entities").path(0);
        assertThat(here.path("aggregate").asString()).isEqualTo("lead");
        assertThat(here.path("entity").asString()).isEqualTo(lead.toString());
        assertThat(here.path("sealed").path(0).asLong()).isPositive();
        assertThat(certificate.path("missing")).isEmpty();
        var receiver = certificate.path("services").path(0).path("receivers").path(0);
        assertThat(receiver.path("webhook").asString()).isEqualTo(webhook.toString());
        assertThat(receiver.path("urls").path(0).asString()).isEqualTo("https://192.0.2.1/hooks");
        assertThat(receiver.path("sent")).as("its address is not a public one").isEmpty();
        assertThat(receiver.path("perhaps")).isEqualTo(here.path("sealed"));
        assertThat(certificate.at("/services/1/receivers/0/name").asString())
                .as("what another service has said")
                .isEqualTo("of " + certificate.at("/services/1/service").asString());

        service.restart();
        client = service.client();
        assertThat(client.read("leads", lead).path("contactName").asString()).isEqualTo(Sealer.ERASED);
        client.accept(lead, new OpenPerson("buys again"));
        await("opened").until(() -> client.send(lead, called(), Map.of()).status() == 200);
        assertThat(client.read("leads", lead).path("contactName").asString()).isEqualTo(Sealer.ERASED);
        assertThat(service.stored()).noneMatch(payload -> payload.contains("anary"));
    }

    private static LogActivity called() {
        return new LogActivity(
                ActivityKind.CALL,
                LocalDate.parse("2026-01-15"),
                "wants an offer",
                null,
                LocalDate.parse("2027-06-30"));
    }

    private static void answer(String from, UUID person) {
        try (var topics = service.topics(from)) {
            topics.publish("1", POSITION.incrementAndGet(), person, "erasure.carried-out", """
                {"round": 1, "at": "2026-03-02T09:00:00Z", "entities": [], "receivers": [{"webhook": \
                "01900000-0000-7000-8000-000000000009", "name": "of %s", "urls": [], "sent": [4], "perhaps": []}]}\
                """.formatted(from));
        }
    }

    private static boolean answered(UUID person, String name) {
        return certificate(person)
                .path("services")
                .valueStream()
                .anyMatch(answer -> answer.path("service").asString().equals(name));
    }

    private static JsonNode certificate(UUID person) {
        var answer = client.getAs(Role.PRIVACY_OFFICER, "/v1/persons/%s/erasure".formatted(person));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
