package io.milepost.opportunities.projectplan;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.projectplan.Network.Actual;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a sales project: drafted, agreed as a baseline, followed, and agreed anew when it slips.
 *
 * @param schedule as drafted or agreed last
 * @param version of the baseline; 0 for a draft
 * @param original the first baseline; null for a draft
 * @param actuals by code, what has been begun or done
 * @param missed codes of milestones whose day of this baseline ended without them
 * @param actions what was done against deviations, in their order
 * @param ended whether its project has
 */
public record ProjectPlan(
        PlanDrafted drafted,
        Schedule schedule,
        int version,
        @Nullable Schedule original,
        Map<String, Actual> actuals,
        Set<String> missed,
        List<CorrectiveActionTaken> actions,
        boolean ended) {
    static final Decider<ProjectPlan, Command, Event> DECIDER =
            new Decider<>(Following::decide, ProjectPlan::begin, ProjectPlan::evolve);

    /** How many packages one plan can have. */
    static final int MOST_PACKAGES = 200;

    /** How long all of it can be, in working days: about ten years. */
    static final int MOST_DAYS = 2600;

    /** How many corrective actions one plan keeps. */
    static final int MOST_ACTIONS = 500;

    /** Drafts the one plan of a sales project. */
    public record DraftPlan(UUID salesProjectId, Schedule schedule) {}

    /** What may be asked of a plan. Its texts may not contain personal data. */
    public sealed interface Command {}

    /** Drafts it anew, as long as it is no baseline. */
    public record RevisePlan(Schedule schedule) implements Command {}

    /** It is agreed; from now on it is followed. Needs the positive ATI decision. */
    public record BaselinePlan() implements Command {}

    /** Agrees another one, which keeps what has been begun. */
    public record RebaselinePlan(
            Schedule schedule, @Limit(Limit.NOTE) String reason) implements Command {}

    public record StartTask(String code, LocalDate startedOn) implements Command {}

    /** A package is done, or a milestone reached. */
    public record CompleteTask(String code, LocalDate finishedOn) implements Command {}

    /** What is done because a package deviates from the plan. */
    public record TakeCorrectiveAction(
            String code,
            @Limit(Limit.NOTE) String deviation,
            @Limit(Limit.NOTE) String action) implements Command {}

    /** Sent by the timer when the day of a milestone has ended. */
    public record MissMilestone(String code, int version) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    public record PlanDrafted(UUID salesProjectId, String owner, Schedule schedule) implements Event {}

    public record PlanRevised(UUID salesProjectId, Schedule schedule) implements Event {}

    public record PlanBaselined(UUID salesProjectId, List<String> criticalPath, LocalDate finishOn, String baselinedBy)
            implements Event {
        public PlanBaselined {
            criticalPath = List.copyOf(criticalPath);
        }
    }

    public record PlanRebaselined(
            UUID salesProjectId,
            int version,
            Schedule schedule,
            List<String> criticalPath,
            LocalDate finishOn,
            String reason,
            String rebaselinedBy)
            implements Event {
        public PlanRebaselined {
            criticalPath = List.copyOf(criticalPath);
        }
    }

    public record TaskStarted(UUID salesProjectId, String code, LocalDate startedOn) implements Event {}

    /** {@code plannedOn} is its day in the baseline. */
    public record TaskCompleted(UUID salesProjectId, String code, LocalDate plannedOn, LocalDate finishedOn)
            implements Event {}

    public record ProjectMilestoneReached(UUID salesProjectId, String code, LocalDate plannedOn, LocalDate reachedOn)
            implements Event {}

    public record ProjectMilestoneMissed(UUID salesProjectId, String code, String assignee, LocalDate plannedOn)
            implements Event {}

    public record CorrectiveActionTaken(
            UUID salesProjectId, String code, String deviation, String action, LocalDate takenOn, String takenBy)
            implements Event {}

    /** Its sales project had ended when a milestone was due. */
    public record PlanEnded(UUID salesProjectId, LocalDate endedOn) implements Event {}

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has a plan")),
        SALES_PROJECT_AT_END(state("the sales project has been rejected, terminated or closed, or is closing")),
        PLAN_ALREADY_DRAFTED(state("the sales project has a plan")),
        PLAN_BASELINED(state("the plan is a baseline, of which another one can be agreed")),
        PLAN_NOT_BASELINED(state("only a baseline is followed")),
        BASELINE_BEFORE_ATI(state("a baseline needs a positive ATI decision on its sales project first")),
        TASK_NOT_STARTED(state("a package is begun before it is done")),
        TASK_STARTED(state("the package has been begun, on another day")),
        TASK_COMPLETED(state("the package is done, on another day")),
        ACTIONS_FULL(state("the plan keeps as many corrective actions as it can")),
        PACKAGES_MISSING(rule("a plan has from 1 to 200 packages")),
        CODE_MALFORMED(rule("a code has up to 40 letters, digits, dots and dashes")),
        CODE_REPEATED(rule("each package has a code of its own")),
        CODE_UNKNOWN(rule("no package of the plan has this code")),
        ASSIGNEE_NOT_IN_TEAM(rule("a member of the team, or whose deal it is, does a package")),
        DAYS_IMPLAUSIBLE(rule("a package takes from 0 to 500 working days, and all of them not more than 2600")),
        DEPENDENCY_CIRCULAR(rule("packages cannot follow each other in a circle")),
        STARTED_DROPPED(rule("a package that has been begun stays in the plan")),
        FINISHED_BEFORE_STARTED(rule("a package cannot be done before it is begun")),
        TASK_NOT_YOURS(sender("a package is for whom it is assigned to, and for the project director"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public ProjectPlan {
        actuals = Map.copyOf(actuals);
        missed = Set.copyOf(missed);
        actions = List.copyOf(actions);
    }

    static ProjectPlan begin(Event first) {
        var drafted = (PlanDrafted) first;
        return new ProjectPlan(drafted, drafted.schedule(), 0, null, Map.of(), Set.of(), List.of(), false);
    }

    static ProjectPlan evolve(ProjectPlan plan, Event event) {
        return switch (event) {
            case PlanDrafted _ -> plan;
            case PlanRevised(var _, var schedule) ->
                new ProjectPlan(plan.drafted, schedule, 0, null, Map.of(), Set.of(), List.of(), plan.ended);
            case PlanBaselined _ -> plan.agreed(1, plan.schedule, plan.schedule);
            case PlanRebaselined again -> plan.agreed(again.version(), again.schedule(), plan.original);
            case TaskStarted started -> plan.with(started.code(), new Actual(started.startedOn(), null));
            case TaskCompleted completed -> plan.done(completed.code(), completed.finishedOn());
            case ProjectMilestoneReached reached -> plan.done(reached.code(), reached.reachedOn());
            case ProjectMilestoneMissed late -> plan.without(late.code());
            case CorrectiveActionTaken taken ->
                plan.with(Stream.concat(plan.actions.stream(), Stream.of(taken)).toList(), plan.ended);
            case PlanEnded _ -> plan.with(plan.actions, true);
        };
    }

    UUID salesProject() {
        return drafted.salesProjectId();
    }

    boolean isBaseline() {
        return version > 0;
    }

    /** The day on which a package of the current schedule is to be done. */
    LocalDate plannedOn(String code) {
        return Network.finishDays(schedule).getOrDefault(code, schedule.day(0));
    }

    private ProjectPlan agreed(int next, Schedule agreed, @Nullable Schedule first) {
        return new ProjectPlan(drafted, agreed, next, first, actuals, Set.of(), actions, false);
    }

    private ProjectPlan done(String code, LocalDate on) {
        var begun = actuals.get(code);
        return with(code, new Actual(begun == null ? on : begun.startedOn(), on));
    }

    private ProjectPlan with(String code, Actual actual) {
        var more = new LinkedHashMap<>(actuals);
        more.put(code, actual);
        return new ProjectPlan(drafted, schedule, version, original, more, missed, actions, ended);
    }

    private ProjectPlan without(String milestone) {
        var more = new HashSet<>(missed);
        more.add(milestone);
        return new ProjectPlan(drafted, schedule, version, original, actuals, more, actions, ended);
    }

    private ProjectPlan with(List<CorrectiveActionTaken> taken, boolean end) {
        return new ProjectPlan(drafted, schedule, version, original, actuals, missed, taken, end);
    }
}
