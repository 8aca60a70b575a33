package io.milepost.opportunities.managementplan;

import static io.milepost.opportunities.managementplan.ManagementPlan.No.*;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.managementplan.ManagementPlanTest.FRIDAY;
import static io.milepost.opportunities.managementplan.ManagementPlanTest.MONDAY;
import static io.milepost.opportunities.managementplan.ManagementPlanTest.PROJECT;
import static io.milepost.opportunities.managementplan.ManagementPlanTest.QUIET;
import static io.milepost.opportunities.managementplan.ManagementPlanTest.team;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.managementplan.ManagementPlan.*;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue.Supply;
import io.milepost.opportunities.managementplan.ManagementPlanCatalogue.View;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which standards hold in a sales project, and what it needs and is given. */
class ProvidingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(Stream.concat(
                    ManagementPlanTest.OF_PROVIDING.stream(),
                    Stream.of(NOBODY_PLANNED, CODE_REPEATED, CODE_UNKNOWN, TEXT_MISSING, DAY_IMPLAUSIBLE))
            .toList());
    private static final Resource PEOPLE = needed("R1", "3");
    private static final Resource HALL = needed("R2", "1.5");
    private static final Scenario<ManagementPlan, Command, Event> BEGUN = Scenario.of(MANAGEMENT_PLAN)
            .recording(REACHED)
            .reading(team(Phase.AUTHORIZED))
            .given(new ManagementPlanBegun(PROJECT, "kim"));
    private static final Scenario<ManagementPlan, Command, Event> NEEDING =
            BEGUN.given(new ResourcesPlanned(PROJECT, List.of(PEOPLE, HALL), "someone"));

    @AfterAll
    static void every_refusal_was_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-068, R-080: standards of quality are kept by quality assurance or the administrator")
    void quality_is_planned() {
        var plan = new PlanQuality(List.of(QUIET));
        BEGUN.when(plan)
                .then(new QualityPlanned(PROJECT, List.of(QUIET), "someone"))
                .when(plan)
                .thenNothing();
        BEGUN.when(plan)
                .reading(new Holders(Set.of("UMA", "ADA")))
                .byMember("kim")
                .thenNotYourDuty();
        for (var keeper : List.of("uma", "ada")) {
            BEGUN.when(plan)
                    .reading(new Holders(Set.of("UMA", "ADA")))
                    .byMember(keeper)
                    .then(new QualityPlanned(PROJECT, List.of(QUIET), keeper));
        }
        assertThat(View.of(BEGUN.when(plan)
                                .then(new QualityPlanned(PROJECT, List.of(QUIET), "someone"))
                                .state())
                        .standards())
                .containsExactly(QUIET);
        BEGUN.when(new PlanQuality(List.of())).thenRefused(NOBODY_PLANNED, "/standards");
        for (var field : List.of("code", "subject", "requirement", "measure")) {
            var faulty = new Standard(
                    field.equals("code") ? "" : "Q2",
                    field.equals("subject") ? "" : "x",
                    field.equals("requirement") ? "" : "x",
                    field.equals("measure") ? "" : "x");
            BEGUN.when(new PlanQuality(List.of(QUIET, faulty))).thenRefused(TEXT_MISSING, "/standards/1/" + field);
        }
        BEGUN.when(new PlanQuality(List.of(QUIET, new Standard("q1", "x", "x", "x"))))
                .thenRefused(CODE_REPEATED, "/standards/1/code");
    }

    @Test
    @DisplayName("R-083: a plan says which resources are needed, how much of each and from when until when")
    void resources_are_planned() {
        var plan = new PlanResources(List.of(PEOPLE, HALL));
        BEGUN.when(plan)
                .then(new ResourcesPlanned(PROJECT, List.of(PEOPLE, HALL), "someone"))
                .when(plan)
                .thenNothing();
        BEGUN.when(plan).reading(new Holders(Set.of("KIM"))).byMember("lee").thenNotYourDuty();
        BEGUN.when(new PlanResources(List.of())).thenRefused(NOBODY_PLANNED, "/resources");
        BEGUN.when(new PlanResources(List.of(PEOPLE, needed("r1", "1"))))
                .thenRefused(CODE_REPEATED, "/resources/1/code");
        for (var faulty : List.of("0", "-1", "0.0001", "1000000000000000")) {
            BEGUN.when(new PlanResources(List.of(needed("R1", faulty))))
                    .thenRefused(QUANTITY_FAULTY, "/resources/0/quantity");
        }
        for (var sound : List.of("0.001", "999999999999999.999", "1E+3", "2.5000")) {
            BEGUN.when(new PlanResources(List.of(needed("R1", sound))))
                    .then(new ResourcesPlanned(PROJECT, List.of(needed("R1", sound)), "someone"));
        }
        BEGUN.when(new PlanResources(List.of(between(FRIDAY, MONDAY))))
                .thenRefused(PERIOD_REVERSED, "/resources/0/until");
        BEGUN.when(new PlanResources(List.of(between(MONDAY, MONDAY.plusYears(6)))))
                .thenRefused(DAY_IMPLAUSIBLE, "/resources/0/until");
        BEGUN.when(new PlanResources(List.of(between(MONDAY.minusYears(6), MONDAY))))
                .thenRefused(DAY_IMPLAUSIBLE, "/resources/0/from");
    }

    @Test
    @DisplayName(
            "R-061, R-083: what is given is held against what is needed, and nothing is given before a positive decision")
    void resources_are_given() {
        var two = new GiveResource("r1", new BigDecimal("2"), "from the yard");
        NEEDING.when(two).reading(team(Phase.PREPARING)).thenRefused(RESOURCES_BEFORE_ATI);
        var given = NEEDING.when(two).then(given("R1", "2", "from the yard"));
        given.when(new GiveResource("R1", new BigDecimal("2.0"), null)).thenNothing();
        given.when(new GiveResource("R1", BigDecimal.ZERO, null)).then(given("R1", "0", null));
        given.when(new GiveResource("R1", new BigDecimal("3.001"), null)).thenRefused(MORE_THAN_NEEDED, "/quantity");
        given.when(new GiveResource("R1", new BigDecimal("-1"), null)).thenRefused(QUANTITY_FAULTY, "/quantity");
        given.when(new GiveResource("R1", new BigDecimal("3"), "")).thenRefused(TEXT_MISSING, "/note");
        given.when(new GiveResource("R9", BigDecimal.ONE, null)).thenRefused(CODE_UNKNOWN, "/code");
        assertThat(View.of(given.state()).resources())
                .containsExactly(
                        new Supply(PEOPLE, new BigDecimal("2"), new BigDecimal("1")),
                        new Supply(HALL, BigDecimal.ZERO, new BigDecimal("1.5")));
        given.when(new PlanResources(List.of(needed("R1", "1.9"), HALL)))
                .thenRefused(GIVEN_ALREADY, "/resources/0/quantity");
        given.when(new PlanResources(List.of(HALL))).thenRefused(GIVEN_ALREADY, "/resources");
        given.when(new PlanResources(List.of(needed("r1", "2"))))
                .then(new ResourcesPlanned(PROJECT, List.of(needed("r1", "2")), "someone"));
    }

    private static ResourceGiven given(String code, String quantity, @Nullable String note) {
        return new ResourceGiven(PROJECT, code, new BigDecimal(quantity), note, "someone", MONDAY);
    }

    static Resource needed(String code, String quantity) {
        return new Resource(code, ResourceKind.PEOPLE, "fitters", new BigDecimal(quantity), "people", MONDAY, FRIDAY);
    }

    private static Resource between(LocalDate from, LocalDate until) {
        return new Resource("R1", ResourceKind.EQUIPMENT, "a hall", BigDecimal.ONE, "halls", from, until);
    }
}
