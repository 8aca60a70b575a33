package io.milepost.leads;

import static io.milepost.leads.LeadSituations.captured;
import static io.milepost.leads.LeadSituations.registered;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a lead waits for, who is told, and what is ruled between two leads. */
class LeadLifeIT {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                LeadServiceApplication.class,
                "lead",
                List.of(ACCOUNT, TEAM_MEMBER, LEAD, SCORING_POLICY, ASSIGNMENT_POLICY, SEGMENT));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-035, R-040: a missed action is overdue by the clock, owner and manager are told once, and the lead falls dormant")
    void a_lead_that_nobody_follows_up_is_overdue_and_falls_dormant() {
        var manager = member("North", null);
        var owner = member("North", manager);
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(120));
        var lead = UUID.fromString(
                client.sendAsOf(null, captured(), ago).json().path("id").asString());
        client.sendAsOf(lead, new RegisterLead(), ago.plusSeconds(1));
        client.sendAsOf(lead, new AssignLead(owner, null), ago.plusSeconds(2));
        client.sendAsOf(lead, LeadLifeSituations.activity(), ago.plusSeconds(3));
        var fresh = LeadSituations.assigned(client);

        await().until(() -> status(lead).equals("DORMANT"));
        var history = client.get("/v1/leads/" + lead + "/history").text();
        assertThat(history).containsOnlyOnce("lead.follow-up-overdue").containsOnlyOnce("lead.marked-dormant");
        assertThat(status(fresh)).isEqualTo("ASSIGNED");

        await("the notice").until(() -> told("subject=eq:" + lead).size() == 1);
        assertThat(told("subject=eq:" + lead).path(0).path("kind").asString()).isEqualTo("follow-up-overdue");
        for (var addressee : List.of(owner, manager)) {
            assertThat(told("for=" + addressee + "&subject=eq:" + lead)).hasSize(1);
        }
        assertThat(told("for=" + member("North", null) + "&subject=eq:" + lead)).isEmpty();
        assertThat(told("subject=eq:" + fresh)).isEmpty();

        client.accept(lead, new ReactivateLead(null));
        assertThat(status(lead)).isEqualTo("FOLLOWING_UP");
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains("\"outcome\":\"sealed.v1." + lead))
                .noneMatch(payload -> payload.contains("canary"));
        assertThat(client.readAs(Role.SALES_REP, "leads", lead)
                        .path("activities")
                        .path(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("canary wants a tour");
    }

    @Test
    @DisplayName(
            "R-035: a missed action of a lead that only a team has is told to the team and its manager by name, once")
    void an_overdue_lead_of_a_team_is_told_by_name() {
        var team = "Team " + UUID.randomUUID();
        var manager = member("Head office", null);
        var seller = member(team, manager);
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(30));
        var lead = UUID.fromString(
                client.sendAsOf(null, captured(), ago).json().path("id").asString());
        client.sendAsOf(lead, new RegisterLead(), ago.plusSeconds(1));
        client.sendAsOf(lead, new AssignLead(null, team.toUpperCase(Locale.ROOT)), ago.plusSeconds(2));
        var stranger = member("South", null);

        await("the notice")
                .until(() -> told("for=" + manager + "&subject=eq:" + lead).size() == 1);
        assertThat(told("for=" + seller + "&subject=eq:" + lead)).hasSize(1);
        assertThat(told("for=" + stranger + "&subject=eq:" + lead)).isEmpty();
        assertThat(told("subject=eq:" + lead)).singleElement().satisfies(notice -> {
            assertThat(notice.path("kind").asString()).isEqualTo("follow-up-overdue");
            assertThat(notice.path("team").asString()).isEqualToIgnoringCase(team);
        });
        assertThat(client.get("/v1/leads/" + lead + "/history").text()).containsOnlyOnce("lead.follow-up-overdue");
    }

    @Test
    @DisplayName(
            "R-028: a dispute is told to owner and manager; where it is ruled for the owner, the claimant is merged")
    void a_claim_in_vain_is_merged() {
        var manager = member("South", null);
        var owner = member("South", manager);
        var lead = owned(owner);
        var claimant = registered(client);
        dispute(lead, claimant);

        await("the notice")
                .until(() -> told("for=" + manager + "&subject=eq:" + lead).size() == 1);
        assertThat(told("for=" + owner + "&subject=eq:" + lead)
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("attribution-disputed");
        client.accept(lead, new RuleAttribution(lead, "first registration"));
        await().until(() -> status(claimant).equals("MERGED"));
        assertThat(client.read("leads", claimant).path("mergedInto").asString()).isEqualTo(lead.toString());
        assertThat(status(lead)).isEqualTo("ASSIGNED");
        assertThat(told("subject=eq:" + lead)).hasSize(1);
    }

    @Test
    @DisplayName(
            "R-028, G02: a duplicate claims the customer; where it is ruled for it, it gets the contact and into the register")
    void a_claim_that_is_right_gets_the_contact() {
        var capture = captured();
        var lead = client.create(capture);
        client.accept(lead, new RegisterLead());
        var claimant = client.create(capture);
        assertThat(client.send(claimant, new RegisterLead(), Map.of()).status()).isEqualTo(409);
        assertThat(status(claimant)).isEqualTo("DUPLICATE");
        client.send(claimant, new ClaimCustomer("met her at the fair"), LeadLifeSituations.byAnother());
        await("the dispute").until(() -> client.read("leads", lead).has("dispute"));
        assertThat(client.read("leads", lead).path("dispute").path("disputedBy").asString())
                .isEqualTo("another");
        client.accept(lead, new RuleAttribution(claimant, "met her at the fair"));

        assertThat(status(lead)).isEqualTo("MERGED");
        client.accept(claimant, new RegisterLead());
        assertThat(status(claimant)).isEqualTo("REGISTERED");
    }

    @Test
    @DisplayName("R-028: a switchboard keeps no colleague out, in whatever spelling, and the same person only")
    void colleagues_share_a_number() {
        var ann = client.create(atWork("Ann", "+44 (0)20 7946 0123"));
        var bo = client.create(atWork("Bo", "+44 20 7946 0123"));
        var again = client.create(atWork(" ann ", "0044 20 7946 0123"));
        client.accept(ann, new RegisterLead());
        client.accept(bo, new RegisterLead());
        assertThat(client.send(again, new RegisterLead(), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("DUPLICATE_CONTACT");
        assertThat(client.read("leads", again).path("holder").asString()).isEqualTo(ann.toString());
        client.accept(again, new RuleDistinct("another Ann, by e-mail only"));
        client.accept(again, new CompleteLead(null, null, null, null, null, email(), null, null, null, null));
        client.accept(again, new RegisterLead());
    }

    @Test
    @DisplayName("R-028: a number has the keys of all its spellings, so that leads of before are found by theirs")
    void a_number_is_found_under_each_spelling() {
        var mark = "region-" + UUID.randomUUID();
        for (var spelling : List.of("(201) 555-0177", "+1 201 555 0177")) {
            client.create(new CaptureLead(
                    Channel.PHONE, null, null, null, null, null, spelling, null, "presses", null, mark, null, null));
        }
        var keys = service.stored().stream()
                .filter(payload -> payload.contains(mark))
                .map(payload -> payload.replaceFirst("(?s).*\"contactKeys\":\\[([^]]*)].*", "$1"))
                .map(list -> Set.of(list.split(",", -1)))
                .toList();
        assertThat(keys).hasSize(2).allSatisfy(of -> assertThat(of).hasSize(2));
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
    }

    @Test
    @DisplayName("R-033: a lead goes to a team that somebody is in; colleagues of a team are no doubles")
    void a_lead_is_given_to_a_team() {
        var team = "Team " + UUID.randomUUID();
        member(team, null);
        member(team, null);
        var lead = registered(client);
        client.accept(lead, new AssignLead(null, team.toUpperCase(Locale.ROOT)));
        assertThat(client.read("leads", lead).path("team").asString()).isEqualToIgnoringCase(team);
        assertThat(client.send(lead, new AssignLead(null, team + " 2"), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("TEAM_UNKNOWN");
        assertThat(client.get("/v1/log/doubles").text()).doesNotContainIgnoringCase(team);
    }

    @Test
    @DisplayName("R-032, R-040: leads of a segment are listed in the order of their score")
    void leads_are_listed_by_promise() {
        var segment = MarketSituations.segment(client);
        var policy = LeadLifeSituations.scoring(client);
        var low = registered(client);
        var high = registered(client);
        client.accept(low, new ScoreLead(policy, List.of(new Rating("size", 20))));
        client.accept(high, new ScoreLead(policy, List.of(new Rating("size", 90))));
        for (var lead : List.of(low, high)) {
            client.accept(lead, new SegmentLead(segment));
        }
        await().untilAsserted(() -> assertThat(client.get("/v1/leads?segment=eq:" + segment + "&orderBy=score%20desc")
                        .json()
                        .path("items"))
                .extracting(item -> item.path("id").asString())
                .containsExactly(high.toString(), low.toString()));
    }

    private static CaptureLead atWork(String name, String phone) {
        return new CaptureLead(
                Channel.PHONE,
                null,
                "Acme",
                null,
                null,
                name,
                phone,
                null,
                "presses",
                PhoneKind.COMPANY,
                null,
                null,
                null);
    }

    private static String email() {
        return UUID.randomUUID() + "@acme.example";
    }

    private static void dispute(UUID lead, UUID claimant) {
        client.send(lead, new DisputeAttribution(claimant, "mine"), LeadLifeSituations.byAnother());
    }

    private static UUID owned(String owner) {
        var lead = registered(client);
        client.accept(lead, new AssignLead(owner, null));
        return lead;
    }

    private static String member(String team, @Nullable String manager) {
        var code = UUID.randomUUID().toString();
        client.create(new RegisterTeamMember(code, team, "East", MAY, manager));
        return code;
    }

    private static String status(UUID lead) {
        return client.read("leads", lead).path("status").asString();
    }

    private static JsonNode told(String query) {
        return client.get("/v1/notices?" + query).json().path("items");
    }
}
