package io.milepost.reporting.read.mart.campaigns;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.ZoneId;
import java.util.List;

/** Campaigns: their budget, cost and outcome, and beside them the deals that were won of their leads. */
public final class Campaigns {
    private final Measures<Campaign> figures;
    private final List<Report> reports;

    /**
     * A lead names the campaign that it came of, and hands it to its deal; here it is named by its title.
     *
     * @param zone in which a time is of a day
     */
    public Campaigns(ZoneId zone, Sales sales) {
        this.figures = dataset("campaign", "Campaigns|营销活动", new Campaign.Folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Campaign::owner)
                .via(sales.places())
                .dim(
                        "campaign",
                        "Campaign|活动",
                        TEXT,
                        campaign -> campaign.plan().title())
                .dim("kind", "Kind|活动类型", TEXT, Campaign::kind)
                .dim("segment", "Segment|客户群", TEXT, Campaign::segment)
                .dim("state", "State|状态", TEXT, Campaign::state)
                .dim(
                        "begins_on",
                        "First day|起始日",
                        DAY,
                        campaign -> campaign.plan().from())
                .dim("ends_on", "Last day|截止日", DAY, campaign -> campaign.plan().to())
                .money("budget_now", "Budget|预算", Campaign::budget)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("campaigns", "Campaigns|活动数", count(Campaign::known))
                .stock("budget", "Budget approved|批准预算", money(Campaign::budget).when(Campaign::isApproved))
                .stock("cost", "Spent|已花费", money(Campaign::cost))
                .stock("visitors", "Visitors|到访人数", number(Campaign::visitors))
                .stock("counted_leads", "Leads that were counted|统计线索数", number(Campaign::leads))
                .stock("counted_orders", "Orders that were counted|统计订单数", number(Campaign::orders))
                .ratio("cost_rate", "Spent of the budget|预算使用率", "cost", List.of("budget"));
        this.reports = List.of(report("campaign-effect", "What campaigns bring|活动效果")
                .of(figures, "budget", "cost", "cost_rate", "visitors", "counted_leads", "counted_orders")
                .by("campaign")
                .beside(sales.measures(), "campaign ne null", "open_value", "won", "won_value_to_date")
                .share("won_for_cost", "Won for each amount spent|投入产出", List.of("won_value_to_date"), List.of("cost"))
                .chart(Report.Form.BARS, "cost"));
    }

    public List<Measures<?>> measures() {
        return List.of(figures);
    }

    public List<Report> reports() {
        return reports;
    }
}
