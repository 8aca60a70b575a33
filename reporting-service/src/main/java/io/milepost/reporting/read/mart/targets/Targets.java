package io.milepost.reporting.read.mart.targets;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;
import static io.milepost.reporting.read.mart.declare.Value.quantity;

import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.ZoneId;
import java.util.List;

/** Sales targets, how far they are reached, and the forecast against them. */
public final class Targets {
    private final Measures<TargetLine> figures;
    private final List<Report> reports;

    /**
     * Beside what was signed, what came in and what is in the pipeline, each in the figures of its quarter.
     *
     * @param zone in which a time is of a day
     */
    public Targets(ZoneId zone, Sales sales, Contracts contracts) {
        this.figures = figures(zone, sales);
        this.reports = List.of(
                report("attainment", "Targets reached by sellers|销售人员目标达成")
                        .of(figures, "seller_target", "seller_target_original")
                        .by("owner", "for_quarter")
                        .beside(contracts.signed(), null, "signed_value")
                        .share("attainment_rate", "Reached|达成率", List.of("signed_value"), List.of("seller_target")),
                report("team-attainment", "Targets reached by teams|团队目标达成")
                        .of(figures, "department_target", "department_target_original", "manager_target")
                        .by("team", "for_quarter")
                        .beside(contracts.signed(), null, "signed_value")
                        .share("attainment_rate", "Reached|达成率", List.of("signed_value"), List.of("department_target")),
                report("company-attainment", "Targets reached by the company|公司目标达成")
                        .of(figures, "company_target", "company_target_original")
                        .by("for_quarter")
                        .beside(contracts.signed(), null, "signed_value")
                        .share("attainment_rate", "Reached|达成率", List.of("signed_value"), List.of("company_target")),
                report("collection-attainment", "Collection targets reached|回款目标达成")
                        .of(figures, "seller_collection_target", "company_collection_target")
                        .by("owner", "for_quarter")
                        .beside(contracts.receipts(), null, "received_to_date")
                        .share(
                                "attainment_rate",
                                "Reached|达成率",
                                List.of("received_to_date"),
                                List.of("seller_collection_target"))
                        .share(
                                "company_attainment_rate",
                                "Reached of the company's|公司达成率",
                                List.of("received_to_date"),
                                List.of("company_collection_target")),
                report("quantity-attainment", "Quantities reached|数量目标达成")
                        .of(figures, "seller_quantity_target", "company_quantity_target")
                        .by("owner", "for_quarter")
                        .beside(contracts.lines(), null, "sold_quantity")
                        .share(
                                "attainment_rate",
                                "Reached|达成率",
                                List.of("sold_quantity"),
                                List.of("seller_quantity_target"))
                        .share(
                                "company_attainment_rate",
                                "Reached of the company's|公司达成率",
                                List.of("sold_quantity"),
                                List.of("company_quantity_target")),
                report("collection-rate-attainment", "Collection rates reached|回款率目标达成")
                        .of(figures, "company_collection_rate_target", "seller_collection_rate_target")
                        .by("owner", "for_quarter")
                        .beside(contracts.instalments(), null, "due", "collected")
                        .share(
                                "collection_rate",
                                "Collected of what fell due|回款率",
                                List.of("collected"),
                                List.of("due"))
                        .share(
                                "attainment_rate",
                                "Reached|达成率",
                                List.of("collection_rate"),
                                List.of("seller_collection_rate_target"))
                        .share(
                                "company_attainment_rate",
                                "Reached of the company's|公司达成率",
                                List.of("collection_rate"),
                                List.of("company_collection_rate_target")),
                report("mix-attainment", "Mix of customers reached|客户类型目标达成")
                        .of(figures, "company_mix_target", "seller_mix_target")
                        .by("customer_type", "for_quarter")
                        .over(Default.THIS_YEAR)
                        .beside(contracts.signers(), null, "signing_customers")
                        .portion("mix_rate", "Of all who signed|占签约客户比例", "signing_customers", "customer_type")
                        .share(
                                "attainment_rate",
                                "Reached of the company's|公司达成率",
                                List.of("mix_rate"),
                                List.of("company_mix_target"))
                        .share(
                                "seller_attainment_rate",
                                "Reached of sellers'|销售达成率",
                                List.of("mix_rate"),
                                List.of("seller_mix_target")),
                report("forecast", "Forecast against target|预测与目标")
                        .of(figures, "seller_target")
                        .by("for_quarter")
                        .beside(contracts.signed(), null, "signed_value")
                        .beside(sales.measures(), null, "open_value", "weighted")
                        .beside(contracts.trend(), null, "trend")
                        .total("forecast", "Signed and weighted|签约加加权", List.of("signed_value", "weighted"))
                        .share(
                                "forecast_rate",
                                "Forecast of target|预测达成率",
                                List.of("forecast"),
                                List.of("seller_target"))
                        .share("trend_rate", "Trend of target|趋势达成率", List.of("trend"), List.of("seller_target"))
                        .share(
                                "coverage",
                                "Target covered by signed and open value|目标覆盖倍数",
                                List.of("signed_value", "open_value"),
                                List.of("seller_target")));
    }

