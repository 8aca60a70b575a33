package io.milepost.delivery.deliveryproject.domain;

import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.DELIVERY_ALREADY_COMPLETED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.ISSUES_OPEN;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MEMBER_MISSING;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MEMBER_TWICE;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.MILESTONES_AHEAD;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.PLAN_NOT_BASELINED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.PROJECT_ALREADY_CREATED;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.PROJECT_UNKNOWN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.refused;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.BaselinePlan;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.CompleteDelivery;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.CreateDeliveryProject;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.RaiseIssue;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.ReachMilestone;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.RebaselinePlan;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.ResolveIssue;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.SlipMilestone;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.StaffTeam;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryCompleted;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneReached;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneSlipped;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanBaselined;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanRebaselined;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryProjectCreated;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryTeamStaffed;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.IssueRaised;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.IssueResolved;
import io.milepost.delivery.kernel.Members;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery of what a contract promised, from the accepted handover until everything planned is done. */
public sealed interface DeliveryProject {

    record Unknown() implements DeliveryProject {}

    /**
     * A project that was created.
     *
     * @param team who carries it out, once that is said
     * @param completedOn the day on which it was complete
     */
    record Known(
            DeliveryProjectCreated created,
            @Nullable DeliveryTeamStaffed team,
            Plan plan,
            List<Issue> issues,
            @Nullable LocalDate completedOn)
            implements DeliveryProject {
        public Known {
            issues = List.copyOf(issues);
        }

        private Known with(DeliveryTeamStaffed staffed) {
            return new Known(created, staffed, plan, issues, completedOn);
        }

        private Known with(Plan changed) {
            return new Known(created, team, changed, issues, completedOn);
        }

        private Known with(List<Issue> changed) {
            return new Known(created, team, plan, changed, completedOn);
        }

        private Known completed(LocalDate day) {
            return new Known(created, team, plan, issues, day);
        }
    }

    static Decision<DeliveryProjectEvent> decide(
            DeliveryProject state, DeliveryProjectCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof CreateDeliveryProject(var opportunityId, var beginsOn)
                        ? accepted(new DeliveryProjectCreated(occasion.id(), opportunityId, beginsOn))
                        : refused(PROJECT_UNKNOWN);
            case Known project ->
                switch (command) {
                    case CreateDeliveryProject _ -> refused(PROJECT_ALREADY_CREATED);
                    case CompleteDelivery _ -> complete(project, occasion);
                    case DeliveryProjectCommand _
                    when project.completedOn() != null -> refused(DELIVERY_ALREADY_COMPLETED);
                    case StaffTeam staff -> staff(project, staff);
                    case BaselinePlan baseline -> Planning.baseline(project, baseline, occasion.today());
                    case RebaselinePlan anew -> Planning.rebaseline(project, anew, occasion.today());
                    case ReachMilestone reach -> Planning.reach(project, reach, occasion);
                    case SlipMilestone slip -> Planning.slip(project, slip, occasion.today());
                    case RaiseIssue raise -> Troubles.raise(project, raise);
                    case ResolveIssue resolve -> Troubles.resolve(project, resolve);
                };
        };
    }

    static DeliveryProject evolve(DeliveryProject state, DeliveryProjectEvent event) {
        return switch (event) {
            case DeliveryProjectCreated created -> new Known(created, null, Plan.NONE, List.of(), null);
            case DeliveryTeamStaffed team -> ((Known) state).with(team);
            case DeliveryPlanBaselined(var _, var milestones) -> ((Known) state).with(Plan.of(milestones));
            case DeliveryPlanRebaselined anew -> {
                var project = (Known) state;
                yield project.with(project.plan().of(anew));
            }
            case DeliveryMilestoneReached reached -> {
                var project = (Known) state;
                yield project.with(project.plan().reached(reached.milestone(), reached.reachedOn()));
            }
            case DeliveryMilestoneSlipped slipped -> {
                var project = (Known) state;
                yield project.with(project.plan().slipped(slipped.milestone(), slipped.to(), slipped.reason()));
            }
            case IssueRaised raised -> {
                var project = (Known) state;
                yield project.with(Troubles.with(project.issues(), raised));
            }
            case IssueResolved resolved -> {
                var project = (Known) state;
                yield project.with(Troubles.with(project.issues(), resolved));
            }
            case DeliveryCompleted(var _, var completedOn) -> ((Known) state).completed(completedOn);
        };
    }

    /** The latest team counts. */
    private static Decision<DeliveryProjectEvent> staff(Known project, StaffTeam staff) {
        if (staff.manager().isBlank()) {
            return Decision.<DeliveryProjectEvent>refused(MEMBER_MISSING).at("/manager");
        }
        if (staff.members().stream().anyMatch(String::isBlank)) {
            return Decision.<DeliveryProjectEvent>refused(MEMBER_MISSING).at("/members");
        }
        var twice = Members.twice(staff.members());
        if (twice.isPresent()) {
            return Decision.<DeliveryProjectEvent>refused(MEMBER_TWICE).at("/members/" + twice.getAsInt());
        }
        var team = project.team();
        return team != null
                        && Codes.same(team.manager(), staff.manager())
                        && Members.same(team.members(), staff.members())
                ? unchanged()
                : accepted(new DeliveryTeamStaffed(staff.manager(), staff.members()));
    }

    private static Decision<DeliveryProjectEvent> complete(Known project, Occasion occasion) {
        if (project.completedOn() != null) {
            return unchanged();
        }
        if (!project.plan().isBaselined()) {
            return refused(PLAN_NOT_BASELINED);
        }
        var ahead = project.plan().ahead();
        if (!ahead.isEmpty()) {
            return refused(MILESTONES_AHEAD, "not reached: " + String.join(", ", ahead));
        }
        var open = project.issues().stream().filter(Issue::isOpen).count();
        return open == 0
                ? accepted(new DeliveryCompleted(project.created().contractId(), occasion.today()))
                : refused(ISSUES_OPEN, "open issues: " + open);
    }
}
