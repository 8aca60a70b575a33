package io.milepost.opportunities.managementplan;

import static io.milepost.opportunities.managementplan.ManagementPlan.No.*;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_MISSED;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.COMMUNICATION_NOTICE;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.managementplan.Keeping.RisksOfProject;
import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue.Telling;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue.View;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told what, which standards hold, and what is needed and given, in a project that Kim owns and directs. */
class ManagementPlanTest {
    /** What {@link ProvidingTest} reaches. */
    static final List<Refusal> OF_PROVIDING =
            List.of(QUANTITY_FAULTY, PERIOD_REVERSED, RESOURCES_BEFORE_ATI, MORE_THAN_NEEDED, GIVEN_ALREADY);

    private static final ReachedRefusals REACHED = ReachedRefusals.without(MANAGEMENT_PLAN, OF_PROVIDING);
    static final UUID PROJECT = Scenario.ID;
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final List<Seat> SEATS =
            List.of(new Seat(Responsible.PD, "kim"), new Seat(Responsible.AR, "lee"), new Seat(Responsible.QA, "uma"));

    private static final Communication WEEKLY = told("C1", Frequency.WEEKLY, "lee", FRIDAY);
    private static final Communication ONCE = told("C2", Frequency.ONCE, "kim", FRIDAY);
    static final Standard QUIET = new Standard("Q1", "the demonstration", "below 70 dB", "measured on site");

    private static final Scenario<ManagementPlan, Command, Event> NOTHING =
            Scenario.of(MANAGEMENT_PLAN).recording(REACHED).reading(team(Phase.AUTHORIZED));
    private static final Scenario<ManagementPlan, Command, Event> BEGUN =
            NOTHING.given(new ManagementPlanBegun(PROJECT, "kim"));
    private static final CommunicationPlanned PLANNED =
            new CommunicationPlanned(PROJECT, List.of(WEEKLY, ONCE), MONDAY, "someone");
    private static final Scenario<ManagementPlan, Command, Event> TELLING = BEGUN.given(PLANNED);

    @AfterAll
    static void every_refusal_was_reached() {
        REACHED.assertComplete();
    }

    @Test
    void a_project_has_one_plan_until_it_ends() {
        var begin = new BeginManagementPlan(PROJECT);
        assertThat(begin.entityId()).isEqualTo(PROJECT);
        NOTHING.when(begin)
                .then(new ManagementPlanBegun(PROJECT, "kim"))
                .when(begin)
                .thenTaken();
        Scenario.of(MANAGEMENT_PLAN)
                .recording(REACHED)
                .when(begin)
                .thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        NOTHING.when(begin).reading(team(Phase.ENDED)).thenRefused(SALES_PROJECT_AT_END);
        for (var command : List.of(
                new PlanCommunication(List.of(WEEKLY)),
                new RecordCommunication("C1", null, null),
                new PlanQuality(List.of(QUIET)),
                new PlanResources(List.of(ProvidingTest.needed("R1", "3"))),
                new GiveResource("R1", BigDecimal.ONE, null))) {
            TELLING.when(command).reading(team(Phase.ENDED)).thenRefused(SALES_PROJECT_AT_END);
        }
    }

    @Test
    @DisplayName("R-079: a plan says who is told what, how often, by which channel and by whom")
    void communication_is_planned() {
        var plan = new PlanCommunication(List.of(WEEKLY, ONCE));
        BEGUN.when(plan).then(PLANNED).when(plan).thenNothing();
        BEGUN.when(new PlanCommunication(List.of())).thenRefused(NOBODY_PLANNED, "/communications");
        refused(new Communication(" ", "a", "b", Frequency.ONCE, "mail", "lee", FRIDAY), "/code", TEXT_MISSING);
        refused(told("c1 ", Frequency.ONCE, "lee", FRIDAY), "/code", CODE_REPEATED);
        refused(new Communication("X", "", "b", Frequency.ONCE, "mail", "lee", FRIDAY), "/audience", TEXT_MISSING);
        refused(new Communication("X", "a", "", Frequency.ONCE, "mail", "lee", FRIDAY), "/content", TEXT_MISSING);
        refused(new Communication("X", "a", "b", Frequency.ONCE, "", "lee", FRIDAY), "/channel", TEXT_MISSING);
        refused(told("X", Frequency.ONCE, "ghost", FRIDAY), "/responsible", RESPONSIBLE_UNKNOWN);
        refused(told("X", Frequency.ONCE, "lee", MONDAY.minusDays(1)), "/firstOn", COMMUNICATION_OVER);
        refused(told("X", Frequency.WEEKLY, "lee", MONDAY.plusYears(6)), "/firstOn", DAY_IMPLAUSIBLE);
    }

