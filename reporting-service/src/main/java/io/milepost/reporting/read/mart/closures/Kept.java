package io.milepost.reporting.read.mart.closures;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.ZoneId;
import java.util.List;

/** What is kept of projects that have ended: lessons, and papers for as long as they have to be there. */
public final class Kept {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /** @param zone in which a time is of a day */
    public Kept(ZoneId zone, Reference<?> places) {
        var lessons = dataset("lesson", "Lessons|经验教训", new Lesson.Folding(zone))
                .dim("kind", "Kind|类型", TEXT, Lesson::kind)
                .dim("project", "Project|项目类型", TEXT, Lesson::project)
                .dim("outcome", "Outcome|结果", TEXT, Lesson::outcome)
                .dim("deal_id", "Deal|商机", TEXT, Lesson::dealId)
                .dim("kept_on", "Kept on|记录日", DAY, Lesson::keptOn)
                .dim("for_month", "For the month|所属月份", TEXT, Lesson::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Lesson::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Lesson::forYear)
                .measures()
                .stock("lessons", "Lessons|经验教训数", count(Lesson::known));
        var papers = dataset("archive_record", "Papers that were filed|归档档案", new Filed.Folding(zone))
                .dim("owner", "Custodian|保存责任人", MEMBER, Filed::custodian)
                .via(places)
                .dim("project", "Project|项目类型", TEXT, Filed::project)
                .dim("place", "Place|保存地点", TEXT, Filed::place)
                .dim("filed_on", "Filed on|归档日", DAY, Filed::filedOn)
                .dim("retain_until", "Kept until|保存期限", DAY, Filed::retainUntil)
                .dim("disposed_on", "Disposed of on|处置日", DAY, Filed::disposedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Filed::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Filed::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Filed::forYear)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("filed_records", "Filed|已归档", count(Filed::known))
                .stock("kept_records", "There|在库", count(Filed::there))
                .stock("disposed_records", "Disposed of|已处置", count(Filed::disposed))
                .stock(
                        "expired_records",
                        "There though their time is over|到期未处置",
                        count(Filed::there).since(Filed::retainUntil));
        this.figures = List.of(lessons, papers);
        this.reports = List.of(
                report("lessons", "Lessons from projects|项目经验教训")
                        .of(lessons, "lessons")
                        .by("for_quarter", "kind")
                        .chart(Form.BARS, "lessons"),
                report("retention", "Papers and how long they are kept|档案保存与到期")
                        .of(papers, "filed_records", "kept_records", "expired_records", "disposed_records")
                        .by("for_year", "owner")
                        .chart(Form.BARS, "kept_records"));
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
