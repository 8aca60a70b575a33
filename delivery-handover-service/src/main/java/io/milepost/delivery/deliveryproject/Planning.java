package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.delivery.kernel.Members;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** The team and its plan, baselined once and rebaselined for a reason. */
final class Planning {
    private Planning() {}

    /** The latest team counts. */
    static Decision<DeliveryEvent> staff(DeliveryProject project, StaffTeam staff) {
        var team = project.team();
        return Members.check(
                        check().text("/manager", staff.manager(), MEMBER_MISSING)
                                .that(!staff.members().isEmpty(), "/members", ENGINEERS_MISSING),
                        staff.members(),
                        MEMBER_MISSING,
                        MEMBER_TWICE)
                .then(() -> team != null
                                && Codes.same(team.manager(), staff.manager())
                                && Members.same(team.members(), staff.members())
                        ? unchanged()
                        : accepted(new DeliveryTeamStaffed(staff.manager(), staff.members())));
    }

    static Decision<DeliveryEvent> baseline(
            DeliveryProject project, List<PlannedMilestone> milestones, LocalDate today) {
        var plan = project.plan();
        if (project.team() == null) {
            return refused(TEAM_NOT_STAFFED);
        }
        if (plan.isBaselined()) {
            return plan.baseline().equals(plan.spelling(milestones)) ? unchanged() : refused(PLAN_ALREADY_BASELINED);
        }
        return planned(milestones, today)
                .accept(() -> new DeliveryPlanBaselined(project.created().contractId(), milestones));
    }

    /** The plan as a whole again; the event has both days of each milestone, that of its first baseline and the new one. */
    static Decision<DeliveryEvent> rebaseline(DeliveryProject project, RebaselinePlan rebaseline, LocalDate today) {
        var plan = project.plan();
        if (!plan.isBaselined()) {
            return refused(PLAN_NOT_BASELINED);
        }
        var milestones = plan.spelling(rebaseline.milestones());
        if (plan.current().equals(milestones)) {
            return rebaseline.reason().equals(plan.reason()) ? unchanged() : refused(PLAN_UNCHANGED);
        }
        var changed = plan.reached()
                .filter(reached -> !milestones.contains(reached.current()))
                .map(Milestone::code)
                .findFirst();
        return planned(milestones, today)
                .that(
                        changed.isEmpty(),
                        "/milestones",
                        REACHED_MILESTONE_CHANGED,
                        changed.map("reached: "::concat).orElse(""))
                .reason("/reason", rebaseline.reason())
                .accept(() -> new DeliveryPlanRebaselined(
                        project.created().contractId(),
                        milestones.stream().map(plan::replanned).toList(),
                        rebaseline.reason(),
                        null));
    }

    private static Checks planned(List<PlannedMilestone> milestones, LocalDate today) {
        var checks = check().that(!milestones.isEmpty(), "/milestones", MILESTONE_MISSING);
        var codes = new HashSet<String>();
        for (int i = 0; i < milestones.size(); i++) {
            var milestone = milestones.get(i);
            var pointer = "/milestones/" + i;
            checks = checks.text(pointer + "/code", milestone.code(), MILESTONE_MISSING)
                    .text(pointer + "/name", milestone.name(), MILESTONE_MISSING)
                    .that(codes.add(Codes.canonical(milestone.code())), pointer + "/code", MILESTONE_TWICE)
                    .within(FAR, pointer + "/plannedOn", milestone.plannedOn(), today);
        }
        return checks;
    }
}
