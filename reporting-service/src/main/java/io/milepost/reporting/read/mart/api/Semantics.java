package io.milepost.reporting.read.mart.api;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** All that is declared, for readers that want to know what figures mean and what may be done to them. */
final class Semantics {
    private final Declarations declarations;

    Semantics(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The list of reports. */
    ObjectNode reports() {
        var body = Json.mapper().createObjectNode();
        var reports = body.putArray("reports");
        declarations.reports().forEach(report -> write(report, reports.addObject()));
        return body;
    }

    /** The list of datasets, with their columns. */
    ObjectNode datasets() {
        var body = Json.mapper().createObjectNode();
        var datasets = body.putArray("datasets");
        declarations.measures().forEach(of -> {
            var json = datasets.addObject();
            write(of.dataset(), json);
            Tabular.columns(RowsReading.columns(of.dataset()), json.putArray("columns"));
        });
        return body;
    }

    /** Datasets with what tells their rows apart, their measures and the reports of them. */
    ObjectNode all() {
        var body = Json.mapper().createObjectNode();
        var datasets = body.putArray("datasets");
        for (var of : declarations.measures()) {
            var json = datasets.addObject();
            write(of.dataset(), json);
            dimensions(of.dataset(), json);
            measures(of, json);
        }
        var reports = body.putArray("reports");
        declarations.reports().forEach(report -> write(report, reports.addObject()));
        return body;
    }

    private static void write(Dataset<?, ?> dataset, ObjectNode json) {
        json.put("name", dataset.name());
        label(dataset.label(), json);
        json.put("id", dataset.id())
                .put("source", dataset.fold().source())
                .put("access", dataset.access().name())
                .put("rows", "/v1/datasets/" + dataset.name());
    }

    private static void dimensions(Dataset<?, ?> dataset, ObjectNode json) {
        var dimensions = json.putArray("dimensions");
        for (var dimension : dataset.dimensions()) {
            var one = dimensions
                    .addObject()
                    .put("name", dimension.name())
                    .put("type", dimension.kind().name());
            label(dimension.label(), one);
            var via = dataset.vias().get(dimension.name());
            if (via != null) {
                var attributes = one.putArray("attributes");
                via.attributes()
                        .forEach(attribute -> label(
                                attribute.label(),
                                attributes
                                        .addObject()
                                        .put("name", attribute.name())
                                        .put("as", "of the report's day")));
            }
        }
    }

    private static <R> void measures(Measures<R> of, ObjectNode json) {
        var measures = json.putArray("measures");
        for (var measure : of.all()) {
            var one = measures.addObject()
                    .put("name", measure.name())
                    .put("kind", measure.getClass().getSimpleName().toUpperCase(Locale.ROOT));
            label(measure.label(), one);
            switch (measure) {
                case Measure.Summed<R> sum -> {
                    one.put("unit", sum.value().isMoney() ? "CURRENCY" : "COUNT");
                    one.put("mayBeUnknown", sum.value().known() != null);
                    if (sum.value().decimals() > 0) {
                        one.put("decimals", sum.value().decimals());
                    }
                }
                case Measure.Ratio<R> ratio -> {
                    ratio.part().forEach(one.putArray("part")::add);
                    ratio.whole().forEach(one.putArray("whole")::add);
                }
                case Measure.Net<R> net -> {
                    net.plus().forEach(one.putArray("plus")::add);
                    net.minus().forEach(one.putArray("minus")::add);
                }
                case Measure.Opening<R> opening -> one.put("of", opening.of());
                case Measure.Distinct<R> distinct ->
                    one.put("unit", "COUNT")
                            .put("of", distinct.of() == null ? of.dataset().id() : distinct.of());
                case Measure.Days<R> days -> {
                    var statistics =
                            one.put("unit", "DAYS").put("of", days.of().name()).putArray("statistics");
                    days.statistics().forEach(statistic -> statistics.add(statistic.name()));
                }
            }
        }
    }

    private static void write(Report report, ObjectNode json) {
        json.put("name", report.name());
        label(report.label(), json);
        json.put("dataset", report.measures().dataset().name())
                .put("over", report.over().name())
                .put("default", report.defaults().name())
                .put("where", report.where())
                .put("path", MartApi.REPORTS + report.name());
        report.names().forEach(json.putArray("measures")::add);
        report.by().forEach(json.putArray("by")::add);
        if (!report.beside().isEmpty()) {
            var beside = json.putArray("beside");
            for (var part : report.beside()) {
                var one = beside.addObject()
                        .put("dataset", part.measures().dataset().name())
                        .put("where", part.where());
                part.names().forEach(one.putArray("measures")::add);
            }
        }
        var ofRow = report.across().stream().filter(one -> one.among() == null).toList();
        if (!ofRow.isEmpty()) {
            var across = json.putArray("across");
            for (var figure : ofRow) {
                var one = across.addObject().put("name", figure.name());
                label(figure.label(), one);
                figure.part().forEach(one.putArray("part")::add);
                figure.whole().forEach(one.putArray("whole")::add);
            }
        }
        if (ofRow.size() < report.across().size()) {
            var portions = json.putArray("portions");
            for (var figure : report.across()) {
                if (figure.among() != null) {
                    var one = portions.addObject().put("name", figure.name());
                    label(figure.label(), one);
                    one.put("part", figure.part().getFirst()).put("among", figure.among());
                }
            }
        }
        if (report.chart() != null) {
            json.putObject("chart")
                    .put("form", report.chart().form().name())
                    .put("measure", report.chart().measure());
        }
    }

    private static void label(Label label, ObjectNode json) {
        json.putObject("label").put("en", label.en()).put("zh", label.zh());
    }
}
