package io.milepost.opportunities.projectstrategy;

import static io.milepost.opportunities.projectstrategy.ProjectStrategy.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Occasion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the strategy of a sales project is made and followed. */
final class Planning {
    /** The key of the tag by which a sales project has one strategy. */
    static final String STRATEGY_OF = "strategyOf";

    private static final String REPORT = "planning-report";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Planning() {}

    static Decision<Event> start(BeginStrategy begin, Occasion occasion) {
        var project = begin.salesProjectId();
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (team == null) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        return check().that(!team.hasEnded(), SALES_PROJECT_AT_END)
                .that(
                        occasion.holderOf(STRATEGY_OF, project.toString()).isEmpty(),
                        "/salesProjectId",
                        STRATEGY_ALREADY_BEGUN)
                .accept(() -> new StrategyBegun(project, team.owner()));
    }

    static Decision<Event> decide(ProjectStrategy strategy, Command command, Occasion occasion) {
        var team = occasion.read(ProjectTeam.class).orElse(null);
        if (team == null || team.hasEnded()) {
            return refused(SALES_PROJECT_AT_END);
        }
        return switch (command) {
            case AnalyseElement analyse -> analyse(strategy, analyse, team, occasion);
            case SetElementStrategy set -> set(strategy, set, team, occasion);
            case SetExecutionStrategy set -> set(strategy, set, occasion);
            case TrackElement track -> track(strategy, track, team, occasion);
            case StateFinancing state -> state(strategy, state, occasion);
            case IssuePlanningReport issue -> issue(strategy, issue, occasion);
        };
    }

    private static Decision<Event> analyse(
            ProjectStrategy strategy, AnalyseElement analyse, ProjectTeam team, Occasion occasion) {
        var element = analyse.element();
        if (!isFor(strategy, element, team, occasion)) {
            return refused(ELEMENT_NOT_YOURS);
        }
        var stands = strategy.of(element).analysis();
        if (stands != null && stands.analysis().equals(analyse.analysis())) {
            return unchanged();
        }
        return check().text("/analysis", analyse.analysis())
                .then(() -> completing(
                        strategy,
                        new ElementAnalysed(
                                strategy.salesProject(),
                                element,
                                analyse.analysis(),
                                occasion.who().name()),
                        occasion));
    }

    private static Decision<Event> set(
            ProjectStrategy strategy, SetElementStrategy set, ProjectTeam team, Occasion occasion) {
        var element = set.element();
        if (!isFor(strategy, element, team, occasion)) {
            return refused(ELEMENT_NOT_YOURS);
        }
        var responsible = Objects.requireNonNullElseGet(
                set.responsible(), () -> team.holder(element.responsible()).orElse(team.owner()));
        return check().text("/goal", set.goal())
                .text("/strategy", set.strategy())
                .that(team.knows(responsible), "/responsible", RESPONSIBLE_NOT_IN_TEAM)
                .then(() -> {
                    var stands = strategy.of(element).strategy();
                    var wanted = new ElementStrategySet(
                            strategy.salesProject(),
                            element,
                            set.goal(),
                            set.strategy(),
                            responsible,
                            stands == null ? occasion.who().name() : stands.setBy());
                    if (wanted.equals(stands)) {
                        return unchanged();
                    }
                    return completing(
                            strategy,
                            new ElementStrategySet(
                                    strategy.salesProject(),
                                    element,
                                    set.goal(),
                                    set.strategy(),
                                    responsible,
                                    occasion.who().name()),
                            occasion);
                });
    }

    /** The strategy is complete with the last part of the last element. */
    private static Decision<Event> completing(ProjectStrategy strategy, Event event, Occasion occasion) {
        var after = ProjectStrategy.evolve(strategy, event);
        var events = new ArrayList<>(List.of(event));
        if (after.completed() == null && after.lacking().isEmpty()) {
            events.add(new ProjectStrategyCompleted(strategy.salesProject(), occasion.today()));
        }
        return accepted(events);
    }

