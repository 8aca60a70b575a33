package io.milepost.opportunities.projectstrategy;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.Element;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.DocumentVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a sales project is to be won: goal and strategy of the four elements, what they rest on, and how they are carried out (R-072 to
 *
 *
 * @param elements what is said of each; of some nothing yet
 * @param execution the one strategy for contract and delivery; null until it is set
 * @param completed null until all four elements are
 * @param report null until the planning report was issued
 * @param financing how the customer pays for the deal; null until it is stated
 */
public record ProjectStrategy(
        StrategyBegun begun,
        Map<Element, Course> elements,
        @Nullable ExecutionStrategySet execution,
        @Nullable ProjectStrategyCompleted completed,
        @Nullable PlanningReportIssued report,
        @Nullable FinancingStated financing) {
    static final Decider<ProjectStrategy, Command, Event> DECIDER =
            new Decider<>(Planning::decide, ProjectStrategy::begin, ProjectStrategy::evolve);

    /** Begins the one strategy of a sales project. */
    public record BeginStrategy(UUID salesProjectId) {}

    /** What may be asked of a strategy. Its texts may not contain personal data. */
    public sealed interface Command {}

    public record AnalyseElement(
            Element element, @Limit(Limit.TEXT) String analysis) implements Command {}

    /**
     * Says what is to be reached in an element and how.
     *
     * @param responsible code of the member who answers for it; who has the role in the team when absent
     */
    public record SetElementStrategy(
            Element element,
            @Limit(Limit.NOTE) String goal,
            @Limit(Limit.TEXT) String strategy,
            @Nullable String responsible)
            implements Command {}

    /**
     * Says how contract and delivery are carried out together.
     *
     * @param capability whether the company is able to carry the contract out
     * @param conditions of that; needed where it is able under conditions
     */
    public record SetExecutionStrategy(
            @Limit(Limit.TEXT) String strategy,
            Capability capability,
            @Nullable @Limit(Limit.NOTE) String conditions) implements Command {}

    /** Says how the strategy of an element is carried out. */
    public record TrackElement(
            Element element,
            Progress progress,
            @Limit(Limit.NOTE) String finding) implements Command {}

    /**
     * States how the customer finances the deal, in place of what was stated before.
     *
     * @param sources each kind once, their shares being the whole
     * @param terms what was agreed about it, such as the bank, the period or the collateral
     * @param on the day on which it was known
     */
    public record StateFinancing(
            List<FinancingSource> sources,
            @Nullable @Limit(Limit.NOTE) String terms,
            LocalDate on) implements Command {
        public StateFinancing {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Issues the planning report that sums it up.
     *
     * @param documentId of that report, a controlled document of kind {@code planning-report} about this project
     */
    public record IssuePlanningReport(@Nullable UUID documentId) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    public record StrategyBegun(UUID salesProjectId, String owner) implements Event {}

    public record ElementAnalysed(UUID salesProjectId, Element element, String analysis, String analysedBy)
            implements Event {}

    public record ElementStrategySet(
            UUID salesProjectId, Element element, String goal, String strategy, String responsible, String setBy)
            implements Event {}

    /** All four elements have analysis, goal, strategy and somebody who answers for it. */
    public record ProjectStrategyCompleted(UUID salesProjectId, LocalDate completedOn) implements Event {}

    public record ExecutionStrategySet(
            UUID salesProjectId,
            String strategy,
            Capability capability,
            @Nullable String conditions,
            String setBy) implements Event {}

    public record ElementTracked(
            UUID salesProjectId,
            Element element,
            Progress progress,
            String finding,
            LocalDate trackedOn,
            String trackedBy)
            implements Event {}

    public record PlanningReportIssued(UUID salesProjectId, DocumentVersion document, LocalDate issuedOn)
            implements Event {}

    public record FinancingStated(
            UUID salesProjectId,
            List<FinancingSource> sources,
            @Nullable String terms,
            LocalDate on,
            String statedBy) implements Event {
        public FinancingStated {
            sources = List.copyOf(sources);
        }
    }

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has a strategy")),
        SALES_PROJECT_AT_END(state("the sales project has been rejected, terminated or closed, or is closing")),
        STRATEGY_ALREADY_BEGUN(state("the sales project has a strategy")),
        STRATEGY_INCOMPLETE(state("the strategy is complete only with all four elements")),
        RESPONSIBLE_NOT_IN_TEAM(rule("a member of the team, or whose deal it is, answers for an element")),
        FINANCING_SHARES_FAULTY(rule(
                "the sources of financing are told once each, with shares above zero that are 100 percent together")),
        FINANCING_MISSING(state("the sales process of the deal asks how it is financed before the planning report")),
        CONDITIONS_MISSING(rule("where we are able under conditions, these are said")),
        ELEMENT_NOT_YOURS(sender("an element is for those to say who answer for it, and for the project director"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Whether the company is able to carry a contract out. */
    public enum Capability {
        ABLE,
        ABLE_UNDER_CONDITIONS,
        NOT_ABLE
    }

    /** How the strategy of an element is carried out. */
    public enum Progress {
        ON_TRACK,
        AT_RISK,
        OFF_TRACK,
        REACHED
    }

    /** By what a customer pays for a deal. */
    public enum Financing {
        /** From the customer's own means. */
        CASH,
        /** Of a bank or of a supplier. */
        CREDIT,
        LEASING,
        MORTGAGE,
        /** Of a state or another public body. */
        SUBSIDY,
        OTHER
    }

    public record FinancingSource(Financing by, BigDecimal percent) {}

    /** What is said of one element so far. */
    public record Course(
            @Nullable ElementAnalysed analysis,
            @Nullable ElementStrategySet strategy,
            @Nullable ElementTracked tracked) {
        static final Course NONE = new Course(null, null, null);

        boolean isComplete() {
            return analysis != null && strategy != null;
        }
    }

    public ProjectStrategy {
        elements = Map.copyOf(elements);
    }

    static ProjectStrategy begin(Event first) {
        return new ProjectStrategy((StrategyBegun) first, Map.of(), null, null, null, null);
    }

    static ProjectStrategy evolve(ProjectStrategy before, Event event) {
        return switch (event) {
            case StrategyBegun _ -> before;
            case ElementAnalysed analysed -> {
                var course = before.of(analysed.element());
                yield before.with(analysed.element(), new Course(analysed, course.strategy, course.tracked));
            }
            case ElementStrategySet set -> {
                var course = before.of(set.element());
                yield before.with(set.element(), new Course(course.analysis, set, course.tracked));
            }
            case ElementTracked tracked -> {
                var course = before.of(tracked.element());
                yield before.with(tracked.element(), new Course(course.analysis, course.strategy, tracked));
            }
            case ProjectStrategyCompleted completed ->
                new ProjectStrategy(
                        before.begun, before.elements, before.execution, completed, before.report, before.financing);
            case ExecutionStrategySet set ->
                new ProjectStrategy(
                        before.begun, before.elements, set, before.completed, before.report, before.financing);
            case PlanningReportIssued issued ->
                new ProjectStrategy(
                        before.begun, before.elements, before.execution, before.completed, issued, before.financing);
            case FinancingStated stated ->
                new ProjectStrategy(
                        before.begun, before.elements, before.execution, before.completed, before.report, stated);
        };
    }

    UUID salesProject() {
        return begun.salesProjectId();
    }

    Course of(Element element) {
        return elements.getOrDefault(element, Course.NONE);
    }

    /** The elements that lack something, in their order. */
    List<Element> lacking() {
        return Arrays.stream(Element.values())
                .filter(element -> !of(element).isComplete())
                .toList();
    }

    ProjectStrategy with(Element element, Course course) {
        var more = new LinkedHashMap<>(elements);
        more.put(element, course);
        return new ProjectStrategy(begun, more, execution, completed, report, financing);
    }
}
