package io.milepost.leads;

import static io.milepost.leads.competitor.CompetitorCatalogue.COMPETITOR;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_DAY;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.leads.salesplan.SalesPlanCatalogue.SALES_PLAN;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.PERIOD_START;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.segment.SegmentCatalogue.SEGMENT;

import io.milepost.leads.salestarget.Figure;
import io.milepost.leads.salestarget.Level;
import io.milepost.leads.salestarget.Metric;
import io.milepost.leads.salestarget.SalesTarget;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Laws of what is planned: competitors, segments, strategies, targets, plans. */
class PlanningLawsTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-02");

    @Test
    void laws_of_the_competitor() {
        Laws.of(COMPETITOR).suggesting("number", 1, 2).check();
    }

    @Test
    void laws_of_the_segment() {
        Laws.of(SEGMENT).check();
    }

    @Test
    void laws_of_the_sales_strategy() {
        Laws.of(SALES_STRATEGY)
                .suggesting("channels", List.of("alpha"), List.of("beta", "gamma"))
                .suggesting("version", 1, 2, 3)
                .always(
                        "one version at most is in force",
                        strategy -> strategy.inForce().isEmpty()
                                || strategy.versions()
                                        .contains(strategy.inForce().get()))
                .check();
    }

    @Test
    void laws_of_the_sales_target() {
        targets()
                .rare(SalesTargetActivated.class)
                .rare(SalesTargetRevised.class)
                .check();
    }

    @Test
    void laws_of_the_sales_target_in_its_period() {
        var task = task("100", MARCH);
        targets()
                .after(
                        new SalesTargetDrafted(task, new Strategy(new UUID(2, 2), 1), null, "kim"),
                        new SalesTargetSubmitted("kim", MARCH.minusDays(9)),
                        new SalesTargetApproved("boss", MARCH.minusDays(8)),
                        new SalesTargetActivated(MARCH))
                .rare(SalesTargetDrafted.class)
                .rare(SalesTargetRedrafted.class)
                .rare(SalesTargetSubmitted.class)
                .rare(SalesTargetReturned.class)
                .rare(SalesTargetApproved.class)
                .rare(SalesTargetNotApprovedInTime.class)
                .rare(SalesTargetActivated.class)
                .check();
    }

    private static Laws<SalesTarget, Command, Event> targets() {
        return Laws.of(SALES_TARGET)
                .suggesting("task", task("100", MARCH.plusDays(25)), task("40", MARCH.plusDays(35)))
                .suggesting("level", Level.SELLER)
                .suggesting("metric", Metric.REVENUE)
                .suggesting("accountable", "alpha", "beta")
                .suggesting("figure", figure("100"), figure("40"))
                .suggesting("inForce", 1)
                .suggesting("from", MARCH.plusDays(25), MARCH.plusDays(35))
                .suggesting("to", MARCH.plusDays(60))
                .suggesting("CloseSalesTarget.reason", " ", " ", " ", "alpha")
                .terminal("CLOSED")
                .waits(PERIOD_START)
                .always("what is revised keeps its first figure", PlanningLawsTest::keepsItsFirstFigure);
    }

    private static Task task(String amount, LocalDate from) {
        var strategy = new UUID(2, 2);
        return new Task(
                Level.COMPANY, null, "kim", Metric.REVENUE, figure(amount), from, from.plusDays(30), null, strategy);
    }

    private static Figure figure(String amount) {
        return new Figure(Money.of(amount, "USD"), null, null, null);
    }

    private static boolean keepsItsFirstFigure(SalesTarget target) {
        var first = target.details().task().figure();
        return target.revisions().stream()
                .allMatch(revised -> revised.original().equals(first));
    }

    @Test
    void laws_of_the_sales_plan() {
        Laws.of(SALES_PLAN)
                .suggesting("channels", List.of("alpha"), List.of("alpha", "beta"))
                .suggesting("team", List.of("alpha"), List.of("alpha", "beta"))
                .suggesting("member", "alpha")
                .suggesting("channel", "alpha")
                .suggesting("name", "alpha")
                .suggesting("approved", true)
                .suggesting("Aim.to", MARCH.plusDays(60))
                .suggesting("version", 1, 2, 3)
                .check();
    }

    @Test
    void laws_of_the_development_plan() {
        Laws.of(DEVELOPMENT_PLAN)
                .suggesting("member", "alpha", "beta")
                .suggesting("segment", "alpha", "beta")
                .suggesting("by", MARCH.plusDays(3), MARCH.plusDays(40), MARCH.plusDays(41))
                .suggesting("result", " ", " ", " ", "alpha")
                .suggesting("DropDevelopmentPlan.reason", " ", " ", " ", "alpha")
                .terminal("FULFILLED", "DROPPED")
                .waits(DEVELOPMENT_DAY)
                .check();
    }
}
