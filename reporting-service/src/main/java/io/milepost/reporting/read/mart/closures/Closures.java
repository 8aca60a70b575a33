package io.milepost.reporting.read.mart.closures;

import static io.milepost.reporting.read.mart.declare.Dataset.Access.OWN_TEAM_OR_ALL;
import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Closures, the items on their checklists, and what is reported of them. */
public final class Closures {
    private final List<Measures<?>> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Closures(ZoneId zone, Reference<?> places) {
        var fold = new ClosingFold(zone);
        var closures = each("closure", "Closures|项目关闭", fold, Closures::closures)
                .dim("owner", "Owner|负责人", MEMBER, Closing::owner)
                .via(places)
                .dim("kind", "Kind|类型", TEXT, Closing::kind)
                .dim("opened_on", "Opened on|开始日", DAY, Closing::openedOn)
                .dim("closed_on", "Closed on|关闭日", DAY, Closing::closedOn)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("opened", "Opened|已开始", count(Closures::opened))
                .stock("closed", "Closed|已关闭", count(Closures::closed))
                .stock("open", "Open|未关闭", count(Closures::open))
                .stock("blocked", "Blocked attempts|受阻次数", number(Closing::attempts))
                .stock(
                        "days_to_close",
                        "Days to close, in all|关闭总天数",
                        number(Closures::days).when(Closures::closed))
                .ratio("average_days", "Average days to close|平均关闭天数", "days_to_close", List.of("closed"))
                .flow(
                        "newly_closed",
                        "Newly closed|新关闭数",
                        count(Closures::closed).on(Closing::closedOn));
        var items = each("closure_item", "Closing items|关闭事项", fold, Closures::items)
                .id("closure_id")
                .dim("owner", "Owner|负责人", MEMBER, Row::owner)
                .via(places)
                .dim("kind", "Kind|类型", TEXT, Row::kind)
                .dim("item", "Item|事项", TEXT, Row::name)
                .dim("state", "Status|状态", TEXT, Row::state)
                .access(OWN_TEAM_OR_ALL)
                .measures()
                .stock("required", "Required|应完成", count(Row::required))
                .stock("done", "Done|已完成", count(Row::done))
                .stock("waived", "Waived|已豁免", count(Row::waived))
                .stock("waiting", "Open|未完成", count(Row::waits));
        this.figures = List.of(closures, items);
        this.reports = List.of(
                report("closures", "Closures|项目关闭")
                        .of(closures, "opened", "closed", "open", "blocked", "average_days")
                        .by("kind", "region"),
                report("closings", "Newly closed|新关闭项目")
                        .of(closures, "newly_closed")
                        .by("kind")
                        .over(Default.THIS_YEAR),
                report("closing-items", "What keeps projects from closing|关闭障碍")
                        .of(items, "required", "done", "waived", "waiting")
                        .by("item", "kind"));
    }

    /** None as long as it is not opened. */
    private static Map<String, Closing> closures(Closing closing) {
        return closing.kind() == null || closing.openedOn() == null ? Map.of() : Map.of("", closing);
    }

    /** Nobody waits for the items of what is closed. */
    private static Map<String, Row> items(Closing closing) {
        var rows = new LinkedHashMap<String, Row>();
        if (!closures(closing).isEmpty()) {
            closing.items().stream()
                    .filter(item -> item.listed() && (open(closing) || item.state() != Item.State.open))
                    .forEach(item -> rows.put(item.name(), new Row(closing, item)));
        }
        return rows;
    }

    private static boolean opened(Closing closing) {
        return closing.openedOn() != null;
    }

    private static boolean closed(Closing closing) {
        return closing.closedOn() != null;
    }

    private static boolean open(Closing closing) {
        return closing.closedOn() == null;
    }

    private static long days(Closing closing) {
        LocalDate from = closing.openedOn();
        LocalDate to = closing.closedOn();
        return from == null || to == null ? 0 : ChronoUnit.DAYS.between(from, to);
    }

    /** An item and the closure that it is of. */
    private record Row(Closing closing, Item item) {
        String owner() {
            return closing.owner();
        }

        @Nullable
        String kind() {
            return closing.kind();
        }

        String name() {
            return item.name();
        }

        Item.State state() {
            return item.state();
        }

        boolean required() {
            return true;
        }

        boolean done() {
            return item.state() == Item.State.done;
        }

        boolean waived() {
            return item.state() == Item.State.waived;
        }

        boolean waits() {
            return item.state() == Item.State.open;
        }
    }

    public List<Measures<?>> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
