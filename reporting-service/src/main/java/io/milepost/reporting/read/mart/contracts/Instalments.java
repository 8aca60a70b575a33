package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.contracts.Receivables.Instalment;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Reference;
import java.time.ZoneId;
import java.util.List;

/** What contracts ask to be paid, and when. */
final class Instalments {
    private Instalments() {}

    /** Told apart by where owners belong, and by customer. */
    static Measures<Instalment> measures(ZoneId zone, Reference<?> places, Reference<?> accounts) {
        return each("instalment", "Instalments|分期款", new PaymentFolding(zone), Receivables::instalments)
                .id("contract_id")
                .dim("owner", "Owner|负责人", MEMBER, Instalment::owner)
                .via(places)
                .dim("number", "Number|期次", NUMBER, Instalment::number)
                .dim("due_on", "Due on|到期日", DAY, Instalment::dueOn)
                .dim("for_month", "For the month|所属月份", TEXT, instalment -> Periods.month(instalment.dueOn()))
                .dim("for_quarter", "For the quarter|所属季度", TEXT, instalment -> Periods.quarter(instalment.dueOn()))
                .dim("for_year", "For the year|所属年份", TEXT, instalment -> Periods.year(instalment.dueOn()))
                .dim("unpaid", "Unpaid|未付清", FLAG, Instalment::late)
                .dim("deal_id", "Deal|商机", TEXT, Instalment::dealId)
                .dim("account_id", "Account|客户", TEXT, Instalment::accountId)
                .via(accounts)
                .money("amount", "Amount|金额", Instalment::amount)
                .money("open", "Open|未收金额", Instalment::open)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock(
                        "due",
                        "Due|应收",
                        money(Instalment::amount).when(Instalment::due).since(Instalment::dueOn))
                .flow(
                        "fell_due",
                        "Fell due|到期应收",
                        money(Instalment::amount).when(Instalment::due).on(Instalment::dueOn))
                .stock("received", "Received|实收", money(Instalment::covered))
                .stock(
                        "collected",
                        "Collected of what was due|到期已收",
                        money(Instalment::covered).when(Instalment::due).since(Instalment::dueOn))
                .net("surplus", "Received beyond what was due|超收", "received", "collected")
                .stock(
                        "overdue",
                        "Overdue|逾期",
                        money(Instalment::open).when(Instalment::late).since(Instalment::lateFrom))
                .stock(
                        "open_due",
                        "Due and not paid|应收未付",
                        money(Instalment::open).when(Instalment::due).since(Instalment::dueOn))
                .stock(
                        "overdue_over_30",
                        "Overdue for over 30 days|逾期超过30天",
                        money(Instalment::open).when(Instalment::late).since(Instalment::over30From))
                .stock(
                        "overdue_over_60",
                        "Overdue for over 60 days|逾期超过60天",
                        money(Instalment::open).when(Instalment::late).since(Instalment::over60From))
                .stock(
                        "overdue_over_90",
                        "Overdue for over 90 days|逾期超过90天",
                        money(Instalment::open).when(Instalment::late).since(Instalment::over90From))
                .net("not_overdue", "Due today|当日到期", "open_due", "overdue")
                .net("overdue_1_30", "Overdue for 1 to 30 days|逾期1至30天", "overdue", "overdue_over_30")
                .net("overdue_31_60", "Overdue for 31 to 60 days|逾期31至60天", "overdue_over_30", "overdue_over_60")
                .net("overdue_61_90", "Overdue for 61 to 90 days|逾期61至90天", "overdue_over_60", "overdue_over_90")
                .slip(
                        "days_overdue",
                        "Days overdue|逾期天数",
                        Instalment::lateSince,
                        Instalment::never,
                        Statistic.MEDIAN,
                        Statistic.MAX)
                .ratio("rate", "Collection rate|回款率", "collected", List.of("due"));
    }
}
