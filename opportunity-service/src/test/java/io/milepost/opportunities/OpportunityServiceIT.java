package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.quote;
import static io.milepost.opportunities.OpportunitySituations.replacing;
import static io.milepost.opportunities.SalesProjectSituations.APPOINT;
import static io.milepost.opportunities.SalesProjectSituations.APPROVE;
import static io.milepost.opportunities.SalesProjectSituations.STRATEGIC;
import static io.milepost.opportunities.SalesProjectSituations.awaitProject;
import static io.milepost.opportunities.SalesProjectSituations.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.ClosingCommand.ReopenOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.AdvanceStage;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RecordNegotiationRound;
import io.milepost.opportunities.salesproject.SalesProjectCommand.DecideAti;
import io.milepost.opportunities.salesproject.SalesProjectCommand.HoldKickoff;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiDecision;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SurfaceWalk;
import java.util.List;
import java.util.Map;
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
        service = RunningService.start(OpportunityServiceApplication.class, "opportunity", CatalogueTest.COMMANDED);
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
        publish("lead", lead, "lead.converted", OtherServices.converted(opportunity));
        await().until(() -> status(opportunity).equals("IDENTIFIED"));
        assertThat(service.client()
                        .read("opportunities", opportunity)
                        .path("leadId")
                        .asString())
                .isEqualTo(lead.toString());

        service.client().accept(opportunity, new QualifyOpportunity(null));
        publish("contract", UUID.randomUUID(), "contract.signed", OtherServices.signed(opportunity));
        await().until(() -> status(opportunity).equals("WON"));
        var won = service.client().read("opportunities", opportunity);
        assertThat(won.path("value").path("amount").asString()).isEqualTo("4514.00");
        assertThat(won.path("closedOn").asString()).isEqualTo("2026-03-01");
        assertThat(won.path("skippedGates").size()).isEqualTo(7);
    }

    @Test
    @DisplayName("Decision 41: a redelivered signature wins once, past the gate that nobody took")
    void a_signature_that_is_delivered_again_changes_nothing() {
        var opportunity = service.client().create(IDENTIFY);
        var control = service.client().create(IDENTIFY);
        var contract = UUID.randomUUID();
        publish("contract", contract, "contract.signed", OtherServices.signed(opportunity));
        republish("contract", contract, "contract.signed", OtherServices.signed(opportunity));
        publish("contract", contract, "contract.signed", OtherServices.signed(opportunity));
        publish("contract", contract, "contract.signed", OtherServices.signed(control));
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
        service.client().accept(lost, new CloseAsLost("price", "ask earlier", null, EndCause.PRICE));
        var other = service.client().create(IDENTIFY);
        publish("contract", UUID.randomUUID(), "contract.signed", OtherServices.signed(lost));
        publish("contract", UUID.randomUUID(), "contract.signed", OtherServices.signed(other));

        await().until(() -> status(other).equals("WON"));
        assertThat(status(lost)).isEqualTo("LOST");
        await().untilAsserted(() -> assertThat(
                        service.client().get("/actuator/prometheus").text())
                .containsPattern("milepost_inbox_parked(\\{[^}]*\\})? 1\\.0"));
    }

    @Test
    void a_restart_forgets_nothing_and_goes_on_listening() {
        var opportunity = service.client().create(IDENTIFY);
        var before = service.client().readAs(Role.SALES_REP, "opportunities", opportunity);
        assertThat(before.path("need").asString()).isEqualTo("two canary presses");
        assertThat(service.stored()).noneMatch(payload -> payload.contains("anary"));

        service.restart();

        assertThat(service.client().readAs(Role.SALES_REP, "opportunities", opportunity))
                .isEqualTo(before);
        assertThat(service.client()
                        .get("/v1/document-kinds/" + SalesProjectSituations.CHARTER_KIND + "/history")
                        .text())
                .as("a kind that the service brings along is created once")
                .containsOnlyOnce("document-kind.defined");
        publish("contract", UUID.randomUUID(), "contract.signed", OtherServices.signed(opportunity));
        await().until(() -> status(opportunity).equals("WON"));
    }

    @Test
    @DisplayName(
            "R-060, G06: a strategic deal is established, decided about and goes on to stage 3; a standard one needs"
                    + " none of it")
    void a_strategic_deal_goes_through_the_ati_decision() {
        var client = service.client();
        var standard = client.create(IDENTIFY);
        client.accept(standard, new QualifyOpportunity(null));
        var deal = client.create(STRATEGIC);
        client.accept(deal, new QualifyOpportunity(null));
        StageProofs.moveTo(2, client, deal);
        StageProofs.reachMilestones(2, client, deal);
        StageProofs.stateCriteria(2, client, deal);
        awaitProject(client, deal);
        assertThat(client.send(deal, new AdvanceStage(), Map.of()).text()).contains("ATI_APPROVED");

        submit(client, deal);
        client.accept(deal, APPROVE);
        await().until(() -> status(deal).equals("AUTHORIZED"));
        client.accept(deal, new AdvanceStage());
        assertThat(client.read("opportunities", deal).path("stage").asInt()).isEqualTo(3);
        client.accept(deal, APPOINT);
        client.accept(deal, new HoldKickoff(null, List.of("member PD"), "file 9"));
        assertThat(client.get("/v1/sales-projects/" + standard).status()).isEqualTo(404);
        await().until(() -> client.get("/v1/weekly-reportings/" + deal).status() == 200);

        publish("contract", UUID.randomUUID(), "contract.signed", OtherServices.signed(deal));
        await().until(() -> project(deal).equals("CLOSING"));
        assertThat(client.read("opportunities", deal).path("skippedGates").toString())
                .contains("G08/S3")
                .doesNotContain("G06");

        publish("delivery", deal, "sales-closure.people-released", OtherServices.released(deal, "member AR"));
        await().until(() -> client.read("sales-projects", deal).path("team").size()
                == APPOINT.members().size() - 1);
        assertThat(project(deal)).isEqualTo("CLOSING");

        publish("delivery", deal, "sales-closure.project-closed", OtherServices.closed(deal, "WON"));
        await().until(() -> project(deal).equals("CLOSED"));
        assertThat(client.read("sales-projects", deal).path("closingCause").asString())
                .isEqualTo("WON");
        await().until(() -> status("weekly-reportings", deal).equals("ENDED"));
    }

    @Test
    @DisplayName(
            "R-060, G06: what the ATI decision turns down is withdrawn with its reason, and its sales project closes")
    void a_deal_that_is_turned_down_is_withdrawn() {
        var deal = SalesProjectSituations.proposed(service.client());
        submit(service.client(), deal);
        service.client()
                .accept(deal, new DecideAti(AtiDecision.REJECTED, "too small", null, EndCause.PRICE, "ask earlier"));
        await().until(() -> project(deal).equals("CLOSING"));
        var withdrawn = service.client().read("opportunities", deal);
        assertThat(withdrawn.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.path("reason").asString()).isEqualTo("too small");
    }

    @Test
    @DisplayName(
            "R-054, decision 44: a strategic deal that was lost is reopened, and its sales project and its reports go"
                    + " on; with the project closed it stays lost")
    void a_lost_deal_is_reopened() {
        var client = service.client();
        var deal = SalesProjectSituations.authorized(client);
        client.accept(deal, APPOINT);
        client.accept(deal, new HoldKickoff(null, List.of("kim"), "file 9"));
        await().until(() -> client.get("/v1/weekly-reportings/" + deal).status() == 200);
        client.accept(deal, new CloseAsLost("price", "ask earlier", null, EndCause.PRICE));
        await().until(() -> status("weekly-reportings", deal).equals("ENDED"));

        client.accept(deal, new ReopenOpportunity("the customer is back"));
        await().until(() -> status("weekly-reportings", deal).equals("REPORTING"));
        assertThat(status(deal)).isEqualTo("AUTHORIZED");
        assertThat(project(deal)).isEqualTo("KICKED_OFF");
        assertThat(client.get("/v1/opportunities/" + deal + "/history").text())
                .contains("opportunity.lost", "opportunity.reopened");

        client.accept(deal, new CloseAsLost("too late", "be quicker", null, EndCause.TIMING));
        await().until(() -> project(deal).equals("CLOSING"));
        publish("delivery", deal, "sales-closure.project-closed", OtherServices.closed(deal, "LOST"));
        await().until(() -> project(deal).equals("CLOSED"));
        var refused = client.send(deal, new ReopenOpportunity("once more"), Map.of());
        assertThat(refused.text()).contains("SALES_PROJECT_CLOSED");
    }

    @Test
    @DisplayName(
            "R-047, R-100: negotiation, accepted quotation and sent contract prove the last stages; no signature leads"
                    + " back")
    void facts_take_a_deal_to_its_signature_and_back() {
        var client = service.client();
        var deal = client.create(IDENTIFY);
        client.accept(deal, new QualifyOpportunity(null));
        StageProofs.moveTo(7, client, deal);
        var first = client.create(quote(client, deal, far()));
        client.accept(first, new IssueQuotation());
        client.accept(
                first, new RecordNegotiationRound(NegotiationTopic.PRICE, "4821", "4000", null, null, null, null));
        await().until(() -> standing(deal).equals("7 ENTERED"));

        var second = client.create(replacing(first, quote(client, deal, far())));
        client.accept(second, new IssueQuotation());
        await().until(() -> status("quotations", first).equals("SUPERSEDED"));
        StageProofs.stateCriteria(7, client, deal);
        client.accept(second, new AcceptQuotation(null));
        await().until(() -> standing(deal).equals("7 SUCCEEDED"));
        client.accept(deal, new AdvanceStage());

        var contract = UUID.randomUUID();
        publish("contract", contract, "contract.sent-for-signature", OtherServices.sent(deal));
        await().until(() -> standing(deal).equals("8 ENTERED"));
        publish("contract", contract, "contract.signature-declined", OtherServices.declined(deal));
        await().until(() -> standing(deal).equals("7 NOMINAL"));
        assertThat(client.get("/v1/opportunities/" + deal + "/history").text()).contains("no budget any more");
    }

    @Test
    void nothing_is_there_but_what_the_document_says() {
        SurfaceWalk.check(service);
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_every_example_is_taken_as_sent() {
        var walk = OpportunitySituations.in(new BadInputWalk(service.client(), service::quietHead));
        walk.check();
        walk.checkExamples();
    }

    private static String status(UUID opportunity) {
        var answer = service.client().get("/v1/opportunities/" + opportunity);
        return answer.status() == 200 ? answer.json().path("status").asString() : "";
    }

    private static String project(UUID opportunity) {
        return status("sales-projects", opportunity);
    }

    private static String status(String plural, UUID id) {
        return service.client().read(plural, id).path("status").asString();
    }

    private static String standing(UUID opportunity) {
        var deal = service.client().read("opportunities", opportunity);
        return deal.path("stage").asInt() + " "
                + deal.path("progress").path("standing").asString();
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
}
