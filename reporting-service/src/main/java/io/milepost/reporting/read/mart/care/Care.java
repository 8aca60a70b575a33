package io.milepost.reporting.read.mart.care;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Form;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.ZoneId;
import java.util.List;

/** Satisfaction, also by project, complaints and return visits. All of a quarter is a stock of it, as for targets. */
public final class Care {
    private final Measures<Satisfaction.Row> satisfaction;
    private final Measures<ServiceCase> cases;
    private final Measures<Visits.Row> visits;
    private final List<Report> reports;

    /** @param zone in which a time is of a day */
    public Care(ZoneId zone, Sales sales, Contracts contracts) {
        this.satisfaction = satisfaction(zone, sales.places(), contracts.deals());
        this.cases = cases(zone, sales);
        this.visits = visits(zone, sales);
        this.reports = List.of(
                report("satisfaction", "Satisfaction of customers|客户满意度")
                        .of(satisfaction, "answers", "satisfaction_average", "dissatisfied", "dissatisfied_rate")
                        .by("for_quarter", "occasion")
                        .chart(Form.BARS, "answers"),
                report("project-feedback", "What customers say by project|项目客户反馈")
                        .of(satisfaction, "answers", "satisfaction_average", "dissatisfied", "dissatisfied_rate")
                        .by("deal_id", "occasion")
                        .chart(Form.BARS, "answers"),
                report("complaints", "Complaints and service cases|投诉与服务工单")
                        .of(
                                cases,
                                "service_cases",
                                "complaints",
                                "open_complaints",
                                "open_cases",
                                "deadline_breaches",
                                "reopened_cases",
                                "days_open")
                        .by("kind", "owner")
                        .chart(Form.BARS, "complaints"),
                report("return-visits", "Return visits made of those planned|回访覆盖率")
                        .of(visits, "planned_visits", "made_visits", "missed_visits", "late_visits", "visit_rate")
                        .by("for_quarter", "owner")
                        .chart(Form.BARS, "made_visits"));
    }

    private static Measures<Satisfaction.Row> satisfaction(ZoneId zone, Reference<?> places, Reference<?> deals) {
        return each("satisfaction", "Answers on satisfaction|满意度回答", new Satisfaction.Folding(zone), Satisfaction::rows)
                .id("occasion_id")
                .dim("owner", "Owner|负责人", MEMBER, Satisfaction.Row::owner)
                .via(places)
                .dim("occasion", "Occasion|场合", TEXT, Satisfaction.Row::occasion)
                .dim("contract_id", "Contract|合同", TEXT, Satisfaction.Row::contractId)
                .via(deals)
                .dim("answered_on", "Answered on|回答日", DAY, Satisfaction.Row::on)
                .dim("for_month", "For the month|所属月份", TEXT, Satisfaction.Row::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Satisfaction.Row::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Satisfaction.Row::forYear)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("answers", "Answers|回答数", count(Satisfaction.Row::known))
                .stock("points", "Points in all|总分", number(Satisfaction.Row::points))
                .stock("dissatisfied", "Of 1 or 2 points|不满意数", count(Satisfaction.Row::low))
                .ratio("satisfaction_average", "Points on average|平均分", "points", List.of("answers"))
                .ratio("dissatisfied_rate", "Part of 1 or 2 points|不满意率", "dissatisfied", List.of("answers"));
    }

    private static Measures<ServiceCase> cases(ZoneId zone, Sales sales) {
        return dataset("service_case", "Service cases|服务工单", ServiceCase.folding(zone))
                .id("case_id")
                .dim("owner", "Owner|负责人", MEMBER, ServiceCase::owner)
                .via(sales.places())
                .dim("kind", "Kind|类型", TEXT, ServiceCase::kind)
                .dim("urgency", "Urgency|紧急程度", TEXT, ServiceCase::urgency)
                .dim("complaint", "Complaint|投诉", FLAG, ServiceCase::complaint)
                .dim("confirmed", "Confirmed|客户已确认", FLAG, ServiceCase::confirmed)
                .dim("account_id", "Account|客户", TEXT, ServiceCase::accountId)
                .via(sales.accounts())
                .dim("opened_on", "Opened on|开立日", DAY, ServiceCase::openedOn)
                .dim("resolved_on", "Resolved on|解决日", DAY, ServiceCase::resolvedOn)
                .dim("for_month", "For the month|所属月份", TEXT, ServiceCase::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, ServiceCase::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, ServiceCase::forYear)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("service_cases", "Cases|工单数", count(ServiceCase::known))
                .stock("complaints", "Complaints|投诉数", count(ServiceCase::complaint))
                .stock("open_cases", "Open|未解决工单", count(ServiceCase::open))
                .stock("open_complaints", "Complaints open|未解决投诉", count(ServiceCase::openComplaint))
                .stock("deadline_breaches", "Deadlines that passed|超期次数", number(ServiceCase::breaches))
                .stock("reopened_cases", "Reopened|重新打开次数", number(ServiceCase::reopened))
                .age("days_open", "Days open|未解决天数", ServiceCase::openSince, Statistic.MEDIAN, Statistic.MAX);
    }

    private static Measures<Visits.Row> visits(ZoneId zone, Sales sales) {
        return each("care_visit", "Return visits|回访", new Visits.Folding(zone), Visits::rows)
                .id("visit_id")
                .dim("owner", "Owner|负责人", MEMBER, Visits.Row::owner)
                .via(sales.places())
                .dim("account_id", "Account|客户", TEXT, Visits.Row::accountId)
                .via(sales.accounts())
                .dim("state", "State|状态", TEXT, Visits.Row::state)
                .dim("planned_on", "Planned for|计划日", DAY, Visits.Row::plannedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Visits.Row::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Visits.Row::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Visits.Row::forYear)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock(
                        "planned_visits",
                        "Planned up to the day|计划回访",
                        count(Visits.Row::planned).since(Visits.Row::plannedOn))
                .stock(
                        "made_visits",
                        "Made of those|其中完成",
                        count(Visits.Row::done).since(Visits.Row::plannedOn))
                .stock("missed_visits", "Missed|错过", count(Visits.Row::missed).since(Visits.Row::plannedOn))
                .stock(
                        "late_visits",
                        "Past their day|逾期未回访",
                        count(Visits.Row::open).since(Visits.Row::lateFrom))
                .ratio("visit_rate", "Made of those planned|回访覆盖率", "made_visits", List.of("planned_visits"));
    }

    /** What customers answered. */
    public Measures<?> satisfaction() {
        return satisfaction;
    }

    /** Visits, planned and made. */
    public Measures<?> visits() {
        return visits;
    }

    /** Cases, complaints among them. */
    public Measures<?> cases() {
        return cases;
    }

    public List<Measures<?>> measures() {
        return List.of(satisfaction, cases, visits);
    }

    public List<Report> reports() {
        return reports;
    }
}
