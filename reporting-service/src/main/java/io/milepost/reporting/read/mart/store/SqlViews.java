package io.milepost.reporting.read.mart.store;

import static io.milepost.reporting.read.mart.store.SqlComments.computed;
import static io.milepost.reporting.read.mart.store.SqlComments.meant;
import static io.milepost.reporting.read.mart.store.SqlComments.said;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Dimension;
import io.milepost.reporting.read.mart.declare.Kind;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is declared, for whoever reads SQL: the rows of each dataset as they are, as they were on a day, and all that was ever believed
 * of them. Of what is added up a row has its share, so a sum over a view is the figure of a report.
 *
 * <p>Over one generation of tables, always under the names that {@link SqlSchema} gives them.
 */
public final class SqlViews {
    /** What ODBC drivers still take for a text that can be grouped by, and not for a document. */
    private static final int LONGEST = 255;

    /** In place of infinity, which few clients have a value for. */
    private static final String STILL = "timestamptz '9999-12-31 00:00+00'";

    private static final String MART = SqlSchema.NAME + ".";

    private static final String CALENDAR_FROM = "2000-01-01";
    private static final String CALENDAR_TO = "2049-12-31";

    private final Tables tables;
    private final String today;
    private final SqlRights rights;
    private final List<String> statements = new ArrayList<>();

    /** A column as it is selected, and what it means. */
    private record Shown(String name, String sql, String comment) {}

    /** @param zone in which the day of now is today, as in reports */
    public SqlViews(Declarations declarations, Tables tables, ZoneId zone) {
        this.tables = tables;
        this.today = "(now() at time zone %s)::date"
                .formatted(
                        zone.normalized() instanceof ZoneOffset offset
                                ? "interval '%d seconds'".formatted(offset.getTotalSeconds())
                                : quoted(zone.getId()));
        this.rights = new SqlRights(today);
        positions();
        declarations.references().forEach(this::places);
        declarations.measures().forEach(this::dataset);
        calendar();
        declarations.dataset("opportunity").ifPresent(of -> periods(declarations, of));
        declarations.dataset("movement").ifPresent(this::movement);
    }

    private <R> void movement(Measures<R> of) {
        view(
                "movement",
                standing(of, today).stream()
                        .map(column -> new Shown(column.name(), column.name(), column.comment()))
                        .toList(),
                "from %smovement_current".formatted(MART),
                said(of.dataset().label()) + ", each once; their sums are the figures of the report");
    }

    private void calendar() {
        view(
                "calendar",
                List.of(
                        shown("day", "d.day", new Label("Day", "日期")),
                        shown("month", "date_trunc('month', d.day)::date", new Label("First day of its month", "月初")),
                        shown(
                                "quarter",
                                "date_trunc('quarter', d.day)::date",
                                new Label("First day of its quarter", "季初")),
                        shown("year", "extract(year from d.day)::int", new Label("Year", "年份")),
                        shown("weekday", "extract(isodow from d.day)::int", new Label("1 for Monday to 7", "星期"))),
                "from (select date '%1$s' + n as day from generate_series(0, date '%2$s' - date '%1$s') n) d"
                        .formatted(CALENDAR_FROM, CALENDAR_TO),
                said(new Label("Days", "日历")));
    }

    private <R> void periods(Declarations declarations, Measures<R> of) {
        var periods = new SqlPeriods<>(declarations, of, today);
        view(
                "pipeline_daily",
                shown(periods.stocks()),
                periods.daily(),
                said(new Label(
                        "What stood at the end of each day up to today: ask for days; sums over days mean nothing",
                        "每日在手")));
        view(
                "sales_monthly",
                shown(periods.flows()),
                periods.monthly(),
                said(new Label("What happened in each month, by where owners belonged at its end", "每月销售")));
    }

