package io.milepost.reporting.read.mart.milestones;

import static io.milepost.reporting.read.mart.declare.Dataset.Access.OWN_TEAM_OR_ALL;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;

import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Measure.Statistic;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Milestones of sales and of deliveries, and what is reported of them. */
public final class Milestones {
    private final Measures<?> sales;
    private final Measures<?> deliveries;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Milestones(ZoneId zone, Reference<?> places) {
        sales = figures("sales_milestone", "Sales milestones|销售里程碑", new SalesMilestones(zone), places);
        deliveries = figures("delivery_milestone", "Delivery milestones|交付里程碑", new DeliveryMilestones(zone), places);
        reports = List.of(
                told("sales-milestones", "Sales milestones|销售里程碑", sales),
                told("delivery-milestones", "Delivery milestones|交付里程碑", deliveries));
    }

    private static Report told(String name, String label, Measures<?> of) {
        return report(name, label)
                .of(
                        of,
                        "planned",
                        "reached",
                        "on_time",
                        "late",
                        "unplanned",
                        "open",
                        "overdue",
                        "dropped",
                        "on_time_rate",
                        "first_slip",
                        "plan_slip")
                .by("milestone", "region");
    }

    private static Measures<?> figures(String name, String label, Fold<Plan> fold, Reference<?> places) {
        return each(name, label, fold, Milestones::rows)
                .id("project_id")
                .dim("owner", "Owner|负责人", MEMBER, Row::owner)
                .via(places)
                .dim("milestone", "Milestone|里程碑", TEXT, Row::code)
                .dim("stage", "Stage|阶段", NUMBER, Row::stage)
                .dim("first_planned_on", "First planned on|最初计划日", DAY, Row::original)
                .dim("planned_on", "Planned on|计划日", DAY, Row::current)
                .dim("reached_on", "Reached on|达成日", DAY, Row::reachedOn)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("planned", "Planned|已计划", count(Row::planned))
                .stock("reached", "Reached|已达成", count(Row::reached))
                .stock("on_time", "On time|按期", count(Row::onTime))
                .stock("late", "Late|延期", count(Row::late))
                .stock("unplanned", "Unplanned|未计划", count(Row::unplanned))
                .stock("open", "Open|待达成", count(Row::open))
                .stock("overdue", "Overdue|逾期", count(Row::waits).since(Row::overdueFrom))
                .stock("dropped", "Dropped|已放弃", count(Row::dropped))
                .ratio("on_time_rate", "On time of reached|按期率", "on_time", List.of("on_time", "late"))
                .slip(
                        "first_slip",
                        "Days behind the first plan|较最初计划延期天数",
                        Row::firstPlanOfCounted,
                        Row::reachedOn,
                        Statistic.AVERAGE,
                        Statistic.MAX)
                .slip(
                        "plan_slip",
                        "Days behind the plan|较当前计划延期天数",
                        Row::planOfCounted,
                        Row::reachedOn,
                        Statistic.AVERAGE,
                        Statistic.MAX);
    }

    private static Map<String, Row> rows(Plan plan) {
        var rows = new LinkedHashMap<String, Row>();
        plan.milestones()
                .forEach(milestone ->
                        rows.put(milestone.stage() + "/" + milestone.code(), new Row(plan.owner(), milestone)));
        return rows;
    }

    /** A milestone and whose it is. */
    private record Row(String owner, Milestone milestone) {
        String code() {
            return milestone.code();
        }

        /** None of a delivery's. */
        @Nullable
        Integer stage() {
            return milestone.stage() == 0 ? null : milestone.stage();
        }

        @Nullable
        LocalDate original() {
            return milestone.original();
        }

        @Nullable
        LocalDate current() {
            return milestone.current();
        }

        @Nullable
        LocalDate reachedOn() {
            return milestone.reachedOn();
        }

        boolean planned() {
            return current() != null;
        }

        boolean unplanned() {
            return current() == null;
        }

        boolean reached() {
            return reachedOn() != null;
        }

        boolean onTime() {
            var planned = current();
            var reached = reachedOn();
            return planned != null && reached != null && !reached.isAfter(planned);
        }

        boolean late() {
            return planned() && reached() && !onTime();
        }

        boolean open() {
            return !reached() && !milestone.dropped();
        }

        /** Still ahead when its sale ended, or the plan was made anew without it. */
        boolean dropped() {
            return milestone.dropped();
        }

        boolean waits() {
            return open() && planned();
        }

        /** Nobody waits for one that was dropped. */
        @Nullable
        LocalDate firstPlanOfCounted() {
            return reached() || open() ? original() : null;
        }

        @Nullable
        LocalDate planOfCounted() {
            return reached() || open() ? current() : null;
        }

        @Nullable
        LocalDate overdueFrom() {
            var planned = current();
            return planned == null ? null : planned.plusDays(1);
        }
    }

    public List<Measures<?>> measures() {
        return List.of(sales, deliveries);
    }

    public List<Report> reports() {
        return reports;
    }
}
