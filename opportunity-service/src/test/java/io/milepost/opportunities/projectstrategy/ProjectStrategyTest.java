package io.milepost.opportunities.projectstrategy;

import static io.milepost.opportunities.projectstrategy.ProjectStrategy.No.*;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.*;
import io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.View;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectStrategyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(PROJECT_STRATEGY);
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID REPORT = new UUID(2, 2);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final ProjectTeam TEAM = new ProjectTeam(
            "kim",
            Phase.AUTHORIZED,
            List.of(
                    new Seat(Responsible.PD, "pam"),
                    new Seat(Responsible.AR, "ann"),
                    new Seat(Responsible.SR, "sam"),
                    new Seat(Responsible.FR, "ray"),
                    new Seat(Responsible.QA, "uma")));
    private static final StrategyBegun BEGUN = new StrategyBegun(PROJECT, "kim");
    private static final ProjectStrategyCompleted COMPLETED = new ProjectStrategyCompleted(PROJECT, TODAY);

    private static final Scenario<ProjectStrategy, Command, Event> NOTHING =
            Scenario.of(PROJECT_STRATEGY).recording(REACHED).reading(TEAM);
    private static final Scenario<ProjectStrategy, Command, Event> STARTED = NOTHING.given(BEGUN);
    private static final Scenario<ProjectStrategy, Command, Event> ALMOST = STARTED.given(
            analysed(Element.CUSTOMER_RELATIONSHIP),
            set(Element.CUSTOMER_RELATIONSHIP, "ann"),
            analysed(Element.SOLUTION),
            set(Element.SOLUTION, "sam"),
            analysed(Element.COMMERCE_AND_FINANCING),
            set(Element.COMMERCE_AND_FINANCING, "ann"),
            set(Element.DELIVERY, "ray"));
    private static final Scenario<ProjectStrategy, Command, Event> COMPLETE =
            ALMOST.given(analysed(Element.DELIVERY), COMPLETED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-076: a sales project has one strategy, as long as it has not ended")
    void there_is_one_for_a_project() {
        var begin = new BeginStrategy(PROJECT);
        NOTHING.when(begin).then(BEGUN);
        NOTHING.when(begin)
                .holding("strategyOf=" + PROJECT, REPORT)
                .thenRefused(STRATEGY_ALREADY_BEGUN, "/salesProjectId");
        Scenario.of(PROJECT_STRATEGY)
                .recording(REACHED)
                .when(begin)
                .thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        var ended = NOTHING.reading(new ProjectTeam("kim", Phase.ENDED, List.of()));
        ended.when(begin).thenRefused(SALES_PROJECT_AT_END);
        ended.given(BEGUN).when(new AnalyseElement(Element.SOLUTION, "x")).thenRefused(SALES_PROJECT_AT_END);
        assertThat(PROJECT_STRATEGY.event(StrategyBegun.class).tags().apply(BEGUN))
                .hasToString("[strategyOf=" + PROJECT + "]");
    }

    /** More of it in {@link FinancingTest}. */
    @Test
    void financing_is_the_whole_and_asked_for() {
        STARTED.when(new StateFinancing(List.of(), null, TODAY)).thenRefused(FINANCING_SHARES_FAULTY, "/sources");
        var cash = List.of(new FinancingSource(Financing.CASH, BigDecimal.valueOf(100)));
        STARTED.when(new StateFinancing(cash, null, TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        STARTED.when(new StateFinancing(cash, null, LocalDate.of(1500, 1, 1))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        COMPLETE.when(new IssuePlanningReport(REPORT))
                .reading(new AskedOfDeal(List.of(Asked.FINANCING), false))
                .thenRefused(FINANCING_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_RELATIONSHIP, ann", "SOLUTION, sam", "COMMERCE_AND_FINANCING, ann", "DELIVERY, ray"})
    @DisplayName(
            "R-065 to R-067, R-072 to R-075: each element has analysis, goal, strategy and somebody who answers for it: who has the role, or the director")
    void an_element_is_for_those_who_answer_for_it(Element element, String member) {
        var analyse = new AnalyseElement(element, "analysis");
        STARTED.when(analyse).byMember("uma").thenRefused(ELEMENT_NOT_YOURS);
        STARTED.when(analyse)
                .byMember(member)
                .then(new ElementAnalysed(PROJECT, element, "analysis", member))
                .when(analyse)
                .byMember("pam")
                .thenNothing();
        var set = new SetElementStrategy(element, "goal", "strategy", null);
        STARTED.when(set).byMember("uma").thenRefused(ELEMENT_NOT_YOURS);
        STARTED.when(set)
                .byMember("pam")
                .then(new ElementStrategySet(PROJECT, element, "goal", "strategy", member, "pam"))
                .when(set)
                .byMember(member)
                .thenNothing();
        STARTED.when(new AnalyseElement(element, " ")).thenRefused(TEXT_MISSING, "/analysis");
        STARTED.when(new SetElementStrategy(element, " ", "s", null)).thenRefused(TEXT_MISSING, "/goal");
        STARTED.when(new SetElementStrategy(element, "g", " ", null)).thenRefused(TEXT_MISSING, "/strategy");
        STARTED.when(new SetElementStrategy(element, "g", "s", "zoe"))
                .thenRefused(RESPONSIBLE_NOT_IN_TEAM, "/responsible");
    }

    @Test
    @DisplayName(
            "R-072 to R-075: who was named for an element sets and tracks it too; nobody is bound before there is a team")
    void whoever_was_named_may() {
        STARTED.given(new ElementStrategySet(PROJECT, Element.SOLUTION, "g", "s", "uma", "pam"))
                .when(new AnalyseElement(Element.SOLUTION, "analysis"))
                .byMember("uma")
                .then(new ElementAnalysed(PROJECT, Element.SOLUTION, "analysis", "uma"));
        var alone = Scenario.of(PROJECT_STRATEGY)
                .reading(new ProjectTeam("kim", Phase.PREPARING, List.of()))
                .given(BEGUN);
        alone.when(new SetElementStrategy(Element.SOLUTION, "g", "s", null))
                .byMember("zoe")
                .then(new ElementStrategySet(PROJECT, Element.SOLUTION, "g", "s", "kim", "zoe"));
    }

    @Test
    @DisplayName("R-076: it is complete with the last part of the last element, once, and not a part before")
    void is_complete_with_all_four() {
        assertThat(View.of(ALMOST.state()).lacking()).containsExactly(Element.DELIVERY);
        assertThat(View.of(ALMOST.state()).status()).isEqualTo("DRAFTING");
        var complete = ALMOST.when(new AnalyseElement(Element.DELIVERY, "analysis"))
                .byMember("ray")
                .then(new ElementAnalysed(PROJECT, Element.DELIVERY, "analysis", "ray"), COMPLETED);
        assertThat(View.of(complete.state()).status()).isEqualTo("COMPLETE");
        complete.when(new AnalyseElement(Element.DELIVERY, "another analysis"))
                .byMember("ray")
                .then(new ElementAnalysed(PROJECT, Element.DELIVERY, "another analysis", "ray"));
        STARTED.given(analysed(Element.DELIVERY))
                .when(new SetElementStrategy(Element.DELIVERY, "goal", "strategy", null))
                .byMember("ray")
                .then(new ElementStrategySet(PROJECT, Element.DELIVERY, "goal", "strategy", "ray", "ray"));
    }

    @Test
    @DisplayName("R-084: one strategy for contract and delivery says whether we are able to carry the contract out")
    void says_whether_we_are_able() {
        var set = execution(Capability.ABLE_UNDER_CONDITIONS, "a second crane");
        var asked = STARTED.when(set).reading(new Holders(Set.of("RAY")));
        asked.byMember("ann").thenNotYourDuty();
        asked.byMember("ray")
                .then(new ExecutionStrategySet(
                        PROJECT, "both at once", Capability.ABLE_UNDER_CONDITIONS, "a second crane", "ray"))
                .when(set)
                .thenNothing();
        STARTED.when(execution(Capability.ABLE, null))
                .then(new ExecutionStrategySet(PROJECT, "both at once", Capability.ABLE, null, "someone"));
        STARTED.when(execution(Capability.ABLE_UNDER_CONDITIONS, null)).thenRefused(CONDITIONS_MISSING, "/conditions");
        STARTED.when(execution(Capability.NOT_ABLE, " ")).thenRefused(CONDITIONS_MISSING, "/conditions");
        STARTED.when(new SetExecutionStrategy(" ", Capability.ABLE, null)).thenRefused(TEXT_MISSING, "/strategy");
    }

    @Test
    @DisplayName("R-170: how the strategy of an element is carried out is tracked, once all of it is complete")
    void is_tracked() {
        var track = new TrackElement(Element.SOLUTION, Progress.AT_RISK, "no test hall yet");
        ALMOST.when(track).byMember("sam").thenRefused(STRATEGY_INCOMPLETE);
        COMPLETE.when(track).byMember("ann").thenRefused(ELEMENT_NOT_YOURS);
        var tracked = new ElementTracked(PROJECT, Element.SOLUTION, Progress.AT_RISK, "no test hall yet", TODAY, "sam");
        var after = COMPLETE.when(track)
                .byMember("sam")
                .then(tracked)
                .when(track)
                .byMember("sam")
                .thenNothing();
        assertThat(View.of(after.state()).elements().get(1).course().tracked()).isEqualTo(tracked);
        COMPLETE.when(new TrackElement(Element.SOLUTION, Progress.REACHED, " ")).thenRefused(TEXT_MISSING, "/finding");
    }

    @Test
    @DisplayName(
            "R-077: the planning report is a document in effect about the project, and sums up a complete strategy")
    void the_planning_report_is_issued() {
        var issue = new IssuePlanningReport(REPORT);
        ALMOST.when(issue).reading(report(PROJECT, 1)).thenRefused(STRATEGY_INCOMPLETE);
        COMPLETE.when(issue).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        COMPLETE.when(issue).reading(report(REPORT, 1)).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        COMPLETE.when(issue).reading(report(PROJECT, null)).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        COMPLETE.when(issue)
                .reading(report(PROJECT, 1))
                .reading(new Holders(Set.of("PAM")))
                .byMember("ann")
                .thenNotYourDuty();
        COMPLETE.when(issue)
                .reading(report(PROJECT, 1))
                .then(new PlanningReportIssued(PROJECT, new DocumentVersion(REPORT, "PR-7", 1), TODAY))
                .when(issue)
                .reading(report(PROJECT, 1))
                .thenNothing()
                .when(issue)
                .reading(report(PROJECT, 2))
                .then(new PlanningReportIssued(PROJECT, new DocumentVersion(REPORT, "PR-7", 2), TODAY));
    }

    private static NeededDocument report(UUID subject, @Nullable Integer inEffect) {
        return new NeededDocument("planning-report", "PR-7", subject, inEffect, inEffect == null ? null : "boss");
    }

    private static SetExecutionStrategy execution(Capability capability, @Nullable String conditions) {
        return new SetExecutionStrategy("both at once", capability, conditions);
    }

    private static ElementAnalysed analysed(Element element) {
        return new ElementAnalysed(PROJECT, element, "analysis", "pam");
    }

    private static ElementStrategySet set(Element element, String responsible) {
        return new ElementStrategySet(PROJECT, element, "goal", "strategy", responsible, "pam");
    }
}
