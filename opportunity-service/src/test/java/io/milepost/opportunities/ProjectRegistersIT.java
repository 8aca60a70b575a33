package io.milepost.opportunities;

import static io.milepost.opportunities.ProjectRegisterSituations.risk;
import static io.milepost.opportunities.SalesProjectSituations.APPOINT;
import static io.milepost.opportunities.SalesProjectSituations.appoint;
import static io.milepost.opportunities.SalesProjectSituations.authorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.managementplan.ManagementPlan.BeginManagementPlan;
import io.milepost.opportunities.managementplan.ManagementPlan.PlanRiskManagement;
import io.milepost.opportunities.risk.Risk.AssignRiskOwner;
import io.milepost.opportunities.risk.Risk.IdentifyRisk;
import io.milepost.opportunities.risk.Risk.MarkRiskOccurred;
import io.milepost.opportunities.risk.Risk.ReviewRisk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the registers of a sales project do by themselves: the clock, who is told, and what holds between them and the team. */
class ProjectRegistersIT {
    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        service = RunningService.start(OpportunityServiceApplication.class, "opportunity", CatalogueTest.COMMANDED);
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("R-082: whoever owns a risk leaves the team only when another member owns it")
    void a_risk_is_never_without_an_owner() {
        var project = authorized(client);
        client.accept(project, APPOINT);
        var risk = client.create(risk(project));
        assertThat(client.read("risks", risk).path("owner").asString()).isEqualTo("member FR");
        assertThat(client.send(project, appoint("other "), Map.of()).text()).contains("RISK_OWNER_LEAVES");

        client.accept(risk, new AssignRiskOwner("kim"));
        // The risk that was recorded at establishment is the fulfilment responsible's still.
        assertThat(client.send(project, appoint("other "), Map.of()).text()).contains("RISK_OWNER_LEAVES");
        for (var first : client.get("/v1/risks?salesProjectId=eq:" + project + "&owner=eq:member%20FR")
                .json()
                .path("items")) {
            client.accept(UUID.fromString(first.path("id").asString()), new AssignRiskOwner("kim"));
        }
        client.accept(project, appoint("other "));
        assertThat(client.read("risks", risk).path("owner").asString()).isEqualTo("kim");
    }

    @Test
    @DisplayName("R-173: a review that is missed and a risk that occurs are told to who tracks it, each once")
    void a_missed_review_is_told() {
        var project = authorized(client);
        var current = client.create(risk(project));
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(30));
        var day = LocalDate.ofInstant(ago, ZoneOffset.UTC).plusDays(7);
        var known = risk(project);
        var old = new IdentifyRisk(project, known.element(), "old", null, known.rating(), known.response(), null, day);
        var missed = UUID.fromString(
                client.sendAsOf(null, old, ago).json().path("id").asString());

        await().until(() -> client.read("risks", missed).path("reviewMissed").asBoolean());
        assertThat(client.read("risks", current).path("reviewMissed").asBoolean())
                .isFalse();
        await("the notice").until(() -> told("subject=eq:" + missed).size() == 1);
        var notice = told("for=member%20FR&subject=eq:" + missed).path(0);
        assertThat(notice.path("kind").asString()).isEqualTo("risk-review-missed");
        assertThat(told("for=kim&subject=eq:" + missed)).isEmpty();
        assertThat(told("subject=eq:" + current)).isEmpty();

        client.accept(current, new MarkRiskOccurred(LocalDate.now(ZoneOffset.UTC), "two weeks lost"));
        await("the notice").until(() -> told("subject=eq:" + current).size() == 1);
        assertThat(told("for=member%20FR&subject=eq:" + current)
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("risk-occurred");
    }

    @Test
    @DisplayName(
            "R-081, R-173: a risk from before the risk plan that nobody looked at for as long as that says is overdue,"
                    + " and told once")
    void the_risk_plan_binds_older_risks() {
        var project = authorized(client);
        client.accept(project, APPOINT);
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(30));
        var known = risk(project);
        var later = LocalDate.now(ZoneOffset.UTC).plusDays(100);
        var old =
                new IdentifyRisk(project, known.element(), "old", null, known.rating(), known.response(), null, later);
        var risk = UUID.fromString(
                client.sendAsOf(null, old, ago).json().path("id").asString());
        client.create(new BeginManagementPlan(project));
        client.accept(project, new PlanRiskManagement(ManagementPlanSituations.approach(14)));

        await().until(() -> client.read("risks", risk).path("reviewMissed").asBoolean());
        await("the notice").until(() -> told("subject=eq:" + risk).size() == 1);
        assertThat(told("for=member%20FR&subject=eq:" + risk)
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("risk-review-missed");

        client.accept(risk, new ReviewRisk(known.rating(), "as it was", later));
        var reviewed = client.read("risks", risk);
        assertThat(reviewed.path("reviewMissed").asBoolean()).isFalse();
        assertThat(LocalDate.parse(reviewed.path("reviewOn").asString()))
                .isBeforeOrEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(14));
        assertThat(told("subject=eq:" + risk)).hasSize(1);
    }

    private static JsonNode told(String query) {
        return client.get("/v1/notices?" + query).json().path("items");
    }
}
