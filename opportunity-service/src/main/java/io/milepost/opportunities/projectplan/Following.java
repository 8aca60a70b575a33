package io.milepost.opportunities.projectplan;

import static io.milepost.opportunities.projectplan.ProjectPlan.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.projectplan.Network.Actual;
import io.milepost.opportunities.projectplan.ProjectPlan.*;
import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a plan is agreed and followed. */
final class Following {
    /** The key of the tag by which a sales project has one plan. */
    static final String PLAN_OF = "planOf";

    private Following() {}

    static Decision<Event> draft(DraftPlan draft, Occasion occasion) {
        var project = draft.salesProjectId();
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (team == null) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        var checks = check().that(!team.hasEnded(), SALES_PROJECT_AT_END)
                .that(
                        occasion.holderOf(PLAN_OF, project.toString()).isEmpty(),
                        "/salesProjectId",
                        PLAN_ALREADY_DRAFTED);
        return Scheduling.check(checks, draft.schedule(), team, occasion)
                .accept(() -> new PlanDrafted(project, team.owner(), draft.schedule()));
    }

    static Decision<Event> decide(ProjectPlan plan, Command command, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (command instanceof MissMilestone miss) {
            return miss(plan, miss, team == null || team.hasEnded(), occasion);
        }
        // A plan that ended with its project is agreed anew where that goes on.
        if (team == null || team.hasEnded() || (plan.ended() && !(command instanceof RebaselinePlan))) {
            return refused(SALES_PROJECT_AT_END);
        }
        return switch (command) {
            case RevisePlan(var schedule) -> revise(plan, schedule, team, occasion);
            case BaselinePlan _ -> baseline(plan, team, occasion);
            case RebaselinePlan again -> rebaseline(plan, again, team, occasion);
            case StartTask start -> start(plan, start, team, occasion);
            case CompleteTask complete -> complete(plan, complete, team, occasion);
            case TakeCorrectiveAction take -> take(plan, take, occasion);
            case MissMilestone _ -> unchanged();
        };
    }

    private static Decision<Event> revise(ProjectPlan plan, Schedule schedule, ProjectTeam team, Occasion occasion) {
        if (plan.isBaseline()) {
            return refused(PLAN_BASELINED);
        }
        return schedule.equals(plan.schedule())
                ? unchanged()
                : Scheduling.check(check(), schedule, team, occasion)
                        .accept(() -> new PlanRevised(plan.salesProject(), schedule));
    }

    private static Decision<Event> baseline(ProjectPlan plan, ProjectTeam team, Occasion occasion) {
        if (plan.version() == 1) {
            return unchanged();
        }
        var network = Network.of(plan.schedule());
        return check().that(!plan.isBaseline(), PLAN_BASELINED)
                .that(team.phase() != Phase.PREPARING, BASELINE_BEFORE_ATI)
                .accept(() -> new PlanBaselined(
                        plan.salesProject(),
                        network.criticalPath(),
                        Network.finishOn(plan.schedule(), network.length()),
                        occasion.who().name()));
    }

    private static Decision<Event> rebaseline(
            ProjectPlan plan, RebaselinePlan again, ProjectTeam team, Occasion occasion) {
        if (!plan.isBaseline()) {
            return refused(PLAN_NOT_BASELINED);
        }
        var schedule = again.schedule();
        if (schedule.equals(plan.schedule()) && !plan.ended()) {
            return unchanged();
        }
        var keeps = plan.actuals().keySet().stream()
                .allMatch(code -> schedule.find(code).isPresent());
        return Scheduling.check(check().reason("/reason", again.reason()), schedule, team, occasion)
                .that(keeps, "/schedule/packages", STARTED_DROPPED)
                .then(() -> {
                    var network = Network.of(schedule);
                    return accepted(new PlanRebaselined(
                            plan.salesProject(),
                            plan.version() + 1,
                            schedule,
                            network.criticalPath(),
                            Network.finishOn(schedule, network.length()),
                            again.reason(),
                            occasion.who().name()));
                });
    }