    private static Measures<TargetLine> figures(ZoneId zone, Sales sales) {
        return each("target", "Sales targets|销售目标", new Target.Folding(zone), Target::lines)
                .dim("owner", "Accountable|责任人", MEMBER, TargetLine::accountable)
                .via(sales.places())
                .dim("level", "Level|层级", TEXT, line -> line.target().task().level())
                .dim(
                        "department",
                        "Department|部门",
                        TEXT,
                        line -> line.target().task().team())
                .dim("metric", "Metric|指标", TEXT, line -> line.target().task().metric())
                .dim(
                        "unit",
                        "Unit of measure|单位",
                        TEXT,
                        line -> line.target().current().unit())
                .dim("customer_type", "Type of customers|客户类型", TEXT, TargetLine::customerType)
                .dim("state", "State|状态", TEXT, line -> line.target().state())
                .dim(
                        "begins_on",
                        "First day|起始日",
                        DAY,
                        line -> line.target().task().from())
                .dim(
                        "ends_on",
                        "Last day|截止日",
                        DAY,
                        line -> line.target().task().to())
                .dim("for_month", "For the month|所属月份", TEXT, line -> Periods.month(line.month()))
                .dim("for_quarter", "For the quarter|所属季度", TEXT, line -> Periods.quarter(line.month()))
                .dim("for_year", "For the year|所属年份", TEXT, line -> Periods.year(line.month()))
                .money("amount", "Amount|金额", TargetLine::amount)
                .money("original", "Amount approved first|原批准金额", TargetLine::originalAmount)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock(
                        "company_target",
                        "Target of the company|公司目标",
                        money(TargetLine::amount).when(line -> line.revenue("COMPANY")))
                .stock(
                        "company_target_original",
                        "Target of the company as approved|公司原目标",
                        money(TargetLine::originalAmount).when(line -> line.revenue("COMPANY")))
                .stock(
                        "department_target",
                        "Targets of departments|部门目标",
                        money(TargetLine::amount).when(line -> line.revenue("DEPARTMENT")))
                .stock(
                        "department_target_original",
                        "Targets of departments as approved|部门原目标",
                        money(TargetLine::originalAmount).when(line -> line.revenue("DEPARTMENT")))
                .stock(
                        "manager_target",
                        "Targets of managers|经理目标",
                        money(TargetLine::amount).when(line -> line.revenue("MANAGER")))
                .stock(
                        "seller_target",
                        "Targets of sellers|销售目标",
                        money(TargetLine::amount).when(line -> line.revenue("SELLER")))
                .stock(
                        "seller_target_original",
                        "Targets of sellers as approved|销售原目标",
                        money(TargetLine::originalAmount).when(line -> line.revenue("SELLER")))
                .stock(
                        "company_collection_target",
                        "Collections, the company's target|公司回款目标",
                        money(TargetLine::amount).when(line -> line.collections("COMPANY")))
                .stock(
                        "seller_collection_target",
                        "Collections, targets of sellers|销售回款目标",
                        money(TargetLine::amount).when(line -> line.collections("SELLER")))
                .stock(
                        "company_quantity_target",
                        "Quantity, the company's target|公司数量目标",
                        quantity(TargetLine::number).when(line -> line.quantity("COMPANY")))
                .stock(
                        "seller_quantity_target",
                        "Quantity, targets of sellers|销售数量目标",
                        quantity(TargetLine::number).when(line -> line.quantity("SELLER")))
                .stock(
                        "level_sum",
                        "Percent or points in sum|百分比或分数合计",
                        quantity(TargetLine::number).when(TargetLine::isLevel))
                .stock("level_lines", "Months of percent or points|百分比或分数月数", count(TargetLine::isLevel))
                .stock(
                        "company_collection_percent",
                        "Percent of what falls due, the company's|公司回款率百分比",
                        quantity(TargetLine::number).when(line -> line.collectionRate("COMPANY")))
                .stock(
                        "company_collection_whole",
                        "Of a hundred of what falls due, the company's|公司应收总百分比",
                        quantity(TargetLine::hundred).when(line -> line.collectionRate("COMPANY")))
                .ratio(
                        "company_collection_rate_target",
                        "Collection rate, the company's target|公司回款率目标",
                        "company_collection_percent",
                        List.of("company_collection_whole"))
                .stock(
                        "seller_collection_percent",
                        "Percent of what falls due, of sellers|销售回款率百分比",
                        quantity(TargetLine::number).when(line -> line.collectionRate("SELLER")))
                .stock(
                        "seller_collection_whole",
                        "Of a hundred of what falls due, of sellers|销售应收总百分比",
                        quantity(TargetLine::hundred).when(line -> line.collectionRate("SELLER")))
                .ratio(
                        "seller_collection_rate_target",
                        "Collection rate, targets of sellers|销售回款率目标",
                        "seller_collection_percent",
                        List.of("seller_collection_whole"))
                .stock(
                        "company_mix_percent",
                        "Percent of a mix, the company's|公司客户类型百分比",
                        quantity(TargetLine::number).when(line -> line.mix("COMPANY")))
                .stock(
                        "company_mix_whole",
                        "Of a hundred, the company's|公司客户类型总百分比",
                        quantity(TargetLine::hundred).when(line -> line.mix("COMPANY")))
                .ratio(
                        "company_mix_target",
                        "Part of all customers, the company's target|公司客户类型目标",
                        "company_mix_percent",
                        List.of("company_mix_whole"))
                .stock(
                        "seller_mix_percent",
                        "Percent of a mix, of sellers|销售客户类型百分比",
                        quantity(TargetLine::number).when(line -> line.mix("SELLER")))
                .stock(
                        "seller_mix_whole",
                        "Of a hundred, of sellers|销售客户类型总百分比",
                        quantity(TargetLine::hundred).when(line -> line.mix("SELLER")))
                .ratio(
                        "seller_mix_target",
                        "Part of all customers, targets of sellers|销售客户类型目标",
                        "seller_mix_percent",
                        List.of("seller_mix_whole"))
                .stock(
                        "company_share_percent",
                        "Percent of the market, the company's|公司市场份额百分比",
                        quantity(TargetLine::number).when(line -> line.marketShare("COMPANY")))
                .stock(
                        "company_share_whole",
                        "Of a hundred of the market|市场份额总百分比",
                        quantity(TargetLine::hundred).when(line -> line.marketShare("COMPANY")))
                .ratio(
                        "company_share_target",
                        "Share of the market, the company's target|公司市场份额目标",
                        "company_share_percent",
                        List.of("company_share_whole"))
                .ratio("level_average", "Percent or points on average|平均百分比或分数", "level_sum", List.of("level_lines"));
    }

    /** What is to be reached. */
    public Measures<?> figures() {
        return figures;
    }

    public List<Measures<?>> measures() {
        return List.of(figures);
    }

    public List<Report> reports() {
        return reports;
    }
}
