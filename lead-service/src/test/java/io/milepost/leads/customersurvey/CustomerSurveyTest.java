package io.milepost.leads.customersurvey;

import static io.milepost.leads.customersurvey.CustomerSurvey.No.*;
import static io.milepost.leads.customersurvey.CustomerSurveyCatalogue.CUSTOMER_SURVEY;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.customersurvey.CustomerSurvey.*;
import io.milepost.leads.customersurvey.CustomerSurveyCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CustomerSurveyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CUSTOMER_SURVEY);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Question PAINS = new Question(Topic.PAIN_POINTS, "what takes too long?");
    private static final Question NEEDS = new Question(Topic.NEEDS, "what is missing?");
    private static final Scenario<CustomerSurvey, Command, Event> NOTHING =
            Scenario.of(CUSTOMER_SURVEY).recording(REACHED).reading(new KnownAccount(true));
    private static final PlanSurvey PLAN = plan("Acme", ACCOUNT, null, TODAY, List.of(PAINS, NEEDS));
    private static final CustomerSurveyPlanned PLANNED =
            new CustomerSurveyPlanned("Acme", ACCOUNT, null, TODAY, "KAP", List.of(PAINS, NEEDS), null);
    private static final Scenario<CustomerSurvey, Command, Event> SURVEY = NOTHING.given(PLANNED);
    private static final SurveyFindingRecorded QUEUES = new SurveyFindingRecorded(1, "queues", TODAY, "someone", "h1");
    private static final SurveyFindingRecorded SPACE = new SurveyFindingRecorded(2, "space", TODAY, "someone", "h2");
    private static final CustomerSurveyCarriedOut DONE =
            new CustomerSurveyCarriedOut("bigger", 2, TODAY, "hc", null, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-037: a survey is planned of an account or a lead that there is, with questions and a surveyor")
    void is_planned() {
        planned(PLAN).then(PLANNED).when(PLAN).thenTaken();
        planned(plan("Acme", null, OTHER, TODAY, List.of(PAINS)))
                .reading(new KnownLead(true))
                .then(new CustomerSurveyPlanned("Acme", null, OTHER, TODAY, "KAP", List.of(PAINS), null));
        planned(plan("Acme", null, OTHER, TODAY, List.of(PAINS))).thenRefused(LEAD_UNKNOWN, "/leadId");
        planned(plan("Acme", null, null, TODAY, List.of(PAINS))).thenRefused(NOBODY_SURVEYED);
        Scenario.of(CUSTOMER_SURVEY)
                .recording(REACHED)
                .when(PLAN)
                .holding("code=KAP", OTHER)
                .thenRefused(ACCOUNT_UNKNOWN, "/accountId");
        NOTHING.when(PLAN).thenRefused(SURVEYOR_UNKNOWN, "/surveyor");
        planned(plan(" ", ACCOUNT, null, TODAY, List.of(PAINS))).thenRefused(TEXT_MISSING, "/title");
        planned(plan("Acme", ACCOUNT, null, TODAY.plusYears(6), List.of(PAINS))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        planned(plan("Acme", ACCOUNT, null, TODAY, List.of())).thenRefused(QUESTIONS_MISSING, "/questions");
        planned(plan("Acme", ACCOUNT, null, TODAY, List.of(PAINS, NEEDS, PAINS)))
                .thenRefused(QUESTION_TWICE, "/questions/2");
        planned(plan("Acme", ACCOUNT, null, TODAY, List.of(new Question(Topic.NEEDS, " "))))
                .thenRefused(TEXT_MISSING, "/questions/0/text");
    }

    @Test
    @DisplayName("R-037: findings are recorded question by question, several to one question, each once")
    void findings_are_recorded() {
        var one = SURVEY.when(new RecordSurveyFinding(1, "queues", null))
                .digest("finding", "h1")
                .then(QUEUES)
                .when(new RecordSurveyFinding(1, "queues", TODAY))
                .digest("finding", "h1")
                .thenNothing();
        one.when(new RecordSurveyFinding(1, "noise", TODAY.minusDays(1)))
                .digest("finding", "h3")
                .then(new SurveyFindingRecorded(1, "noise", TODAY.minusDays(1), "someone", "h3"));
        for (int number : List.of(-1, 0, 3, Integer.MAX_VALUE)) {
            SURVEY.when(new RecordSurveyFinding(number, "queues", null)).thenRefused(QUESTION_UNKNOWN, "/question");
        }
        SURVEY.when(new RecordSurveyFinding(1, " ", null)).thenRefused(TEXT_MISSING, "/finding");
        SURVEY.when(new RecordSurveyFinding(1, "queues", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
    }

    @Test
    @DisplayName("R-037: a survey is carried out once every question has a finding, and then stays")
    void is_carried_out() {
        SURVEY.given(QUEUES).when(new ConcludeSurvey("bigger")).thenRefused(QUESTIONS_OPEN);
        var asked = SURVEY.given(QUEUES, SPACE);
        asked.when(new ConcludeSurvey(" ")).thenRefused(TEXT_MISSING, "/conclusion");
        var done = asked.when(new ConcludeSurvey("bigger"))
                .digest("conclusion", "hc")
                .then(DONE)
                .when(new ConcludeSurvey("bigger"))
                .digest("conclusion", "hc")
                .thenNothing();
        var view = View.of(done.state());
        assertThat(view.status()).isEqualTo("CARRIED_OUT");
        assertThat(view.findings())
                .extracting(CustomerSurveyCatalogue.Finding::finding)
                .containsExactly("queues", "space");
        done.when(new RecordSurveyFinding(1, "more", null))
                .digest("finding", "h9")
                .thenRefused(SURVEY_CARRIED_OUT);
        done.when(new ConcludeSurvey("smaller")).digest("conclusion", "hd").thenRefused(SURVEY_CARRIED_OUT);
        done.when(new CancelSurvey("why")).thenRefused(SURVEY_CARRIED_OUT);
    }

    @Test
    @DisplayName(
            "R-037: a survey says for which deal it was carried out: the one that it names, or what its lead became")
    void says_for_which_deal() {
        var ofLead = NOTHING.given(
                new CustomerSurveyPlanned("Acme", null, OTHER, TODAY, "KAP", List.of(PAINS), null), QUEUES);
        ofLead.when(new ConcludeSurvey("bigger"))
                .digest("conclusion", "hc")
                .reading(new DealOfLead(ACCOUNT))
                .then(new CustomerSurveyCarriedOut("bigger", 1, TODAY, "hc", OTHER, ACCOUNT));
        var early = ofLead.when(new ConcludeSurvey("bigger"))
                .digest("conclusion", "hc")
                .reading(new DealOfLead(null))
                .then(new CustomerSurveyCarriedOut("bigger", 1, TODAY, "hc", OTHER, null));
        assertThat(early.state()).isNotNull();
        var named = NOTHING.given(
                new CustomerSurveyPlanned("Acme", ACCOUNT, OTHER, TODAY, "KAP", List.of(PAINS), DEAL), QUEUES);
        named.when(new ConcludeSurvey("bigger"))
                .digest("conclusion", "hc")
                .reading(new DealOfLead(ACCOUNT))
                .then(new CustomerSurveyCarriedOut("bigger", 1, TODAY, "hc", OTHER, DEAL));
        assertThat(View.of(named.state()).opportunityId()).isEqualTo(DEAL);
        planned(new PlanSurvey("Acme", ACCOUNT, null, TODAY, "KAP", List.of(PAINS), DEAL))
                .then(new CustomerSurveyPlanned("Acme", ACCOUNT, null, TODAY, "KAP", List.of(PAINS), DEAL));
        var row = CUSTOMER_SURVEY.event(CustomerSurveyCarriedOut.class);
        assertThat(row.tags().apply(new CustomerSurveyCarriedOut("x", 1, TODAY, "h", OTHER, null)))
                .containsExactly(new Tag("surveyOf", OTHER.toString()));
        assertThat(row.tags().apply(DONE)).isEmpty();
    }

    @Test
    @DisplayName("R-037: a survey that is not needed any more is cancelled with a reason")
    void is_cancelled() {
        SURVEY.when(new CancelSurvey(" ")).thenRefused(REASON_MISSING, "/reason");
        var off = SURVEY.when(new CancelSurvey("sold to another"))
                .then(new CustomerSurveyCancelled("sold to another"))
                .when(new CancelSurvey("sold to another"))
                .thenNothing();
        off.when(new CancelSurvey("another reason")).thenRefused(SURVEY_CANCELLED);
        off.when(new RecordSurveyFinding(1, "queues", null)).thenRefused(SURVEY_CANCELLED);
        assertThat(View.of(off.state()).status()).isEqualTo("CANCELLED");
        assertThat(View.of(SURVEY.state()).status()).isEqualTo("PLANNED");
    }

    private static Scenario.Attempt<CustomerSurvey, Command, Event> planned(PlanSurvey plan) {
        return NOTHING.when(plan).holding("code=KAP", OTHER);
    }

    private static PlanSurvey plan(String title, UUID account, UUID lead, LocalDate on, List<Question> questions) {
        return new PlanSurvey(title, account, lead, on, "KAP", questions, null);
    }

    @Test
    @DisplayName("R-037, R-189: a survey is carried out by its surveyor or a sales manager")
    void findings_are_the_surveyors() {
        var work = SURVEY.when(new RecordSurveyFinding(1, "queues", null));
        work.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(work.byMember("kap").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.byMember("boss").inRole(SALES_MANAGER).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.unbound().decision()).isInstanceOf(Decision.Accepted.class);
        var end = SURVEY.given(QUEUES, SPACE).when(new ConcludeSurvey("bigger"));
        end.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(end.byMember("kap").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
    }
}