    private static Decision<Event> start(ProjectPlan plan, StartTask start, ProjectTeam team, Occasion occasion) {
        var work = plan.schedule().find(start.code()).orElse(null);
        if (!plan.isBaseline()) {
            return refused(PLAN_NOT_BASELINED);
        }
        if (work == null) {
            return refusedAt("/code", CODE_UNKNOWN);
        }
        if (!isFor(work, team, occasion)) {
            return refused(TASK_NOT_YOURS);
        }
        var actual = plan.actuals().get(work.code());
        if (actual != null) {
            return actual.startedOn().equals(start.startedOn()) ? unchanged() : refused(TASK_STARTED);
        }
        return check().notAfter("/startedOn", start.startedOn(), occasion.today())
                .within(NEAR, "/startedOn", start.startedOn(), occasion.today())
                .accept(() -> new TaskStarted(plan.salesProject(), work.code(), start.startedOn()));
    }

    private static Decision<Event> complete(
            ProjectPlan plan, CompleteTask complete, ProjectTeam team, Occasion occasion) {
        var work = plan.schedule().find(complete.code()).orElse(null);
        if (!plan.isBaseline()) {
            return refused(PLAN_NOT_BASELINED);
        }
        if (work == null) {
            return refusedAt("/code", CODE_UNKNOWN);
        }
        if (!isFor(work, team, occasion)) {
            return refused(TASK_NOT_YOURS);
        }
        return complete(plan, work, complete, occasion);
    }

    private static Decision<Event> complete(
            ProjectPlan plan, WorkPackage work, CompleteTask complete, Occasion occasion) {
        var actual = plan.actuals().get(work.code());
        var on = complete.finishedOn();
        if (actual == null && !work.isMilestone()) {
            return refused(TASK_NOT_STARTED);
        }
        if (actual != null && actual.finishedOn() != null) {
            return on.equals(actual.finishedOn()) ? unchanged() : refused(TASK_COMPLETED);
        }
        var plannedOn = plan.plannedOn(work.code());
        return check().notAfter("/finishedOn", on, occasion.today())
                .within(NEAR, "/finishedOn", on, occasion.today())
                .that(actual == null || !on.isBefore(actual.startedOn()), "/finishedOn", FINISHED_BEFORE_STARTED)
                .accept(() -> work.isMilestone()
                        ? new ProjectMilestoneReached(plan.salesProject(), work.code(), plannedOn, on)
                        : new TaskCompleted(plan.salesProject(), work.code(), plannedOn, on));
    }

    private static Decision<Event> take(ProjectPlan plan, TakeCorrectiveAction take, Occasion occasion) {
        if (!plan.isBaseline()) {
            return refused(PLAN_NOT_BASELINED);
        }
        return check().that(plan.schedule().find(take.code()).isPresent(), "/code", CODE_UNKNOWN)
                .text("/deviation", take.deviation())
                .text("/action", take.action())
                .then(() -> {
                    var taken = new CorrectiveActionTaken(
                            plan.salesProject(),
                            take.code(),
                            take.deviation(),
                            take.action(),
                            occasion.today(),
                            occasion.who().name());
                    if (plan.actions().contains(taken)) {
                        return unchanged();
                    }
                    return plan.actions().size() < ProjectPlan.MOST_ACTIONS ? accepted(taken) : refused(ACTIONS_FULL);
                });
    }

    /** With its project at an end the plan ends instead. */
    private static Decision<Event> miss(ProjectPlan plan, MissMilestone miss, boolean projectEnded, Occasion occasion) {
        var work = plan.schedule().find(miss.code()).orElse(null);
        if (work == null || miss.version() != plan.version() || !isAwaited(plan, work)) {
            return unchanged();
        }
        var plannedOn = plan.plannedOn(work.code());
        if (!occasion.today().isAfter(plannedOn)) {
            return unchanged();
        }
        return accepted(
                projectEnded
                        ? new PlanEnded(plan.salesProject(), occasion.today())
                        : new ProjectMilestoneMissed(plan.salesProject(), work.code(), work.assignee(), plannedOn));
    }

    /** Whether the day of a milestone still counts. */
    static boolean isAwaited(ProjectPlan plan, WorkPackage work) {
        return plan.isBaseline()
                && !plan.ended()
                && work.isMilestone()
                && !plan.missed().contains(work.code())
                && !isDone(plan.actuals().get(work.code()));
    }

    private static boolean isDone(@Nullable Actual actual) {
        return actual != null && actual.finishedOn() != null;
    }

    private static boolean isFor(WorkPackage work, ProjectTeam team, Occasion occasion) {
        Set<String> members = new HashSet<>(team.holders(Set.of(Responsible.PD)));
        members.add(work.assignee());
        return occasion.who().mayActFor(members);
    }
}
