package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.ZoneId;
import java.util.List;

/** Deviations of deliveries in time, cost, quality and risk, and what is reported of them. */
public final class Deviations {
    private final Measures<?> figures;
    private final List<Report> reports;

    /**
     * Told apart by where those who correct them belong.
     *
     * @param zone in which a time is of a day
     */
    public Deviations(ZoneId zone, Reference<?> places, Reference<?> deals) {
        var deviations = dataset("deviation", "Deviations of deliveries|交付偏离", Deviation.folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Deviation::owner)
                .via(places)
                .dim("dimension", "Dimension|维度", TEXT, Deviation::dimension)
                .dim("state", "State|状态", TEXT, Deviation::state)
                .dim("contract_id", "Contract|合同", TEXT, Deviation::contractId)
                .via(deals)
                .dim("found_on", "Found on|发现日", DAY, Deviation::foundOn)
                .dim("due_on", "Due on|整改期限", DAY, Deviation::dueOn)
                .dim("corrected_on", "Corrected on|整改完成日", DAY, Deviation::correctedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Deviation::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Deviation::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Deviation::forYear)
                .money("planned", "Planned cost|计划成本", Deviation::planned)
                .money("actual", "Actual cost|实际成本", Deviation::actual)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("deviations", "Deviations|偏离数", count(Deviation::known))
                .stock("open_deviations", "Not corrected|未整改", count(Deviation::open))
                .stock("corrected_deviations", "Corrected|已整改", count(Deviation::corrected))
                .stock(
                        "late_corrections",
                        "Past their day|逾期未整改",
                        count(Deviation::open).since(Deviation::lateFrom))
                .stock("passed_deadlines", "Days that passed|超期次数", number(Deviation::late))
                .stock("planned_cost", "Planned cost|计划成本", money(Deviation::planned))
                .stock("actual_cost", "Actual cost|实际成本", money(Deviation::actual))
                .age("days_uncorrected", "Days open|未整改天数", Deviation::openSince, Statistic.MEDIAN, Statistic.MAX);
        this.figures = deviations;
        this.reports = List.of(
                report("deviations", "Deviations of deliveries|交付偏离")
                        .of(
                                deviations,
                                "deviations",
                                "open_deviations",
                                "corrected_deviations",
                                "late_corrections",
                                "passed_deadlines",
                                "days_uncorrected")
                        .by("dimension", "owner")
                        .chart(Form.BARS, "open_deviations"),
                report("cost-deviations", "Deviations of cost by project|项目成本偏离")
                        .of(deviations, "deviations", "planned_cost", "actual_cost")
                        .by("deal_id"));
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
