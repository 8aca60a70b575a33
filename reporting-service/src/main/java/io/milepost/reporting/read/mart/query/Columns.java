package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Dimension;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.query.Column.Additivity;
import io.milepost.reporting.read.mart.query.Column.Unit;
import java.util.ArrayList;
import java.util.List;

/** The columns of an answer: what rows are told apart by, then the figures. */
final class Columns {
    static final String PREVIOUS = "_previous";
    private static final int RATE_DECIMALS = 4;
    private static final Label CURRENCY = new Label("Currency", "币种");

    private Columns() {}

    static List<Column> of(Query query) {
        var columns = new ArrayList<Column>();
        if (query.bucket() != null) {
            columns.add(key(
                    query.bucket().name(),
                    Column.Type.TEXT,
                    switch (query.bucket()) {
                        case month -> new Label("Month", "月份");
                        case quarter -> new Label("Quarter", "季度");
                        case year -> new Label("Year", "年份");
                    }));
        }
        var measures = query.report().measures();
        query.by().stream()
                .filter(name -> !name.equals("currency"))
                .forEach(name -> columns.add(dimension(measures.dataset(), name)));
        if (hasCurrency(query)) {
            columns.add(key("currency", Column.Type.TEXT, CURRENCY));
        }
        for (var part : query.report().parts()) {
            part.names().forEach(name -> figures(part.measures(), name, columns));
        }
        query.report().across().forEach(one -> columns.add(across(one, columns)));
        if (query.compared()) {
            for (var column : List.copyOf(columns)) {
                if (column.additivity() != Additivity.KEY) {
                    columns.add(new Column(
                            column.name() + PREVIOUS,
                            column.type(),
                            column.scale(),
                            column.unit(),
                            column.additivity(),
                            new Label(
                                    column.label().en() + ", a year before",
                                    column.label().zh() + "（去年同期）")));
                }
            }
        }
        return columns;
    }

    /** Where money is shown every row is of one currency: amounts of two never add. */
    static boolean hasCurrency(Query query) {
        return query.by().contains("currency")
                || Declarations.shown(query.report().measures(), query.report().names()).stream()
                        .anyMatch(sum -> sum.value().isMoney());
    }

    static Column dimension(Dataset<?, ?> dataset, String name) {
        var stored = dataset.dimension(name);
        if (stored.isPresent()) {
            return dimension(stored.get());
        }
        return dataset.vias().values().stream()
                .flatMap(via -> via.attributes().stream())
                .filter(attribute -> attribute.name().equals(name))
                .map(attribute -> key(name, Column.Type.TEXT, attribute.label()))
                .findFirst()
                .orElseThrow();
    }

    private static Column dimension(Dimension<?> dimension) {
        return key(
                dimension.name(),
                switch (dimension.kind()) {
                    case TEXT -> Column.Type.TEXT;
                    case MEMBER -> Column.Type.MEMBER;
                    case NUMBER -> Column.Type.INTEGER;
                    case FLAG -> Column.Type.BOOLEAN;
                    case DAY -> Column.Type.DATE;
                },
                dimension.label());
    }

    private static Column key(String name, Column.Type type, Label label) {
        return new Column(name, type, null, null, Additivity.KEY, label);
    }

    private static <R> void figures(Measures<R> measures, String name, List<Column> columns) {
        switch (measures.measure(name).orElseThrow()) {
            case Measure.Summed<R> sum -> columns.add(figure(sum, sum));
            case Measure.Net<R> net ->
                columns.add(figure(
                        net, Declarations.shown(measures, net.plus()).iterator().next()));
            case Measure.Ratio<R> ratio ->
                columns.add(new Column(name, Column.Type.DECIMAL, RATE_DECIMALS, null, Additivity.NONE, ratio.label()));
            case Measure.Opening<R> opening ->
                columns.add(figure(
                        opening,
                        Declarations.shown(measures, List.of(name)).iterator().next()));
            case Measure.Distinct<R> distinct ->
                columns.add(new Column(name, Column.Type.INTEGER, null, Unit.COUNT, Additivity.NONE, distinct.label()));
            case Measure.Days<R> days ->
                days.statistics()
                        .forEach(statistic -> columns.add(new Column(
                                name + statistic.suffix(),
                                statistic.decimals() == 0 ? Column.Type.INTEGER : Column.Type.DECIMAL,
                                statistic.decimals() == 0 ? null : statistic.decimals(),
                                Unit.DAYS,
                                Additivity.NONE,
                                new Label(
                                        days.label().en() + ", "
                                                + statistic.label().en(),
                                        days.label().zh() + statistic.label().zh()))));
        }
    }

    /** A sum adds up as what it is of does; of stocks and flows together neither. */
    private static Column across(Report.Across one, List<Column> columns) {
        if (!one.whole().isEmpty()) {
            return new Column(one.name(), Column.Type.DECIMAL, RATE_DECIMALS, null, Additivity.NONE, one.label());
        }
        var of = columns.stream()
                .filter(column -> one.part().contains(column.name()))
                .toList();
        var first = of.getFirst();
        boolean alike = of.stream().allMatch(column -> column.additivity() == first.additivity());
        return new Column(
                one.name(),
                first.type(),
                first.scale(),
                first.unit(),
                alike ? first.additivity() : Additivity.NONE,
                one.label());
    }

    static Column figure(Measure<?> named, Measure.Summed<?> like) {
        boolean money = like.value().isMoney();
        int decimals = like.value().decimals();
        return new Column(
                named.name(),
                money || decimals > 0 ? Column.Type.DECIMAL : Column.Type.INTEGER,
                decimals > 0 ? decimals : null,
                money ? Unit.CURRENCY : Unit.COUNT,
                like.isStock() ? Additivity.STOCK : Additivity.FLOW,
                named.label());
    }
}
