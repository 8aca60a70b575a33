package io.milepost.leads;

import static io.milepost.leads.LeadSituations.registered;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.account.Account.OpenAccount;
import io.milepost.leads.lead.LeadCommand.AssignLead;
import io.milepost.leads.lead.LeadCommand.DisqualifyLead;
import io.milepost.leads.lead.LeadCommand.QualifyLead;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is refused for who asks is on record, without what was asked, and an operator reads it. */
class AuditIT {
    private static final String SECRET = "their wedding is in June";

    private static RunningService service;
    private static SuiteClient client;

    private final String actor = "actor-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = RunningService.start(LeadServiceApplication.class, "lead", List.of(ACCOUNT, TEAM_MEMBER, LEAD));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-189: a command without the role is on record with who, what, on which entity and when, and without its content")
    void without_the_role() {
        var lead = registered(client);
        var refused = client.send(
                lead, new DisqualifyLead(SECRET), with(Map.of("member", "EVE", "azp", "portal"), Role.ANALYST));
        assertThat(refused.json().path("code").asString()).isEqualTo("FORBIDDEN");

        var noted = recorded(1).getFirst();
        assertThat(noted.path("status").asString()).isEqualTo("REFUSED");
        var refusal = noted.path("refusal");
        assertThat(refusal.path("actor").asString()).isEqualTo(actor);
        assertThat(refusal.path("member").asString()).isEqualTo("EVE");
        assertThat(refusal.path("client").asString()).isEqualTo("portal");
        assertThat(refusal.path("command").asString()).isEqualTo("DisqualifyLead");
        assertThat(refusal.path("target").asString()).isEqualTo(lead.toString());
        assertThat(refusal.path("code").asString()).isEqualTo("FORBIDDEN");
        assertThat(service.stored())
                .noneMatch(payload -> payload.contains(SECRET))
                .anyMatch(payload -> payload.contains(actor));
    }

    @Test
    @DisplayName(
            "R-189: so is a lead that the sender may not know of, a member it may not act for, and an item of a batch")
    void for_whom_and_for_what() {
        var lead = registered(client);
        client.accept(lead, new AssignLead(LeadSituations.memberOf(client), null));

        assertThat(client.send(lead, new QualifyLead(), with(Map.of("access", "own", "member", "EVE"), Role.SALES_REP))
                        .status())
                .isEqualTo(404);
        var acting = new HashMap<>(with(Map.of(), Role.SALES_REP));
        acting.put("Milepost-On-Behalf-Of", "BOB");
        assertThat(client.send(lead, new QualifyLead(), acting).status()).isEqualTo(403);
        var batch = client.batchWith(
                token(Map.of(), Role.ANALYST),
                "{\"items\":[{\"command\":\"QualifyLead\",\"id\":\"%s\",\"body\":{}}]}".formatted(lead));
        assertThat(batch.json().path("items").get(0).path("status").asInt()).isEqualTo(403);

        assertThat(recorded(3))
                .allMatch(
                        noted -> noted.path("refusal").path("target").asString().equals(lead.toString()))
                .extracting(noted -> noted.path("refusal").path("code").asString())
                .containsExactlyInAnyOrder("UNSEEN", "MAY_NOT_ACT_FOR", "FORBIDDEN");
    }

    @Test
    @DisplayName("R-189: what the domain refuses whoever asks is not on record")
    void what_is_refused_to_everybody_is_not_on_record() {
        var lead = registered(client);
        assertThat(client.send(lead, new DisqualifyLead(" "), with(Map.of(), Role.SALES_MANAGER))
                        .status())
                .isEqualTo(422);
        assertThat(client.send(
                                null,
                                new OpenAccount("Acme", null, null, null, null, null, null, null, null),
                                with(Map.of(), Role.ANALYST))
                        .status())
                .isEqualTo(403);

        var noted = recorded(1).getFirst().path("refusal");
        assertThat(noted.path("command").asString()).isEqualTo("OpenAccount");
        assertThat(noted.has("target")).isFalse();
    }

    @Test
    @DisplayName(
            "R-189: only operators read what is on record, and who is refused too often is listed twenty times an hour")
    void bounds_and_readers() {
        var lead = registered(client);
        for (int i = 0; i < 25; i++) {
            client.send(lead, new QualifyLead(), with(Map.of(), Role.ANALYST));
        }
        var noted = recorded(20).getFirst().path("id").asString();

        var path = "/v1/audit-records/" + noted;
        for (var read : List.of(path, path + "/history", "/v1/audit-records")) {
            assertThat(client.getAs(Role.OPERATOR, read).status()).as(read).isEqualTo(200);
            assertThat(client.getAs(Role.SALES_MANAGER, read).status()).as(read).isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "R-189: the owner of a lead reads in any role who it is about, sellers do, others see that somebody is, and"
                    + " what was read in clear is on record")
    void personal_data_is_for_the_owner_and_for_roles() {
        var lead = registered(client);
        var owner = LeadSituations.memberOf(client);
        client.accept(lead, new AssignLead(owner, null));

        assertThat(shown(lead, Map.of("member", owner), Role.ANALYST)).containsOnly("Canary Ann");
        assertThat(shown(lead, Map.of(), Role.SALES_REP)).containsOnly("Canary Ann");
        assertThat(shown(lead, Map.of("member", "nobody"), Role.ANALYST)).containsOnly(Sealer.MASKED);

        // What was gathered is noted when the service stops.
        service.restart();
        client = service.client();
        assertThat(recorded(2))
                .as("once with the member, once without")
                .extracting(noted -> noted.path("status").asString())
                .containsOnly("READ");
        assertThat(recorded(2)).allSatisfy(noted -> {
            assertThat(noted.at("/reading/aggregate").asString()).isEqualTo("lead");
            assertThat(noted.at("/reading/entities").toString()).contains(lead.toString());
            assertThat(noted.at("/reading/kinds").toString()).contains("NAME", "WORDS");
        });
    }

    /** The name of the contact as one read, the list and the history have it. */
    private List<String> shown(UUID lead, Map<String, ?> claims, Role role) {
        var reader = token(claims, role);
        var list = "/v1/leads?id=eq:" + lead;
        await().until(() -> client.getWith(reader, list).json().path("items").size() == 1);
        return List.of(
                client.getWith(reader, "/v1/leads/" + lead)
                        .json()
                        .at("/contactName")
                        .asString(),
                client.getWith(reader, list).json().at("/items/0/contactName").asString(),
                client.getWith(reader, "/v1/leads/" + lead + "/history")
                        .json()
                        .at("/items/0/data/contactName")
                        .asString());
    }

    /** All that is on record of this test's actor, once there are so many. */
    private List<JsonNode> recorded(int number) {
        var path = "/v1/audit-records?pageSize=100&actor=eq:" + actor;
        await().until(
                        () -> client.getAs(Role.OPERATOR, path)
                                .json()
                                .path("items")
                                .size(),
                        size -> size == number);
        return client.getAs(Role.OPERATOR, path)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Map<String, String> with(Map<String, ?> claims, Role... roles) {
        return Map.of("Authorization", "Bearer " + token(claims, roles));
    }

    private String token(Map<String, ?> claims, Role... roles) {
        return SuiteParts.shared().issuer().tokenSaying(actor, claims, roles);
    }
}