    private static Decision<Event> set(ProjectStrategy strategy, SetExecutionStrategy set, Occasion occasion) {
        var stands = strategy.execution();
        boolean conditional = set.capability() == Capability.ABLE_UNDER_CONDITIONS;
        return check().text("/strategy", set.strategy())
                .that(!conditional || set.conditions() != null, "/conditions", CONDITIONS_MISSING)
                .text("/conditions", set.conditions(), CONDITIONS_MISSING)
                .then(() -> {
                    var same = stands != null
                            && set.equals(new SetExecutionStrategy(
                                    stands.strategy(), stands.capability(), stands.conditions()));
                    return same
                            ? unchanged()
                            : accepted(new ExecutionStrategySet(
                                    strategy.salesProject(),
                                    set.strategy(),
                                    set.capability(),
                                    set.conditions(),
                                    occasion.who().name()));
                });
    }

    private static Decision<Event> track(
            ProjectStrategy strategy, TrackElement track, ProjectTeam team, Occasion occasion) {
        if (!isFor(strategy, track.element(), team, occasion)) {
            return refused(ELEMENT_NOT_YOURS);
        }
        if (strategy.completed() == null) {
            return incomplete(strategy);
        }
        return check().text("/finding", track.finding()).then(() -> {
            var tracked = new ElementTracked(
                    strategy.salesProject(),
                    track.element(),
                    track.progress(),
                    track.finding(),
                    occasion.today(),
                    occasion.who().name());
            return tracked.equals(strategy.of(track.element()).tracked()) ? unchanged() : accepted(tracked);
        });
    }

    private static Decision<Event> state(ProjectStrategy strategy, StateFinancing state, Occasion occasion) {
        return check().that(isWhole(state.sources()), "/sources", FINANCING_SHARES_FAULTY)
                .text("/terms", state.terms())
                .notAfter("/on", state.on(), occasion.today())
                .within(NEAR, "/on", state.on(), occasion.today())
                .then(() -> isStated(strategy.financing(), state)
                        ? unchanged()
                        : accepted(new FinancingStated(
                                strategy.salesProject(),
                                state.sources(),
                                state.terms(),
                                state.on(),
                                occasion.who().name())));
    }

    /** Shares are one however many zeros they are written with. */
    private static boolean isStated(@Nullable FinancingStated stands, StateFinancing state) {
        return stands != null
                && Objects.equals(stands.terms(), state.terms())
                && stands.on().equals(state.on())
                && shares(stands.sources()).equals(shares(state.sources()));
    }

    private static Map<Financing, BigDecimal> shares(List<FinancingSource> sources) {
        return sources.stream()
                .collect(Collectors.toMap(
                        FinancingSource::by, source -> source.percent().stripTrailingZeros()));
    }

    private static boolean isWhole(List<FinancingSource> sources) {
        return sources.stream().map(FinancingSource::by).distinct().count() == sources.size()
                && sources.stream().allMatch(source -> source.percent().signum() > 0)
                && sources.stream()
                                .map(FinancingSource::percent)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(WHOLE)
                        == 0;
    }

    private static Decision<Event> issue(ProjectStrategy strategy, IssuePlanningReport issue, Occasion occasion) {
        if (strategy.completed() == null) {
            return incomplete(strategy);
        }
        if (strategy.financing() == null && AskedOfDeal.isAsked(occasion, Asked.FINANCING)) {
            return refused(FINANCING_MISSING);
        }
        var document = NeededDocument.inEffect(occasion, issue.documentId(), REPORT, strategy.salesProject());
        if (document == null) {
            return refusedAt("/documentId", DOCUMENT_NOT_IN_EFFECT);
        }
        var issued = strategy.report();
        return issued != null && issued.document().equals(document)
                ? unchanged()
                : accepted(new PlanningReportIssued(strategy.salesProject(), document, occasion.today()));
    }

    private static Decision<Event> incomplete(ProjectStrategy strategy) {
        var lacking = strategy.lacking().stream().map(Element::name).collect(Collectors.joining(", "));
        return refused(STRATEGY_INCOMPLETE, "something is missing of " + lacking);
    }

    /** Whoever has the role of the element, the member who was named for it, and the director. */
    private static boolean isFor(ProjectStrategy strategy, Element element, ProjectTeam team, Occasion occasion) {
        var members = new HashSet<>(team.holders(Set.of(element.responsible(), Responsible.PD)));
        var set = strategy.of(element).strategy();
        if (set != null && !members.isEmpty()) {
            members.add(set.responsible());
        }
        return occasion.who().mayActFor(members);
    }
}
