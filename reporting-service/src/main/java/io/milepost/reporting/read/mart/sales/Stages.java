package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.quantity;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How deals go through the stages, what keeps them back, and what is reported of it. */
public final class Stages {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Stages(ZoneId zone, Reference<?> places) {
        var fold = new OpportunityFold(zone);
        var stays = each("stay", "Stays in stages|阶段停留", fold, StageRow::of)
                .id("opportunity_id")
                .dim("owner", "Owner|负责人", MEMBER, StageRow::owner)
                .via(places)
                .dim("name", "Name|名称", TEXT, StageRow::name)
                .dim("product", "Product|产品", TEXT, StageRow::product)
                .dim("stage", "Stage|阶段", NUMBER, StageRow::number)
                .dim("since", "Since|起始日", DAY, StageRow::since)
                .dim("was_entered", "Was proven|已验证", FLAG, StageRow::wasEntered)
                .dim("was_reentered", "Was proven again|再次验证", FLAG, StageRow::wasReentered)
                .dim("until", "Until|结束日", DAY, StageRow::until)
                .dim("success_on", "Succeeded on|达成日", DAY, StageRow::succeededOn)
                .dim("days", "Days|天数", NUMBER, StageRow::days)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("reached", "Reached|达到", count(StageRow::reached))
                .stock("skipped", "Skipped|跳过", count(StageRow::skipped))
                .distinct("entered", "Entered|进入", StageRow::enteredOn)
                .distinct("re_entered", "Entered again|再次进入", StageRow::reenteredOn)
                .distinct("succeeded", "Succeeded of those|其中达成", StageRow::enteredAndSucceeded)
                .ratio("conversion", "Conversion|转化率", "succeeded", List.of("entered"))
                .stock("standing", "Standing|停留中", count(StageRow::stands))
                .age("ageing", "Ageing|停留账龄", StageRow::standingSince, Statistic.MEDIAN, Statistic.P90)
                .flow("left_stage", "Left|离开", count(StageRow::hasLeft).on(StageRow::until))
                .span(
                        "days_in_stage",
                        "Days in stage|阶段停留天数",
                        StageRow::since,
                        StageRow::until,
                        Statistic.MEDIAN,
                        Statistic.P90)
                .flow(
                        "forecasts",
                        "Forecasts decided since|已有结果的预测",
                        count(StageRow::isJudged).on(StageRow::succeededOn))
                .flow(
                        "expected_wins",
                        "Wins expected|预期赢单数",
                        quantity(StageRow::expected).when(StageRow::isJudged).on(StageRow::succeededOn))
                .flow(
                        "actual_wins",
                        "Won of those|其中实际赢单",
                        count(StageRow::isJudgedWon).on(StageRow::succeededOn))
                .ratio("forecast_rate", "Forecast|预测赢率", "expected_wins", List.of("forecasts"))
                .ratio("outcome_rate", "Outcome|实际赢率", "actual_wins", List.of("forecasts"))
                .ratio("calibration", "Outcome of forecast|校准比", "actual_wins", List.of("expected_wins"));
        var refusals = each("refused_advance", "Refused advances|推进被拒", fold, Stages::refusals)
                .id("opportunity_id")
                .dim("owner", "Owner|负责人", MEMBER, KeptBack::owner)
                .via(places)
                .dim("name", "Name|名称", TEXT, KeptBack::name)
                .dim("product", "Product|产品", TEXT, KeptBack::product)
                .dim("stage", "Stage|阶段", NUMBER, KeptBack::stage)
                .dim("missing", "Missing|缺少", TEXT, KeptBack::missing)
                .dim("refused_on", "Refused on|被拒日", DAY, KeptBack::on)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .distinct("blocked", "Deals kept back|受阻商机", KeptBack::on)
                .flow(
                        "refusals",
                        "Days with refusals|被拒天数",
                        count(KeptBack::known).on(KeptBack::on));
        this.figures = List.of(stays, refusals);
        this.reports = List.of(
                report("stages", "Stages|销售阶段")
                        .of(
                                stays,
                                "reached",
                                "skipped",
                                "entered",
                                "re_entered",
                                "succeeded",
                                "conversion",
                                "standing",
                                "ageing",
                                "left_stage",
                                "days_in_stage")
                        .by("stage")
                        .over(Default.THIS_QUARTER)
                        .chart(Form.BARS, "standing"),
                report("calibration", "Forecast against outcome by stage|各阶段预测与结果")
                        .of(
                                stays,
                                "forecasts",
                                "expected_wins",
                                "forecast_rate",
                                "actual_wins",
                                "outcome_rate",
                                "calibration")
                        .by("stage")
                        .over(Default.THIS_YEAR),
                report("blocked-advances", "What keeps deals back|推进障碍")
                        .of(refusals, "blocked", "refusals")
                        .by("stage", "missing")
                        .over(Default.THIS_QUARTER)
                        .chart(Form.BARS, "blocked"));
    }

    /** Each stage, code and day once. */
    private static Map<String, KeptBack> refusals(Opportunity deal) {
        var rows = new LinkedHashMap<String, KeptBack>();
        var refused = deal.walk().refused();
        for (int at = 0; at < refused.size(); at++) {
            rows.put(String.valueOf(at), new KeptBack(deal, refused.get(at)));
        }
        return rows;
    }

    /** Something that a deal lacked on a day. */
    private record KeptBack(Opportunity deal, Refused refused) {
        String owner() {
            return deal.owner();
        }

        @Nullable
        String name() {
            return deal.name();
        }

        @Nullable
        String product() {
            return deal.product();
        }

        int stage() {
            return refused.stage();
        }

        String missing() {
            return refused.missing();
        }

        LocalDate on() {
            return refused.on();
        }

        boolean known() {
            return true;
        }
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
