package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Reference.reference;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Report.Form;
import io.milepost.reporting.read.mart.query.Probabilities;
import java.time.ZoneId;
import java.util.List;

/** Opportunities and what is reported of them. */
public final class Sales {
    private final Reference<?> places;
    private final Reference<?> accounts;
    private final Reference<?> segments;
    private final Measures<?> figures;
    private final Measures<?> versions;
    private final List<Report> reports;

    /** @param zone in which a time is of a day */
    public Sales(ZoneId zone) {
        this.places = reference("team_place", "Team places|团队归属", new Places.Folding(zone), Places::said)
                .attribute("team", "Team|团队")
                .attribute("region", "Region|大区");
        this.accounts = reference("account", "Accounts|客户", new Accounts.Folding(zone), Accounts::said)
                .attribute("customer", "Customer|客户名称")
                .attribute("golden_record", "Golden record|统一客户档案")
                .otherwise("account_id");
        var processes = reference(
                        "sales_process", "Sales processes|销售流程定义", new Processes.Folding(zone), Processes::said)
                .attribute("business_unit", "Business unit|业务单元")
                .attribute("mode", "Sales mode|销售模式");
        this.segments = reference("deal_segment", "Segments of deals|商机客户群", new Segments.Folding(zone), Segments::said)
                .attribute("segment", "Segment|客户群");
        var opportunity = dataset("opportunity", "Opportunities|商机", new OpportunityFold(zone))
                .dim("owner", "Owner|负责人", MEMBER, Opportunity::owner)
                .via(places)
                .dim("name", "Name|名称", TEXT, Opportunity::name)
                .dim("product", "Product|产品", TEXT, Opportunity::product)
                .dim("account_id", "Account|客户", TEXT, Opportunity::accountId)
                .via(accounts)
                .dim("template", "Sales process|销售流程", TEXT, Opportunity::template)
                .via(processes)
                .dim("channel", "Channel|渠道", TEXT, Opportunity::channel)
                .dim("campaign", "Campaign|活动", TEXT, Opportunity::campaign)
                .dim("deal_id", "Deal|商机", TEXT, Opportunity::dealId)
                .via(segments)
                .dim("from_lead", "From a lead|来自线索", FLAG, Opportunity::fromLead)
                .dim("stage", "Status|状态", TEXT, Opportunity::stage)
                .dim("true_stage", "Proven stage|已验证阶段", NUMBER, Opportunity::trueStage)
                .dim(Probabilities.SUCCEEDED, "Stage succeeded last|最近达成阶段", NUMBER, Opportunity::succeededStage)
                .dim("stage_since", "In its stage since|阶段起始日", DAY, Opportunity::standingSince)
                .dim("nominal", "Stage not entered|阶段未验证", FLAG, Opportunity::nominal)
                .dim("loss_reason", "Reason|原因", TEXT, Opportunity::reason)
                .dim("loss_cause", "Cause|丢单类别", TEXT, Opportunity::cause)
                .dim("expected_close_on", "Expected closing|预计成交日", DAY, Opportunity::expectedCloseOn)
                .dim("closed_on", "Closed on|关闭日", DAY, Opportunity::closedOn)
                .dim("close_month", "Closing month|关闭月份", TEXT, Opportunity::closeMonth)
                .dim("for_month", "For the month|所属月份", TEXT, Opportunity::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Opportunity::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Opportunity::forYear)
                .money("value", "Value|金额", Opportunity::value)
                .access(Dataset.Access.OWN_TEAM_OR_ALL);
        var sales = opportunity
                .measures()
                .stock("opportunities", "Opportunities|商机数", count(Opportunity::known))
                .stock("open", "Open|在手商机", count(Opportunity::open))
                .stock("identified", "Identified|已识别", count(Opportunity::identified))
                .stock("qualified", "Qualified|已立项", count(Opportunity::qualified))
                .stock("won", "Won to date|累计赢单", count(Opportunity::won))
                .stock("lost", "Lost to date|累计丢单", count(Opportunity::lost))
                .stock("withdrawn", "Withdrawn to date|累计撤回", count(Opportunity::withdrawn))
                .stock("rejected", "Rejected to date|累计驳回", count(Opportunity::rejected))
                .stock(
                        "open_value",
                        "Open value|在手金额",
                        money(Opportunity::value).when(Opportunity::open))
                .stock(
                        "weighted",
                        "Weighted value|加权金额",
                        money(Opportunity::weighted).when(Opportunity::open).known(Opportunity::proven))
                .stock(
                        "won_value_to_date",
                        "Won value to date|累计赢单金额",
                        money(Opportunity::value).when(Opportunity::won))
                .stock("reached_qualified", "Reached qualified|达到立项", count(Opportunity::reachedQualified))
                .stock("skipped_qualified", "Skipped qualified|跳过立项", count(Opportunity::skippedQualified))
                .ratio("win_rate_to_date", "Win rate to date|累计赢单率", "won", List.of("won", "lost"))
                .ratio("qualified_rate", "Qualified of all|立项率", "reached_qualified", List.of("opportunities"))
                .ratio("won_rate", "Won of qualified|立项赢单率", "won", List.of("reached_qualified"))
                .flow("won_deals", "Won|赢单数", count(Opportunity::won).on(Opportunity::closedOn))
                .flow(
                        "won_value",
                        "Won value|赢单金额",
                        money(Opportunity::value).when(Opportunity::won).on(Opportunity::closedOn))
                .flow("lost_deals", "Lost|丢单数", count(Opportunity::lost).on(Opportunity::closedOn))
                .flow(
                        "lost_value",
                        "Lost value|丢单金额",
                        money(Opportunity::value).when(Opportunity::lost).on(Opportunity::closedOn))
                .ratio("win_rate", "Win rate|赢单率", "won_deals", List.of("won_deals", "lost_deals"))
                .flow(
                        "withdrawn_deals",
                        "Withdrawn|撤回数",
                        count(Opportunity::withdrawn).on(Opportunity::closedOn))
                .flow(
                        "rejected_deals",
                        "Rejected|驳回数",
                        count(Opportunity::rejected).on(Opportunity::endedOn))
                .ratio(
                        "success_rate",
                        "Won of all that ended|流程成功率",
                        "won_deals",
                        List.of("won_deals", "lost_deals", "withdrawn_deals", "rejected_deals"))
                .flow("new_deals", "Identified|新增商机", count(Opportunity::known).on(Opportunity::identifiedOn))
                .flow("won_of_new", "Won of those|其中已赢", count(Opportunity::won).on(Opportunity::identifiedOn))
                .ratio("contract_rate", "Contracts of deals|商机签约率", "won_of_new", List.of("new_deals"))
                .age(
                        "days_in_stage",
                        "Days in stage|阶段停留天数",
                        Opportunity::standingSince,
                        Statistic.MEDIAN,
                        Statistic.P90)
                .stock(
                        "stuck",
                        "Over 30 days in a stage|停滞超过30天",
                        count(Opportunity::open).since(Opportunity::stuckSince))
                .stock(
                        "stuck_value",
                        "Value stuck|停滞金额",
                        money(Opportunity::value).when(Opportunity::open).since(Opportunity::stuckSince))
                .slip(
                        "days_beyond_30",
                        "Days in a stage beyond 30|超过30天的天数",
                        Opportunity::stuckAfter,
                        Opportunity::never,
                        Statistic.MAX)
                .stock(
                        "closing_late",
                        "Open past their expected closing|逾期未成交",
                        count(Opportunity::closesLate).since(Opportunity::lateFrom))
                .slip(
                        "closing_slip",
                        "Days past the expected closing|超预计成交天数",
                        Opportunity::expectedOfOpenOrWon,
                        Opportunity::closedOn,
                        Statistic.AVERAGE,
                        Statistic.MAX);
        this.figures = sales;
        this.versions = ProcessVersion.measures(zone);
        this.reports = List.of(
                report("funnel", "Funnel|销售漏斗")
                        .of(
                                sales,
                                "opportunities",
                                "open",
                                "identified",
                                "qualified",
                                "open_value",
                                "weighted",
                                "won",
                                "won_value_to_date",
                                "lost",
                                "withdrawn",
                                "rejected",
                                "win_rate_to_date")
                        .by("region")
                        .chart(Form.BARS, "open_value"),
                report("proven-stages", "Proven stages|已验证阶段")
                        .of(sales, "open", "open_value", "weighted", "days_in_stage")
                        .by("true_stage", "region")
                        .chart(Form.BARS, "open_value"),
                report("conversion", "Conversion|转化")
                        .of(
                                sales,
                                "opportunities",
                                "reached_qualified",
                                "skipped_qualified",
                                "won",
                                "qualified_rate",
                                "won_rate")
                        .by("region"),
                report("won", "Won and lost|赢单与丢单")
                        .of(sales, "won_deals", "won_value", "lost_deals", "lost_value", "win_rate")
                        .by("region")
                        .over(Default.THIS_YEAR)
                        .chart(Form.BARS, "won_value"),
                report("loss-reasons", "Why we lose|丢单原因")
                        .of(sales, "lost_deals", "lost_value")
                        .by("loss_reason", "product", "region")
                        .where("loss_reason ne null")
                        .over(Default.THIS_QUARTER)
                        .chart(Form.BARS, "lost_value"),
                report("loss-causes", "Causes of losses|丢单类别分布")
                        .of(sales, "lost_deals", "lost_value", "withdrawn_deals", "rejected_deals")
                        .by("loss_cause", "product")
                        .where("loss_cause ne null")
                        .over(Default.THIS_YEAR)
                        .chart(Form.BARS, "lost_deals"),
                report("process-success", "Success of sales processes|流程成功率")
                        .of(
                                sales,
                                "won_deals",
                                "lost_deals",
                                "withdrawn_deals",
                                "rejected_deals",
                                "win_rate",
                                "success_rate")
                        .by("template", "business_unit", "mode")
                        .over(Default.THIS_YEAR),
                report("channel-sales", "Sales by seller and channel|按人员与渠道的销售")
                        .of(sales, "new_deals", "won_deals", "won_value", "contract_rate")
                        .by("channel", "owner")
                        .over(Default.THIS_YEAR)
                        .chart(Form.BARS, "won_value"),
                report("win-rates", "Win rate by product, region and month|按产品、大区、月份的赢单率")
                        .of(sales, "won_deals", "lost_deals", "win_rate")
                        .by("product", "region", "month")
                        .over(Default.THIS_YEAR),
                report("segment-win-rates", "Win rate by segment|各客户群赢单率")
                        .of(sales, "won_deals", "won_value", "lost_deals", "lost_value", "win_rate")
                        .by("segment")
                        .over(Default.THIS_YEAR),
                report("stuck-deals", "Deals stuck over 30 days|停滞超过30天的商机")
                        .of(sales, "stuck", "stuck_value", "days_beyond_30")
                        .by("name", "owner", "true_stage")
                        .ofRows(),
                report("late-closings", "Closing days that slipped|成交日逾期")
                        .of(sales, "closing_late", "closing_slip")
                        .by("name", "owner", "expected_close_on")
                        .where("stage in ('IDENTIFIED', 'QUALIFIED')")
                        .ofRows());
    }

    /** Where members of the staff belong. */
    public Reference<?> places() {
        return places;
    }

    /** What customers are called. */
    public Reference<?> accounts() {
        return accounts;
    }

    /** How likely processes make deals. */
    public Measures<?> versions() {
        return versions;
    }

    /** In which segment deals are. */
    public Reference<?> segments() {
        return segments;
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
