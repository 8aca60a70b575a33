package io.milepost.opportunities;

import static io.milepost.opportunities.SalesProjectSituations.authorized;
import static io.milepost.opportunities.SalesProjectSituations.proposed;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.projectplan.ProjectPlan.*;
import io.milepost.opportunities.projectplan.Schedule;
import io.milepost.opportunities.projectplan.Schedule.WorkPackage;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.SuiteClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Strategies and plans of sales projects, made over HTTP. */
final class ProjectPlanSituations {
    /** As document-kinds.json has it. */
    static final UUID PLANNING_REPORT = UUID.fromString("0190c000-0000-7000-8000-000000000021");

    private ProjectPlanSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return strategies(ManagementPlanSituations.in(walk))
                .accepted(DraftPlan.class, client -> new Situation(null, draft(proposed(client))))
                .accepted(
                        RevisePlan.class,
                        client -> new Situation(
                                client.create(draft(proposed(client))), new RevisePlan(schedule(today(), 7))))
                .accepted(
                        BaselinePlan.class,
                        client -> new Situation(client.create(draft(authorized(client))), new BaselinePlan()))
                .accepted(
                        RebaselinePlan.class,
                        client -> new Situation(
                                baselined(client), new RebaselinePlan(schedule(today(), 9), "more to show")))
                .accepted(StartTask.class, client -> new Situation(baselined(client), new StartTask("A", today())))
                .accepted(CompleteTask.class, client -> {
                    var plan = baselined(client);
                    client.accept(plan, new StartTask("A", today()));
                    return new Situation(plan, new CompleteTask("A", today()));
                })
                .accepted(
                        TakeCorrectiveAction.class,
                        client -> new Situation(
                                baselined(client), new TakeCorrectiveAction("A", "a day late", "two people more")))
                .refused(
                        "BASELINE_BEFORE_ATI",
                        client -> new Situation(client.create(draft(proposed(client))), new BaselinePlan()))
                .refused(
                        "PLAN_NOT_BASELINED",
                        client -> new Situation(client.create(draft(proposed(client))), new StartTask("A", today())));
    }

    private static BadInputWalk strategies(BadInputWalk walk) {
        return walk.accepted(BeginStrategy.class, client -> new Situation(null, new BeginStrategy(proposed(client))))
                .accepted(
                        AnalyseElement.class,
                        client -> new Situation(begun(client), new AnalyseElement(Element.SOLUTION, "they need two")))
                .accepted(
                        SetElementStrategy.class,
                        client -> new Situation(
                                begun(client), new SetElementStrategy(Element.SOLUTION, "two", "show one", null)))
                .accepted(
                        SetExecutionStrategy.class,
                        client -> new Situation(
                                begun(client), new SetExecutionStrategy("both at once", Capability.ABLE, null)))
                .accepted(
                        TrackElement.class,
                        client -> new Situation(
                                complete(client, proposed(client)),
                                new TrackElement(Element.SOLUTION, Progress.AT_RISK, "no test hall")))
                .accepted(
                        StateFinancing.class,
                        client -> new Situation(
                                begun(client),
                                new StateFinancing(
                                        List.of(
                                                new FinancingSource(Financing.CASH, new BigDecimal("30")),
                                                new FinancingSource(Financing.LEASING, new BigDecimal("70"))),
                                        "five years",
                                        today())))
                .accepted(IssuePlanningReport.class, client -> {
                    var project = proposed(client);
                    var report = DocumentSituations.inEffect(
                            client, PLANNING_REPORT, project, Role.SALES_MANAGER, Role.SPONSOR);
                    return new Situation(complete(client, project), new IssuePlanningReport(report));
                })
                .refused(
                        "STRATEGY_INCOMPLETE",
                        client -> new Situation(
                                begun(client), new TrackElement(Element.SOLUTION, Progress.REACHED, "all of it")));
    }

    static DraftPlan draft(UUID project) {
        return draft(project, "kim");
    }

    static DraftPlan draft(UUID project, String assignee) {
        return new DraftPlan(project, schedule(today(), 5, assignee));
    }

    private static Schedule schedule(LocalDate startOn, int days) {
        return schedule(startOn, days, "kim");
    }

    /** Some days of work from that day on, and a milestone after them. */
    static Schedule schedule(LocalDate startOn, int days, String assignee) {
        return new Schedule(
                startOn,
                List.of(),
                List.of(
                        new WorkPackage("A", "the offer is written", "offer", days, assignee, List.of()),
                        new WorkPackage("M", "the offer is out", "offer", 0, assignee, List.of("A"))));
    }

    private static UUID baselined(SuiteClient client) {
        var project = authorized(client);
        var plan = client.create(draft(project));
        client.accept(plan, new BaselinePlan());
        await().until(() -> client.read("sales-projects", project).has("monitoredFrom"));
        return plan;
    }

    private static UUID begun(SuiteClient client) {
        return client.create(new BeginStrategy(proposed(client)));
    }

    private static UUID complete(SuiteClient client, UUID project) {
        var strategy = client.create(new BeginStrategy(project));
        for (var element : Element.values()) {
            client.accept(strategy, new AnalyseElement(element, "analysis"));
            client.accept(strategy, new SetElementStrategy(element, "goal", "strategy", null));
        }
        return strategy;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
