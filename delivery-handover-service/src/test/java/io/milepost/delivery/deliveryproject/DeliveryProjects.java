package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Delivery projects as tests need them: two milestones, one for today and one for next week. */
final class DeliveryProjects {
    static final UUID CONTRACT = Scenario.ID;
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final UUID ISSUE = UUID.fromString("01900000-0000-7000-8000-0000000000e1");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final LocalDate NEXT_WEEK = TODAY.plusDays(7);

    static final DeliveryProjectCreated CREATED = new DeliveryProjectCreated(CONTRACT, OPPORTUNITY, YESTERDAY);
    static final DeliveryTeamStaffed TEAM = new DeliveryTeamStaffed("max", List.of("eva", "jo"));
    static final PlannedMilestone INSTALLED = new PlannedMilestone("INSTALLED", "presses installed", TODAY);
    static final PlannedMilestone TRAINED = new PlannedMilestone("TRAINED", "operators trained", NEXT_WEEK);
    static final DeliveryPlanBaselined PLAN = new DeliveryPlanBaselined(CONTRACT, List.of(INSTALLED, TRAINED));
    static final IssueRaised RAISED = new IssueRaised(ISSUE, "no power on site", Severity.HIGH);
    static final DeliveryCompleted COMPLETED = new DeliveryCompleted(CONTRACT, TODAY);

    private DeliveryProjects() {}

    static DeliveryMilestoneReached reached(PlannedMilestone milestone, LocalDate day) {
        return reached(milestone, day, milestone.plannedOn());
    }

    static DeliveryMilestoneReached reached(PlannedMilestone milestone, LocalDate day, LocalDate expectedOn) {
        return new DeliveryMilestoneReached(CONTRACT, milestone.code(), milestone.plannedOn(), day, expectedOn);
    }

    static Scenario<DeliveryProject, Command, DeliveryEvent> nothing() {
        return Scenario.of(DeliveryProjectCatalogue.DELIVERY_PROJECT);
    }

    static Scenario<DeliveryProject, Command, DeliveryEvent> aCreated() {
        return nothing().given(CREATED);
    }

    static Scenario<DeliveryProject, Command, DeliveryEvent> aStaffed() {
        return aCreated().given(TEAM);
    }

    static Scenario<DeliveryProject, Command, DeliveryEvent> aPlanned() {
        return aStaffed().given(PLAN);
    }

    static Scenario<DeliveryProject, Command, DeliveryEvent> aDone() {
        return aPlanned().given(reached(INSTALLED, YESTERDAY), reached(TRAINED, TODAY));
    }

    static Scenario<DeliveryProject, Command, DeliveryEvent> aCompleted() {
        return aDone().given(COMPLETED);
    }
}
