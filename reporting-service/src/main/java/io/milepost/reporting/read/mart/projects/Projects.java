package io.milepost.reporting.read.mart.projects;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Report.Form;
import io.milepost.reporting.read.mart.projects.Budget.Entry;
import io.milepost.reporting.read.mart.projects.Result.Evaluation;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.ZoneId;
import java.util.List;

/** Sales projects: open risks, cost against budget, and profit; their weekly reports, summed up. */
public final class Projects {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /**
     * A sales project is that of a deal, by whose id it is told apart.
     *
     * @param zone in which a time is of a day
     */
    public Projects(ZoneId zone, Sales sales, Contracts contracts) {
        var risks = risks(zone, sales.places());
        var budgets = budgets(zone, sales.places());
        var results = results(zone, sales.places());
        var weeks = weeks(zone, sales.places());
        this.figures = List.of(risks, budgets, results, weeks);
        this.reports = List.of(
                report("open-risks", "Open risks|未关闭风险")
                        .of(
                                risks,
                                "open_risks",
                                "high_risks",
                                "occurred_risks",
                                "unanswered_risks",
                                "late_reviews",
                                "days_open")
                        .by("element", "exposure", "owner")
                        .chart(Form.BARS, "open_risks"),
                report("risk-register", "Risk register|风险登记册")
                        .of(risks, "open_risks", "days_open")
                        .by("deal_id", "statement", "element", "exposure", "owner", "review_on")
                        .where("closed_on eq null")
                        .ofRows(),
                report("project-cost", "Cost of projects against budget|项目费用与预算")
                        .of(budgets, "project_budget", "project_cost", "budget_left", "used_rate")
                        .by("deal_id", "category")
                        .chart(Form.BARS, "project_cost"),
                report("project-expenses", "Expenses of a period|期间费用")
                        .of(budgets, "incurred")
                        .by("category", "owner")
                        .over(Default.THIS_YEAR),
                report("project-profit", "Profit of projects|项目利润")
                        .of(
                                results,
                                "evaluated",
                                "revenue",
                                "evaluated_cost",
                                "profit",
                                "planned_profit",
                                "profit_rate")
                        .by("kind", "deal_id")
                        .chart(Form.BARS, "profit"),
                report("weekly-roll-up", "Weekly reports of sales projects|销售项目周报汇总")
                        .of(
                                weeks,
                                "owed_reports",
                                "reports_in_time",
                                "late_reports",
                                "missing_reports",
                                "circulated_reports",
                                "in_time_rate")
                        .by("due_on", "owner", "deal_id", "progress")
                        .chart(Form.BARS, "owed_reports"),
                report("project-progress", "Progress of sales by project|项目销售进展")
                        .of(contracts.lines(), "sold_quantity", "sold_value")
                        .by("deal_id")
                        .beside(contracts.signed(), null, "signed_value")
                        .beside(contracts.receipts(), null, "received_to_date")
                        .beside(budgets, null, "project_cost"));
    }

    private static Measures<Risk> risks(ZoneId zone, Reference<?> places) {
        return dataset("risk", "Risks|风险", new Risk.Folding(zone))
                .dim("owner", "Owner|跟踪责任人", MEMBER, Risk::owner)
                .via(places)
                .dim("deal_id", "Deal|商机", TEXT, Risk::dealId)
                .dim("element", "Element|策略要素", TEXT, Risk::element)
                .dim("statement", "Risk|风险描述", TEXT, Risk::statement)
                .dim("exposure", "Level|风险等级", TEXT, Risk::exposure)
                .dim("likelihood", "Likelihood|可能性", TEXT, risk -> risk.rating().likelihood())
                .dim("impact", "Impact|影响", TEXT, risk -> risk.rating().impact())
                .dim("response", "Response|应对策略", TEXT, Risk::response)
                .dim("identified_on", "Identified on|识别日", DAY, Risk::identifiedOn)
                .dim("review_on", "To be reviewed on|下次评审日", DAY, Risk::reviewOn)
                .dim("occurred_on", "Occurred on|发生日", DAY, Risk::occurredOn)
                .dim("closed_on", "Closed on|关闭日", DAY, Risk::closedOn)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("open_risks", "Open risks|未关闭风险", count(Risk::open))
                .stock("high_risks", "Of high level|高风险", count(Risk::high))
                .stock("occurred_risks", "Occurred and open|已发生未关闭", count(Risk::hasOccurred))
                .stock("unanswered_risks", "Without a response|无应对措施", count(Risk::unanswered))
                .stock(
                        "late_reviews",
                        "Reviews overdue|逾期未评审",
                        count(Risk::open).since(Risk::reviewLateFrom))
                .age("days_open", "Days open|未关闭天数", Risk::openSince, Statistic.MEDIAN, Statistic.MAX)
                .flow("new_risks", "Identified|新识别", count(Risk::known).on(Risk::identifiedOn))
                .flow("closed_risks", "Closed|新关闭", count(Risk::known).on(Risk::closedOn));
    }

