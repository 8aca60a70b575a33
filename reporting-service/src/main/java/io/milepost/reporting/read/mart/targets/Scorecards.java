package io.milepost.reporting.read.mart.targets;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.care.Care;
import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.registers.Registers;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.ZoneId;
import java.util.List;

/**
 * What an appraisal goes by: of each member and quarter targets and what is reached of them, collections, satisfaction,
 * compliance, and the score that was given; and how satisfaction stands against its targets.
 */
public final class Scorecards {
    private final Measures<Appraisal> figures;
    private final List<Report> reports;

    /**
     * Of figures that others declare. Those of no currency stand in a row of no currency.
     *
     * @param zone in which a time is of a day
     */
    public Scorecards(ZoneId zone, Sales sales, Contracts contracts, Targets targets, Care care, Registers registers) {
        this.figures = dataset("appraisal", "Appraisals|绩效考核", new Appraisal.Folding(zone))
                .dim("owner", "Member|被考核人", MEMBER, Appraisal::member)
                .via(sales.places())
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Appraisal::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Appraisal::forYear)
                .dim("period", "Period|考核期", TEXT, Appraisal::period)
                .dim("signed_off", "Signed off|已签核", FLAG, Appraisal::isSignedOff)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("appraisals", "Appraisals with a score|已评分", count(Appraisal::scored))
                .stock("score_points", "Scores in all|评分合计", number(Appraisal::points))
                .ratio("score", "Score|评分", "score_points", List.of("appraisals"));
        this.reports = List.of(
                report("scorecard", "Scorecard for appraisals|绩效记分卡")
                        .of(targets.figures(), "seller_target", "seller_collection_target")
                        .by("owner", "for_quarter")
                        .beside(contracts.signed(), null, "signed_value")
                        .beside(contracts.receipts(), null, "received_to_date")
                        .beside(care.satisfaction(), null, "answers", "satisfaction_average")
                        .beside(care.visits(), null, "planned_visits", "made_visits", "visit_rate")
                        .beside(registers.entries(), null, "entries", "late_entries", "quality_rate")
                        .beside(figures, null, "score")
                        .share(
                                "attainment_rate",
                                "Target reached|目标达成率",
                                List.of("signed_value"),
                                List.of("seller_target"))
                        .share(
                                "collection_rate",
                                "Collection target reached|回款达成率",
                                List.of("received_to_date"),
                                List.of("seller_collection_target")),
                report("satisfaction-attainment", "Satisfaction against its target|满意度目标达成")
                        .of(targets.figures(), "level_average")
                        .where("metric eq 'SATISFACTION'")
                        .by("for_quarter")
                        .beside(care.satisfaction(), null, "answers", "satisfaction_average")
                        .share(
                                "attainment_rate",
                                "Reached|达成率",
                                List.of("satisfaction_average"),
                                List.of("level_average")));
    }

    public List<Measures<?>> measures() {
        return List.of(figures);
    }

    public List<Report> reports() {
        return reports;
    }
}
