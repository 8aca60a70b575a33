package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.MEMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.money;
import static io.milepost.reporting.read.mart.declare.Value.number;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Default;
import io.milepost.reporting.read.mart.declare.Value;
import io.milepost.reporting.read.mart.sales.Change.Kind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the open value. All changes up to a day are what stands open on it, so opening and changes of a period are its
 * closing, whatever it is told apart by: a change stays its owner's of then, and is looked up as on the report's day in all of them.
 */
public final class Movement {
    private final Measures<?> figures;
    private final List<Report> reports;

    /**
     * Told apart by where their owners belong.
     *
     * @param zone in which a time is of a day
     */
    public Movement(ZoneId zone, Reference<?> places) {
        var changes = each("movement", "Changes of the open value|在手金额变动", new OpportunityFold(zone), Movement::rows)
                .id("opportunity_id")
                .dim("owner", "Owner|负责人", MEMBER, Row::owner)
                .via(places)
                .dim("name", "Name|名称", TEXT, Row::name)
                .dim("product", "Product|产品", TEXT, Row::product)
                .dim("kind", "Kind|类型", TEXT, Row::kind)
                .dim("reason", "Reason|原因", TEXT, Row::reason)
                .dim("changed_on", "Changed on|变动日", DAY, Row::on)
                .money("value", "Value|金额", Row::value)
                .access(Access.OWN_TEAM_OR_ALL)
                .measures()
                .opening("opening_value", "Opening|期初金额", "closing_value")
                .flow("new_value", "New|新增", of(Kind.NEW))
                .flow("increased_value", "Increased|增加", of(Kind.INCREASED))
                .flow("decreased_value", "Decreased|减少", of(Kind.DECREASED))
                .flow("won_value", "Won|赢单", of(Kind.WON))
                .flow("lost_value", "Lost|丢单", of(Kind.LOST))
                .flow("withdrawn_value", "Withdrawn|撤回", of(Kind.WITHDRAWN))
                .flow("rejected_value", "Rejected|驳回", of(Kind.REJECTED))
                .flow("reopened_value", "Reopened|重新打开", of(Kind.REOPENED))
                .flow("transferred_value", "Valued in another currency|币种转换", of(Kind.TRANSFERRED))
                .flow("handed_over_value", "Given to another owner|转交", of(Kind.HANDED_OVER))
                .stock("closing_value", "Closing|期末金额", money(Row::value))
                .opening("opening_deals", "Opening, deals|期初商机数", "closing_deals")
                .flow(
                        "net_deals",
                        "Deals, in less out|商机数净变动",
                        number(Row::deals).on(Row::on))
                .stock("closing_deals", "Closing, deals|期末商机数", number(Row::deals));
        this.figures = changes;
        this.reports = List.of(report("movement", "What changed in the open value|在手金额变动")
                .of(
                        changes,
                        "opening_value",
                        "new_value",
                        "increased_value",
                        "decreased_value",
                        "won_value",
                        "lost_value",
                        "withdrawn_value",
                        "rejected_value",
                        "reopened_value",
                        "transferred_value",
                        "handed_over_value",
                        "closing_value",
                        "opening_deals",
                        "net_deals",
                        "closing_deals")
                .by("region")
                .over(Default.THIS_MONTH));
    }

    private static Value<Row> of(Kind kind) {
        return money(Row::value).when(row -> row.kind() == kind).on(Row::on);
    }

    private static Map<String, Row> rows(Opportunity deal) {
        var rows = new LinkedHashMap<String, Row>();
        for (int at = 0; at < deal.changes().size(); at++) {
            rows.put(String.valueOf(at), new Row(deal, deal.changes().get(at)));
        }
        return rows;
    }

    /** A change and whose it is of. */
    private record Row(Opportunity deal, Change change) {
        String owner() {
            return change.owner();
        }

        @Nullable
        String name() {
            return deal.name();
        }

        @Nullable
        String product() {
            return deal.product();
        }

        Kind kind() {
            return change.kind();
        }

        @Nullable
        String reason() {
            return change.reason();
        }

        LocalDate on() {
            return change.day();
        }

        @Nullable
        Money value() {
            return change.value();
        }

        long deals() {
            return change.deals();
        }
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