    private static List<Shown> shown(List<SqlPeriods.Told> told) {
        return told.stream()
                .map(one -> new Shown(one.name(), one.sql(), said(one.label())))
                .toList();
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    /** By what the views are told from others: their tables, columns and comments. */
    String fingerprint() {
        return UUID.nameUUIDFromBytes(String.join(";", statements).getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    private void positions() {
        view(
                "position",
                List.of(
                        shown("source", text("source"), new Label("Source", "来源")),
                        shown("partition", "partition", new Label("Partition", "分区")),
                        shown("position", "position", new Label("Position of the last event that counts", "已计入位置"))),
                "from %s where %s".formatted(tables.positions(), rights.open()),
                said(new Label("How far the figures are", "数据进度")));
    }

    private void places(Reference<?> reference) {
        var columns = new ArrayList<>(List.of(
                shown("id", "id", new Label("Id", "编号")), shown("code", text("code"), new Label("Code", "代码"))));
        reference
                .attributes()
                .forEach(attribute -> columns.add(shown(attribute.name(), text(attribute.name()), attribute.label())));
        columns.add(shown("valid_from", "valid_from", new Label("From this day on", "起始日")));
        columns.add(shown("valid_to", "valid_to", new Label("Until the day before", "截止日（不含）")));
        view(
                reference.name(),
                columns,
                "from %s where until_position is null and %s".formatted(tables.reference(reference), rights.open()),
                said(reference.label()));
    }

    private <R> void dataset(Measures<R> of) {
        var dataset = of.dataset();
        String history = dataset.name() + "_history";
        view(
                history,
                past(of),
                "from %s where %s".formatted(tables.history(dataset), rights.of(dataset)),
                said(dataset.label()) + ": all that was ever believed; what is believed now has no until_position");
        String current = dataset.name() + "_current";
        view(
                current,
                standing(of, today),
                from(of, today),
                said(dataset.label()) + ", as they stand today" + computed(of));
        String asOf = dataset.name() + "_asof";
        // Bound to what it reads when it is made, whatever becomes of the schema's name later; inlined where it is
        // used.
        statements.add(
                "create function %1$s%2$s(day date) returns setof %1$s%3$s language sql stable begin atomic %4$s; end"
                        .formatted(MART, asOf, current, select(standing(of, "$1"), from(of, "$1"))));
        statements.add("comment on function %s%s(date) is %s"
                .formatted(
                        MART,
                        asOf,
                        quoted(said(dataset.label()) + ", as they stood at the end of a day" + computed(of))));
    }

    /** The columns of a history. */
    private static <R> List<Shown> past(Measures<R> of) {
        var columns = new ArrayList<>(List.of(
                shown(of.dataset().id(), "id", new Label("Id", "编号")),
                shown("part", text("part"), new Label("Part", "分项")),
                shown("valid_from", "valid_from", new Label("So from this day on", "起始日")),
                shown("valid_to", "valid_to", new Label("Until the day before", "截止日（不含）")),
                shown("known_from", "known_from", new Label("Believed since", "获知时间")),
                shown(
                        "known_to",
                        "case when until_position is null then %s else known_to end".formatted(STILL),
                        new Label("Believed until", "失效时间")),
                shown("event_position", "event_position", new Label("Position of the event that said so", "事件位置")),
                shown("until_position", "until_position", new Label("Position of the event that ended it", "失效位置"))));
        of.dataset().dimensions().forEach(dimension -> columns.add(past(dimension)));
        columns.addAll(figures(of));
        return columns;
    }

    private static Shown past(Dimension<?> dimension) {
        boolean words = dimension.kind() == Kind.TEXT || dimension.kind() == Kind.MEMBER;
        return shown(dimension.name(), words ? text(dimension.name()) : dimension.name(), dimension.label());
    }

    private static <R> List<Shown> figures(Measures<R> of) {
        var columns = new ArrayList<Shown>();
        columns.add(shown("currency", "currency::char(3)", new Label("Currency of all amounts", "币种")));
        of.dataset().amounts().forEach(amount -> columns.add(shown(amount.column(), amount.column(), amount.label())));
        for (var sum : of.summed()) {
            String share = Tables.share(sum.name());
            boolean unsure = sum.value().known() != null;
            columns.add(new Shown(
                    sum.name(),
                    unsure ? "case when %s then %s end".formatted(Tables.shareKnown(sum), share) : share,
                    said(sum.label()) + ": " + meant(sum) + (unsure ? "; what is not known is null" : "")));
            day(sum, columns);
        }
        of.ofRows().forEach(measure -> {
            day(measure, columns);
            if (measure instanceof Measure.Days<R> days && days.untilColumn() != null) {
                columns.add(new Shown(days.untilColumn(), Tables.shareUntil(days), "Last day of " + days.name()));
            }
        });
        return columns;
    }

    private static void day(Measure<?> measure, List<Shown> columns) {
        String column = measure.dayColumn();
        if (column != null) {
            columns.add(new Shown(column, Tables.shareDay(measure), "Day of " + measure.name()));
        }
    }

    /** The columns of rows as they stand on a day: those of the history that are not about it, and what is looked up. */
    private static <R> List<Shown> standing(Measures<R> of, String day) {
        var columns = new ArrayList<Shown>();
        for (var column : past(of)) {
            switch (column.name()) {
                case "valid_to", "known_from", "known_to", "until_position" -> {}
                default -> columns.add(new Shown(column.name(), counted(of, column.name(), day), column.comment()));
            }
            var via = of.dataset().vias().get(column.name());
            if (via != null) {
                via.attributes()
                        .forEach(attribute -> columns.add(shown(
                                attribute.name(),
                                text(Tables.lookedUp("h", column.name(), attribute)),
                                attribute.label())));
            }
        }
        return columns;
    }

    /** What stands although nothing is said on its day counts from that day on. */
    private static <R> String counted(Measures<R> of, String name, String day) {
        if (of.measure(name).orElse(null) instanceof Measure.Stock<R> stock && stock.dayColumn() != null) {
            return "case when h.%1$s is null or h.%1$s <= %2$s then h.%3$s end".formatted(stock.dayColumn(), day, name);
        }
        return "h." + name;
    }

    /** As reports look it up: of two that claim one code the younger. */
    private static <R> String from(Measures<R> of, String day) {
        String lookups = of.dataset().vias().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(via -> """
                     left join (select distinct on (code collate "C") * from %2$s%3$s where valid_from <= %4$s and valid_to > %4$s \
                    order by code collate "C", valid_from desc, id) p_%1$s on p_%1$s.code = h.%1$s""".formatted(via.getKey(), MART, via.getValue().name(), day))
                .collect(Collectors.joining());
        return "from %s%s_history h%s where h.until_position is null and h.valid_from <= %4$s and h.valid_to > %4$s"
                .formatted(MART, of.dataset().name(), lookups, day);
    }

    private void view(String name, List<Shown> columns, String from, String comment) {
        // No condition of a reader is asked of rows that the view leaves out.
        statements.add("create view %s%s with (security_barrier) as %s".formatted(MART, name, select(columns, from)));
        statements.add("comment on view %s%s is %s".formatted(MART, name, quoted(comment)));
        columns.forEach(column -> statements.add(
                "comment on column %s%s.%s is %s".formatted(MART, name, column.name(), quoted(column.comment()))));
    }

    private static String select(List<Shown> columns, String from) {
        return columns.stream()
                .map(column -> column.sql() + " as " + column.name())
                .collect(Collectors.joining(", ", "select ", " " + from));
    }

    private static Shown shown(String name, String sql, Label label) {
        return new Shown(name, sql, said(label));
    }

    /** What is too long is cut, and shows it. */
    private static String text(String sql) {
        return "(case when length(%1$s) > %2$d then left(%1$s, %3$d) || '…' else %1$s end)::varchar(%2$d)"
                .formatted(sql, LONGEST, LONGEST - 1);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
