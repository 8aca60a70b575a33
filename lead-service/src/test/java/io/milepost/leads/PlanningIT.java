package io.milepost.leads;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.followuppolicy.FollowUpPolicyCatalogue.FOLLOW_UP_POLICY;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.followuppolicy.FollowUpPolicy.PublishFollowUpPolicy;
import io.milepost.leads.followuppolicy.FollowUpPolicy.ReviseFollowUpPolicy;
import io.milepost.leads.lead.LeadCommand.AssignLead;
import io.milepost.leads.lead.LeadCommand.RegisterLead;
import io.milepost.leads.salestarget.SalesTarget.ApproveSalesTarget;
import io.milepost.leads.salestarget.SalesTarget.DraftSalesTarget;
import io.milepost.leads.salestarget.SalesTarget.SubmitSalesTarget;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the clock does with targets and plans, who is told, and by which deadlines leads are followed up. */
class PlanningIT {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                LeadServiceApplication.class,
                "lead",
                List.of(
                        ACCOUNT,
                        TEAM_MEMBER,
                        SEGMENT,
                        SALES_STRATEGY,
                        SALES_TARGET,
                        DEVELOPMENT_PLAN,
                        LEAD,
                        FOLLOW_UP_POLICY));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-005, G01: a period that begins without approval is told once to whoever answers for it and the manager, and one that is approved is told to nobody")
    void who_answers_is_told_that_a_target_was_not_approved() {
        var boss = member(null);
        var kim = member(boss);
        var client = service.client();
        var task = PlanningSituations.during(PlanningSituations.task(kim, PlanningSituations.adopted(client)), then());
        var late = idOf(client.sendAsOf(null, new DraftSalesTarget(task), ago()).json());

        await("the notice").until(() -> told("subject=eq:" + late).size() == 1);
        var notice = told("for=" + kim + "&subject=eq:" + late).path(0);
        assertThat(notice.path("kind").asString()).isEqualTo("target-not-approved");
        assertThat(notice.path("about").asString()).isEqualTo(then().toString());
        await("the directory")
                .until(() -> told("for=" + boss + "&subject=eq:" + late).size() == 1);
        assertThat(told("for=somebody-else&subject=eq:" + late)).isEmpty();
        assertThat(client.get("/v1/sales-targets/" + late + "/history").text())
                .containsOnlyOnce("sales-target.not-approved-in-time");
        assertThat(client.send(late, new SubmitSalesTarget(), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("PERIOD_STARTED");

        var inTime = PlanningSituations.active(client, kim);
        assertThat(client.get("/v1/sales-targets/" + inTime + "/history").text())
                .containsOnlyOnce("sales-target.activated")
                .doesNotContain("not-approved-in-time");
        assertThat(told("subject=eq:" + inTime)).isEmpty();
        assertThat(told("subject=eq:" + late)).hasSize(1);
    }

    @Test
    @DisplayName(
            "G01: a target for a period to come is approved in time, and the same caller who drafted it is refused")
    void a_target_is_approved_by_somebody_else() {
        var client = service.client();
        var kim = member(null);
        var task = PlanningSituations.task(kim, PlanningSituations.adopted(client));
        var own = client.create(new DraftSalesTarget(task));
        client.sendAs(Role.SALES_MANAGER, own, new SubmitSalesTarget());
        assertThat(client.send(own, new ApproveSalesTarget(), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("APPROVER_IS_AUTHOR");
        var others = PlanningSituations.approved(
                client, PlanningSituations.during(task, task.from().plusDays(1)));
        assertThat(client.read("sales-targets", others).path("status").asString())
                .isEqualTo("APPROVED");
    }

    @Test
    @DisplayName(
            "R-020: the plan of a segment is the list of its customers; a missed day is told once to the member and the manager")
    void a_missed_day_is_told() {
        var boss = member(null);
        var kim = member(boss);
        var client = service.client();
        var plan = PlanningSituations.development(client, then(), kim);
        var late = idOf(client.sendAsOf(null, plan, ago()).json());
        var open = client.create(PlanningSituations.development(
                client, LocalDate.ofInstant(ago(), ZoneOffset.UTC).plusDays(60), kim));

        await("the notice").until(() -> told("subject=eq:" + late).size() == 1);
        assertThat(told("for=" + kim + "&subject=eq:" + late)
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("development-day-missed");
        await("the directory")
                .until(() -> told("for=" + boss + "&subject=eq:" + late).size() == 1);
        assertThat(told("for=somebody-else&subject=eq:" + late)).isEmpty();
        assertThat(told("subject=eq:" + open)).isEmpty();
        assertThat(client.get("/v1/development-plans/" + late + "/history").text())
                .containsOnlyOnce("development-plan.day-missed");
        await().untilAsserted(() -> assertThat(client.get("/v1/development-plans?segment=eq:" + plan.segment())
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("id").asString()).isEqualTo(late.toString());
                    assertThat(item.path("status").asString()).isEqualTo("MISSED");
                }));
    }

    @Test
    @DisplayName("R-188: a lead is followed up by the version of its unit's policy under which it was registered")
    void a_unit_has_deadlines_of_its_own() {
        var client = service.client();
        var unit = "Unit " + UUID.randomUUID();
        // So long that the clock does not overtake whoever logs the first contact.
        var policy = client.create(new PublishFollowUpPolicy(unit, 365, 14, 10));
        var bound = calledLongAgo(new RegisterLead(unit));
        var plain = calledLongAgo(new RegisterLead());
        client.accept(policy, new ReviseFollowUpPolicy(1, 1, 3650));
        var later = client.create(LeadSituations.captured());
        client.accept(later, new RegisterLead(unit.toUpperCase(Locale.ROOT)));

        await().until(() -> lead(bound).path("status").asString().equals("DORMANT"));
        await().until(() -> lead(plain).path("overdue").asBoolean());
        assertThat(lead(plain).path("status").asString()).isNotEqualTo("DORMANT");
        assertThat(lead(plain).has("followUp")).isFalse();
        assertThat(lead(bound).path("followUp").path("version").asInt()).isEqualTo(1);
        assertThat(lead(bound)
                        .path("followUp")
                        .path("days")
                        .path("dormantAfter")
                        .asInt())
                .isEqualTo(10);
        assertThat(lead(later).path("followUp").path("version").asInt()).isEqualTo(2);
        assertThat(client.send(null, new PublishFollowUpPolicy(unit, 6, 14, 10), Map.of())
                        .status())
                .isEqualTo(409);
    }

    private static UUID calledLongAgo(RegisterLead register) {
        var client = service.client();
        var lead = idOf(client.sendAsOf(null, LeadSituations.captured(), ago()).json());
        client.sendAsOf(lead, register, ago().plusSeconds(1));
        client.sendAsOf(lead, new AssignLead(member(null), null), ago().plusSeconds(2));
        client.sendAsOf(lead, LeadLifeSituations.activity(), ago().plusSeconds(3));
        return lead;
    }

    private static JsonNode lead(UUID id) {
        return service.client().read("leads", id);
    }

    private static String member(@Nullable String manager) {
        var code = UUID.randomUUID().toString();
        service.client().create(new RegisterTeamMember(code, "A", "East", LocalDate.EPOCH, manager));
        return code;
    }

    private static Instant ago() {
        return Clock.systemUTC().instant().minus(30, ChronoUnit.DAYS);
    }

    private static LocalDate then() {
        return LocalDate.ofInstant(ago(), ZoneOffset.UTC).plusDays(10);
    }

    private static UUID idOf(JsonNode answer) {
        return UUID.fromString(answer.path("id").asString());
    }

    private static JsonNode told(String query) {
        return service.client().get("/v1/notices?" + query).json().path("items");
    }
}
