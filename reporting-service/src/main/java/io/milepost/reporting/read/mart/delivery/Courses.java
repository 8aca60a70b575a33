package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.read.mart.declare.Dataset.Access.OWN_TEAM_OR_ALL;
import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Form;
import io.milepost.reporting.read.mart.delivery.Course.IssueRow;
import io.milepost.reporting.read.mart.delivery.Course.PointRow;
import io.milepost.reporting.read.mart.delivery.Course.RestRow;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How deliveries go, and what is reported of it: what is accepted at the first attempt, when they rest, what goes wrong, what is changed, and
 * whether goods come in time.
 */
public final class Courses {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /**
     * Told apart by where those who sold the contracts belong, and by their deals.
     *
     * @param zone in which a time is of a day
     */
    public Courses(ZoneId zone, Reference<?> places, Reference<?> deals) {
        var fold = new CourseFold(zone);
        var points = points(fold, places, deals);
        var rests = rests(fold, places, deals);
        var issues = issues(fold, places, deals);
        var changes = changes(zone, places, deals);
        var goods = goods(zone, places, deals);
        this.figures = List.of(points, rests, issues, changes, goods);
        this.reports = List.of(
                report("first-pass-acceptance", "Accepted at the first attempt|一次验收通过率")
                        .of(
                                points,
                                "accepted_points",
                                "first_pass_points",
                                "first_pass_rate",
                                "failed_inspections",
                                "accepted_wholes",
                                "first_pass_wholes",
                                "first_pass_whole_rate")
                        .by("for_quarter", "region")
                        .chart(Form.BARS, "first_pass_points"),
                report("suspensions", "Deliveries that rest|暂停交付")
                        .of(rests, "suspensions", "standing_suspensions", "days_lost", "days_at_rest")
                        .by("cause", "region")
                        .chart(Form.BARS, "standing_suspensions"),
                report("delivery-issues", "Issues of deliveries|交付问题")
                        .of(issues, "issues", "open_issues", "resolved_issues", "days_unresolved")
                        .by("severity", "region")
                        .chart(Form.BARS, "open_issues"),
                report("change-requests", "Change requests|变更请求")
                        .of(
                                changes,
                                "change_requests",
                                "open_changes",
                                "contract_changes",
                                "applied_changes",
                                "rejected_changes",
                                "internal_changes",
                                "dropped_changes",
                                "days_undecided")
                        .by("state", "region")
                        .chart(Form.BARS, "open_changes"),
                report("punctuality", "Goods in time|按时交付")
                        .of(
                                goods,
                                "agreed_deliveries",
                                "arrived_deliveries",
                                "on_time_deliveries",
                                "late_deliveries",
                                "overdue_deliveries",
                                "punctuality_rate",
                                "days_late")
                        .by("for_quarter", "region")
                        .chart(Form.BARS, "late_deliveries"));
    }

    private static Measures<PointRow> points(CourseFold fold, Reference<?> places, Reference<?> deals) {
        return each(
                        "acceptance_point",
                        "What customers accept|验收项",
                        fold,
                        course -> rows(course.points(), Course.Point::id, point -> new PointRow(course, point)))
                .id("delivery_id")
                .dim("owner", "Owner|负责人", MEMBER, PointRow::owner)
                .via(places)
                .dim("contract_id", "Contract|合同", TEXT, PointRow::contractId)
                .via(deals)
                .dim("kind", "Kind|类型", TEXT, PointRow::kind)
                .dim("requested_on", "Requested on|申请日", DAY, PointRow::requestedOn)
                .dim("accepted_on", "Accepted on|验收日", DAY, PointRow::acceptedOn)
                .dim("for_month", "For the month|所属月份", TEXT, PointRow::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, PointRow::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, PointRow::forYear)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("requested_points", "Requested|已申请", count(PointRow::requested))
                .stock("open_points", "Not accepted yet|未验收", count(PointRow::open))
                .stock("accepted_points", "Accepted|已验收", count(PointRow::accepted))
                .stock("first_pass_points", "Accepted at once|一次通过", count(PointRow::firstPass))
                .ratio(
                        "first_pass_rate",
                        "Accepted at once of accepted|一次通过率",
                        "first_pass_points",
                        List.of("accepted_points"))
                .stock("failed_inspections", "Not accepted, times|未通过次数", number(PointRow::failures))
                .stock("accepted_wholes", "Deliveries accepted|已验收项目", count(PointRow::wholeAccepted))
                .stock("first_pass_wholes", "Deliveries without a failed point|无返工项目", count(PointRow::wholeFirstPass))
                .ratio(
                        "first_pass_whole_rate",
                        "Without a failed point of accepted|项目一次通过率",
                        "first_pass_wholes",
                        List.of("accepted_wholes"));
    }

