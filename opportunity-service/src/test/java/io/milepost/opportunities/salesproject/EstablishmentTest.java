package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjects.CHARTER;
import static io.milepost.opportunities.salesproject.SalesProjects.DRAFT;
import static io.milepost.opportunities.salesproject.SalesProjects.FEASIBILITY;
import static io.milepost.opportunities.salesproject.SalesProjects.OF_ESTABLISHMENT;
import static io.milepost.opportunities.salesproject.SalesProjects.TEAM;
import static io.milepost.opportunities.salesproject.SalesProjects.TODAY;
import static io.milepost.opportunities.salesproject.SalesProjects.YESTERDAY;
import static io.milepost.opportunities.salesproject.SalesProjects.charter;
import static io.milepost.opportunities.salesproject.SalesProjects.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EstablishmentTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_ESTABLISHMENT);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PREPARING =
            SalesProjects.PREPARING.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> COMPLETE =
            SalesProjects.COMPLETE.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> PREPARED =
            SalesProjects.PREPARED.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> UNDER_DECISION =
            SalesProjects.UNDER_DECISION.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> RETURNED =
            SalesProjects.RETURNED.recording(REACHED);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> AUTHORIZED =
            SalesProjects.AUTHORIZED.recording(REACHED);
    private static final UUID DOCUMENT = new UUID(7, 7);
    private static final String RISK_OF = "riskOf=" + Scenario.ID;
    private static final DecideAti APPROVE = new DecideAti(AtiDecision.APPROVED, "worth it", null, null, null);
    private static final DecideAti RETURN = new DecideAti(AtiDecision.RETURNED, "no numbers", YESTERDAY, null, null);
    private static final DecideAti REJECT =
            new DecideAti(AtiDecision.REJECTED, "too small", null, EndCause.PRICE, "ask earlier");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-056, G05: the sponsor approves the charter as it stands; written anew it is decided anew")
    void a_charter_is_approved_by_the_sponsor() {
        var approved = PREPARING
                .when(DRAFT)
                .then(CHARTER)
                .when(DRAFT)
                .thenNothing()
                .when(new ApproveCharter(DOCUMENT, "go on"))
                .reading(document(1))
                .by("sponsor")
                .then(new CharterApproved("sponsor", "go on", new DocumentVersion(DOCUMENT, "CH-7", 1)))
                .when(new ApproveCharter(DOCUMENT, null))
                .reading(document(1))
                .thenNothing()
                .when(new ApproveCharter(DOCUMENT, "go on, then"))
                .reading(document(1))
                .thenRefused(CHARTER_ALREADY_APPROVED, "/note");
        assertThat(view(approved).missing()).doesNotContain("CHARTER_APPROVED");
        var anew = approved.given(
                new SalesProjectEvent.CharterDrafted("Presses", "twenty", null, null, null, "Europe", "all of it"));
        assertThat(view(anew).missing()).contains("CHARTER_APPROVED");
    }

    @Test
    @DisplayName(
            "R-186, G22: the charter that is approved is a document in effect, of the right kind, about this project")
    void a_charter_is_approved_as_a_document_in_effect() {
        var approve = new ApproveCharter(DOCUMENT, null);
        refusesCharter(PREPARING.when(approve));
        refusesCharter(PREPARING.when(new ApproveCharter(null, null)).reading(document(1)));
        refusesCharter(PREPARING.when(approve).reading(document(null)));
        refusesCharter(PREPARING
                .when(approve)
                .reading(new NeededDocument("summary-report", "CH-7", Scenario.ID, 1, "sponsor")));
        refusesCharter(PREPARING
                .when(approve)
                .reading(new NeededDocument("project-charter", "CH-7", new UUID(1, 1), 1, "sponsor")));
        refusesCharter(
                PREPARING.when(approve).reading(new NeededDocument("project-charter", "CH-7", null, 1, "sponsor")));
        var first = PREPARING
                .when(approve)
                .reading(document(1))
                .then(new CharterApproved("someone", null, new DocumentVersion(DOCUMENT, "CH-7", 1)));
        assertThat(view(first).missing()).doesNotContain("CHARTER_APPROVED");
        first.when(approve)
                .reading(document(2))
                .then(new CharterApproved("someone", null, new DocumentVersion(DOCUMENT, "CH-7", 2)));
    }

    @Test
    @DisplayName("R-056: what was approved before charters were documents stays approved")
    void an_approval_without_a_document_stays() {
        var before = PREPARING.given(CHARTER, new CharterApproved("sponsor", "go on", null));
        assertThat(view(before).missing()).doesNotContain("CHARTER_APPROVED");
        before.when(new ApproveCharter(DOCUMENT, null))
                .reading(document(1))
                .by("sponsor")
                .then(new CharterApproved("sponsor", null, new DocumentVersion(DOCUMENT, "CH-7", 1)));
    }

    private static void refusesCharter(Scenario.Attempt<SalesProject, SalesProjectCommand, SalesProjectEvent> attempt) {
        attempt.thenRefused(Usual.DOCUMENT_NOT_IN_EFFECT, "/documentId");
    }

    private static NeededDocument document(@Nullable Integer inEffect) {
        return new NeededDocument(
                "project-charter", "CH-7", Scenario.ID, inEffect, inEffect == null ? null : "sponsor");
    }

    @Test
    @DisplayName("R-056, G05: or rejects it with a reason")
    void a_charter_is_rejected_with_a_reason() {
        PREPARING.when(new RejectCharter("x")).thenRefused(CHARTER_MISSING);
        var drafted = PREPARING.given(CHARTER);
        var rejected = drafted.when(new RejectCharter("no goal"))
                .by("sponsor")
                .then(new CharterRejected("sponsor", "no goal"))
                .when(new RejectCharter("no goal"))
                .by("sponsor")
                .thenNothing();
        assertThat(view(rejected).missing()).contains("CHARTER_APPROVED");
        assertThat(view(COMPLETE.given(new CharterRejected("sponsor", "after all")))
                        .missing())
                .containsExactly("CHARTER_APPROVED");
    }

    @Test
    @DisplayName("R-056: a charter has name, goal, scope and outcome")
    void a_charter_is_complete() {
        PREPARING.when(charter("", "b", "c", "d")).thenRefused(CHARTER_INCOMPLETE, "/name");
        PREPARING.when(charter("a", " ", "c", "d")).thenRefused(CHARTER_INCOMPLETE, "/salesGoal");
        PREPARING.when(charter("a", "b", "", "d")).thenRefused(CHARTER_INCOMPLETE, "/scope");
        PREPARING.when(charter("a", "b", "c", "")).thenRefused(CHARTER_INCOMPLETE, "/expectedOutcome");
    }

    @Test
    @DisplayName("R-057: feasibility, necessity, and what people, equipment and funds it takes")
    void feasibility_is_assessed() {
        var assess = new AssessFeasibility("we can", "we must", "five of us", "a test hall", "20000 USD");
        PREPARING.when(assess).then(FEASIBILITY).when(assess).thenNothing();
        refusesAssessment(new AssessFeasibility("", "b", "c", "d", "e"), "/feasibility");
        refusesAssessment(new AssessFeasibility("a", "", "c", "d", "e"), "/necessity");
        refusesAssessment(new AssessFeasibility("a", "b", "", "d", "e"), "/people");
        refusesAssessment(new AssessFeasibility("a", "b", "c", "", "e"), "/equipment");
        refusesAssessment(new AssessFeasibility("a", "b", "c", "d", ""), "/funds");
    }

    @Test
    @DisplayName("R-059: preparation is completed with all of it, else refused with what is missing")
    void preparation_is_a_checkpoint() {
        var lacking = PREPARING.given(CHARTER).when(new CompletePreparation()).holding(RISK_OF, DOCUMENT);
        lacking.thenRefused(PREPARATION_INCOMPLETE);
        assertThat(lacking.decision())
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.detail())
                                .endsWith("lacks CHARTER_APPROVED, FEASIBILITY_ASSESSED, TEAM_APPOINTMENT_DRAFTED"));
        PREPARING.when(new SubmitForAti()).thenRefused(NOT_PREPARED);
        var prepared = COMPLETE.when(new CompletePreparation())
                .holding(RISK_OF, DOCUMENT)
                .then(new EstablishmentPrepared(TODAY))
                .when(new CompletePreparation())
                .thenNothing();
        prepared.when(new SubmitForAti())
                .by("kim")
                .then(new AtiSubmitted("kim", TODAY))
                .when(new SubmitForAti())
                .thenNothing();
        prepared.when(charter("Presses", "twenty presses", "Europe", "all of it"))
                .then(new SalesProjectEvent.CharterDrafted(
                        "Presses", "twenty presses", null, "two percent", null, "Europe", "all of it"))
                .when(new SubmitForAti())
                .thenRefused(NOT_PREPARED);
    }

    @Test
    @DisplayName("R-058: establishment is not prepared before a risk or a constraint stands in the register")
    void risks_are_recorded_at_establishment() {
        var silent = COMPLETE.when(new CompletePreparation());
        silent.thenRefused(PREPARATION_INCOMPLETE);
        assertThat(silent.decision())
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.detail()).endsWith("lacks RISK_RECORDED"));
        silent.holding(RISK_OF, DOCUMENT).then(new EstablishmentPrepared(TODAY));
    }

    @Test
    @DisplayName(
            "Whoever submitted it does not decide, by whatever name: as a member, by the same token, or through a system")
    void the_submitter_does_not_decide_under_another_name() {
        var bySystem = PREPARED.given(new AtiSubmitted("KAP", TODAY));
        var approve = new DecideAti(AtiDecision.APPROVED, "worth it", null, null, null);
        bySystem.when(approve).byMember("kap").thenRefused(DECIDER_IS_SUBMITTER);
        PREPARED.given(new AtiSubmitted("user-zoe", TODAY))
                .when(approve)
                .byMember("zoe")
                .thenRefused(DECIDER_IS_SUBMITTER);
        bySystem.when(approve).byMember("zoe").then(new AtiApproved("zoe", TODAY, "worth it", "kim"));
    }

    @Test
    @DisplayName("R-060, G06: approved, with decider, day and reason, by somebody else than who submitted it")
    void is_approved() {
        UNDER_DECISION.when(APPROVE).by("kim").thenRefused(DECIDER_IS_SUBMITTER);
        UNDER_DECISION
                .when(APPROVE)
                .by("board")
                .then(new AtiApproved("board", TODAY, "worth it", "kim"))
                .when(APPROVE)
                .thenNothing()
                .when(new DecideAti(AtiDecision.APPROVED, "for another reason", null, null, null))
                .thenRefused(ATI_ALREADY_DECIDED)
                .when(new DecideAti(AtiDecision.APPROVED, "worth it", YESTERDAY, null, null))
                .thenRefused(ATI_ALREADY_DECIDED)
                .when(REJECT)
                .thenRefused(ATI_ALREADY_DECIDED);
        PREPARED.when(APPROVE).thenRefused(NOT_UNDER_ATI);
    }

    @Test
    @DisplayName("R-060, G06: returned, to be prepared anew; as it is it does not come back")
    void is_returned_and_reworked() {
        UNDER_DECISION
                .when(RETURN)
                .then(new AtiReturned("someone", YESTERDAY, "no numbers", "kim"))
                .when(RETURN)
                .thenNothing()
                .when(new DecideAti(AtiDecision.RETURNED, "no market", YESTERDAY, null, null))
                .thenRefused(ATI_ALREADY_DECIDED);
        RETURNED.when(APPROVE).thenRefused(NOT_UNDER_ATI);
        RETURNED.when(new SubmitForAti()).thenRefused(NOT_PREPARED);
        var again = RETURNED.when(new CompletePreparation()).holding(RISK_OF, DOCUMENT);
        again.thenRefused(PREPARATION_INCOMPLETE);
        assertThat(again.decision())
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.detail()).endsWith("lacks REWORK"));
        var reworked = RETURNED.when(new DraftAppointment(TEAM.subList(0, 2)))
                .then(new TeamAppointmentDrafted(TEAM.subList(0, 2)));
        assertThat(view(reworked).status()).isEqualTo("PREPARING");
        reworked.when(new CompletePreparation()).holding(RISK_OF, DOCUMENT).then(new EstablishmentPrepared(TODAY));
    }

    @Test
    @DisplayName("R-060, G06: or rejected, which is the end of it")
    void is_rejected() {
        UNDER_DECISION
                .when(REJECT)
                .then(new AtiRejected("someone", TODAY, "too small", "kim", EndCause.PRICE, "ask earlier"))
                .when(REJECT)
                .thenNothing()
                .when(new DecideAti(AtiDecision.REJECTED, "too big", null, EndCause.PRICE, "ask earlier"))
                .thenRefused(ATI_ALREADY_DECIDED);
    }

    @Test
    @DisplayName("R-060: a decision is not of a day before it was asked for")
    void a_decision_follows_its_submission() {
        UNDER_DECISION
                .when(new DecideAti(AtiDecision.APPROVED, "x", YESTERDAY.minusDays(1), null, null))
                .thenRefused(DECIDED_BEFORE_SUBMITTED, "/decidedOn");
    }

    @Test
    void stays_as_it_was_submitted_and_decided() {
        for (var command : List.of(DRAFT, new CompletePreparation())) {
            UNDER_DECISION.when(command).thenRefused(UNDER_ATI);
            AUTHORIZED.when(command).thenRefused(ATI_ALREADY_DECIDED);
        }
        AUTHORIZED.when(new SubmitForAti()).thenRefused(ATI_ALREADY_DECIDED);
    }

    private static void refusesAssessment(AssessFeasibility assess, String pointer) {
        PREPARING.when(assess).thenRefused(FEASIBILITY_INCOMPLETE, pointer);
    }
}
