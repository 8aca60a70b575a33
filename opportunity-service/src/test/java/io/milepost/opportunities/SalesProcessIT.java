package io.milepost.opportunities;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.ReachMilestone;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.DraftVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.PublishVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.RetireVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.TailorVersion;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient.Answer;
import io.milepost.platform.testkit.SuiteParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sales processes of the running service: seeded once, published, and what of them binds a deal. */
class SalesProcessIT {
    private static final UUID STANDARD = SalesProcesses.idOf("standard");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = newService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static RunningService newService() {
        return RunningService.start(
                OpportunityServiceApplication.class,
                "opportunity",
                List.of(SALES_PROCESS, OPPORTUNITY, SALES_PROJECT, RISK, DOCUMENT));
    }

    @Test
    @DisplayName("R-046, decision 10: what the product comes with is there, once over restarts and several instances")
    void the_sales_processes_are_there_once() {
        service.restart();
        try (var another = newService()) {
            for (var instance : List.of(service, another)) {
                var standard = instance.client().read("sales-processes", STANDARD);
                assertThat(standard.path("version").asInt()).isEqualTo(2);
                assertThat(standard.path("stages").size()).isEqualTo(8);
                assertThat(instance.client()
                                .get("/v1/sales-processes/" + STANDARD + "/history")
                                .json()
                                .path("items")
                                .size())
                        .as("defined, and two versions published")
                        .isEqualTo(3);
            }
        }
        // Instances of one process share what the web server runs on, and closing one takes it from the other.
        service.restart();
        await().untilAsserted(() -> assertThat(service.client()
                        .get("/v1/sales-processes")
                        .json()
                        .path("items")
                        .valueStream())
                .extracting(process -> process.path("name").asString())
                .contains("standard", "strategic"));
    }

    @Test
    @DisplayName("R-188: a unit tailors its process, publishes it, and a deal keeps the version of its day")
    void a_unit_sells_by_a_process_of_its_own() {
        var client = service.client();
        var define = SalesProcessSituations.define();
        var process = client.create(define);
        assertThat(process).isEqualTo(SalesProcesses.idOf(define.name()));
        assertThat(client.send(null, identify(define.name()), Map.of()).text()).contains("TEMPLATE_UNKNOWN");
        client.accept(
                process,
                new TailorVersion(
                        STANDARD, Templates.stages(50, 100), null, null, null, null, null, null, null, null, null));
        client.accept(process, new PublishVersion(1));
        var first = client.create(identify(define.name().toUpperCase(Locale.ROOT)));
        client.accept(process, new DraftVersion(Templates.SHORT));
        client.accept(process, new PublishVersion(2));
        client.accept(process, new RetireVersion(1));
        var second = client.create(identify(define.name()));

        assertThat(deal(first)).isEqualTo(define.name() + " 1, Stage 1, [\"M1\",\"C1\",\"COMMITMENT\"]");
        assertThat(deal(second)).startsWith(define.name() + " 2, ");
        service.restart();
        assertThat(deal(first)).startsWith(define.name() + " 1, ");
        assertThat(deal(service.client().create(identify(null)))).startsWith("standard 2, Customer planning");
    }

    @Test
    @DisplayName(
            "R-067, R-188: the process says who answers for a stage; the others of the team are told that it is not theirs")
    void a_process_says_who_answers_for_a_stage() {
        var client = service.client();
        var define = SalesProcessSituations.define();
        var process = client.create(define);
        var stages = new ArrayList<>(Templates.STRATEGIC.stages());
        stages.set(0, Templates.answeredBy(stages.getFirst(), Responsible.FR));
        client.accept(
                process,
                new TailorVersion(
                        SalesProcesses.idOf("strategic"),
                        stages,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        client.accept(process, new PublishVersion(1));
        var deal = client.create(identify(define.name()));
        client.accept(deal, new QualifyOpportunity(null));
        SalesProjectSituations.awaitProject(client, deal);
        SalesProjectSituations.submit(client, deal);
        client.accept(deal, SalesProjectSituations.APPROVE);
        client.accept(deal, SalesProjectSituations.APPOINT);

        var reach = new ReachMilestone("CONTACT_NAMED", null, null);
        var refused = sendAs("member SR", deal, reach);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("NOT_YOUR_DUTY");
        assertThat(sendAs("member FR", deal, reach).status()).isEqualTo(200);
    }

    private static Answer sendAs(String member, UUID id, Record command) {
        var token = SuiteParts.shared().issuer().tokenSaying(member, Map.of("member", member), Role.SALES_REP);
        return service.client().send(id, command, Map.of("Authorization", "Bearer " + token));
    }

    private static String deal(UUID id) {
        var deal = service.client().read("opportunities", id);
        return "%s %d, %s, %s"
                .formatted(
                        deal.path("template").asString(),
                        deal.path("templateVersion").asInt(),
                        deal.path("progress").path("name").asString(),
                        deal.path("progress").path("missing"));
    }

    private static IdentifyOpportunity identify(@Nullable String template) {
        return new IdentifyOpportunity("Presses", null, "kim", null, null, null, null, null, template, null, null);
    }
}