    private static Measures<RestRow> rests(CourseFold fold, Reference<?> places, Reference<?> deals) {
        return each("suspension", "Suspensions of deliveries|交付暂停", fold, Courses::rests)
                .id("delivery_id")
                .dim("owner", "Owner|负责人", MEMBER, RestRow::owner)
                .via(places)
                .dim("contract_id", "Contract|合同", TEXT, RestRow::contractId)
                .via(deals)
                .dim("cause", "Cause|原因", TEXT, RestRow::cause)
                .dim("suspended_on", "Suspended on|暂停日", DAY, RestRow::since)
                .dim("resumed_on", "Resumed on|恢复日", DAY, RestRow::until)
                .dim("for_month", "For the month|所属月份", TEXT, RestRow::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, RestRow::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, RestRow::forYear)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("suspensions", "Suspensions|暂停次数", count(RestRow::known))
                .stock("standing_suspensions", "At rest now|暂停中", count(RestRow::stands))
                .stock("days_lost", "Days at rest, of what goes on|已暂停总天数", number(RestRow::days))
                .age("days_at_rest", "Days at rest|暂停天数", RestRow::standsSince, Statistic.MEDIAN, Statistic.MAX);
    }

    private static Measures<IssueRow> issues(CourseFold fold, Reference<?> places, Reference<?> deals) {
        return each(
                        "delivery_issue",
                        "Issues of deliveries|交付问题",
                        fold,
                        course -> rows(course.issues(), Course.Issue::id, issue -> new IssueRow(course, issue)))
                .id("delivery_id")
                .dim("owner", "Owner|负责人", MEMBER, IssueRow::owner)
                .via(places)
                .dim("contract_id", "Contract|合同", TEXT, IssueRow::contractId)
                .via(deals)
                .dim("severity", "Severity|严重程度", TEXT, IssueRow::severity)
                .dim("raised_on", "Raised on|提出日", DAY, IssueRow::raisedOn)
                .dim("resolved_on", "Resolved on|解决日", DAY, IssueRow::resolvedOn)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("issues", "Issues|问题数", count(IssueRow::known))
                .stock("open_issues", "Open|未解决", count(IssueRow::open))
                .stock("resolved_issues", "Resolved|已解决", count(row -> !row.open()))
                .age("days_unresolved", "Days open|未解决天数", IssueRow::openSince, Statistic.MEDIAN, Statistic.MAX);
    }

    private static Measures<Change> changes(ZoneId zone, Reference<?> places, Reference<?> deals) {
        return dataset("change_request", "Change requests|变更请求", Change.folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Change::owner)
                .via(places)
                .dim("contract_id", "Contract|合同", TEXT, Change::contractId)
                .via(deals)
                .dim("state", "State|状态", TEXT, Change::state)
                .dim("raised_on", "Raised on|提出日", DAY, Change::raisedOn)
                .dim("ended_on", "Ended on|结束日", DAY, Change::endedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Change::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Change::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Change::forYear)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("change_requests", "Change requests|变更请求数", count(Change::known))
                .stock("open_changes", "Open|未结束", count(Change::open))
                .stock("contract_changes", "For the contract to decide|涉及合同", count(Change::escalated))
                .stock("applied_changes", "Applied|已执行", count(change -> change.is(Change.State.APPLIED)))
                .stock("rejected_changes", "Rejected|已驳回", count(change -> change.is(Change.State.REJECTED)))
                .stock("internal_changes", "Settled in delivery|内部解决", count(change -> change.is(Change.State.SETTLED)))
                .stock("dropped_changes", "Dropped|已放弃", count(change -> change.is(Change.State.DROPPED)))
                .age("days_undecided", "Days open|未结束天数", Change::openSince, Statistic.MEDIAN, Statistic.MAX);
    }

    private static Measures<Goods> goods(ZoneId zone, Reference<?> places, Reference<?> deals) {
        return dataset("goods_delivery", "Deliveries of goods|货物交付", Goods.folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Goods::owner)
                .via(places)
                .dim("contract_id", "Contract|合同", TEXT, Goods::contractId)
                .via(deals)
                .dim("requested_for", "Wanted on|客户期望日", DAY, Goods::requestedFor)
                .dim("agreed_on", "Agreed day|约定日", DAY, Goods::agreedOn)
                .dim("arrived_on", "Arrived on|到货日", DAY, Goods::arrivedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Goods::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Goods::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Goods::forYear)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("goods_deliveries", "Deliveries|交付数", count(Goods::known))
                .stock("agreed_deliveries", "Agreed|已约定", count(Goods::agreed))
                .stock("arrived_deliveries", "Arrived|已到货", count(Goods::arrived))
                .stock("on_time_deliveries", "In time|按时", count(Goods::onTime))
                .stock("late_deliveries", "Late|延迟", count(Goods::late))
                .stock(
                        "overdue_deliveries",
                        "Past the agreed day|逾期未到",
                        count(Goods::waits).since(Goods::overdueFrom))
                .ratio(
                        "punctuality_rate",
                        "In time of arrived|按时率",
                        "on_time_deliveries",
                        List.of("on_time_deliveries", "late_deliveries"))
                .slip(
                        "days_late",
                        "Days after the agreed day|延迟天数",
                        Goods::agreedOn,
                        Goods::arrivedOn,
                        Statistic.AVERAGE,
                        Statistic.MAX);
    }

    /** Each suspension under its number; they have no other name. */
    private static Map<String, RestRow> rests(Course course) {
        var rows = new LinkedHashMap<String, RestRow>();
        course.rests().forEach(rest -> rows.put(String.valueOf(rows.size() + 1), new RestRow(course, rest)));
        return rows;
    }

    private static <T, R> Map<String, R> rows(List<T> some, Function<T, String> name, Function<T, R> row) {
        var rows = new LinkedHashMap<String, R>();
        some.forEach(one -> rows.put(name.apply(one), row.apply(one)));
        return rows;
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
