package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;
import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.testkit.ReachedRefusals;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryProjectTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(DELIVERY_PROJECT, PausingTest.OWN);
    private static final List<Command> AFTER_CREATION = List.of(
            new StaffTeam("max", List.of()),
            new BaselinePlan(List.of(INSTALLED)),
            new ReachMilestone("INSTALLED", null),
            new SlipMilestone("INSTALLED", NEXT_WEEK, "rain"),
            new RaiseIssue(null, "no power", Severity.LOW),
            new ResolveIssue(ISSUE, "a generator"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("Decision 30: a contract has one delivery project, and nothing is done before it is created")
    void is_created_once() {
        nothing()
                .recording(REACHED)
                .when(new CreateDeliveryProject(OPPORTUNITY, YESTERDAY))
                .then(CREATED)
                .when(new CreateDeliveryProject(OPPORTUNITY, YESTERDAY))
                .thenTaken();
        AFTER_CREATION.forEach(command -> nothing().when(command).thenUnknown());
        nothing().when(new CompleteDelivery()).thenUnknown();
    }

    @Test
    @DisplayName("R-148: a team of a manager and engineers, and another one later")
    void has_a_team() {
        aCreated()
                .recording(REACHED)
                .when(new StaffTeam(" ", List.of("eva")))
                .thenRefused(MEMBER_MISSING, "/manager")
                .when(new StaffTeam("max", List.of()))
                .thenRefused(ENGINEERS_MISSING, "/members")
                .when(new StaffTeam("max", List.of("eva", " ")))
                .thenRefused(MEMBER_MISSING, "/members")
                .when(new StaffTeam("max", List.of("eva", "jo")))
                .then(TEAM)
                .when(new StaffTeam("Max", List.of("EVA", " jo")))
                .thenNothing()
                .when(new StaffTeam("max", List.of("eva", "jo", "Eva")))
                .thenRefused(MEMBER_TWICE, "/members/2")
                .when(new StaffTeam("max", List.of("eva")))
                .then(new DeliveryTeamStaffed("max", List.of("eva")));
    }

    @Nested
    @DisplayName("R-149: the plan")
    class Planned {

        @Test
        void is_baselined_once_by_a_team() {
            aStaffed()
                    .recording(REACHED)
                    .when(new BaselinePlan(List.of(INSTALLED, TRAINED)))
                    .then(PLAN)
                    .when(new BaselinePlan(List.of(spelled("installed "), TRAINED)))
                    .thenNothing()
                    .when(new BaselinePlan(List.of(INSTALLED)))
                    .thenRefused(PLAN_ALREADY_BASELINED);
            aCreated()
                    .recording(REACHED)
                    .when(new BaselinePlan(List.of(INSTALLED)))
                    .thenRefused(TEAM_NOT_STAFFED);
        }

        @Test
        void keeps_what_was_reached_when_it_is_made_anew() {
            aPlanned()
                    .given(reached(INSTALLED, YESTERDAY))
                    .recording(REACHED)
                    .when(new RebaselinePlan(List.of(TRAINED), "a second site"))
                    .thenRefused(REACHED_MILESTONE_CHANGED, "/milestones")
                    .when(new RebaselinePlan(List.of(INSTALLED, TRAINED), "as it is"))
                    .thenRefused(PLAN_UNCHANGED);
        }

        private PlannedMilestone on(LocalDate day) {
            return new PlannedMilestone(INSTALLED.code(), INSTALLED.name(), day);
        }

        private PlannedMilestone spelled(String code) {
            return new PlannedMilestone(code, INSTALLED.name(), INSTALLED.plannedOn());
        }

        @Test
        void has_milestones_each_once_with_code_and_name() {
            aStaffed()
                    .recording(REACHED)
                    .when(new BaselinePlan(List.of()))
                    .thenRefused(MILESTONE_MISSING, "/milestones")
                    .when(new BaselinePlan(List.of(new PlannedMilestone(" ", "a", TODAY))))
                    .thenRefused(MILESTONE_MISSING, "/milestones/0/code")
                    .when(new BaselinePlan(List.of(INSTALLED, new PlannedMilestone("A", "", TODAY))))
                    .thenRefused(MILESTONE_MISSING, "/milestones/1/name")
                    .when(new BaselinePlan(List.of(INSTALLED, INSTALLED)))
                    .thenRefused(MILESTONE_TWICE, "/milestones/1/code")
                    .when(new BaselinePlan(List.of(INSTALLED, spelled("Installed"))))
                    .thenRefused(MILESTONE_TWICE, "/milestones/1/code")
                    .when(new BaselinePlan(List.of(on(TODAY.plusYears(50).plusDays(1)))))
                    .thenRefused(DAY_IMPLAUSIBLE, "/milestones/0/plannedOn")
                    .when(new BaselinePlan(List.of(on(TODAY.plusYears(50)))))
                    .then(new DeliveryPlanBaselined(CONTRACT, List.of(on(TODAY.plusYears(50)))));
        }
    }

    @Nested
    @DisplayName("R-151: milestones reached and slipped, measured against the baseline")
    class Milestones {

        @Test
        void is_reached_on_a_stated_day_or_today() {
            aPlanned()
                    .recording(REACHED)
                    .when(new ReachMilestone("INSTALLED", YESTERDAY))
                    .then(reached(INSTALLED, YESTERDAY))
                    .when(new ReachMilestone("INSTALLED", null))
                    .thenNothing()
                    .when(new ReachMilestone("INSTALLED", TODAY))
                    .thenRefused(MILESTONE_ALREADY_REACHED)
                    .when(new SlipMilestone("INSTALLED", NEXT_WEEK, "rain"))
                    .thenRefused(MILESTONE_ALREADY_REACHED);
            aPlanned().when(new ReachMilestone("TRAINED", null)).then(reached(TRAINED, TODAY));
            aPlanned()
                    .recording(REACHED)
                    .when(new ReachMilestone("TRAINED", NEXT_WEEK))
                    .thenRefused(REACHED_IN_FUTURE, "/reachedOn");
        }

        @Test
        void is_found_in_every_spelling_and_not_reached_before_the_delivery_began() {
            aPlanned()
                    .recording(REACHED)
                    .when(new ReachMilestone("installed", YESTERDAY.minusDays(1)))
                    .thenRefused(REACHED_BEFORE_BEGUN, "/reachedOn")
                    .when(new ReachMilestone(" Installed", YESTERDAY))
                    .then(reached(INSTALLED, YESTERDAY));
            var migrated = nothing().given(new DeliveryProjectCreated(CONTRACT, OPPORTUNITY, null), TEAM, PLAN);
            migrated.when(new ReachMilestone("INSTALLED", TODAY.minusYears(50)))
                    .then(reached(INSTALLED, TODAY.minusYears(50)));
            migrated.when(new ReachMilestone("INSTALLED", TODAY.minusYears(50).minusDays(1)))
                    .thenRefused(DAY_IMPLAUSIBLE, "/reachedOn");
        }

        @Test
        void slips_to_a_later_day_for_a_reason_and_is_still_measured_against_the_plan() {
            aPlanned()
                    .recording(REACHED)
                    .when(new SlipMilestone("INSTALLED", NEXT_WEEK, " "))
                    .thenRefused(REASON_MISSING, "/reason")
                    .when(new SlipMilestone("INSTALLED", NEXT_WEEK, "rain"))
                    .then(slipped(TODAY, NEXT_WEEK))
                    .when(new SlipMilestone("installed", NEXT_WEEK, "rain"))
                    .thenNothing()
                    .when(new SlipMilestone("INSTALLED", NEXT_WEEK, "snow"))
                    .thenRefused(SLIPS_BACKWARDS, "/newDate")
                    .when(new SlipMilestone("INSTALLED", TODAY.plusYears(50).plusDays(1), "rain"))
                    .thenRefused(DAY_IMPLAUSIBLE, "/newDate")
                    .when(new SlipMilestone("INSTALLED", TODAY, "sun"))
                    .thenRefused(SLIPS_BACKWARDS, "/newDate")
                    .when(new SlipMilestone("INSTALLED", NEXT_WEEK.plusDays(1), "rain"))
                    .then(slipped(NEXT_WEEK, NEXT_WEEK.plusDays(1)))
                    .when(new ReachMilestone("INSTALLED", null))
                    .then(reached(INSTALLED, TODAY, NEXT_WEEK.plusDays(1)));
        }

        @Test
        void nothing_is_reached_that_was_not_planned() {
            for (var command :
                    List.of(new ReachMilestone("PAINTED", null), new SlipMilestone("PAINTED", NEXT_WEEK, "rain"))) {
                aPlanned().recording(REACHED).when(command).thenRefused(MILESTONE_UNKNOWN, "/milestone");
                aStaffed().recording(REACHED).when(command).thenRefused(PLAN_NOT_BASELINED);
            }
        }

        private DeliveryMilestoneSlipped slipped(LocalDate from, LocalDate to) {
            return new DeliveryMilestoneSlipped(CONTRACT, "INSTALLED", from, to, "rain", TODAY, null);
        }
    }

    @Nested
    @DisplayName("R-152: issues")
    class Issues {

        @Test
        void is_raised_under_the_id_of_the_caller_and_resolved_once() {
            aCreated()
                    .recording(REACHED)
                    .when(new RaiseIssue(ISSUE, "no power on site", Severity.HIGH))
                    .then(RAISED)
                    .when(new RaiseIssue(ISSUE, "no power on site", Severity.HIGH))
                    .thenNothing()
                    .when(new RaiseIssue(ISSUE, "no power on site", Severity.LOW))
                    .thenRefused(ISSUE_ALREADY_RAISED, "/issueId")
                    .when(new ResolveIssue(ISSUE, ""))
                    .thenRefused(RESOLUTION_MISSING, "/resolution")
                    .when(new ResolveIssue(ISSUE, "a generator"))
                    .thenRefused(CUSTOMER_NOT_INFORMED)
                    .when(new InformCustomer(ISSUE, null, "two days late"))
                    .byMember("max")
                    .then(new CustomerInformed(ISSUE, TODAY, "two days late", "max"))
                    .when(new ResolveIssue(ISSUE, "a generator"))
                    .then(new IssueResolved(ISSUE, "a generator"))
                    .when(new ResolveIssue(ISSUE, "a generator"))
                    .thenNothing()
                    .when(new ResolveIssue(ISSUE, "a cable"))
                    .thenRefused(ISSUE_ALREADY_RESOLVED);
        }

        @Test
        void each_without_an_id_gets_its_own() {
            var raise = new RaiseIssue(null, "no power on site", Severity.LOW);
            var first = raised(aCreated().when(raise).decision().events());
            var second = raised(aCreated().given(first).when(raise).decision().events());
            assertThat(first).isEqualTo(raised(aCreated().when(raise).decision().events()));
            assertThat(second.issueId()).isNotEqualTo(first.issueId());
        }

        @Test
        void has_a_title_and_is_known_before_it_is_resolved() {
            aCreated()
                    .recording(REACHED)
                    .when(new RaiseIssue(null, " ", Severity.LOW))
                    .thenRefused(TITLE_MISSING, "/title")
                    .when(new ResolveIssue(UUID.fromString("01900000-0000-7000-8000-0000000000e2"), "a cable"))
                    .thenRefused(ISSUE_UNKNOWN, "/issueId");
        }

        @Test
        @DisplayName("R-152: the customer is told of an issue, of a serious one before it is resolved")
        void the_customer_is_told() {
            var open = aCreated().recording(REACHED).given(RAISED);
            open.when(new InformCustomer(OPPORTUNITY, null, "late")).thenRefused(ISSUE_UNKNOWN, "/issueId");
            open.when(new InformCustomer(ISSUE, null, " ")).thenRefused(TEXT_MISSING, "/message");
            open.when(new InformCustomer(ISSUE, TODAY.plusDays(1), "late")).thenRefused(DAY_IN_FUTURE, "/on");
            var light = new IssueRaised(ISSUE, "dust", Severity.MEDIUM);
            aCreated().given(light).when(new ResolveIssue(ISSUE, "a broom")).then(new IssueResolved(ISSUE, "a broom"));
        }

        private IssueRaised raised(List<DeliveryEvent> events) {
            return (IssueRaised) events.getFirst();
        }
    }

    @Nested
    @DisplayName("R-149, R-152: a delivery is complete when every milestone is reached and no issue is open")
    class Completion {

        @Test
        void is_complete_once_and_then_nothing_changes() {
            aDone().given(RAISED, new IssueResolved(ISSUE, "a generator"))
                    .when(new CompleteDelivery())
                    .then(COMPLETED)
                    .when(new CompleteDelivery())
                    .thenNothing();
            AFTER_CREATION.stream()
                    .skip(1)
                    .forEach(command ->
                            aCompleted().recording(REACHED).when(command).thenRefused(DELIVERY_ALREADY_COMPLETED));
        }

        @Test
        void is_not_complete_before() {
            aStaffed().recording(REACHED).when(new CompleteDelivery()).thenRefused(PLAN_NOT_BASELINED);
            aPlanned()
                    .recording(REACHED)
                    .given(reached(INSTALLED, TODAY))
                    .when(new CompleteDelivery())
                    .thenRefused(MILESTONES_AHEAD);
            aDone().recording(REACHED)
                    .given(RAISED)
                    .when(new CompleteDelivery())
                    .thenRefused(ISSUES_OPEN);
        }
    }
}
