package io.milepost.delivery.deliveryproject;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan follows an amendment of the contract. With a later deadline everything that is not reached moves by as many days, with
 * an earlier one what was planned after it moves to it; what is to be delivered besides gets a milestone of its own, on the deadline. A
 * plan that is made later is made for the contract as it is then.
 */
final class Following {
    private Following() {}

    static Decision<DeliveryEvent> follow(DeliveryProject project, FollowAmendment follow, LocalDate today) {
        var plan = project.plan();
        if (!plan.isBaselined() || plan.amendments().contains(follow.amendment())) {
            return unchanged();
        }
        return check().within(FAR, "/previousDeadline", follow.previousDeadline(), today)
                .within(FAR, "/deadline", follow.deadline(), today)
                .then(() -> {
                    var milestones = planned(plan, follow);
                    return milestones.equals(plan.current())
                            ? unchanged()
                            : accepted(new DeliveryPlanRebaselined(
                                    project.created().contractId(),
                                    milestones.stream().map(plan::replanned).toList(),
                                    "amendment %d of the contract".formatted(follow.amendment()),
                                    follow.amendment()));
                });
    }

    private static List<PlannedMilestone> planned(Plan plan, FollowAmendment follow) {
        var moved = plan.milestones().stream()
                .map(milestone -> moved(milestone, follow))
                .toList();
        var end = follow.deadline() == null ? last(moved) : follow.deadline();
        var added = follow.added().stream()
                .map(line -> new PlannedMilestone(
                        "AMENDMENT-%d-LINE-%d".formatted(follow.amendment(), line.number()), line.product(), end))
                .filter(milestone -> plan.milestone(milestone.code()).isEmpty());
        return Stream.concat(moved.stream(), added).toList();
    }

    private static PlannedMilestone moved(Milestone milestone, FollowAmendment follow) {
        var current = milestone.current();
        var to = milestone.reachedOn() == null
                ? moved(current.plannedOn(), follow.previousDeadline(), follow.deadline())
                : current.plannedOn();
        return new PlannedMilestone(current.code(), current.name(), to);
    }

    private static LocalDate moved(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (to == null) {
            return day;
        }
        if (from != null && to.isAfter(from)) {
            return day.plusDays(ChronoUnit.DAYS.between(from, to));
        }
        return day.isAfter(to) ? to : day;
    }

    private static LocalDate last(List<PlannedMilestone> milestones) {
        return milestones.stream()
                .map(PlannedMilestone::plannedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
