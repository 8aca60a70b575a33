package io.milepost.leads.salestarget;

import static io.milepost.leads.salestarget.SalesTarget.No.*;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.salestarget.Targets.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.salestarget.Drafting.CompanyStrategy;
import io.milepost.leads.salestarget.Drafting.Whole;
import io.milepost.leads.salestarget.Figure.Share;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final Scenario<SalesTarget, Command, Event> NONE = Scenario.of(SALES_TARGET);

    @Test
    @DisplayName("R-005: the company's target follows its strategy in force, and one of no adopted strategy is refused")
    void a_company_target_follows_the_strategy() {
        company(COMPANY).then(DRAFTED).when(new DraftSalesTarget(COMPANY)).thenTaken();
        NONE.when(new DraftSalesTarget(COMPANY))
                .holding("code=KIM", OTHER)
                .thenRefused(STRATEGY_NOT_ADOPTED, "/task/strategyId");
        company(COMPANY).reading(new CompanyStrategy(null)).thenRefused(STRATEGY_NOT_ADOPTED, "/task/strategyId");
        company(new Task(Level.COMPANY, null, "kim", Metric.REVENUE, MILLION, FROM, TO, null, null))
                .thenRefused(STRATEGY_NOT_ADOPTED, "/task/strategyId");
        company(new Task(Level.COMPANY, null, "kim", Metric.REVENUE, MILLION, FROM, TO, PARENT, STRATEGY.id()))
                .thenRefused(PARENT_MISPLACED, "/task/parentId");
    }

    @Test
    @DisplayName("R-005: a target says who answers for it and begins on a day to come")
    void what_is_not_specific_is_refused() {
        company(task(Level.COMPANY, " ", "kim", MILLION)).thenRefused(TEXT_MISSING, "/task/team");
        company(task(Level.COMPANY, null, " ", MILLION)).thenRefused(OWNER_MISSING, "/task/accountable");
        NONE.when(new DraftSalesTarget(COMPANY)).reading(ADOPTED).thenRefused(ACCOUNTABLE_UNKNOWN, "/task/accountable");
        company(during(COMPANY, TODAY, TO)).thenRefused(PERIOD_NOT_AHEAD, "/task/from");
        company(during(COMPANY, TO, FROM)).thenRefused(PERIOD_REVERSED, "/task/to");
        company(during(COMPANY, FROM.plusYears(6), TO.plusYears(7))).thenRefused(DAY_IMPLAUSIBLE, "/task/from");
        company(during(COMPANY, FROM, TO.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/task/to");
        var oneDay = during(COMPANY, TODAY.plusDays(1), TODAY.plusDays(1));
        company(oneDay).then(new SalesTargetDrafted(oneDay, STRATEGY, null, "someone"));
    }

    @Test
    @DisplayName("R-006: each metric has its own measure, and no other")
    void each_metric_has_its_measure() {
        var mix = new Figure(null, null, null, List.of(share("new", "40"), share("known", "60.0")));
        accepted(Metric.REVENUE, MILLION);
        accepted(Metric.QUANTITY, number("12.5", "presses"));
        accepted(Metric.MARKET_SHARE, number("17.25", null));
        accepted(Metric.SATISFACTION, number("100", null));
        accepted(Metric.CUSTOMER_TYPE_MIX, mix);
        accepted(Metric.COLLECTIONS, MILLION);
        accepted(Metric.COLLECTIONS, number("95", null));

        refusedFigure(Metric.REVENUE, number("12", null));
        refusedFigure(Metric.QUANTITY, number("12", null));
        refusedFigure(Metric.QUANTITY, MILLION);
        refusedFigure(Metric.MARKET_SHARE, number("12", "percent"));
        refusedFigure(Metric.SATISFACTION, MILLION);
        refusedFigure(Metric.CUSTOMER_TYPE_MIX, number("12", null));
        refusedFigure(Metric.COLLECTIONS, mix);
        refusedFigure(Metric.COLLECTIONS, new Figure(Money.of("1.00", "USD"), BigDecimal.ONE, null, null));
        refusedFigure(Metric.REVENUE, new Figure(null, null, null, null));
    }

    @Test
    @DisplayName(
            "R-006: a figure is more than nothing, percent and points end at 100, and a mix is 100 percent of types that differ")
    void figures_stay_within_their_bounds() {
        draft(Metric.REVENUE, usd("0.00")).thenRefused(FIGURE_NOT_POSITIVE, "/task/figure/amount");
        draft(Metric.REVENUE, usd("-1.00")).thenRefused(FIGURE_NOT_POSITIVE, "/task/figure/amount");
        draft(Metric.QUANTITY, number("-1", "presses")).thenRefused(FIGURE_NOT_POSITIVE, "/task/figure/value");
        draft(Metric.QUANTITY, number("1", " ")).thenRefused(TEXT_MISSING, "/task/figure/unit");
        draft(Metric.QUANTITY, number("1e15", "presses")).thenRefused(FIGURE_TOO_LONG, "/task/figure/value");
        draft(Metric.QUANTITY, number("0.00001", "presses")).thenRefused(FIGURE_TOO_LONG, "/task/figure/value");
        for (var metric : List.of(Metric.MARKET_SHARE, Metric.SATISFACTION, Metric.COLLECTIONS)) {
            draft(metric, number("100.01", null)).thenRefused(OVER_A_HUNDRED, "/task/figure/value");
        }
        mix(share("new", "40"), share("known", "59.9")).thenRefused(MIX_NOT_A_HUNDRED, "/task/figure/mix");
        mix().thenRefused(MIX_NOT_A_HUNDRED, "/task/figure/mix");
        mix(share("new", "140"), share("known", "-40")).thenRefused(FIGURE_NOT_POSITIVE, "/task/figure/mix/1/percent");
        mix(share("new", "40"), share("New ", "60")).thenRefused(TYPE_REPEATED, "/task/figure/mix/1/type");
        mix(share(" ", "100")).thenRefused(TEXT_MISSING, "/task/figure/mix/0/type");
        mix(share("new", "99.99999"), share("known", "0.00001"))
                .thenRefused(FIGURE_TOO_LONG, "/task/figure/mix/0/percent");
    }

    @Test
    @DisplayName(
            "R-007: a target below the company is a part that the one above names, with its metric, currency and period")
    void a_part_fits_into_the_whole() {
        var assigned = usd("600000.00");
        part(EAST).then(new SalesTargetDrafted(EAST, STRATEGY, assigned, "someone"));
        var quarter = during(task(Level.DEPARTMENT, "East", "lee", usd("150000.00")), FROM, FROM.plusMonths(3));
        part(quarter).then(new SalesTargetDrafted(quarter, STRATEGY, assigned, "someone"));

        NONE.when(new DraftSalesTarget(EAST)).holding("code=LEE", OTHER).thenRefused(PARENT_UNKNOWN, "/task/parentId");
        part(EAST).reading(whole(true, true)).thenRefused(PARENT_CLOSED, "/task/parentId");
        part(new Task(Level.DEPARTMENT, null, "lee", Metric.REVENUE, MILLION, FROM, TO, PARENT, null))
                .thenRefused(TEAM_MISSING, "/task/team");
        part(new Task(Level.DEPARTMENT, "East", "lee", Metric.REVENUE, MILLION, FROM, TO, PARENT, STRATEGY.id()))
                .thenRefused(STRATEGY_MISPLACED, "/task/strategyId");
        part(new Task(Level.DEPARTMENT, "East", "lee", Metric.COLLECTIONS, MILLION, FROM, TO, PARENT, null))
                .thenRefused(METRIC_DIFFERS, "/task/metric");
        part(task(Level.DEPARTMENT, "East", "lee", Figure.of(Money.of("600000.00", "EUR"))))
                .thenRefused(MEASURE_DIFFERS, "/task/figure");
        part(during(EAST, FROM.minusDays(1), TO)).thenRefused(PERIOD_OUTSIDE, "/task/from");
        part(during(EAST, FROM, TO.plusDays(1))).thenRefused(PERIOD_OUTSIDE, "/task/to");
    }

    @Test
    @DisplayName("R-007: a part is of a lower level, and of a member whom the cascade of the target above names")
    void a_part_is_named_by_the_cascade() {
        part(task(Level.SELLER, "East", "lee", MILLION)).thenRefused(NOT_IN_CASCADE, "/task/accountable");
        NONE.when(new DraftSalesTarget(task(Level.DEPARTMENT, "East", "joe", MILLION)))
                .holding("code=JOE", OTHER)
                .reading(whole(true, false))
                .thenRefused(NOT_IN_CASCADE, "/task/accountable");
        part(EAST)
                .reading(new Whole(COMPANY, MILLION, STRATEGY, true, false, List.of()))
                .thenRefused(NOT_IN_CASCADE, "/task/accountable");
        part(EAST)
                .reading(new Whole(
                        EAST, MILLION, STRATEGY, true, false, whole(true, false).parts()))
                .thenRefused(LEVEL_NOT_BELOW, "/task/level");
    }

    @Test
    @DisplayName("R-005: a member has one target of a metric and a period under one above, until it is closed")
    void a_target_is_there_once() {
        var key = "target-of=company/COMPANY//KIM/REVENUE/USD/2026-04-01/2027-03-31";
        company(COMPANY).holding(key, OTHER).thenRefused(TARGET_TAKEN);
        company(COMPANY).holding(key.replace("USD", "EUR"), OTHER).then(DRAFTED);
        var drafted = NONE.given(DRAFTED);
        assertThat(SALES_TARGET.isHeld("target-of", key.substring(10), drafted.state()))
                .isTrue();
        var closed = drafted.given(new SalesTargetClosed(true, "double", "boss", TODAY));
        assertThat(SALES_TARGET.isHeld("target-of", key.substring(10), closed.state()))
                .isFalse();
    }

    @Test
    @DisplayName("R-007: the cascade names all parts, and says by how much they are not the whole")
    void a_cascade_says_whether_its_parts_are_the_whole() {
        var east = Targets.part(Level.DEPARTMENT, "East", "lee", "600000.00");
        var west = Targets.part(Level.DEPARTMENT, "West", "max", "400000.00");
        var less = Targets.part(Level.MANAGER, null, "max", "399999.99");
        var more = Targets.part(Level.DEPARTMENT, "West", "max", "400000.01");
        cascade(MILLION, Metric.REVENUE, east, west).then(cascaded(List.of(east, west), Fit.ADDS_UP, null));
        cascade(MILLION, Metric.REVENUE, east, more)
                .then(cascaded(List.of(east, more), Fit.DIFFERS, usd("-0.01")))
                .when(new CascadeSalesTarget(List.of(east, more)))
                .thenNothing();
        cascade(MILLION, Metric.REVENUE, east, less).then(cascaded(List.of(east, less), Fit.DIFFERS, usd("0.01")));
        var presses = number("10", "presses");
        var six = new Part(Level.MANAGER, null, "lee", number("6", "Presses"));
        cascade(presses, Metric.QUANTITY, six)
                .then(new SalesTargetCascaded(List.of(six), presses, Fit.DIFFERS, number("4", "presses")));
    }

    @Test
    @DisplayName("R-007: parts in percent, points or a mix are named and never added up")
    void what_does_not_add_up_is_not_added_up() {
        for (var metric : List.of(Metric.MARKET_SHARE, Metric.SATISFACTION, Metric.COLLECTIONS)) {
            var percent = number("20", null);
            var parts = List.of(
                    new Part(Level.MANAGER, null, "lee", number("20", null)),
                    new Part(Level.MANAGER, null, "max", number("30", null)));
            cascade(percent, metric, parts.get(0), parts.get(1))
                    .then(new SalesTargetCascaded(parts, percent, Fit.NOT_ADDITIVE, null));
        }
        var mix = new Figure(null, null, null, List.of(share("new", "100")));
        var part = new Part(Level.SELLER, null, "lee", mix);
        cascade(mix, Metric.CUSTOMER_TYPE_MIX, part)
                .then(new SalesTargetCascaded(List.of(part), mix, Fit.NOT_ADDITIVE, null));
    }

    @Test
    @DisplayName("R-007: each part is of a lower level, of a known member, named once and measured as the whole")
    void faulty_parts_are_refused() {
        cascade(MILLION, Metric.REVENUE).thenRefused(PARTS_MISSING, "/parts");
        one(Targets.part(Level.COMPANY, "All", "lee", "1.00")).thenRefused(LEVEL_NOT_BELOW, "/parts/0/level");
        one(Targets.part(Level.DEPARTMENT, " ", "lee", "1.00")).thenRefused(TEXT_MISSING, "/parts/0/team");
        one(new Part(Level.DEPARTMENT, null, "lee", MILLION)).thenRefused(TEAM_MISSING, "/parts/0/team");
        one(Targets.part(Level.SELLER, null, " ", "1.00")).thenRefused(OWNER_MISSING, "/parts/0/accountable");
        one(Targets.part(Level.SELLER, null, "joe", "1.00")).thenRefused(ACCOUNTABLE_UNKNOWN, "/parts/0/accountable");
        one(Targets.part(Level.SELLER, null, "lee", "0.00")).thenRefused(FIGURE_NOT_POSITIVE, "/parts/0/figure/amount");
        one(new Part(Level.SELLER, null, "lee", Figure.of(Money.of("1.00", "EUR"))))
                .thenRefused(MEASURE_DIFFERS, "/parts/0/figure");
        var lee = Targets.part(Level.SELLER, null, "lee", "1.00");
        cascade(MILLION, Metric.REVENUE, lee, Targets.part(Level.SELLER, "East", "LEE ", "2.00"))
                .thenRefused(PART_REPEATED, "/parts/1/accountable");
        var most = Targets.part(Level.SELLER, null, "lee", "999999999999999.99");
        cascade(MILLION, Metric.REVENUE, most, Targets.part(Level.SELLER, null, "max", "999999999999999.99"))
                .thenRefused(FIGURE_TOO_LONG, "/parts");
    }

    @Test
    @DisplayName("R-007: the sales manager who answers for the department's target submits it and breaks it down")
    void the_accountable_has_the_duty() {
        var department = NONE.given(new SalesTargetDrafted(EAST, STRATEGY, null, "someone"));
        var lee = Targets.part(Level.SELLER, null, "lee", "600000.00");
        var cascade = new CascadeSalesTarget(List.of(lee));
        department
                .when(new SubmitSalesTarget())
                .byMember("max")
                .inRole(Role.SALES_MANAGER)
                .thenNotYourDuty();
        department.when(cascade).byMember("max").holding("code=LEE", OTHER).thenNotYourDuty();
        department
                .when(new SubmitSalesTarget())
                .byMember("LEE")
                .inRole(Role.SALES_REP)
                .thenRefused(SUBMITTER_NOT_MANAGER);
        department
                .when(new SubmitSalesTarget())
                .byMember("LEE")
                .inRole(Role.SALES_MANAGER)
                .then(new SalesTargetSubmitted("LEE", TODAY));
        var seller = task(Level.SELLER, null, "lee", MILLION);
        NONE.given(new SalesTargetDrafted(seller, STRATEGY, null, "someone"))
                .when(new SubmitSalesTarget())
                .byMember("lee")
                .inRole(Role.SALES_REP)
                .then(new SalesTargetSubmitted("lee", TODAY));
        department
                .when(cascade)
                .byMember("lee")
                .holding("code=LEE", OTHER)
                .then(new SalesTargetCascaded(List.of(lee), EAST.figure(), Fit.ADDS_UP, null));
    }

    private static Scenario.Attempt<SalesTarget, Command, Event> company(Task task) {
        return NONE.when(new DraftSalesTarget(task)).holding("code=KIM", OTHER).reading(ADOPTED);
    }

    private static Scenario.Attempt<SalesTarget, Command, Event> part(Task task) {
        return NONE.when(new DraftSalesTarget(task)).holding("code=LEE", OTHER).reading(whole(false, false));
    }

    private static Scenario.Attempt<SalesTarget, Command, Event> draft(Metric metric, Figure figure) {
        return company(measured(metric, figure));
    }

    private static void accepted(Metric metric, Figure figure) {
        draft(metric, figure).then(new SalesTargetDrafted(measured(metric, figure), STRATEGY, null, "someone"));
    }

    private static void refusedFigure(Metric metric, Figure figure) {
        draft(metric, figure).thenRefused(FIGURE_FAULTY, "/task/figure");
    }

    private static Scenario.Attempt<SalesTarget, Command, Event> mix(Share... shares) {
        return draft(Metric.CUSTOMER_TYPE_MIX, new Figure(null, null, null, List.of(shares)));
    }

    private static Scenario.Attempt<SalesTarget, Command, Event> one(Part part) {
        return cascade(MILLION, Metric.REVENUE, part);
    }

    private static Scenario.Attempt<SalesTarget, Command, Event> cascade(Figure whole, Metric metric, Part... parts) {
        return NONE.given(new SalesTargetDrafted(measured(metric, whole), STRATEGY, null, "someone"))
                .when(new CascadeSalesTarget(List.of(parts)))
                .holding("code=LEE", OTHER)
                .holding("code=MAX", OTHER);
    }

    private static SalesTargetCascaded cascaded(List<Part> parts, Fit fit, @Nullable Figure difference) {
        return new SalesTargetCascaded(parts, MILLION, fit, difference);
    }

    private static Figure number(String value, @Nullable String unit) {
        return Figure.of(new BigDecimal(value), unit);
    }

    private static Share share(String type, String percent) {
        return new Share(type, new BigDecimal(percent));
    }
}
