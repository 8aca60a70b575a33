package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.contracts.Receivables.Instalment;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Report.Form;
import java.time.ZoneId;
import java.util.List;

/** Contracts, their instalments, and what is reported of them. */
public final class Contracts {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Contracts(ZoneId zone, Reference<?> places) {
        var contracts = dataset("contract", "Contracts|合同", new Contract.Folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Contract::owner)
                .via(places)
                .dim("state", "Status|状态", TEXT, Contract::state)
                .dim("signed_on", "Signed on|签订日", DAY, Contract::signedOn)
                .dim("signed_month", "Signing month|签订月份", TEXT, Contract::signedMonth)
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
        var instalments = each("instalment", "Instalments|分期款", new Receivables.Folding(zone), Receivables::instalments)
                .id("contract_id")
                .dim("owner", "Owner|负责人", MEMBER, Instalment::owner)
                .via(places)
                .dim("number", "Number|期次", NUMBER, Instalment::number)
                .dim("due_on", "Due on|到期日", DAY, Instalment::dueOn)
                .dim("unpaid", "Unpaid|未付清", FLAG, Instalment::late)
                .money("amount", "Amount|金额", Instalment::amount)
                .money("open", "Open|未收金额", Instalment::open)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock(
                        "due",
                        "Due|应收",
                        money(Instalment::amount).when(Instalment::due).since(Instalment::dueOn))
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
                .ratio("rate", "Collection rate|回款率", "collected", List.of("due"));
        this.figures = List.of(contracts, instalments);
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
                        .chart(Form.BARS, "collected"));
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
