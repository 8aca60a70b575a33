package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Reference.reference;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.contracts.ContractLines.Sold;
import io.milepost.reporting.read.mart.contracts.Receipts.Receipt;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Report.Form;
import io.milepost.reporting.read.mart.declare.Value;
import java.time.ZoneId;
import java.util.List;

/** Contracts, their instalments, and what is reported of them. */
public final class Contracts {
    private final Measures<?> signed;
    private final Measures<?> instalments;
    private final Measures<?> lines;
    private final Measures<?> trend;
    private final Measures<?> receipts;
    private final Measures<?> signers;
    private final List<Measures<?>> figures;
    private final Reference<?> deals;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Contracts(ZoneId zone, Reference<?> places, Reference<?> accounts, Reference<?> segments) {
        this.deals = reference(
                        "contract_deal",
                        "Deals of contracts|合同对应商机",
                        new DealsOfContracts.Folding(zone),
                        DealsOfContracts::said)
                .attribute("deal_id", "Deal|商机");
        var contracts = dataset("contract", "Contracts|合同", new Contract.Folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Contract::owner)
                .via(places)
                .dim("state", "Status|状态", TEXT, Contract::state)
                .dim("signed_on", "Signed on|签订日", DAY, Contract::signedOn)
                .dim("signed_month", "Signing month|签订月份", TEXT, Contract::signedMonth)
                .dim("deal_id", "Deal|商机", TEXT, Contract::dealId)
                .via(segments)
                .dim("account_id", "Account|客户", TEXT, Contract::accountId)
                .via(accounts)
                .dim("for_month", "For the month|所属月份", TEXT, Contract::signedMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Contract::signedQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Contract::signedYear)
                .money("value", "Value|金额", Contract::value)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("drafted", "Drafted|起草中", count(Contract::drafted))
                .stock("signed", "Signed|已签订", count(Contract::signed))
                .stock("effective", "Effective|已生效", count(Contract::effective))
                .stock(
                        "signed_value",
                        "Signed value|签订金额",
                        money(Contract::value).when(Contract::signed))
                .flow(
                        "newly_signed",
                        "Newly signed|新签数",
                        count(Contract::signed).on(Contract::signedOn))
                .flow(
                        "newly_signed_value",
                        "Newly signed value|新签金额",
                        money(Contract::value).when(Contract::signed).on(Contract::signedOn));
        var instalments = Instalments.measures(zone, places, accounts);
        var lines = each(
                        "contract_line", "Lines of contracts|合同行", new ContractLines.Folding(zone), ContractLines::sold)
                .id("contract_id")
                .dim("owner", "Owner|负责人", MEMBER, Sold::owner)
                .via(places)
                .dim("product", "Product|产品", TEXT, Sold::product)
                .dim("deal_id", "Deal|商机", TEXT, Sold::dealId)
                .dim("signed_on", "Signed on|签订日", DAY, Sold::signedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Sold::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Sold::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Sold::forYear)
                .money("line_value", "Value|金额", Sold::amount)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock(
                        "sold_quantity",
                        "Quantity signed|签约数量",
                        Value.quantity(Sold::quantity).when(Sold::signed))
                .stock(
                        "sold_value",
                        "Value of lines signed|签约行金额",
                        money(Sold::amount).when(Sold::signed));
        this.signers = Signer.measures(zone, places);
        var trend = each("signing_trend", "Trend of signings|签约趋势", new Contract.Folding(zone), Contract::trend)
                .id("contract_id")
                .dim("owner", "Owner|负责人", MEMBER, Trend::owner)
                .via(places)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Trend::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Trend::forYear)
                .money("part_value", "A fourth of the value|四分之一金额", Trend::value)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("trend", "History trend|历史趋势", money(Trend::value).when(Trend::known));
        var receipts = each("receipt", "Receipts|收款", new Receipts.Folding(zone), Receipts::receipts)
                .id("contract_id")
                .dim("owner", "Owner|负责人", MEMBER, Receipt::owner)
                .via(places)
                .dim("kind", "Kind|类别", TEXT, Receipt::kind)
                .dim("receipt_no", "Receipt|收款单号", TEXT, Receipt::number)
                .dim("deal_id", "Deal|商机", TEXT, Receipt::dealId)
                .dim("received_on", "Received on|收款日", DAY, Receipt::receivedOn)
                .dim("for_month", "For the month|所属月份", TEXT, Receipt::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Receipt::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Receipt::forYear)
                .money("amount", "Amount|金额", Receipt::amount)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("received_to_date", "Received|已收", money(Receipt::amount).when(Receipt::stands))
                .flow(
                        "came_in",
                        "Came in|到账",
                        money(Receipt::amount).when(Receipt::receipt).on(Receipt::receivedOn))
                .flow(
                        "reversed",
                        "Reversed|冲销",
                        money(Receipt::amount).when(Receipt::receipt).on(Receipt::reversedOn))
                // What was refunded is negative.
                .net("collected_net", "Collected|净回款", List.of("came_in", "refunded"), List.of("reversed"))
                .flow(
                        "advances",
                        "Advances|预付款",
                        money(Receipt::amount).when(Receipt::advance).on(Receipt::receivedOn))
                .flow(
                        "refunded",
                        "Refunded|退款",
                        money(Receipt::amount).when(Receipt::refund).on(Receipt::receivedOn))
                .flow(
                        "moved",
                        "Moved between contracts|合同间转款",
                        money(Receipt::amount).when(Receipt::moved).on(Receipt::receivedOn));
        this.signed = contracts;
        this.instalments = instalments;
        this.lines = lines;
        this.trend = trend;
        this.receipts = receipts;
        this.figures = List.of(contracts, instalments, lines, trend, receipts, signers);
        this.reports = List.of(
                report("contracts", "Contracts|合同")
                        .of(contracts, "drafted", "signed", "effective", "signed_value")
                        .by("region")
                        .chart(Form.BARS, "signed_value"),
                report("signings", "Signings|新签合同")
                        .of(contracts, "newly_signed", "newly_signed_value")
                        .by("region")
                        .over(Default.THIS_YEAR)
                        .chart(Form.BARS, "newly_signed_value"),
                report("collections", "Collections|回款")
                        .of(instalments, "due", "received", "collected", "surplus", "overdue", "rate")
                        .by("region")
                        .chart(Form.BARS, "collected"),
                report("collection-rates", "Collection rate of a period|期间回款率")
                        .of(instalments, "fell_due", "due")
                        .by("month")
                        .over(Default.THIS_YEAR)
                        .beside(receipts, null, "collected_net", "received_to_date")
                        .share(
                                "period_rate",
                                "Received of what fell due|期间回款率",
                                List.of("collected_net"),
                                List.of("fell_due"))
                        .share(
                                "cumulative_rate",
                                "Received of what was due, in all|累计回款率",
                                List.of("received_to_date"),
                                List.of("due")),
                report("receivables-ageing", "Age of receivables|应收账龄")
                        .of(
                                instalments,
                                "not_overdue",
                                "overdue_1_30",
                                "overdue_31_60",
                                "overdue_61_90",
                                "overdue_over_90",
                                "overdue",
                                "days_overdue")
                        .by("customer")
                        .chart(Form.BARS, "overdue"),
                report("overdue-list", "Overdue instalments|逾期清单")
                        .of(instalments, "overdue", "days_overdue")
                        .by("customer", "owner", "deal_id", "number", "due_on")
                        .where("unpaid eq true")
                        .ofRows(),
                report("receipts", "Collections of a period|期间回款")
                        .of(receipts, "came_in", "reversed", "collected_net", "advances", "refunded", "moved")
                        .by("region")
                        .over(Default.THIS_YEAR)
                        .chart(Form.BARS, "came_in"));
    }

    /** What is signed, for which quarter. */
    public Measures<?> signed() {
        return signed;
    }

    /** What is sold, line by line. */
    public Measures<?> lines() {
        return lines;
    }

    /** What signatures of a year let expect of a quarter. */
    public Measures<?> trend() {
        return trend;
    }

    /** What falls due. */
    public Measures<?> instalments() {
        return instalments;
    }

    /** What came in. */
    public Measures<?> receipts() {
        return receipts;
    }

    /** Who signs. */
    public Measures<?> signers() {
        return signers;
    }

    /** The deal of each contract. */
    public Reference<?> deals() {
        return deals;
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
