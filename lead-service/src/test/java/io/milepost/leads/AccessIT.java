package io.milepost.leads;

import static io.milepost.leads.CampaignSituations.campaign;
import static io.milepost.leads.LeadSituations.registered;
import static io.milepost.leads.OrganisationSituations.action;
import static io.milepost.leads.administration.reportschedule.ReportScheduleCatalogue.REPORT_SCHEDULE;
import static io.milepost.leads.appraisal.AppraisalCatalogue.APPRAISAL;
import static io.milepost.leads.campaign.CampaignCatalogue.CAMPAIGN;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.MEETING_ACTION;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.appraisal.Appraisal.OpenAppraisal;
import io.milepost.leads.customersurvey.CustomerSurvey.PlanSurvey;
import io.milepost.leads.customersurvey.CustomerSurvey.Question;
import io.milepost.leads.customersurvey.CustomerSurvey.Topic;
import io.milepost.leads.lead.LeadCommand.AssignLead;
import io.milepost.leads.lead.LeadCommand.QualifyLead;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.AccessWalk;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.PermissionWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know of which lead, walked over the table in docs/access.md; who acts for whom. */
class AccessIT {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");

    private static RunningService service;
    private static SuiteClient client;
    private static AccessWalk walk;
    private static String me;

    @BeforeAll
    static void start() {
        service = RunningService.start(LeadServiceApplication.class, "lead", CatalogueTest.COMMANDED);
        client = service.client();
        walk = new AccessWalk(
                        client,
                        (code, team, manager) -> client.create(new RegisterTeamMember(code, team, "any", MAY, manager)))
                .with(LEAD, AccessIT::lead)
                .with(MEETING_ACTION, owner -> owner == null ? null : action(client, owner, MAY.plusYears(1)))
                .with(CAMPAIGN, owner -> owner == null ? null : client.create(campaign(owner)))
                .with(APPRAISAL, owner -> owner == null ? null : appraisal(owner))
                .with(REGISTER_BOOK, holder -> holder == null ? null : client.create(RegisterSituations.book(holder)))
                .with(SALES_TARGET, owner -> owner == null ? null : PlanningSituations.targetOf(client, owner))
                .with(
                        REPORT_SCHEDULE,
                        owner -> owner == null ? null : client.create(LeadSituations.schedule(owner, "won")))
                .with(SALES_PLAN, owner -> owner == null ? null : PlanningSituations.planOf(client, owner))
                .with(
                        DEVELOPMENT_PLAN,
                        owner -> owner == null ? null : PlanningSituations.developmentOf(client, owner));
        me = walk.me();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    @DisplayName(
            "R-189: who may know of an entity is what the table in docs/access.md says, in every role and for every"
                    + " way to it")
    Stream<DynamicTest> the_table() {
        return walk.tests();
    }

    @Test
    @DisplayName("R-189: every operation is answered to every role as docs/permissions.md says, and to nobody without a"
            + " token")
    void the_matrix() {
        var walk = new PermissionWalk(client, PermissionMatrix.of("lead", CatalogueTest.CATALOGUES));
        assertThat(walk.faults()).isEmpty();
        assertThat(walk.against("GET /v1/leads/{id}", Set.of(Role.SALES_REP)).faults("GET /v1/leads/{id}"::equals))
                .as("a read that is open to more than it should be")
                .anyMatch(fault -> fault.contains("as ANALYST was not refused"));
        assertThat(walk.against("POST /v1/leads/{id}/qualify", Set.of(Role.SALES_MANAGER))
                        .faults("POST /v1/leads/{id}/qualify"::equals))
                .as("a command likewise, alone and in a batch")
                .anyMatch(fault -> fault.contains("as SALES_REP was not refused"));
        assertThat(walk.against("GET /v1/log/keys", Set.of(Role.OPERATOR)).faults("GET /v1/log/keys"::equals))
                .as("and one that asks for no token")
                .anyMatch(fault -> fault.contains("without a token was answered 200"));
    }

    @Test
    void the_walk_notices_where_the_table_says_otherwise() {
        assertThat(walk.faults("anybody else", "own", true))
                .anyMatch(fault -> fault.contains("/history"))
                .anyMatch(fault -> fault.contains("list"))
                .anyMatch(fault -> fault.contains("QualifyLead sent alone"))
                .anyMatch(fault -> fault.contains("QualifyLead in a batch"));
        assertThat(walk.faults("the member", "own", false)).isNotEmpty();
        assertThat(walk.faults("the member", "own", true)).isEmpty();
    }

    @Test
    @DisplayName("R-189: whoever may no longer know of an entity gets no answer to a repeated request either")
    void a_repeat_is_not_answered_to_whom_it_no_longer_concerns() {
        var lead = lead(me);
        var headers = Map.of(
                "Authorization",
                "Bearer " + token(Map.of("member", me, "access", "own")),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(client.send(lead, new QualifyLead(), headers).status()).isEqualTo(200);
        assertThat(client.send(lead, new QualifyLead(), headers).headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        var other = "other-" + UUID.randomUUID();
        client.create(new RegisterTeamMember(other, "east", "any", MAY, null));
        client.accept(lead, new AssignLead(other, null));

        assertThat(client.send(lead, new QualifyLead(), headers).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("R-189: what a caller may not know of is neither expanded nor found by what other systems call it")
    void what_is_unseen_is_neither_expanded_nor_found() {
        var lead = lead(me);
        var questions = List.of(new Question(Topic.PAIN_POINTS, "what takes too long?"));
        var survey = client.create(new PlanSurvey("Acme", null, lead, MAY, me, questions, null));
        var named = client.post(
                "/v1/leads/%s/change-external-ids".formatted(lead),
                "{\"add\":[{\"system\":\"crm\",\"id\":\"%s\"}]}".formatted(lead),
                Map.of(
                        "Authorization",
                        "Bearer " + token(Map.of()),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        assertThat(named.status()).as(named.toString()).isEqualTo(200);
        var other = "other-" + UUID.randomUUID();
        client.create(new RegisterTeamMember(other, "east", "any", MAY, null));

        for (var member : List.of(me, other)) {
            boolean seen = member.equals(me);
            var token = token(Map.of("member", member, "access", "own"));
            var one = client.getWith(token, "/v1/customer-surveys/%s?expand=leadId".formatted(survey))
                    .json();
            assertThat(one.path("leadId").asString()).isEqualTo(lead.toString());
            assertThat(one.path("expanded").has("leadId")).isEqualTo(seen);
            var list = "/v1/customer-surveys?expand=leadId,accountId&id=eq:" + survey;
            await().until(() -> client.getWith(token, list).json().path("items").size() == 1);
            var item = client.getWith(token, list).json().path("items").path(0).path("expanded");
            assertThat(item.path("leadId").path("status").isMissingNode()).isEqualTo(!seen);
            assertThat(client.getWith(token, "/v1/leads?externalId=crm:" + lead)
                            .json()
                            .path("items"))
                    .hasSize(seen ? 1 : 0);
        }
    }

    @Test
    @DisplayName(
            "What is expanded is shown as of the same time, and an answer with it is never said to be known already")
    void what_is_expanded_is_of_the_same_time_and_always_told() {
        var lead = lead(me);
        var before = client.read("leads", lead).path("status");
        var questions = List.of(new Question(Topic.PAIN_POINTS, "what takes too long?"));
        var path =
                "/v1/customer-surveys/" + client.create(new PlanSurvey("Acme", null, lead, MAY, me, questions, null));
        var then =
                client.get(path + "/history").json().at("/items/0/effectiveAt").asString();
        client.accept(lead, new QualifyLead());
        var after = client.read("leads", lead).path("status");
        assertThat(after).as("control: it has changed").isNotEqualTo(before);

        assertThat(client.get(path + "?expand=leadId&asOf=" + then).json().at("/expanded/leadId/status"))
                .isEqualTo(before);
        assertThat(client.get(path + "?expand=leadId").json().at("/expanded/leadId/status"))
                .isEqualTo(after);
        var known = Map.of(
                "Authorization",
                "Bearer " + token(Map.of()),
                "If-None-Match",
                String.valueOf(client.get(path).header("ETag")));
        assertThat(client.call("GET", path, null, known).status())
                .as("control: the survey alone is known")
                .isEqualTo(304);
        assertThat(client.call("GET", path + "?asOf=" + then, null, known).status())
                .isEqualTo(304);
        for (var expanded : List.of("?expand=leadId", "?expand=leadId&asOf=" + then)) {
            assertThat(client.call("GET", path + expanded, null, known).status())
                    .as(expanded)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("R-028, R-033: the pool and the leads of a team are known to all sellers, a lead with an owner is not")
    void a_lead_without_an_owner_is_in_the_pool() {
        var seller = "seller-" + UUID.randomUUID();
        client.create(new RegisterTeamMember(seller, "west", "any", MAY, null));
        var narrow = token(Map.of("member", seller, "access", "own"));
        var lead = lead(null);
        assertThat(client.getWith(narrow, "/v1/leads/" + lead).status()).isEqualTo(200);
        client.accept(lead, new AssignLead(null, "West"));
        assertThat(client.getWith(narrow, "/v1/leads/" + lead).status()).isEqualTo(200);
        client.accept(lead, new AssignLead(me, null));
        assertThat(client.getWith(narrow, "/v1/leads/" + lead).status()).isEqualTo(404);
        client.accept(lead, new AssignLead(seller, null));
        assertThat(client.getWith(narrow, "/v1/leads/" + lead).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("R-189: a system acts for those whom its token lists, and both are on record")
    void a_system_acts_for_a_member() {
        var lead = lead(me);
        var may = token(
                Map.of("may_act_for", List.of(me.toUpperCase(java.util.Locale.ROOT)), "access", "own"), Role.SYSTEM);
        var team = token(Map.of("may_act_for", List.of("team:" + walk.team()), "access", "own"), Role.SYSTEM);
        var other = token(Map.of("may_act_for", List.of("team:south", "far")), Role.SYSTEM);
        var noSystem = token(Map.of("may_act_for", List.of("*")));

        assertThat(actFor(me, may, lead).status()).isEqualTo(200);
        var last = client.get("/v1/leads/" + lead + "/history").json().path("items");
        assertThat(last.get(last.size() - 1).path("member").asString()).isEqualTo(me);
        assertThat(last.get(last.size() - 1).path("actor").asString()).isEqualTo("erp");
        await("the directory knows the team").until(() -> actFor(me, team, lead).status() == 200);
        for (var token : List.of(other, noSystem)) {
            assertThat(actFor(me, token, lead).json().path("code").asString()).isEqualTo("MAY_NOT_ACT_FOR");
        }
        assertThat(actFor(" ", may, lead).json().path("code").asString()).isEqualTo("MAY_NOT_ACT_FOR");
        assertThat(client.getWith(may, "/v1/leads/" + lead).status())
                .as("for itself it is nobody, and sees what nobody owns")
                .isEqualTo(404);
    }

    private static UUID appraisal(String owner) {
        var member = client.get("/v1/team-members?code=eq:" + owner)
                .json()
                .path("items")
                .path(0);
        return client.create(new OpenAppraisal(UUID.fromString(member.path("id").asString()), "2025"));
    }

    private static SuiteClient.Answer actFor(String member, String token, UUID lead) {
        return client.send(
                lead, new QualifyLead(), Map.of("Authorization", "Bearer " + token, "Milepost-On-Behalf-Of", member));
    }

    private static String token(Map<String, ?> claims, Role... more) {
        return SuiteParts.shared()
                .issuer()
                .tokenSaying(
                        "erp",
                        claims,
                        Stream.concat(Stream.of(Role.SALES_REP), Stream.of(more))
                                .toArray(Role[]::new));
    }

    /** A lead in the register, owned by that member, or by nobody. */
    private static UUID lead(@Nullable String owner) {
        var lead = registered(client);
        if (owner != null) {
            client.accept(lead, new AssignLead(owner, null));
        }
        return lead;
    }
}
