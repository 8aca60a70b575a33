package io.milepost.opportunities.projectplan;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.projectplan.ProjectPlan.*;
import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CatalogueBuilder;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The project plan's commands and events, the days that it waits for, and who is told of one that passed. That a sales project has only one is claimed by the tag {@code planOf=}. */
public final class ProjectPlanCatalogue {

    public static final Catalogue<ProjectPlan, Command, Event> PROJECT_PLAN = directed(
                    Catalogue.of("project-plan", "project-plans", ProjectPlan.DECIDER)
                            .creates(DraftPlan.class, Following::draft, SALES_REP, SALES_MANAGER)
                            .claims(
                                    DraftPlan.class,
                                    Following.PLAN_OF,
                                    (_, _, draft) ->
                                            List.of(draft.salesProjectId().toString()))
                            .reads(
                                    DraftPlan.class,
                                    () -> SALES_PROJECT,
                                    (_, draft) -> draft.salesProjectId(),
                                    ProjectTeam.class,
                                    SalesProject::projectTeam),
                    List.of(RevisePlan.class, BaselinePlan.class, RebaselinePlan.class, TakeCorrectiveAction.class))
            .command(StartTask.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    StartTask.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(CompleteTask.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    CompleteTask.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(MissMilestone.class)
            .reads(
                    MissMilestone.class,
                    () -> SALES_PROJECT,
                    (plan, _) -> projectOf(plan),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .event(PlanDrafted.class, "project-plan.drafted", 1)
            .tags(
                    PlanDrafted.class,
                    drafted -> Set.of(
                            new Tag(Following.PLAN_OF, drafted.salesProjectId().toString())))
            .event(PlanRevised.class, "project-plan.revised", 1)
            .event(PlanBaselined.class, "project-plan.baselined", 1)
            .event(PlanRebaselined.class, "project-plan.rebaselined", 1)
            .event(TaskStarted.class, "project-plan.task-started", 1)
            .event(TaskCompleted.class, "project-plan.task-completed", 1)
            .event(ProjectMilestoneReached.class, "project-plan.milestone-reached", 1)
            .event(ProjectMilestoneMissed.class, "project-plan.milestone-missed", 1)
            .event(CorrectiveActionTaken.class, "project-plan.corrective-action-taken", 1)
            .event(PlanEnded.class, "project-plan.ended", 1)
            .rootedBy(Event::salesProjectId)
            .ownedBy(plan -> plan.drafted().owner())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A milestone of a baseline waits for the end of its day. */
    public static final Due<ProjectPlan> MILESTONE_MISSED =
            new Due<>("project-milestone-missed", PROJECT_PLAN, MissMilestone.class, ProjectPlanCatalogue::awaited);

    /** A missed milestone is told to whom it is assigned to, and to the manager. */
    public static final NoticeRule<ProjectMilestoneMissed> MILESTONE_NOTICE = notice("project-milestone-missed")
            .on(PROJECT_PLAN, ProjectMilestoneMissed.class)
            .about(ProjectMilestoneMissed::code)
            .concerning(ProjectMilestoneMissed::assignee)
            .to(OWNER, MANAGER);

    private ProjectPlanCatalogue() {}

    private static List<DueDate> awaited(ProjectPlan plan) {
        var awaited = plan.schedule().packages().stream()
                .filter(work -> Following.isAwaited(plan, work))
                .toList();
        if (awaited.isEmpty()) {
            return List.of();
        }
        var days = Network.finishDays(plan.schedule());
        return awaited.stream()
                .map(work -> DueDate.endOf(
                                Objects.requireNonNull(days.get(work.code())),
                                new MissMilestone(work.code(), plan.version()))
                        .part(work.code())
                        .ownedBy(work.assignee()))
                .toList();
    }

    /** Planning and monitoring are the director's. */
    private static CatalogueBuilder<ProjectPlan, Command, Event> directed(
            CatalogueBuilder<ProjectPlan, Command, Event> catalogue, List<Class<? extends Command>> commands) {
        var built = catalogue;
        for (var command : commands) {
            built = directed(built, command.asSubclass(Record.class), command);
        }
        return built;
    }

    private static <T extends Record> CatalogueBuilder<ProjectPlan, Command, Event> directed(
            CatalogueBuilder<ProjectPlan, Command, Event> catalogue, Class<T> type, Class<? extends Command> command) {
        return catalogue
                .command(command, SALES_REP, SALES_MANAGER)
                .reads(
                        type,
                        () -> SALES_PROJECT,
                        (plan, _) -> projectOf(plan),
                        ProjectTeam.class,
                        SalesProject::projectTeam)
                .duty(
                        type,
                        "the project director (PD)",
                        () -> SALES_PROJECT,
                        (_, plan, _) -> projectOf(plan),
                        project -> project.holders(TeamRole.PD));
    }

    private static UUID projectOf(@Nullable ProjectPlan plan) {
        return Objects.requireNonNull(plan).salesProject();
    }

    /**
     * What a read shows.
     *
     * @param status DRAFT, BASELINED, REBASELINED or ENDED
     * @param version of the baseline; 0 for a draft
     * @param criticalPath codes of the packages that nothing may delay
     * @param workingDays of the whole, from the first to the last
     * @param forecastOn when all is done by what has happened so far
     * @param slip working days by which that is later than agreed; negative where it is earlier
     */
    public record View(
            String status,
            UUID salesProjectId,
            String owner,
            int version,
            LocalDate startOn,
            LocalDate finishOn,
            int workingDays,
            List<String> criticalPath,
            LocalDate forecastOn,
            int slip,
            List<Task> tasks,
            List<CorrectiveActionTaken> actions) {
        public View {
            criticalPath = List.copyOf(criticalPath);
            tasks = List.copyOf(tasks);
            actions = List.copyOf(actions);
        }

        static View of(ProjectPlan plan) {
            var schedule = plan.schedule();
            var network = Network.of(schedule);
            var forecast = Network.forecast(schedule, plan.actuals());
            var original = plan.original();
            Map<String, LocalDate> before = original == null ? Map.of() : Network.finishDays(original);
            int last =
                    forecast.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return new View(
                    status(plan),
                    plan.salesProject(),
                    plan.drafted().owner(),
                    plan.version(),
                    schedule.day(0),
                    Network.finishOn(schedule, network.length()),
                    network.length(),
                    network.criticalPath(),
                    Network.finishOn(schedule, last),
                    last - network.length(),
                    schedule.packages().stream()
                            .map(work -> Task.of(plan, work, network, forecast, before))
                            .toList(),
                    plan.actions());
        }

        private static String status(ProjectPlan plan) {
            if (plan.ended()) {
                return "ENDED";
            }
            return switch (plan.version()) {
                case 0 -> "DRAFT";
                case 1 -> "BASELINED";
                default -> "REBASELINED";
            };
        }
    }

    /**
     * One package of work.
     *
     * @param slack working days by which it may slip before all does
     * @param originalOn its day in the first baseline, where it stood in that
     * @param missed whether its day ended without it, for a milestone
     * @param slip working days by which it is, or will be, later than agreed
     */
    public record Task(
            WorkPackage work,
            LocalDate startOn,
            LocalDate finishOn,
            int slack,
            boolean critical,
            @Nullable LocalDate originalOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate finishedOn,
            LocalDate forecastOn,
            int slip,
            boolean missed) {
        static Task of(
                ProjectPlan plan,
                WorkPackage work,
                Network network,
                Map<String, Integer> forecast,
                Map<String, LocalDate> original) {
            var schedule = plan.schedule();
            var times = Objects.requireNonNull(network.times().get(work.code()));
            var actual = plan.actuals().get(work.code());
            int expected = forecast.getOrDefault(work.code(), times.finish());
            return new Task(
                    work,
                    work.isMilestone() ? Network.finishOn(schedule, times.finish()) : schedule.day(times.start()),
                    Network.finishOn(schedule, times.finish()),
                    times.slack(),
                    times.isCritical(),
                    original.get(work.code()),
                    actual == null ? null : actual.startedOn(),
                    actual == null ? null : actual.finishedOn(),
                    Network.finishOn(schedule, expected),
                    expected - times.finish(),
                    plan.missed().contains(work.code()));
        }
    }
}
