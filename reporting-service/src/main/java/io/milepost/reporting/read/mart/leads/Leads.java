package io.milepost.reporting.read.mart.leads;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.ZoneId;
import java.util.List;

/** Leads and what is reported of them. */
public final class Leads {
    private final Measures<?> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Leads(ZoneId zone, Sales sales) {
        var leads = dataset("lead", "Leads|线索", new Lead.Folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Lead::owner)
                .via(sales.places())
                .dim("channel", "Channel|渠道", TEXT, Lead::channel)
                .dim("campaign", "Campaign|活动", TEXT, Lead::campaign)
                .dim("segment", "Segment|客户群", TEXT, Lead::segment)
                .dim("state", "State|状态", TEXT, Lead::state)
                .dim("captured_on", "Captured on|获取日", DAY, Lead::capturedOn)
                .dim("deal_id", "Deal|商机", TEXT, Lead::deal)
                .money("expected", "Expected value|预期金额", Lead::expected)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("open_leads", "Open leads|在跟线索", count(Lead::open))
                .flow("new_leads", "Captured|新增线索", count(Lead::counts).on(Lead::capturedOn))
                .flow("qualified_leads", "Qualified|合格线索", count(Lead::counts).on(Lead::qualifiedOn))
                .flow(
                        "converted_leads",
                        "Became deals|转商机数",
                        count(Lead::counts).on(Lead::convertedOn))
                .flow(
                        "converted_value",
                        "Expected value of deals|转商机预期金额",
                        money(Lead::expected).when(Lead::counts).on(Lead::convertedOn))
                .flow(
                        "converted_of_new",
                        "Of those captured, deals by now|其中已转商机",
                        count(Lead::converted).on(Lead::capturedOn))
                .ratio("lead_rate", "Deals of those captured|线索转商机率", "converted_of_new", List.of("new_leads"))
                .ratio("conversion_rate", "Deals of leads captured|线索转化率", "converted_leads", List.of("new_leads"));
        this.figures = leads;
        this.reports = List.of(
                report("lead-sources", "Leads by channel and campaign|按渠道与活动的线索")
                        .of(leads, "new_leads", "qualified_leads", "converted_leads", "conversion_rate")
                        .by("channel", "campaign")
                        .over(Default.THIS_YEAR),
                report("lead-to-contract", "From leads to contracts|从线索到合同")
                        .of(leads, "new_leads", "converted_of_new", "lead_rate")
                        .by("month")
                        .over(Default.THIS_YEAR)
                        .beside(sales.measures(), "from_lead eq true", "new_deals", "won_of_new", "contract_rate"),
                report("segment-conversion", "From leads to contracts by segment|各客户群从线索到合同")
                        .of(leads, "new_leads", "converted_of_new", "lead_rate")
                        .by("segment")
                        .over(Default.THIS_YEAR)
                        .beside(sales.measures(), "from_lead eq true", "new_deals", "won_of_new", "contract_rate"),
                report("lead-values", "What became of leads|线索转化金额")
                        .of(leads, "converted_leads", "converted_value")
                        .by("channel", "campaign")
                        .over(Default.THIS_YEAR));
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
