package io.milepost.leads.launchprogramme;

import static io.milepost.leads.launchprogramme.LaunchProgramme.No.*;
import static io.milepost.leads.launchprogramme.LaunchProgrammeCatalogue.LAUNCH_PROGRAMME;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.launchprogramme.LaunchProgramme.*;
import io.milepost.leads.launchprogramme.LaunchProgrammeCatalogue.PhaseView;
import io.milepost.leads.launchprogramme.LaunchProgrammeCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaunchProgrammeTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(LAUNCH_PROGRAMME);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Money REVENUE = Money.of("9000000.00", "CNY");
    private static final Targets TARGETS = new Targets(500, 40, REVENUE);
    private static final PhasePlan PLAN = plan("gather", TARGETS, "open days");
    private static final LaunchProgrammePlanned PLANNED = new LaunchProgrammePlanned("Harbour 1", "Harbour view");

    private static final Scenario<LaunchProgramme, Command, Event> NOTHING =
            Scenario.of(LAUNCH_PROGRAMME).recording(REACHED);
    private static final Scenario<LaunchProgramme, Command, Event> ALL_PLANNED = NOTHING.given(PLANNED)
            .given(
                    new LaunchPhasePlanned(Phase.PRE_SALE, PLAN),
                    new LaunchPhasePlanned(Phase.PUBLIC_SALE, PLAN),
                    new LaunchPhasePlanned(Phase.PEAK, PLAN),
                    new LaunchPhasePlanned(Phase.LATE, PLAN));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-013: a programme goes through pre-sale, public sale, peak and late, in this order")
    void goes_through_its_phases_in_order() {
        ALL_PLANNED
                .when(new OpenPhase(Phase.PRE_SALE))
                .then(new LaunchPhaseOpened(Phase.PRE_SALE, TODAY))
                .when(new OpenPhase(Phase.PRE_SALE))
                .thenNothing()
                .when(new OpenPhase(Phase.PUBLIC_SALE))
                .then(new LaunchPhaseClosed(Phase.PRE_SALE, TODAY), new LaunchPhaseOpened(Phase.PUBLIC_SALE, TODAY))
                .when(new OpenPhase(Phase.PRE_SALE))
                .thenRefused(PHASE_NOT_NEXT, "/phase")
                .when(new OpenPhase(Phase.LATE))
                .thenRefused(PHASE_NOT_NEXT, "/phase")
                .when(new OpenPhase(Phase.PEAK))
                .then(new LaunchPhaseClosed(Phase.PUBLIC_SALE, TODAY), new LaunchPhaseOpened(Phase.PEAK, TODAY))
                .when(new CloseLaunchProgramme("sold"))
                .thenRefused(PHASES_OPEN)
                .when(new OpenPhase(Phase.LATE))
                .then(new LaunchPhaseClosed(Phase.PEAK, TODAY), new LaunchPhaseOpened(Phase.LATE, TODAY))
                .when(new CloseLaunchProgramme(" "))
                .thenRefused(TEXT_MISSING, "/conclusion")
                .when(new CloseLaunchProgramme("sold"))
                .then(new LaunchPhaseClosed(Phase.LATE, TODAY), new LaunchProgrammeClosed("sold", TODAY))
                .when(new CloseLaunchProgramme("sold"))
                .thenNothing()
                .when(new CloseLaunchProgramme("unsold"))
                .thenRefused(PROGRAMME_CLOSED)
                .when(new OpenPhase(Phase.LATE))
                .thenRefused(PROGRAMME_CLOSED)
                .when(new PlanPhase(Phase.LATE, plan("again", TARGETS, "a")))
                .thenRefused(PROGRAMME_CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLIC_SALE", "PEAK", "LATE"})
    @DisplayName("R-013: no phase is left out")
    void begins_with_the_first_phase(Phase phase) {
        ALL_PLANNED.when(new OpenPhase(phase)).thenRefused(PHASE_NOT_NEXT, "/phase");
        ALL_PLANNED.when(new CloseLaunchProgramme("sold")).thenRefused(PHASES_OPEN);
    }

    @Test
    @DisplayName("R-013: a phase is opened with goals, activities and target figures of its own")
    void a_phase_is_opened_with_a_plan_of_its_own() {
        NOTHING.given(PLANNED, new LaunchPhasePlanned(Phase.PUBLIC_SALE, PLAN))
                .when(new OpenPhase(Phase.PRE_SALE))
                .thenRefused(PHASE_NOT_PLANNED, "/phase")
                .when(new PlanPhase(Phase.PRE_SALE, PLAN))
                .then(new LaunchPhasePlanned(Phase.PRE_SALE, PLAN))
                .when(new PlanPhase(Phase.PRE_SALE, PLAN))
                .thenNothing()
                .when(new OpenPhase(Phase.PRE_SALE))
                .then(new LaunchPhaseOpened(Phase.PRE_SALE, TODAY));
        refused(plan(" ", TARGETS, "a"), TEXT_MISSING, "/plan/goals");
        refused(plan("g", TARGETS), ACTIVITIES_MISSING, "/plan/activities");
        refused(plan("g", TARGETS, "a", " "), TEXT_MISSING, "/plan/activities/1");
        refused(plan("g", new Targets(null, null, null), "a"), TARGET_MISSING, "/plan/targets");
        refused(plan("g", new Targets(0, null, null), "a"), TARGET_IMPLAUSIBLE, "/plan/targets/customers");
        refused(plan("g", new Targets(1_000_001, 1, null), "a"), TARGET_IMPLAUSIBLE, "/plan/targets/customers");
        refused(plan("g", new Targets(null, -1, null), "a"), TARGET_IMPLAUSIBLE, "/plan/targets/units");
        refused(
                plan("g", new Targets(null, null, Money.of("0.00", "CNY")), "a"),
                TARGET_IMPLAUSIBLE,
                "/plan/targets/revenue");
        refused(new PhasePlan(TODAY, TODAY.minusDays(1), "g", List.of("a"), TARGETS), PERIOD_REVERSED, "/plan/to");
        refused(new PhasePlan(TODAY.minusYears(60), TODAY, "g", List.of("a"), TARGETS), DAY_IMPLAUSIBLE, "/plan/from");
        refused(new PhasePlan(TODAY, TODAY.plusYears(60), "g", List.of("a"), TARGETS), DAY_IMPLAUSIBLE, "/plan/to");
        for (var targets : List.of(
                new Targets(1_000_000, null, null), new Targets(null, 1, null), new Targets(null, null, REVENUE))) {
            NOTHING.given(PLANNED)
                    .when(new PlanPhase(Phase.PEAK, plan("g", targets, "a")))
                    .then(new LaunchPhasePlanned(Phase.PEAK, plan("g", targets, "a")));
        }
    }

    @Test
    @DisplayName("R-013: a phase is planned anew until it is over")
    void is_planned_anew_until_it_is_over() {
        var next = plan("gather more", TARGETS, "open days");
        var running = ALL_PLANNED.given(
                new LaunchPhaseOpened(Phase.PRE_SALE, TODAY),
                new LaunchPhaseClosed(Phase.PRE_SALE, TODAY),
                new LaunchPhaseOpened(Phase.PUBLIC_SALE, TODAY));
        running.when(new PlanPhase(Phase.PRE_SALE, next)).thenRefused(PHASE_OVER, "/phase");
        running.when(new PlanPhase(Phase.PUBLIC_SALE, next)).then(new LaunchPhasePlanned(Phase.PUBLIC_SALE, next));
        running.when(new PlanPhase(Phase.LATE, next)).then(new LaunchPhasePlanned(Phase.LATE, next));
    }

    @Test
    @DisplayName("R-013: a code is one programme's in any spelling")
    void a_code_is_one_programmes() {
        var plan = new PlanLaunchProgramme("Harbour 1", "Harbour view");
        NOTHING.when(plan).then(PLANNED);
        NOTHING.when(plan).holding("programme=HARBOUR 1", new UUID(1, 1)).thenRefused(PROGRAMME_CODE_TAKEN, "/code");
        NOTHING.when(new PlanLaunchProgramme(" ", "n")).thenRefused(CODE_MISSING, "/code");
        NOTHING.when(new PlanLaunchProgramme("c", " ")).thenRefused(TEXT_MISSING, "/name");
        assertThat(LAUNCH_PROGRAMME.command(PlanLaunchProgramme.class).claimed(Scenario.ID, null, plan))
                .containsExactly(new Tag("programme", "HARBOUR 1"))
                .isEqualTo(LAUNCH_PROGRAMME
                        .event(LaunchProgrammePlanned.class)
                        .tags()
                        .apply(PLANNED));
    }

    @Test
    void shows_its_phases_in_order() {
        var opened = NOTHING.given(
                PLANNED,
                new LaunchPhasePlanned(Phase.PEAK, PLAN),
                new LaunchPhasePlanned(Phase.PRE_SALE, PLAN),
                new LaunchPhaseOpened(Phase.PRE_SALE, TODAY));
        assertThat(View.of(opened.state()))
                .isEqualTo(new View(
                        "PRE_SALE",
                        "Harbour 1",
                        "Harbour view",
                        List.of(new PhaseView(Phase.PRE_SALE, PLAN, TODAY), new PhaseView(Phase.PEAK, PLAN, null)),
                        null));
        assertThat(View.of(NOTHING.given(PLANNED).state()).status()).isEqualTo("PLANNED");
        var end = new LaunchProgrammeClosed("sold", TODAY);
        assertThat(View.of(opened.given(end).state()).status()).isEqualTo("CLOSED");
        assertThat(View.of(opened.given(end).state()).closed()).isEqualTo(end);
    }

    private static void refused(PhasePlan plan, Refusal reason, String pointer) {
        NOTHING.given(PLANNED).when(new PlanPhase(Phase.PEAK, plan)).thenRefused(reason, pointer);
    }

    private static PhasePlan plan(String goals, Targets targets, String... activities) {
        return new PhasePlan(TODAY, TODAY.plusDays(30), goals, List.of(activities), targets);
    }
}
