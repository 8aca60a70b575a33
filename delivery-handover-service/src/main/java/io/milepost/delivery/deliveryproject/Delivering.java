package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of the plan: a milestone slips for a reason or is reached, and in the end the delivery is complete. */
final class Delivering {
    private Delivering() {}

    static Decision<DeliveryEvent> reach(DeliveryProject project, ReachMilestone reach, LocalDate today) {
        return project.plan()
                .milestone(reach.milestone())
                .map(milestone -> reach(project.created(), milestone, reach, today))
                .orElseGet(() -> unknown(project.plan()));
    }

    private static Decision<DeliveryEvent> reach(
            DeliveryProjectCreated created, Milestone milestone, ReachMilestone reach, LocalDate today) {
        if (milestone.reachedOn() != null) {
            return reach.reachedOn() == null || reach.reachedOn().equals(milestone.reachedOn())
                    ? unchanged()
                    : refused(MILESTONE_ALREADY_REACHED);
        }
        var on = Objects.requireNonNullElse(reach.reachedOn(), today);
        return check().that(!on.isAfter(today), "/reachedOn", REACHED_IN_FUTURE)
                .that(
                        created.beginsOn() == null || !on.isBefore(created.beginsOn()),
                        "/reachedOn",
                        REACHED_BEFORE_BEGUN)
                .within(FAR, "/reachedOn", on, today)
                .accept(() -> new DeliveryMilestoneReached(
                        created.contractId(), milestone.code(), milestone.plannedOn(), on, milestone.expectedOn()));
    }

    static Decision<DeliveryEvent> slip(DeliveryProject project, SlipMilestone slip, Occasion occasion) {
        return project.plan()
                .milestone(slip.milestone())
                .map(milestone -> slip(project.created(), milestone, slip, occasion))
                .orElseGet(() -> unknown(project.plan()));
    }

    private static Decision<DeliveryEvent> slip(
            DeliveryProjectCreated created, Milestone milestone, SlipMilestone slip, Occasion occasion) {
        if (milestone.reachedOn() != null) {
            return refused(MILESTONE_ALREADY_REACHED);
        }
        if (slip.newDate().equals(milestone.expectedOn()) && slip.reason().equals(milestone.slipReason())) {
            return unchanged();
        }
        return check().that(slip.newDate().isAfter(milestone.expectedOn()), "/newDate", SLIPS_BACKWARDS)
                .within(FAR, "/newDate", slip.newDate(), occasion.today())
                .reason("/reason", slip.reason())
                .accept(() -> new DeliveryMilestoneSlipped(
                        created.contractId(),
                        milestone.code(),
                        milestone.expectedOn(),
                        slip.newDate(),
                        slip.reason(),
                        milestone.plannedOn(),
                        seller(occasion)));
    }

    /** Who sold the contract tells the customer of what comes late. */
    private static @Nullable String seller(Occasion occasion) {
        return occasion.read(SoldContract.class).map(SoldContract::owner).orElse(null);
    }

    /** Sent by the timer: nobody has said that it slips, and it has. */
    static Decision<DeliveryEvent> miss(DeliveryProject project, MissMilestone miss, Occasion occasion) {
        var day = miss.expectedOn();
        return project.awaited()
                                .anyMatch(milestone -> milestone.code().equals(miss.milestone())
                                        && milestone.expectedOn().equals(day))
                        && occasion.today().isAfter(day)
                ? accepted(new DeliveryMilestoneMissed(
                        project.created().contractId(), miss.milestone(), day, seller(occasion)))
                : unchanged();
    }

    private static Decision<DeliveryEvent> unknown(Plan plan) {
        return plan.isBaselined() ? refusedAt("/milestone", MILESTONE_UNKNOWN) : refused(PLAN_NOT_BASELINED);
    }

    static Decision<DeliveryEvent> complete(DeliveryProject project, LocalDate today) {
        if (project.ends().completedOn() != null) {
            return unchanged();
        }
        if (!project.plan().isBaselined()) {
            return refused(PLAN_NOT_BASELINED);
        }
        var ahead = project.plan().ahead();
        if (!ahead.isEmpty()) {
            return refused(MILESTONES_AHEAD, "not reached: " + String.join(", ", ahead));
        }
        var open = Issues.open(project);
        return open == 0
                ? accepted(new DeliveryCompleted(project.created().contractId(), today))
                : refused(ISSUES_OPEN, "open issues: " + open);
    }
}