    private static Measures<WeeklyReports.Row> weeks(ZoneId zone, Reference<?> places) {
        return each("weekly_report", "Weekly reports|销售项目周报", new WeeklyReports.Folding(zone), WeeklyReports::rows)
                .id("reporting_id")
                .dim("owner", "Owner|负责人", MEMBER, WeeklyReports.Row::owner)
                .via(places)
                .dim("deal_id", "Deal|商机", TEXT, WeeklyReports.Row::dealId)
                .dim("due_on", "Due on|应提交日", DAY, WeeklyReports.Row::dueOn)
                .dim("state", "State|状态", TEXT, WeeklyReports.Row::state)
                .dim("progress", "Progress|进展", TEXT, WeeklyReports.Row::progress)
                .dim("for_month", "For the month|所属月份", TEXT, WeeklyReports.Row::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, WeeklyReports.Row::forQuarter)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("owed_reports", "Owed|应交周报", count(WeeklyReports.Row::known))
                .stock("reports_in_time", "In time|按时提交", count(WeeklyReports.Row::inTime))
                .stock("late_reports", "Late|逾期提交", count(WeeklyReports.Row::late))
                .stock("missing_reports", "Missing|未提交", count(WeeklyReports.Row::missing))
                .stock("circulated_reports", "Circulated|已分发", count(WeeklyReports.Row::circulated))
                .ratio("in_time_rate", "In time of those owed|按时提交率", "reports_in_time", List.of("owed_reports"));
    }

    private static Measures<Entry> budgets(ZoneId zone, Reference<?> places) {
        return each("project_budget", "Budgets and expenses|项目预算与费用", new Budget.Folding(zone), Budget::entries)
                .id("budget_id")
                .dim("owner", "Owner|负责人", MEMBER, Entry::owner)
                .via(places)
                .dim("deal_id", "Deal|商机", TEXT, Entry::dealId)
                .dim("kind", "Kind|类别", TEXT, Entry::kind)
                .dim("category", "Category|费用类别", TEXT, Entry::category)
                .dim("receipt_no", "Receipt|单据号", TEXT, Entry::receipt)
                .money("amount", "Amount|金额", Entry::amount)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("project_budget", "Budget|预算", money(Entry::amount).when(Entry::budget))
                .stock("project_cost", "Spent|已发生费用", money(Entry::amount).when(Entry::expense))
                .net("budget_left", "Left of the budget|预算余额", "project_budget", "project_cost")
                .ratio("used_rate", "Spent of the budget|预算使用率", "project_cost", List.of("project_budget"))
                .flow(
                        "incurred",
                        "Incurred|发生费用",
                        money(Entry::amount).when(Entry::expense).on(Entry::incurredOn));
    }

    private static Measures<Evaluation> results(ZoneId zone, Reference<?> places) {
        return each("project_result", "Results of projects|项目财务结果", new Result.Folding(zone), Result::evaluations)
                .id("closure_id")
                .dim("owner", "Owner|负责人", MEMBER, Evaluation::owner)
                .via(places)
                .dim("kind", "Kind|类型", TEXT, Evaluation::kind)
                .dim("deal_id", "Deal|商机", TEXT, Evaluation::dealId)
                .money("profit_found", "Profit|利润", Evaluation::profit)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("evaluated", "Evaluated|已评估", count(Evaluation::known))
                .stock("revenue", "Revenue|收入", money(Evaluation::revenue))
                .stock("evaluated_cost", "Cost|成本", money(Evaluation::cost))
                .stock("profit", "Profit|利润额", money(Evaluation::profit))
                .stock("planned_profit", "Profit planned|计划利润", money(Evaluation::plannedProfit))
                .ratio("profit_rate", "Profit of revenue|利润率", "profit", List.of("revenue"));
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
