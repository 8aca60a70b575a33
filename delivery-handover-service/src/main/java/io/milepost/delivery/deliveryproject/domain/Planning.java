package io.milepost.delivery.deliveryproject.domain;

import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MILESTONE_ALREADY_REACHED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MILESTONE_MISSING;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MILESTONE_TWICE;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MILESTONE_UNKNOWN;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.PLAN_ALREADY_BASELINED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.PLAN_NOT_BASELINED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.PLAN_UNCHANGED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.REACHED_BEFORE_BEGUN;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.REACHED_IN_FUTURE;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.REACHED_MILESTONE_CHANGED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.REASON_MISSING;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.SLIPS_BACKWARDS;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.TEAM_NOT_STAFFED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.deliveryproject.domain.DeliveryProject.Known;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.BaselinePlan;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.ReachMilestone;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.RebaselinePlan;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.SlipMilestone;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneReached;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneSlipped;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanBaselined;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanRebaselined;
import io.milepost.delivery.kernel.Horizon;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The baseline stands; what differs from it is a milestone that slipped, with a reason, or was reached on another day. */
final class Planning {

    private Planning() {}

    static Decision<DeliveryProjectEvent> baseline(Known project, BaselinePlan baseline, LocalDate today) {
        if (project.team() == null) {
            return refused(TEAM_NOT_STAFFED);
        }
        if (project.plan().isBaselined()) {
            return project.plan().baseline().equals(project.plan().spelling(baseline.milestones()))
                    ? unchanged()
                    : refused(PLAN_ALREADY_BASELINED);
        }
        var fault = fault(baseline.milestones(), today);
        return fault.isPresent()
                ? fault.get()
                : accepted(new DeliveryPlanBaselined(project.created().contractId(), baseline.milestones()));
    }

    /** Made anew as a whole; both days of each milestone are told, that of its first baseline and the new one. */
    static Decision<DeliveryProjectEvent> rebaseline(Known project, RebaselinePlan anew, LocalDate today) {
        if (!project.plan().isBaselined()) {
            return refused(PLAN_NOT_BASELINED);
        }
        var milestones = project.plan().spelling(anew.milestones());
        if (project.plan().current().equals(milestones)) {
            return anew.reason().equals(project.plan().reason()) ? unchanged() : refused(PLAN_UNCHANGED);
        }
        var fault = fault(milestones, today);
        if (fault.isPresent()) {
            return fault.get();
        }
        var lost = project.plan().milestones().stream()
                .filter(milestone -> milestone.reachedOn() != null)
                .filter(reached -> !milestones.contains(reached.current()))
                .map(Milestone::code)
                .findFirst();
        if (lost.isPresent()) {
            return Decision.<DeliveryProjectEvent>refused(REACHED_MILESTONE_CHANGED, "reached: " + lost.get())
                    .at("/milestones");
        }
        if (anew.reason().isBlank()) {
            return refused(REASON_MISSING).at("/reason");
        }
        return accepted(new DeliveryPlanRebaselined(
                project.created().contractId(),
                milestones.stream()
                        .map(planned -> project.plan()
                                .milestone(planned.code())
                                .orElseGet(() -> Milestone.of(planned))
                                .replanned(planned))
                        .toList(),
                anew.reason()));
    }

    private static Optional<Refused<DeliveryProjectEvent>> fault(List<PlannedMilestone> milestones, LocalDate today) {
        if (milestones.isEmpty()) {
            return Optional.of(refused(MILESTONE_MISSING).at("/milestones"));
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < milestones.size(); i++) {
            var milestone = milestones.get(i);
            var pointer = "/milestones/" + i;
            if (milestone.code().isBlank()) {
                return Optional.of(refused(MILESTONE_MISSING).at(pointer + "/code"));
            }
            if (milestone.name().isBlank()) {
                return Optional.of(refused(MILESTONE_MISSING).at(pointer + "/name"));
            }
            if (!codes.add(Codes.canonical(milestone.code()))) {
                return Optional.of(refused(MILESTONE_TWICE).at(pointer + "/code"));
            }
            if (!Horizon.FAR.reaches(milestone.plannedOn(), today)) {
                return Optional.of(refused(DAY_IMPLAUSIBLE).at(pointer + "/plannedOn"));
            }
        }
        return Optional.empty();
    }

    static Decision<DeliveryProjectEvent> reach(Known project, ReachMilestone reach, Occasion occasion) {
        var found = project.plan().milestone(reach.milestone());
        if (found.isEmpty()) {
            return unknown(project);
        }
        var milestone = found.get();
        if (milestone.reachedOn() != null) {
            return reach.reachedOn() == null || reach.reachedOn().equals(milestone.reachedOn())
                    ? unchanged()
                    : refused(MILESTONE_ALREADY_REACHED);
        }
        var reachedOn = Objects.requireNonNullElse(reach.reachedOn(), occasion.today());
        if (reachedOn.isAfter(occasion.today())) {
            return refused(REACHED_IN_FUTURE).at("/reachedOn");
        }
        var beginsOn = project.created().beginsOn();
        if (beginsOn != null && reachedOn.isBefore(beginsOn)) {
            return refused(REACHED_BEFORE_BEGUN).at("/reachedOn");
        }
        return !Horizon.FAR.reaches(reachedOn, occasion.today())
                ? refused(DAY_IMPLAUSIBLE).at("/reachedOn")
                : accepted(new DeliveryMilestoneReached(
                        project.created().contractId(),
                        milestone.code(),
                        milestone.plannedOn(),
                        reachedOn,
                        milestone.expectedOn()));
    }

    static Decision<DeliveryProjectEvent> slip(Known project, SlipMilestone slip, LocalDate today) {
        var found = project.plan().milestone(slip.milestone());
        if (found.isEmpty()) {
            return unknown(project);
        }
        var milestone = found.get();
        if (milestone.reachedOn() != null) {
            return refused(MILESTONE_ALREADY_REACHED);
        }
        if (slip.newDate().equals(milestone.expectedOn()) && slip.reason().equals(milestone.slipReason())) {
            return unchanged();
        }
        if (!slip.newDate().isAfter(milestone.expectedOn())) {
            return refused(SLIPS_BACKWARDS).at("/newDate");
        }
        if (!Horizon.FAR.reaches(slip.newDate(), today)) {
            return refused(DAY_IMPLAUSIBLE).at("/newDate");
        }
        return slip.reason().isBlank()
                ? refused(REASON_MISSING).at("/reason")
                : accepted(new DeliveryMilestoneSlipped(
                        project.created().contractId(),
                        milestone.code(),
                        milestone.expectedOn(),
                        slip.newDate(),
                        slip.reason(),
                        milestone.plannedOn()));
    }

    private static Decision<DeliveryProjectEvent> unknown(Known project) {
        return project.plan().isBaselined() ? refused(MILESTONE_UNKNOWN).at("/milestone") : refused(PLAN_NOT_BASELINED);
    }

    private static Refused<DeliveryProjectEvent> refused(DeliveryProjectRefusal reason) {
        return Decision.refused(reason);
    }
}
