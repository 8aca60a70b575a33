package io.milepost.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.appraisal.Appraisal.ContestAppraisal;
import io.milepost.leads.appraisal.Appraisal.OpenAppraisal;
import io.milepost.leads.appraisal.Appraisal.SignOffAppraisal;
import io.milepost.leads.guestlist.GuestList.CloseGuestList;
import io.milepost.leads.guestlist.GuestList.GuestKind;
import io.milepost.leads.guestlist.GuestList.InviteGuest;
import io.milepost.leads.guestlist.GuestList.OpenGuestList;
import io.milepost.leads.guestlist.GuestList.RecordGuestAttendance;
import io.milepost.leads.lead.LeadCommand.AssignLead;
import io.milepost.leads.lead.LeadCommand.DisqualifyLead;
import io.milepost.leads.meetingaction.MeetingAction.AgreeAction;
import io.milepost.leads.meetingaction.MeetingAction.CompleteAction;
import io.milepost.leads.teammember.TeamMember.AnnounceDeparture;
import io.milepost.leads.teammember.TeamMember.MoveTeamMember;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What time does to the sales organisation, who is told of it, and who may read what. */
class OrganisationIT {
    private static final Instant AGO = Instant.parse("2026-01-05T09:00:00Z");
    private static final LocalDate THEN = LocalDate.ofInstant(AGO, ZoneOffset.UTC);

    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        service = RunningService.start(LeadServiceApplication.class, "lead", CatalogueTest.COMMANDED);
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("R-016: an action that is overdue is told once, to its owner and the manager; one that is done is not")
    void an_overdue_action_is_told_to_its_owner_and_the_manager() {
        var manager = registered(null);
        var owner = registered(manager);
        var done = OrganisationSituations.action(client, owner, LocalDate.parse("2027-06-30"));
        client.accept(done, new CompleteAction("printed"));
        var late = overdue(owner);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("meeting-actions", late).equals("OVERDUE"));
        await("the notice").until(() -> told("subject=eq:" + late).size() == 1);
        var notice = told("subject=eq:" + late).path(0);
        assertThat(notice.path("kind").asString()).isEqualTo("meeting-action-overdue");
        assertThat(notice.path("owner").asString()).isEqualTo(owner);
        for (var addressee : new String[] {owner, manager}) {
            await().until(() ->
                    told("for=%s&subject=eq:%s".formatted(addressee, late)).size() == 1);
        }
        assertThat(told("for=somebody-else&subject=eq:" + late)).isEmpty();
        assertThat(told("subject=eq:" + done)).isEmpty();
        assertThat(client.get("/v1/meeting-actions/" + late + "/history").text())
                .containsOnlyOnce("meeting-action.overdue");
    }

    @Test
    @DisplayName(
            "R-014: who has left is given nothing new, keeps the code from others, and is given something after coming back")
    void who_has_left_takes_on_nothing_new() {
        var code = UUID.randomUUID().toString();
        var member = client.create(new RegisterTeamMember(code, "A", "East", THEN, null));
        client.accept(LeadSituations.registered(client), new AssignLead(code, null));
        client.accept(member, new AnnounceDeparture(THEN.plusDays(20)));
        assertThat(status("team-members", member)).isEqualTo("LEFT");

        var lead = LeadSituations.registered(client);
        assertThat(code(client.send(lead, new AssignLead(code, null), Map.of())))
                .isEqualTo("OWNER_UNKNOWN");
        var again = new RegisterTeamMember(code + " ", "A", "East", THEN, null);
        assertThat(code(client.send(null, again, Map.of()))).isEqualTo("CODE_TAKEN");

        client.accept(member, new MoveTeamMember("B", "East", THEN.plusDays(21), null));
        client.accept(lead, new AssignLead(code, null));
        assertThat(client.read("leads", lead).path("owner").asString()).isEqualTo(code);
    }

    @Test
    @DisplayName("R-014: a departure takes effect by the clock")
    void a_departure_takes_effect_by_the_clock() {
        var code = UUID.randomUUID().toString();
        var registered = client.sendAsOf(null, new RegisterTeamMember(code, "A", "East", THEN, null), AGO);
        var member = UUID.fromString(registered.json().path("id").asString());
        client.sendAsOf(member, new AnnounceDeparture(THEN.plusDays(5)), AGO.plusSeconds(60));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status("team-members", member).equals("LEFT"));
        assertThat(client.get("/v1/team-members/" + member + "/history").text()).containsOnlyOnce("team-member.left");
    }

    @Test
    @DisplayName("R-017: a supervision note is read by managers alone, and what it says is sealed in store and topic")
    void only_managers_read_supervision_notes() {
        var note = client.create(OrganisationSituations.note(LeadSituations.memberOf(client)));
        var path = "/v1/supervision-notes/" + note;
        assertThat(client.getAs(Role.SALES_MANAGER, path).text()).contains("canary came at ten");
        for (var role : Role.values()) {
            if (role != Role.SALES_MANAGER) {
                for (var of : new String[] {path, path + "/history", "/v1/supervision-notes?id=eq:" + note}) {
                    var answer = client.getAs(role, of);
                    assertThat(answer.text()).as(role + " " + of).doesNotContain("canary");
                    assertThat(answer.status()).as(role + " " + of).isNotEqualTo(200);
                }
            }
        }
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains("sealed.v1." + note))
                .noneMatch(payload -> payload.contains("canary came"));
    }

    @Test
    @DisplayName("R-018: the manager of the seller appraises, another manager does not, and the seller alone contests")
    void the_manager_appraises_and_the_seller_contests() {
        var manager = registered(null);
        var seller = UUID.randomUUID().toString();
        var member = client.create(new RegisterTeamMember(seller, "A", "East", THEN, manager));
        var open = new OpenAppraisal(member, "2025");
        assertThat(code(client.send(null, open, as(registered(null))))).isEqualTo("NOT_YOUR_DUTY");
        assertThat(code(client.send(null, open, as(seller)))).isEqualTo("NOT_YOUR_DUTY");
        var appraisal = client.create(open);
        assertThat(code(client.send(null, open, Map.of()))).isEqualTo("APPRAISAL_TAKEN");

        assertThat(client.send(appraisal, CampaignSituations.SCORE, as(manager)).status())
                .isEqualTo(200);
        assertThat(client.send(appraisal, CampaignSituations.REVIEW, as(manager))
                        .status())
                .isEqualTo(200);
        var contest = new ContestAppraisal("wrong figure");
        assertThat(code(client.send(appraisal, contest, as(manager)))).isEqualTo("NOT_YOUR_DUTY");
        assertThat(client.send(appraisal, contest, as(seller)).status()).isEqualTo(200);
        assertThat(code(client.send(appraisal, new SignOffAppraisal(), as(manager))))
                .isEqualTo("APPRAISAL_CONTESTED");
        assertThat(client.send(appraisal, CampaignSituations.REVIEW, as(manager))
                        .status())
                .isEqualTo(200);
        assertThat(client.send(appraisal, new SignOffAppraisal(), as(manager)).status())
                .isEqualTo(200);
        assertThat(status("appraisals", appraisal)).isEqualTo("SIGNED_OFF");
    }

    @Test
    @DisplayName("R-038: whether a guest is known is asked of the accounts and leads of this service")
    void guests_are_known_accounts_and_leads() {
        var list =
                client.create(new OpenGuestList(CampaignSituations.started(client), "day", OrganisationSituations.MAY));
        var lead = LeadSituations.registered(client);
        client.accept(list, new InviteGuest(GuestKind.LEAD, lead));
        assertThat(code(client.send(list, new InviteGuest(GuestKind.ACCOUNT, lead), Map.of())))
                .isEqualTo("GUEST_UNKNOWN");
        var dropped = LeadSituations.assigned(client);
        client.accept(dropped, new DisqualifyLead("no budget"));
        assertThat(code(client.send(list, new InviteGuest(GuestKind.LEAD, dropped), Map.of())))
                .isEqualTo("GUEST_UNKNOWN");
        client.accept(list, new RecordGuestAttendance(GuestKind.LEAD, lead, false));
        client.accept(list, new CloseGuestList(40));
        assertThat(client.read("guest-lists", list).at("/closed/came").asInt()).isEqualTo(1);
        assertThat(code(client.send(
                        null, new OpenGuestList(UUID.randomUUID(), "day", OrganisationSituations.MAY), Map.of())))
                .isEqualTo("CAMPAIGN_UNKNOWN");
    }

    /** A manager by role, and this member. */
    private static Map<String, String> as(String member) {
        var token = SuiteParts.shared()
                .issuer()
                .tokenSaying("user-" + member, Map.of("member", member), Role.SALES_MANAGER);
        return Map.of("Authorization", "Bearer " + token);
    }

    /** Agreed and due long ago. */
    private static UUID overdue(String owner) {
        var called = client.sendAsOf(null, OrganisationSituations.meeting(owner), AGO);
        var meeting = UUID.fromString(called.json().path("id").asString());
        client.sendAsOf(meeting, OrganisationSituations.held(owner, "ten"), AGO.plusSeconds(60));
        var agreed =
                client.sendAsOf(null, new AgreeAction(meeting, "print", owner, THEN.plusDays(3)), AGO.plusSeconds(120));
        return UUID.fromString(agreed.json().path("id").asString());
    }

    private static String registered(@Nullable String manager) {
        var code = UUID.randomUUID().toString();
        client.create(new RegisterTeamMember(code, "A", "East", THEN, manager));
        return code;
    }

    private static String status(String plural, UUID id) {
        return client.read(plural, id).path("status").asString();
    }

    private static String code(SuiteClient.Answer answer) {
        return answer.json().path("code").asString();
    }

    private static JsonNode told(String query) {
        return client.get("/v1/notices?" + query).json().path("items");
    }
}
