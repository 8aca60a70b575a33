package io.milepost.opportunities.projectplan;

import static io.milepost.opportunities.projectplan.ProjectPlan.No.*;
import static io.milepost.opportunities.projectplan.ProjectPlanCatalogue.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.projectplan.ProjectPlan.*;
import io.milepost.opportunities.projectplan.ProjectPlanCatalogue.Task;
import io.milepost.opportunities.projectplan.ProjectPlanCatalogue.View;
import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectPlanTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(PROJECT_PLAN);
    private static final UUID PROJECT = new UUID(1, 1);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final ProjectTeam TEAM = new ProjectTeam(
            "kim", Phase.AUTHORIZED, List.of(new Seat(Responsible.PD, "pam"), new Seat(Responsible.SR, "sam")));

    /** Three days, then two days and a milestone. */
    private static final Schedule SHORT = new Schedule(
            MONDAY,
            List.of(),
            List.of(NetworkTest.work("A", 3), NetworkTest.work("B", 2, "A"), NetworkTest.work("M", 0, "B")));

    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final PlanDrafted DRAFTED = new PlanDrafted(PROJECT, "kim", SHORT);
    private static final PlanBaselined AGREED = new PlanBaselined(PROJECT, List.of("A", "B", "M"), FRIDAY, "someone");

    private static final Scenario<ProjectPlan, Command, Event> NOTHING =
            Scenario.of(PROJECT_PLAN).recording(REACHED).reading(TEAM);
    private static final Scenario<ProjectPlan, Command, Event> DRAFT = NOTHING.given(DRAFTED);
    private static final Scenario<ProjectPlan, Command, Event> BASELINE = DRAFT.given(AGREED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-078: a plan has phases and packages that members of the team do, one after another and never in a circle")
    void is_drafted_of_what_fits_together() {
        NOTHING.when(new DraftPlan(PROJECT, SHORT)).then(DRAFTED);
        NOTHING.when(new DraftPlan(PROJECT, SHORT))
                .holding("planOf=" + PROJECT, new UUID(2, 2))
                .thenRefused(PLAN_ALREADY_DRAFTED, "/salesProjectId");
        Scenario.of(PROJECT_PLAN)
                .recording(REACHED)
                .when(new DraftPlan(PROJECT, SHORT))
                .thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        NOTHING.reading(new ProjectTeam("kim", Phase.ENDED, List.of()))
                .when(new DraftPlan(PROJECT, SHORT))
                .thenRefused(SALES_PROJECT_AT_END);
        refuses(of(), PACKAGES_MISSING, "");
        refuses(
                of(IntStream.rangeClosed(0, ProjectPlan.MOST_PACKAGES)
                        .mapToObj(number -> NetworkTest.work("P" + number, 1))
                        .toArray(WorkPackage[]::new)),
                PACKAGES_MISSING,
                "");
        refuses(of(NetworkTest.work("A b", 1)), CODE_MALFORMED, "/0/code");
        refuses(of(NetworkTest.work("A", 1), NetworkTest.work("A", 1)), CODE_REPEATED, "/1/code");
        refuses(of(new WorkPackage("A", " ", "x", 1, "sam", List.of())), TEXT_MISSING, "/0/name");
        refuses(of(new WorkPackage("A", "x", " ", 1, "sam", List.of())), TEXT_MISSING, "/0/phase");
        refuses(of(new WorkPackage("A", "x", "x", 1, "zoe", List.of())), ASSIGNEE_NOT_IN_TEAM, "/0/assignee");
        refuses(of(NetworkTest.work("A", -1)), DAYS_IMPLAUSIBLE, "/0/days");
        refuses(of(NetworkTest.work("A", 501)), DAYS_IMPLAUSIBLE, "/0/days");
        refuses(of(NetworkTest.work("A", 1, "Z")), CODE_UNKNOWN, "/0/after");
        refuses(of(NetworkTest.work("A", 1, "A")), DEPENDENCY_CIRCULAR, "");
        refuses(
                of(NetworkTest.work("A", 1, "C"), NetworkTest.work("B", 1, "A"), NetworkTest.work("C", 1, "B")),
                DEPENDENCY_CIRCULAR,
                "");
        refuses(
                of(
                        NetworkTest.work("A", 500),
                        NetworkTest.work("B", 500, "A"),
                        NetworkTest.work("C", 500, "B"),
                        NetworkTest.work("D", 500, "C"),
                        NetworkTest.work("E", 500, "D"),
                        NetworkTest.work("F", 101, "E")),
                DAYS_IMPLAUSIBLE,
                "");
        NOTHING.when(new DraftPlan(PROJECT, new Schedule(MONDAY.plusYears(6), List.of(), SHORT.packages())))
                .thenRefused(DAY_IMPLAUSIBLE, "/schedule/startOn");
        NOTHING.when(new DraftPlan(PROJECT, new Schedule(MONDAY, List.of(LocalDate.MAX), SHORT.packages())))
                .thenRefused(DAY_IMPLAUSIBLE, "/schedule/holidays/0");
    }

    @Test
    @DisplayName("R-064, R-078: the director agrees a draft as the baseline, after the ATI decision")
    void is_agreed() {
        DRAFT.when(new RevisePlan(NetworkTest.TEXTBOOK)).then(new PlanRevised(PROJECT, NetworkTest.TEXTBOOK));
        DRAFT.when(new RevisePlan(SHORT)).thenNothing();
        DRAFT.when(new RevisePlan(of())).thenRefused(PACKAGES_MISSING, "/schedule/packages");
        DRAFT.when(new BaselinePlan())
                .reading(new ProjectTeam("kim", Phase.PREPARING, TEAM.seats()))
                .thenRefused(BASELINE_BEFORE_ATI);
        DRAFT.when(new BaselinePlan())
                .reading(new Holders(Set.of("PAM")))
                .byMember("sam")
                .thenNotYourDuty();
        DRAFT.when(new BaselinePlan()).then(AGREED).when(new BaselinePlan()).thenNothing();
        BASELINE.when(new RevisePlan(NetworkTest.TEXTBOOK)).thenRefused(PLAN_BASELINED);
        for (var command : List.of(
                new StartTask("A", MONDAY),
                new CompleteTask("A", MONDAY),
                new TakeCorrectiveAction("A", "x", "y"),
                new RebaselinePlan(NetworkTest.TEXTBOOK, "x"))) {
            DRAFT.when(command).thenRefused(PLAN_NOT_BASELINED);
        }
        DRAFT.when(new BaselinePlan())
                .reading(new ProjectTeam("kim", Phase.ENDED, List.of()))
                .thenRefused(SALES_PROJECT_AT_END);
    }

    @Test
    @DisplayName("R-171: what is done is held against the plan, and the rest slips with it")
    void is_followed() {
        var late = LocalDate.parse("2026-03-06");
        BASELINE.when(new StartTask("A", MONDAY)).byMember("zoe").thenRefused(TASK_NOT_YOURS);
        BASELINE.when(new CompleteTask("A", MONDAY)).byMember("zoe").thenRefused(TASK_NOT_YOURS);
        BASELINE.when(new StartTask("Z", MONDAY)).thenRefused(CODE_UNKNOWN, "/code");
        BASELINE.when(new CompleteTask("Z", MONDAY)).thenRefused(CODE_UNKNOWN, "/code");
        BASELINE.when(new StartTask("A", MONDAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/startedOn");
        BASELINE.when(new StartTask("A", MONDAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/startedOn");
        BASELINE.when(new CompleteTask("A", MONDAY)).thenRefused(TASK_NOT_STARTED);
        var begun = BASELINE.when(new StartTask("A", MONDAY))
                .byMember("sam")
                .then(new TaskStarted(PROJECT, "A", MONDAY))
                .when(new StartTask("A", MONDAY))
                .thenNothing()
                .when(new StartTask("A", MONDAY.minusDays(1)))
                .thenRefused(TASK_STARTED);
        begun.when(new CompleteTask("A", MONDAY.minusDays(1))).thenRefused(FINISHED_BEFORE_STARTED, "/finishedOn");
        begun.when(new CompleteTask("A", late)).thenRefused(DAY_IN_FUTURE, "/finishedOn");
        var done = begun.when(new CompleteTask("A", late))
                .on(late)
                .byMember("pam")
                .then(new TaskCompleted(PROJECT, "A", LocalDate.parse("2026-03-04"), late))
                .when(new CompleteTask("A", late))
                .on(late)
                .thenNothing()
                .when(new CompleteTask("A", MONDAY))
                .on(late)
                .thenRefused(TASK_COMPLETED);

        var view = View.of(done.state());
        assertThat(view.slip()).as("two working days later than agreed").isEqualTo(2);
        assertThat(view.forecastOn()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(view.finishOn()).isEqualTo(FRIDAY);
        assertThat(view.tasks()).extracting(Task::slip).containsExactly(2, 2, 2);
        assertThat(View.of(begun.state()).slip()).isZero();
        assertThat(View.of(BASELINE.given(new TaskStarted(PROJECT, "A", LocalDate.parse("2026-03-04")))
                                .state())
                        .slip())
                .as("begun two days late")
                .isEqualTo(2);
        done.when(new CompleteTask("M", late)).on(late).then(new ProjectMilestoneReached(PROJECT, "M", FRIDAY, late));
    }

    @Test
    @DisplayName("R-171: a deviation is met by a corrective action, and by a plan that is agreed anew with a reason")
    void is_corrected() {
        var take = new TakeCorrectiveAction("A", "two days late", "sam is helped");
        var taken = new CorrectiveActionTaken(PROJECT, "A", "two days late", "sam is helped", MONDAY, "someone");
        BASELINE.when(take).then(taken).when(take).thenNothing();
        BASELINE.when(new TakeCorrectiveAction("Z", "x", "y")).thenRefused(CODE_UNKNOWN, "/code");
        BASELINE.when(new TakeCorrectiveAction("A", " ", "y")).thenRefused(TEXT_MISSING, "/deviation");
        BASELINE.when(new TakeCorrectiveAction("A", "x", " ")).thenRefused(TEXT_MISSING, "/action");
        BASELINE.given(IntStream.range(0, ProjectPlan.MOST_ACTIONS)
                        .mapToObj(number -> new CorrectiveActionTaken(PROJECT, "A", "x" + number, "y", MONDAY, "z"))
                        .toArray(Event[]::new))
                .when(take)
                .thenRefused(ACTIONS_FULL);

        var started = BASELINE.given(new TaskStarted(PROJECT, "A", MONDAY));
        var longer = of(NetworkTest.work("A", 5), NetworkTest.work("B", 2, "A"), NetworkTest.work("M", 0, "B"));
        var again = started.when(new RebaselinePlan(longer, "more to show"))
                .byMember("pam")
                .then(new PlanRebaselined(
                        PROJECT,
                        2,
                        longer,
                        List.of("A", "B", "M"),
                        LocalDate.parse("2026-03-10"),
                        "more to show",
                        "pam"))
                .when(new RebaselinePlan(longer, "more to show"))
                .thenNothing();
        var milestone = View.of(again.state()).tasks().get(2);
        assertThat(milestone.originalOn()).as("in the first baseline").isEqualTo(FRIDAY);
        assertThat(milestone.finishOn()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(View.of(again.state()).status()).isEqualTo("REBASELINED");
        again.when(new BaselinePlan()).thenRefused(PLAN_BASELINED);
        started.when(new RebaselinePlan(longer, " ")).thenRefused(REASON_MISSING, "/reason");
        started.when(new RebaselinePlan(of(NetworkTest.work("B", 2)), "x"))
                .thenRefused(STARTED_DROPPED, "/schedule/packages");
        started.when(new RebaselinePlan(of(), "x")).thenRefused(PACKAGES_MISSING, "/schedule/packages");
    }

    @Test
    @DisplayName("R-171: a milestone whose day ended without it is missed once for each baseline")
    void a_milestone_is_missed() {
        var saturday = FRIDAY.plusDays(1);
        var miss = new MissMilestone("M", 1);
        var missed = BASELINE.when(miss)
                .on(saturday)
                .then(new ProjectMilestoneMissed(PROJECT, "M", "sam", FRIDAY))
                .when(miss)
                .on(saturday)
                .thenNothing();
        BASELINE.when(miss).on(FRIDAY).thenNothing();
        BASELINE.when(new MissMilestone("M", 2)).on(saturday).thenNothing();
        BASELINE.when(new MissMilestone("A", 1)).on(saturday).thenNothing();
        BASELINE.when(new MissMilestone("Z", 1)).on(saturday).thenNothing();
        DRAFT.when(new MissMilestone("M", 0)).on(saturday).thenNothing();
        assertThat(View.of(missed.state()).tasks().get(2).missed()).isTrue();
        assertThat(dates(BASELINE))
                .containsExactly(DueDate.endOf(FRIDAY, miss).part("M").ownedBy("sam"));
        assertThat(dates(DRAFT)).isEmpty();
        assertThat(dates(missed)).isEmpty();
        assertThat(dates(BASELINE.given(new ProjectMilestoneReached(PROJECT, "M", FRIDAY, MONDAY))))
                .isEmpty();
        var again = missed.given(new PlanRebaselined(PROJECT, 2, NetworkTest.TEXTBOOK, List.of(), FRIDAY, "x", "pam"));
        assertThat(dates(again)).isEmpty();
        assertThat(dates(missed.given(new PlanRebaselined(PROJECT, 2, SHORT, List.of(), FRIDAY, "x", "pam"))))
                .hasSize(1);
    }

    @Test
    @DisplayName("R-171: the plan of a project that has ended waits for nothing any more")
    void ends_with_its_project() {
        var ended = BASELINE.when(new MissMilestone("M", 1))
                .reading(new ProjectTeam("kim", Phase.ENDED, List.of()))
                .on(FRIDAY.plusDays(1))
                .then(new PlanEnded(PROJECT, FRIDAY.plusDays(1)));
        assertThat(View.of(ended.state()).status()).isEqualTo("ENDED");
        assertThat(dates(ended)).isEmpty();
        ended.when(new StartTask("A", MONDAY)).thenRefused(SALES_PROJECT_AT_END);
        var again = new RebaselinePlan(BASELINE.state().schedule(), "the customer is back");
        ended.when(again)
                .reading(new ProjectTeam("kim", Phase.ENDED, List.of()))
                .thenRefused(SALES_PROJECT_AT_END);
        var agreed = ended.given(
                ended.when(again).byMember("pam").decision().events().getFirst());
        assertThat(View.of(agreed.state()).status()).as("its project goes on").isEqualTo("REBASELINED");
        assertThat(dates(agreed)).isNotEmpty();
        assertThat(View.of(DRAFT.state()).status()).isEqualTo("DRAFT");
        assertThat(View.of(BASELINE.state()).status()).isEqualTo("BASELINED");
        assertThat(PROJECT_PLAN.ownerOf(DRAFT.state())).isEqualTo("kim");
    }

    private static List<DueDate> dates(Scenario<ProjectPlan, Command, Event> plan) {
        return MILESTONE_MISSED.dates().apply(plan.state());
    }

    private static void refuses(Schedule schedule, ProjectPlan.No no, String pointer) {
        NOTHING.when(new DraftPlan(PROJECT, schedule)).thenRefused(no, "/schedule/packages" + pointer);
    }

    private static void refuses(Schedule schedule, Usual no, String pointer) {
        NOTHING.when(new DraftPlan(PROJECT, schedule)).thenRefused(no, "/schedule/packages" + pointer);
    }

    private static Schedule of(WorkPackage... packages) {
        return new Schedule(MONDAY, List.of(), List.of(packages));
    }
}
