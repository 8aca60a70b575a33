package io.milepost.reporting.read.mart.units;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.ZoneId;
import java.util.List;

/** The inventory of units with the reason why one is not sold, and the backlog of deposits and signings by phase. */
public final class Units {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /**
     * Sales are told apart by where those who sell belong; all who sell know of every unit.
     *
     * @param zone in which a time is of a day
     */
    public Units(ZoneId zone, Reference<?> places) {
        var units = dataset("unit", "Units|房源", new Unit.Folding(zone))
                .dim("programme", "Programme|楼盘", TEXT, Unit::programme)
                .dim("unit_no", "Unit|房号", TEXT, Unit::unitNo)
                .dim("phase", "Phase|阶段", TEXT, Unit::phase)
                .dim("state", "Status|状态", TEXT, Unit::state)
                .dim("reason", "Why not sold|未售原因", TEXT, Unit::reason)
                .dim("sold_on", "Sold on|售出日", DAY, Unit::soldOn)
                .money("price", "List price|标价", Unit::price)
                .measures()
                .stock("units", "Units|房源数", count(Unit::known))
                .stock("available", "Available|可售", count(Unit::available))
                .stock("held", "Held|保留", count(Unit::held))
                .stock("taken", "Deposit taken|已定", count(Unit::taken))
                .stock("sold", "Sold|已售", count(Unit::sold))
                .stock("unsold", "Unsold|未售", count(Unit::unsold))
                .stock(
                        "unsold_price",
                        "List price of unsold units|未售标价",
                        money(Unit::price).when(Unit::unsold))
                .ratio("sold_rate", "Part that is sold|去化率", "sold", List.of("units"));
        var sales = dataset("unit_sale", "Sales of units|房源认购", new UnitSale.Folding(zone))
                .id("deposit_id")
                .dim("owner", "Consultant|置业顾问", MEMBER, UnitSale::owner)
                .via(places)
                .dim("programme", "Programme|楼盘", TEXT, UnitSale::programme)
                .dim("unit_no", "Unit|房号", TEXT, UnitSale::unitNo)
                .dim("phase", "Phase|阶段", TEXT, UnitSale::phase)
                .dim("kind", "Kind of money|款项性质", TEXT, UnitSale::kind)
                .dim("state", "Status|状态", TEXT, UnitSale::state)
                .dim("top_up_by", "Top up by|补足期限", DAY, UnitSale::topUpBy)
                .dim("contract_on", "Agreed day of signing|约定签约日", DAY, UnitSale::contractOn)
                .dim("subscribed", "Letter signed|已签认购书", FLAG, UnitSale::subscribed)
                .money("paid", "Received|已收", UnitSale::paid)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("to_top_up", "To be topped up|待补足", count(UnitSale::toTopUp))
                .stock("open", "Missing of deposits|待补金额", money(UnitSale::open).when(UnitSale::toTopUp))
                .stock(
                        "top_up_late",
                        "Top-ups overdue|逾期未补足",
                        count(UnitSale::toTopUp).since(UnitSale::topUpLateFrom))
                .stock("to_subscribe", "To be subscribed|待签认购书", count(UnitSale::toSubscribe))
                .stock("to_sign", "To be signed|待签约", count(UnitSale::toSign))
                .stock(
                        "sign_late",
                        "Signings overdue|逾期未签约",
                        count(UnitSale::toSignByDay).since(UnitSale::signingLateFrom))
                .stock("kept", "Deposits held|在手定金", money(UnitSale::paid).when(UnitSale::kept))
                .stock("refund_due", "To be refunded|应退", money(UnitSale::due).when(UnitSale::refundDue))
                .stock("forfeited", "Forfeited|没收", money(UnitSale::forfeited).when(UnitSale::isForfeited))
                .stock("converted", "Part of prices|转入房款", money(UnitSale::paid).when(UnitSale::converted))
                .flow(
                        "subscriptions",
                        "Letters signed|签认购书数",
                        count(UnitSale::subscribed).on(UnitSale::subscribedOn))
                .flow(
                        "contracts_of_subscriptions",
                        "Contracts of those|其中已签约",
                        count(UnitSale::converted).on(UnitSale::subscribedOn))
                .ratio(
                        "subscription_rate",
                        "Contracts of letters|认购签约率",
                        "contracts_of_subscriptions",
                        List.of("subscriptions"));
        this.figures = List.of(units, sales);
        this.reports = List.of(
                report("unit-inventory", "Unit inventory|房源库存")
                        .of(units, "units", "available", "held", "taken", "sold", "unsold", "unsold_price", "sold_rate")
                        .by("reason")
                        .chart(Form.BARS, "unsold"),
                report("deposit-backlog", "Deposits and signings to come|待补足与待签约")
                        .of(
                                sales,
                                "to_top_up",
                                "open",
                                "top_up_late",
                                "to_subscribe",
                                "to_sign",
                                "sign_late",
                                "kept",
                                "refund_due",
                                "forfeited",
                                "converted")
                        .by("phase")
                        .chart(Form.BARS, "to_sign"),
                report("subscription-conversion", "From subscriptions to contracts|从认购到签约")
                        .of(sales, "subscriptions", "contracts_of_subscriptions", "subscription_rate")
                        .by("programme", "phase")
                        .over(Default.THIS_YEAR));
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
