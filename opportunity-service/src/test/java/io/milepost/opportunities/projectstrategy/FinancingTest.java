package io.milepost.opportunities.projectstrategy;

import static io.milepost.opportunities.projectstrategy.ProjectStrategy.Financing.*;
import static io.milepost.opportunities.projectstrategy.ProjectStrategy.No.*;
import static io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.PROJECT_STRATEGY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AskedOfDeal;
import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.opportunities.projectstrategy.ProjectStrategy.*;
import io.milepost.opportunities.projectstrategy.ProjectStrategyCatalogue.View;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the customer pays for a deal, which the account responsible answers for. */
class FinancingTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID REPORT = new UUID(2, 2);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<FinancingSource> HALVES = List.of(source(CASH, "50"), source(LEASING, "50.00"));
    private static final Scenario<ProjectStrategy, Command, Event> BEGUN = Scenario.of(PROJECT_STRATEGY)
            .reading(new ProjectTeam("kim", Phase.AUTHORIZED, List.of()))
            .given(new StrategyBegun(PROJECT, "kim"));
    private static final Scenario<ProjectStrategy, Command, Event> COMPLETE = BEGUN.given(Stream.concat(
                    Stream.of(Element.values()).flatMap(FinancingTest::saidOf),
                    Stream.of(new ProjectStrategyCompleted(PROJECT, TODAY)))
            .toArray(Event[]::new));

    @Test
    @DisplayName("R-065: how a deal is financed is stated by its account responsible and by nobody else")
    void financing_is_the_account_responsibles() {
        var state = new StateFinancing(HALVES, "five years", TODAY);
        var asked = BEGUN.when(state).reading(new Holders(Set.of("ann")));
        asked.byMember("pam").thenNotYourDuty();
        asked.byMember("ann").then(new FinancingStated(PROJECT, HALVES, "five years", TODAY, "ann"));
    }

    @Test
    @DisplayName("R-065: financing is told in shares that are the whole, and can be told anew")
    void financing_adds_up() {
        for (var faulty : List.of(
                List.<FinancingSource>of(),
                List.of(source(CASH, "99.99")),
                List.of(source(CASH, "100"), source(CREDIT, "0.01")),
                List.of(source(CASH, "50"), source(CASH, "50")),
                List.of(source(CASH, "100"), source(CREDIT, "0")),
                List.of(source(CASH, "150"), source(SUBSIDY, "-50")))) {
            BEGUN.when(new StateFinancing(faulty, null, TODAY)).thenRefused(FINANCING_SHARES_FAULTY, "/sources");
        }
        BEGUN.when(new StateFinancing(HALVES, " ", TODAY)).thenRefused(TEXT_MISSING, "/terms");
        BEGUN.when(new StateFinancing(HALVES, null, TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        BEGUN.when(new StateFinancing(HALVES, null, LocalDate.parse("1066-01-01")))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
        var stated = BEGUN.when(new StateFinancing(HALVES, null, TODAY))
                .by("ann")
                .then(new FinancingStated(PROJECT, HALVES, null, TODAY, "ann"));
        stated.when(new StateFinancing(HALVES, null, TODAY)).by("bob").thenNothing();
        stated.when(new StateFinancing(List.of(source(LEASING, "5E1"), source(CASH, "50.0")), null, TODAY))
                .thenNothing();
        var anew = List.of(source(MORTGAGE, "100"));
        var after = stated.when(new StateFinancing(anew, null, TODAY))
                .by("ann")
                .then(new FinancingStated(PROJECT, anew, null, TODAY, "ann"));
        assertThat(View.of(after.state()).financing())
                .isEqualTo(new FinancingStated(PROJECT, anew, null, TODAY, "ann"));
        BEGUN.reading(new ProjectTeam("kim", Phase.ENDED, List.of()))
                .when(new StateFinancing(HALVES, null, TODAY))
                .thenRefused(SALES_PROJECT_AT_END);
    }

    @Test
    @DisplayName("R-065: where the process asks for it, no planning report is issued before the financing is stated")
    void the_process_asks_for_it() {
        var issue = new IssuePlanningReport(REPORT);
        var report = new NeededDocument("planning-report", "PR-1", PROJECT, 1, "sue");
        var issued = new PlanningReportIssued(PROJECT, new DocumentVersion(REPORT, "PR-1", 1), TODAY);
        var asked = new AskedOfDeal(List.of(Asked.FINANCING), false);
        COMPLETE.when(issue).reading(asked).reading(report).thenRefused(FINANCING_MISSING);
        COMPLETE.when(issue).reading(asked).reading(report).unbound().then(issued);
        COMPLETE.when(issue)
                .reading(new AskedOfDeal(List.of(Asked.EVIDENCE), false))
                .reading(report)
                .then(issued);
        COMPLETE.given(new FinancingStated(PROJECT, HALVES, null, TODAY, "ann"))
                .when(issue)
                .reading(asked)
                .reading(report)
                .then(issued);
    }

    private static Stream<Event> saidOf(Element element) {
        return Stream.of(
                new ElementAnalysed(PROJECT, element, "they hesitate", "kim"),
                new ElementStrategySet(PROJECT, element, "win", "visit", "kim", "kim"));
    }

    private static FinancingSource source(Financing by, String percent) {
        return new FinancingSource(by, new BigDecimal(percent));
    }
}
