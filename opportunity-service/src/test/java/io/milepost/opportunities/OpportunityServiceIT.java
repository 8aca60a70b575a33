package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.opportunity.OpportunityMessages.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListMessages.PRICE_LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.QualifyOpportunity;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole service on embedded parts: from lead to contract, redeliveries, a restart, every wrong request. */
class OpportunityServiceIT {
    private static RunningService service;
    private static long position;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                OpportunityServiceApplication.class, "opportunity", List.of(PRICE_LIST, OPPORTUNITY));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-041, R-053: identified from a lead under its pre-allocated id, won by the signed contract, each once")
    void a_lead_becomes_an_opportunity_and_a_contract_wins_it() {
        var opportunity = UUID.randomUUID();
        var lead = UUID.randomUUID();
        publish("lead", lead, "lead.converted", converted(opportunity));
        await().until(() -> status(opportunity).equals("IDENTIFIED"));
        assertThat(service.client()
                        .read("opportunities", opportunity)
                        .path("leadId")
                        .asString())
                .isEqualTo(lead.toString());

        service.client().accept(opportunity, new QualifyOpportunity(null));
        publish("contract", UUID.randomUUID(), "contract.signed", signed(opportunity));
        await().until(() -> status(opportunity).equals("WON"));
        var won = service.client().read("opportunities", opportunity);
        assertThat(won.path("value").path("amount").asString()).isEqualTo("4514.00");
        assertThat(won.path("closedOn").asString()).isEqualTo("2026-03-01");
        assertThat(won.path("skippedGates").size()).isZero();
    }

    @Test
    @DisplayName("Decision 41: a redelivered signature wins once, past the gate that nobody took")
    void a_signature_that_is_delivered_again_changes_nothing() {
        var opportunity = service.client().create(IDENTIFY);
        var control = service.client().create(IDENTIFY);
        var contract = UUID.randomUUID();
        publish("contract", contract, "contract.signed", signed(opportunity));
        republish("contract", contract, "contract.signed", signed(opportunity));
        publish("contract", contract, "contract.signed", signed(opportunity));
        publish("contract", contract, "contract.signed", signed(control));
        await().until(() -> status(control).equals("WON"));

        assertThat(service.client()
                        .get("/v1/opportunities/" + opportunity + "/history")
                        .text())
                .containsOnlyOnce("opportunity.won");
        assertThat(service.client()
                        .read("opportunities", opportunity)
                        .path("skippedGates")
                        .get(0)
                        .asString())
                .isEqualTo("G04");
    }

    @Test
    @DisplayName("A contract signed for a lost deal is parked, and another contract is not held up by it")
    void a_contract_for_a_lost_deal_waits_for_somebody() {
        var lost = service.client().create(IDENTIFY);
        service.client().accept(lost, new CloseAsLost("price", null, null));
        var other = service.client().create(IDENTIFY);
        publish("contract", UUID.randomUUID(), "contract.signed", signed(lost));
        publish("contract", UUID.randomUUID(), "contract.signed", signed(other));

        await().until(() -> status(other).equals("WON"));
        assertThat(status(lost)).isEqualTo("LOST");
        await().untilAsserted(() -> assertThat(
                        service.client().get("/actuator/prometheus").text())
                .containsPattern("milepost_inbox_parked(\\{[^}]*\\})? 1\\.0"));
    }

    @Test
    void a_restart_forgets_nothing_and_goes_on_listening() {
        var opportunity = service.client().create(IDENTIFY);
        var before = service.client().read("opportunities", opportunity);
        assertThat(before.path("need").asString()).isEqualTo("two canary presses");
        assertThat(service.stored()).noneMatch(payload -> payload.contains("anary"));

        service.restart();

        assertThat(service.client().read("opportunities", opportunity)).isEqualTo(before);
        publish("contract", UUID.randomUUID(), "contract.signed", signed(opportunity));
        await().until(() -> status(opportunity).equals("WON"));
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        OpportunitySituations.in(new BadInputWalk(service.client(), service::head))
                .check();
    }

    private static String status(UUID opportunity) {
        var answer = service.client().get("/v1/opportunities/" + opportunity);
        return answer.status() == 200 ? answer.json().path("status").asString() : "";
    }

    private static void publish(String source, UUID subject, String name, String json) {
        position++;
        republish(source, subject, name, json);
    }

    private static void republish(String source, UUID subject, String name, String json) {
        try (var topics = service.topics(source).create()) {
            topics.publish("first", position, subject, name, json);
        }
    }

    private static String converted(UUID opportunity) {
        return "{\"opportunityId\": \"%s\", \"owner\": \"kim\", \"channel\": \"WEB\"}".formatted(opportunity);
    }

    private static String signed(UUID opportunity) {
        return """
                {"opportunityId": "%s", "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "2026-03-01"}
                """.formatted(opportunity);
    }
}
