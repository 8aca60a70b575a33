package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.FLAG;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import java.time.ZoneId;
import java.util.List;

/** Handovers and what is reported of them. */
public final class Handovers {
    private final Measures<?> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Handovers(ZoneId zone, Reference<?> places) {
        var handovers = dataset("handover", "Handovers|交接", new Handover.Folding(zone))
                .dim("owner", "Owner|负责人", MEMBER, Handover::owner)
                .via(places)
                .dim("initiated_on", "Begun on|发起日", DAY, Handover::initiatedOn)
                .dim("accepted_on", "Accepted on|接收日", DAY, Handover::acceptedOn)
                .dim("delivered_on", "Delivered on|交付日", DAY, Handover::deliveredOn)
                .dim("was_returned", "Was returned|曾退回", FLAG, Handover::returned)
                .money("value", "Contract value|合同金额", Handover::value)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .stock("initiated", "Begun|已发起", count(Handover::initiated))
                .stock("accepted", "Accepted|已接收", count(Handover::accepted))
                .stock("returned", "Ever returned|曾退回数", count(Handover::returned))
                .stock("waiting", "Waiting|待接收", count(Handover::waiting))
                .stock(
                        "waiting_value",
                        "Waiting value|待接收金额",
                        money(Handover::value).when(Handover::waiting))
                .age("days_waiting", "Days waiting|等待天数", Handover::waitingSince, Statistic.MEDIAN, Statistic.P90)
                .stock("undelivered", "Signed, not delivered|已签未交付", count(Handover::undelivered))
                .stock(
                        "undelivered_value",
                        "Value not delivered|未交付金额",
                        money(Handover::value).when(Handover::undelivered));
        this.figures = handovers;
        this.reports = List.of(
                report("handovers", "Handovers|交接")
                        .of(handovers, "initiated", "accepted", "returned", "waiting")
                        .by("region"),
                report("waiting-handovers", "Waiting handovers|待接收交接")
                        .of(handovers, "waiting", "waiting_value", "days_waiting")
                        .by("owner"),
                report("undelivered", "Signed and not yet delivered|已签未交付合同")
                        .of(handovers, "undelivered", "undelivered_value")
                        .by("team"));
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
