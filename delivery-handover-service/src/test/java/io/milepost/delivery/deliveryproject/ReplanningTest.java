package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;
import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The plan of a delivery, made anew. */
class ReplanningTest {

    @Test
    @DisplayName("R-194: is made anew for a reason, and the days of the first baseline stay beside the new ones")
    void is_made_anew() {
        var later = new PlannedMilestone("TRAINED", "operators trained", NEXT_WEEK.plusDays(7));
        var tested = new PlannedMilestone("TESTED", "first print", NEXT_WEEK);
        aPlanned()
                .given(reached(INSTALLED, YESTERDAY))
                .when(new RebaselinePlan(List.of(INSTALLED, tested, later), " "))
                .thenRefused(REASON_MISSING, "/reason")
                .when(new RebaselinePlan(List.of(tested, later), "a second site"))
                .thenRefused(REACHED_MILESTONE_CHANGED, "/milestones")
                .when(new RebaselinePlan(List.of(), "a second site"))
                .thenRefused(MILESTONE_MISSING, "/milestones")
                .when(new RebaselinePlan(List.of(INSTALLED, tested, later), "a second site"))
                .then(new DeliveryPlanRebaselined(
                        CONTRACT,
                        List.of(
                                new ReplannedMilestone("INSTALLED", "presses installed", TODAY, TODAY),
                                new ReplannedMilestone("TESTED", "first print", NEXT_WEEK, NEXT_WEEK),
                                new ReplannedMilestone(
                                        "TRAINED", "operators trained", NEXT_WEEK, NEXT_WEEK.plusDays(7))),
                        "a second site",
                        null))
                .when(new RebaselinePlan(List.of(INSTALLED, tested, later), "a second site"))
                .thenNothing()
                .when(new RebaselinePlan(List.of(INSTALLED, tested, later), "once more"))
                .thenRefused(PLAN_UNCHANGED)
                .when(new ReachMilestone("TRAINED", null))
                .then(reached(TRAINED, TODAY, NEXT_WEEK.plusDays(7)))
                .when(new ReachMilestone("INSTALLED", YESTERDAY))
                .thenNothing();
        aStaffed().when(new RebaselinePlan(List.of(INSTALLED), "a second site")).thenRefused(PLAN_NOT_BASELINED);
        aPlanned()
                .when(new RebaselinePlan(List.of(INSTALLED, TRAINED), "as it is"))
                .thenRefused(PLAN_UNCHANGED)
                .when(new RebaselinePlan(
                        List.of(INSTALLED, new PlannedMilestone("trained", "operators trained", TODAY)), "in a hurry"))
                .then(new DeliveryPlanRebaselined(
                        CONTRACT,
                        List.of(
                                new ReplannedMilestone("INSTALLED", "presses installed", TODAY, TODAY),
                                new ReplannedMilestone("TRAINED", "operators trained", NEXT_WEEK, TODAY)),
                        "in a hurry",
                        null));
    }
}