    @Test
    @DisplayName("R-064, R-079: the plan of communication is the director's; that somebody was told is said by whoever"
            + " tells")
    void who_plans_and_who_tells() {
        BEGUN.when(new PlanCommunication(List.of(WEEKLY)))
                .reading(new Holders(Set.of("KIM")))
                .byMember("lee")
                .thenNotYourDuty();
        TELLING.when(new RecordCommunication("C1", null, null)).byMember("uma").thenRefused(COMMUNICATION_NOT_YOURS);
        for (var member : List.of("Lee", "kim")) {
            assertThat(TELLING.when(new RecordCommunication("C1", null, null))
                            .byMember(member)
                            .then(executed("C1", FRIDAY, MONDAY, null, member))
                            .state()
                            .communications()
                            .get("C1")
                            .done())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "R-079: that they were told is on record for the day by which it was due, once, and the next one is waited"
                    + " for")
    void telling_is_recorded() {
        assertThat(awaited(TELLING)).containsExactly("C1 2026-03-06", "C2 2026-03-06");
        var once = TELLING.when(new RecordCommunication("c2", MONDAY, "in the yard"))
                .then(executed("C2", FRIDAY, MONDAY, "in the yard", "someone"));
        assertThat(awaited(once)).containsExactly("C1 2026-03-06");
        once.when(new RecordCommunication("C2", MONDAY, "in the yard")).thenNothing();
        once.when(new RecordCommunication("C2", MONDAY, "again"))
                .then(executed("C2", null, MONDAY, "again", "someone"));

        var weekly = TELLING.when(new RecordCommunication("C1", null, null))
                .then(executed("C1", FRIDAY, MONDAY, null, "someone"));
        assertThat(awaited(weekly)).containsExactly("C1 2026-03-13", "C2 2026-03-06");
        // A second time in the same week settles nothing more; a day of the next one does.
        var twice = weekly.when(new RecordCommunication("C1", FRIDAY, "more"))
                .on(FRIDAY)
                .then(executed("C1", null, FRIDAY, "more", "someone"));
        assertThat(awaited(twice)).containsExactly("C1 2026-03-13", "C2 2026-03-06");
        weekly.when(new RecordCommunication("C1", FRIDAY.plusDays(1), null))
                .on(FRIDAY.plusDays(2))
                .then(executed("C1", FRIDAY.plusWeeks(1), FRIDAY.plusDays(1), null, "someone"));
        TELLING.when(new RecordCommunication("C9", null, null)).thenRefused(CODE_UNKNOWN, "/code");
        TELLING.when(new RecordCommunication("C1", FRIDAY, null)).thenRefused(DAY_IN_FUTURE, "/toldOn");
        TELLING.when(new RecordCommunication("C1", MONDAY.minusYears(6), null)).thenRefused(DAY_IMPLAUSIBLE, "/toldOn");
        TELLING.when(new RecordCommunication("C1", null, " ")).thenRefused(TEXT_MISSING, "/note");
    }

    @Test
    @DisplayName(
            "R-079: where nobody was told in time that is on record once, and whoever had to and the manager hear of"
                    + " it")
    void what_was_not_told_is_missed() {
        var miss = new MissCommunication("C1", FRIDAY);
        var missed = TELLING.when(miss).then(new CommunicationMissed(PROJECT, "C1", "lee", FRIDAY));
        assertThat(awaited(missed)).containsExactly("C1 2026-03-13", "C2 2026-03-06");
        missed.when(miss).thenRefused(COMMUNICATION_NOT_DUE);
        TELLING.when(new MissCommunication("C9", FRIDAY)).thenRefused(COMMUNICATION_NOT_DUE);
        var ended = TELLING.when(miss).reading(team(Phase.ENDED)).then(new ManagementPlanEnded(PROJECT, MONDAY));
        ended.when(new MissCommunication("C2", FRIDAY)).thenNothing();
        ended.when(new PlanQuality(List.of(QUIET))).thenRefused(SALES_PROJECT_AT_END);
        assertThat(awaited(ended)).isEmpty();
        assertThat(View.of(ended.state()).status()).isEqualTo("ENDED");
        var again = new CommunicationPlanned(PROJECT, List.of(WEEKLY, ONCE), FRIDAY.plusDays(10), "someone");
        var goesOn = ended.when(new PlanCommunication(List.of(WEEKLY, ONCE)))
                .on(FRIDAY.plusDays(10))
                .then(again);
        assertThat(View.of(goesOn.state()).status()).isEqualTo("OPEN");
        assertThat(awaited(goesOn)).as("nothing of between").containsExactly("C1 2026-03-20", "C2 2026-03-06");
        assertThat(View.of(missed.state()).communications())
                .containsExactly(
                        new Telling(WEEKLY, FRIDAY.plusWeeks(1), null, 0, 1), new Telling(ONCE, FRIDAY, null, 0, 0));
        assertThat(COMMUNICATION_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
    }

    @Test
    @DisplayName("R-079: days recur from the first one, at the end of a month too")
    void days_recur() {
        var end = LocalDate.parse("2026-01-31");
        assertThat(days(Frequency.MONTHLY, end)).containsExactly("2026-03-31", "2026-04-30", "2026-05-31");
        assertThat(days(Frequency.QUARTERLY, end)).containsExactly("2026-04-30", "2026-07-31", "2026-10-31");
        assertThat(days(Frequency.EVERY_TWO_WEEKS, FRIDAY)).containsExactly("2026-03-06", "2026-03-20", "2026-04-03");
        assertThat(days(Frequency.WEEKLY, MONDAY)).containsExactly("2026-03-02", "2026-03-09", "2026-03-16");
    }

    @Test
    @DisplayName(
            "R-079: what is planned anew goes on where it stands, and what changed is due anew and keeps its record")
    void a_plan_is_changed() {
        var running = TELLING.given(
                executed("C1", FRIDAY, FRIDAY, null, "lee"), new CommunicationMissed(PROJECT, "C2", "kim", FRIDAY));
        assertThat(awaited(running)).containsExactly("C1 2026-03-13");
        var later = FRIDAY.plusDays(1);
        var monthly = told("C2", Frequency.MONTHLY, "kim", MONDAY);
        var changed = running.when(new PlanCommunication(List.of(WEEKLY, monthly)))
                .on(later)
                .then(new CommunicationPlanned(PROJECT, List.of(WEEKLY, monthly), later, "someone"));
        assertThat(awaited(changed)).containsExactly("C1 2026-03-13", "C2 2026-04-02");
        assertThat(changed.state().communications().get("C2").missed()).isEqualTo(1);
        // What stands may stay, whoever has left the team since.
        running.when(new PlanCommunication(List.of(WEEKLY)))
                .reading(new ProjectTeam("kim", Phase.AUTHORIZED, List.of()))
                .on(later)
                .then(new CommunicationPlanned(PROJECT, List.of(WEEKLY), later, "someone"));
    }

    @Test
    @DisplayName(
            "R-081: a plan says how risks are found, rated and told, how often they are looked at, and who sees to it")
    void the_management_of_risks_is_planned() {
        var approach = new RiskApproach("in each meeting", "high is a week", "high ones to the sponsor", 14, "uma");
        var plan = new PlanRiskManagement(approach);
        var planned = BEGUN.when(plan)
                .then(new RiskManagementPlanned(PROJECT, approach, "someone", null))
                .when(plan)
                .thenNothing();
        assertThat(View.of(planned.state()).risks()).isEqualTo(approach);
        assertThat(View.of(BEGUN.state()).risks()).isNull();
        var often = new RiskApproach("in each meeting", "high is a week", "high ones to the sponsor", 7, "LEE");
        var risks = List.of(new UUID(7, 1), new UUID(7, 2));
        planned.when(new PlanRiskManagement(often))
                .reading(new RisksOfProject(risks))
                .then(new RiskManagementPlanned(PROJECT, often, "someone", risks));
        planned.when(new PlanRiskManagement(often)).then(new RiskManagementPlanned(PROJECT, often, "someone", null));
        // What else is planned stays, and leaves it as it is.
        assertThat(View.of(planned.given(PLANNED, new QualityPlanned(PROJECT, List.of(QUIET), "uma"))
                                .state())
                        .risks())
                .isEqualTo(approach);
        faulty(" ", "b", "c", 7, "uma", "/finding", TEXT_MISSING);
        faulty("a", "", "c", 7, "uma", "/rating", TEXT_MISSING);
        faulty("a", "b", " ", 7, "uma", "/escalation", TEXT_MISSING);
        faulty("a", "b", "c", 0, "uma", "/reviewDays", REVIEW_PERIOD_FAULTY);
        faulty("a", "b", "c", 367, "uma", "/reviewDays", REVIEW_PERIOD_FAULTY);
        faulty("a", "b", "c", 366, "ghost", "/responsible", RESPONSIBLE_UNKNOWN);
        BEGUN.when(plan)
                .reading(new Holders(Set.of("KIM", "UMA")))
                .byMember("lee")
                .thenNotYourDuty();
        BEGUN.when(plan).reading(team(Phase.ENDED)).thenRefused(SALES_PROJECT_AT_END);
    }

    private static void faulty(
            String finding, String rating, String escalation, int days, String by, String pointer, Refusal reason) {
        BEGUN.when(new PlanRiskManagement(new RiskApproach(finding, rating, escalation, days, by)))
                .thenRefused(reason, "/approach" + pointer);
    }

    /** Behind one that is sound. */
    private static void refused(Communication faulty, String pointer, Refusal reason) {
        BEGUN.when(new PlanCommunication(List.of(WEEKLY, faulty))).thenRefused(reason, "/communications/1" + pointer);
    }

    private static List<String> awaited(Scenario<ManagementPlan, Command, Event> plan) {
        return COMMUNICATION_MISSED.dates().apply(plan.state()).stream()
                .map(DueDate::command)
                .map(MissCommunication.class::cast)
                .map(miss -> miss.code() + " " + miss.dueOn())
                .toList();
    }

    /** The days on which nobody was told, one after the other. */
    private static List<String> days(Frequency frequency, LocalDate firstOn) {
        var plan = BEGUN.given(
                new CommunicationPlanned(PROJECT, List.of(told("C1", frequency, "lee", firstOn)), MONDAY, "someone"));
        var days = new ArrayList<String>();
        while (days.size() < 3) {
            var next = plan.state().communications().get("C1").nextOn();
            days.add(String.valueOf(next));
            plan = plan.given(new CommunicationMissed(PROJECT, "C1", "lee", Objects.requireNonNull(next)));
        }
        return days;
    }

    private static Communication told(String code, Frequency frequency, String by, LocalDate firstOn) {
        return new Communication(code, "the board", "how it stands", frequency, "mail", by, firstOn);
    }

    private static CommunicationExecuted executed(
            String code, @Nullable LocalDate dueOn, LocalDate on, @Nullable String note, String by) {
        return new CommunicationExecuted(PROJECT, code, dueOn, on, note, by);
    }

    static ProjectTeam team(Phase phase) {
        return new ProjectTeam("kim", phase, SEATS);
    }
}
