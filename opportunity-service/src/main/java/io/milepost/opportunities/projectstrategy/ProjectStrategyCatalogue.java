package io.milepost.opportunities.projectstrategy;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.*;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.controlled.Document;
import io.milepost.platform.decision.NeededDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The project strategy's commands and events. That a sales project has only one is claimed by the tag {@code strategyOf=}. */
public final class ProjectStrategyCatalogue {

    public static final Catalogue<ProjectStrategy, Command, Event> PROJECT_STRATEGY = Catalogue.of(
                    "project-strategy", "project-strategies", ProjectStrategy.DECIDER)
            .creates(BeginStrategy.class, Planning::start, SALES_REP, SALES_MANAGER)
            .claims(
                    BeginStrategy.class,
                    Planning.STRATEGY_OF,
                    (_, _, begin) -> List.of(begin.salesProjectId().toString()))
            .reads(
                    BeginStrategy.class,
                    () -> SALES_PROJECT,
                    (_, begin) -> begin.salesProjectId(),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(AnalyseElement.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .reads(
                    AnalyseElement.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(SetElementStrategy.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .reads(
                    SetElementStrategy.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(SetExecutionStrategy.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .reads(
                    SetExecutionStrategy.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    SetExecutionStrategy.class,
                    "the fulfilment responsible (FR)",
                    () -> SALES_PROJECT,
                    (_, strategy, _) -> projectOf(strategy),
                    project -> project.holders(TeamRole.FR))
            .command(TrackElement.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .reads(
                    TrackElement.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(StateFinancing.class, SALES_REP, SALES_MANAGER)
            .reads(
                    StateFinancing.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .duty(
                    StateFinancing.class,
                    "the account responsible (AR)",
                    () -> SALES_PROJECT,
                    (_, strategy, _) -> projectOf(strategy),
                    project -> project.holders(TeamRole.AR))
            .command(IssuePlanningReport.class, SALES_REP, SALES_MANAGER)
            .reads(
                    IssuePlanningReport.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    AskedOfDeal.class,
                    project -> AskedOfDeal.of(project.proposed().pursuit(), false, false))
            .reads(
                    IssuePlanningReport.class,
                    () -> SALES_PROJECT,
                    (strategy, _) -> projectOf(strategy),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .reads(
                    IssuePlanningReport.class,
                    () -> DOCUMENT,
                    (_, issue) -> issue.documentId(),
                    NeededDocument.class,
                    Document::needed)
            .duty(
                    IssuePlanningReport.class,
                    "the project director (PD)",
                    () -> SALES_PROJECT,
                    (_, strategy, _) -> projectOf(strategy),
                    project -> project.holders(TeamRole.PD))
            .event(StrategyBegun.class, "project-strategy.begun", 1)
            .tags(
                    StrategyBegun.class,
                    begun -> Set.of(
                            new Tag(Planning.STRATEGY_OF, begun.salesProjectId().toString())))
            .event(ElementAnalysed.class, "project-strategy.element-analysed", 1)
            .event(ElementStrategySet.class, "project-strategy.element-strategy-set", 1)
            .event(ProjectStrategyCompleted.class, "project-strategy.completed", 1)
            .event(ExecutionStrategySet.class, "project-strategy.execution-strategy-set", 1)
            .event(ElementTracked.class, "project-strategy.element-tracked", 1)
            .event(PlanningReportIssued.class, "project-strategy.planning-report-issued", 1)
            .event(FinancingStated.class, "project-strategy.financing-stated", 1)
            .rootedBy(Event::salesProjectId)
            .ownedBy(strategy -> strategy.begun().owner())
            .refusals(No.class, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE, DOCUMENT_NOT_IN_EFFECT)
            .view(View.class, View::of);

    private ProjectStrategyCatalogue() {}

    private static UUID projectOf(@Nullable ProjectStrategy strategy) {
        return Objects.requireNonNull(strategy).salesProject();
    }

    /**
     * What a read shows.
     *
     * @param status DRAFTING or COMPLETE
     * @param lacking the elements that lack analysis or strategy
     */
    public record View(
            String status,
            UUID salesProjectId,
            String owner,
            List<OfElement> elements,
            List<Element> lacking,
            @Nullable ExecutionStrategySet execution,
            @Nullable ProjectStrategyCompleted completed,
            @Nullable PlanningReportIssued report,
            @Nullable FinancingStated financing) {
        public View {
            elements = List.copyOf(elements);
            lacking = List.copyOf(lacking);
        }

        static View of(ProjectStrategy strategy) {
            return new View(
                    strategy.completed() == null ? "DRAFTING" : "COMPLETE",
                    strategy.salesProject(),
                    strategy.begun().owner(),
                    Arrays.stream(Element.values())
                            .map(element -> new OfElement(element, strategy.of(element)))
                            .toList(),
                    strategy.lacking(),
                    strategy.execution(),
                    strategy.completed(),
                    strategy.report(),
                    strategy.financing());
        }
    }

    public record OfElement(Element element, Course course) {}
}
