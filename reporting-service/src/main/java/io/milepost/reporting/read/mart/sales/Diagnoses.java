package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.ZoneId;
import java.util.List;

/** What each open deal lacks in the stage in which it stands, and what to do next. */
public final class Diagnoses {
    private final Measures<?> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Diagnoses(ZoneId zone, Reference<?> places) {
        this.figures = each("diagnosis", "What deals lack|商机诊断", new Diagnosis.Folding(zone), Diagnosis::rows)
                .id("opportunity_id")
                .dim("owner", "Owner|负责人", MEMBER, Diagnosis.Row::owner)
                .via(places)
                .dim("name", "Name|名称", TEXT, Diagnosis.Row::name)
                .dim("product", "Product|产品", TEXT, Diagnosis.Row::product)
                .dim("template", "Sales process|销售流程", TEXT, Diagnosis.Row::template)
                .dim("true_stage", "Proven stage|已验证阶段", NUMBER, Diagnosis.Row::trueStage)
                .dim("stage", "Stage|阶段", NUMBER, Diagnosis.Row::stage)
                .dim("stage_since", "In its stage since|阶段起始日", DAY, Diagnosis.Row::since)
                .dim("missing", "Missing|缺少", TEXT, Diagnosis.Row::missing)
                .dim("task", "What to do|待办事项", TEXT, Diagnosis.Row::meaning)
                .dim("is_next", "Next task|下一步", FLAG, Diagnosis.Row::next)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("outstanding", "Outstanding|未完成事项", count(Diagnosis.Row::lacks))
                .stock("deals", "Deals|商机数", count(Diagnosis.Row::next))
                .age("days_standing", "Days in stage|阶段停留天数", Diagnosis.Row::since, Statistic.MAX);
        this.reports = List.of(
                report("stage-diagnosis", "What each deal lacks|商机诊断")
                        .of(figures, "outstanding", "days_standing")
                        .by("name", "owner", "true_stage", "missing", "task", "is_next")
                        .ofRows(),
                report("next-tasks", "What is to be done next|下一步任务")
                        .of(figures, "deals", "outstanding")
                        .by("stage", "missing")
                        .chart(Form.BARS, "deals"));
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
