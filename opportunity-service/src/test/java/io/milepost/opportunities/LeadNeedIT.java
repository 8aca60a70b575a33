package io.milepost.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a lead hands over is kept and shown; its need stays sealed by the lead's key, and is forgotten with that. */
class LeadNeedIT {
    /** Its own: on a topic that others speak on, too, a second epoch stops whoever listens. */
    private static SuiteParts parts;

    private static RunningService service;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        client = MongoClients.create(parts.mongoUri());
        service = RunningService.start(
                parts, OpportunityServiceApplication.class, "opportunity", List.of(OpportunityCatalogue.OPPORTUNITY));
    }

    @AfterAll
    static void stop() {
        service.close();
        client.close();
        parts.close();
    }

    @Test
    @DisplayName(
            "R-041: need, channel, campaign and finding of a lead reach its opportunity; the need is never in the clear")
    void the_need_of_a_lead_is_shown_until_it_is_forgotten() {
        var lead = UUID.randomUUID();
        var opportunity = UUID.randomUUID();
        try (var topics = service.topics("lead").create()) {
            topics.publish("needs", 1, lead, "lead.converted", """
                    {"opportunityId": "%s", "owner": "kim", "need": "%s", "channel": "EXHIBITION",
                     "campaign": "spring fair", "finding": "note 7"}""".formatted(opportunity, sealed(lead)));
        }
        await().until(() ->
                service.client().get("/v1/opportunities/" + opportunity).status() == 200);

        var view = read(opportunity);
        assertThat(view.path("need").asString()).isEqualTo("two canary presses");
        assertThat(view.path("source").path("channel").asString()).isEqualTo("EXHIBITION");
        assertThat(view.path("source").path("campaign").asString()).isEqualTo("spring fair");
        assertThat(view.path("source").path("finding").asString()).isEqualTo("note 7");
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains("\"need\":\"sealed.v1." + lead))
                .noneMatch(payload -> payload.contains("canary"));

        Mono.from(client.getDatabase("lead_keys")
                        .getCollection("person_keys")
                        .deleteOne(new Document("_id", lead.toString())))
                .block();
        service.restart();
        assertThat(read(opportunity).path("need").asString()).isEqualTo(Sealer.ERASED);
        assertThat(read(opportunity).path("source").path("channel").asString()).isEqualTo("EXHIBITION");
    }

    /** As lead-service does. */
    private static String sealed(UUID lead) {
        var keyFile = KeyFile.open(parts.keyFile("lead"));
        var keys = new PersonKeys(client.getDatabase("lead_keys"), keyFile, Clock.systemUTC());
        var captured = JsonNodeFactory.instance.objectNode().put("need", "two canary presses");
        new Sealer(keys, keyFile).seal(captured, lead, "lead.captured.v1", List.of("need"));
        return captured.path("need").asString();
    }

    private static JsonNode read(UUID opportunity) {
        return service.client().readAs(Role.SALES_REP, "opportunities", opportunity);
    }
}
