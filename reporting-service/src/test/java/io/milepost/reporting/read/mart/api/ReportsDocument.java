package io.milepost.reporting.read.mart.api;

import io.milepost.platform.documents.JsonText;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.export.FileFormat;
import io.milepost.reporting.read.mart.query.Asking;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service's OpenAPI document: a path for each report and dataset that is declared, with what it can be asked and each column
 * that it may answer. What is declared nowhere, such as the trace and what operators ask, stands in a resource.
 */
public final class ReportsDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate DAY = LocalDate.of(2018, 1, 1);

    private final Declarations declarations = Declared.in(ZoneOffset.UTC);
    private final Asking asking = new Asking(declarations, DAY, Instant.EPOCH);
    private final ObjectNode document = constant();
    private final ObjectNode paths = JSON.objectNode();

    private ReportsDocument() {}

    public static ObjectNode made() {
        return new ReportsDocument().make();
    }

    private ObjectNode make() {
        var parameters = (ObjectNode) document.at("/components/parameters");
        Stream.of(Asking.PARAMETERS, RowsQuery.PARAMETERS)
                .flatMap(Collection::stream)
                .filter(name -> !name.equals("by") && !name.equals("measure"))
                .forEach(name -> {
                    if (!parameters.has(named(name))) {
                        throw new IllegalStateException("no description of the parameter " + name);
                    }
                });
        var formats = parameters.withObject("/Format").withObject("/schema").putArray("enum");
        Stream.of(Format.values()).map(Format::named).forEach(formats::add);
        declarations.reports().forEach(this::report);
        declarations.measures().forEach(this::dataset);
        exports();
        paths.setAll((ObjectNode) document.get("paths"));
        document.set("paths", paths);
        // What answers take over as it stands there.
        ((ObjectNode) document.at("/components/schemas")).remove(List.of("ReportAnswer", "DatasetAnswer"));
        ((ObjectNode) document.at("/components/responses")).remove("Table200");
        return document;
    }

    private void report(Report report) {
        var noun = noun(report.name()) + "Report";
        var operation = operation("reports", "get" + noun, report.label());
        operation.put(
                "description",
                "%s. Told apart by %s unless asked otherwise%s. Rows behind it: /v1/datasets/%s."
                        .formatted(
                                report.over() == Report.Over.PERIOD ? "About a period" : "About a day",
                                report.by().isEmpty() ? "nothing" : String.join(", ", report.by()),
                                report.where() == null ? "" : ", of rows where " + report.where(),
                                report.measures().dataset().name()));
        var parameters = operation.putArray("parameters");
        parameters.add(by(report));
        for (String name : new TreeSet<>(Asking.PARAMETERS)) {
            if (!name.equals("by")) {
                parameters.add(reference("parameters", named(name)));
            }
        }
        files(parameters);
        schema(noun + "Row", row(columns(report)));
        answered(operation, "ReportAnswer", noun + "Row");
        operation.withObject("/responses").set("422", reference("responses", "Report422"));
        paths.putObject("/v1/reports/" + report.name()).set("get", operation);
    }

    /** Everything that some question brings into a row. */
    private List<Column> columns(Report report) {
        var columns = new LinkedHashMap<String, Column>();
        for (String name : Asking.groupings(report)) {
            var asked = Map.of("by", name, "compare", "year");
            asking.of(report.name(), asked).columns().forEach(column -> columns.putIfAbsent(column.name(), column));
        }
        return List.copyOf(columns.values());
    }

    private static ObjectNode by(Report report) {
        var by = parameter(
                "by", "What rows are told apart by, at most %d; nothing for totals.".formatted(Asking.MOST_BY));
        by.put("style", "form").put("explode", false);
        var schema = by.putObject("schema").put("type", "array").put("maxItems", Asking.MOST_BY);
        schema.put("uniqueItems", true);
        var names = schema.putObject("items").put("type", "string").putArray("enum");
        Asking.groupings(report).forEach(names::add);
        return by;
    }

    private void dataset(Measures<?> of) {
        Dataset<?, ?> dataset = of.dataset();
        var noun = noun(dataset.name());
        var operation = operation("datasets", "list" + noun + "Rows", dataset.label());
        operation.put(
                "description",
                "Rows, each as it stood at the end of a day, in pages; %s."
                        .formatted(
                                dataset.access() == Dataset.Access.ALL
                                        ? "for every role"
                                        : "those of owners whom the caller may know of"));
        var parameters = operation.putArray("parameters");
        for (String name : new TreeSet<>(RowsQuery.PARAMETERS)) {
            parameters.add(name.equals("measure") ? measure(of) : reference("parameters", named(name)));
        }
        files(parameters);
        var columns = new ArrayList<>(RowsReading.columns(dataset));
        schema(noun + "Row", counted(of, row(columns)));
        answered(operation, "DatasetAnswer", noun + "Row");
        paths.putObject("/v1/datasets/" + dataset.name()).set("get", operation);
    }

    /** All rows of a dataset as a file. */
    private void exports() {
        var operation = operation("datasets", "exportDataset", new Label("A whole dataset", "整个数据集"));
        operation.put("description", "All rows of one moment, as a file; limit, after and orderBy are of pages.");
        var parameters = operation.putArray("parameters");
        var name = parameters.addObject().put("name", "name").put("in", "path").put("required", true);
        var names = name.putObject("schema").put("type", "string").putArray("enum");
        declarations.measures().forEach(of -> names.add(of.dataset().name()));
        var format = parameter("format", "Of the file.").put("required", true);
        var formats = format.putObject("schema").put("type", "string").putArray("enum");
        var content = JSON.objectNode();
        for (var one : FileFormat.values()) {
            formats.add(one.named());
            content.putObject(one.type()).putObject("schema").put("type", "string");
        }
        parameters.add(format);
        for (String one : List.of("AsOf", "Where", "KnownAt", "From", "OnBehalfOf")) {
            parameters.add(reference("parameters", one));
        }
        parameters.add(parameter("measure", "Only rows that count in this figure.")
                .set("schema", JSON.objectNode().put("type", "string")));
        var all = operation.putObject("responses");
        var response = all.putObject("200")
                .put("description", "The file; Milepost-Rows and Milepost-Sha256 say what is in it.");
        response.set("content", content);
        problems(all);
        paths.putObject("/v1/datasets/{name}/export").set("get", operation);
    }

    private static ObjectNode measure(Measures<?> of) {
        var measure = parameter("measure", "Only rows that count in this figure, with what each adds to it.");
        var names = measure.putObject("schema").put("type", "string").putArray("enum");
        of.all().stream().map(Measure::name).forEach(names::add);
        return measure;
    }

    /** What a row adds to a figure has the names of what that is made of. */
    private ObjectNode counted(Measures<?> of, ObjectNode row) {
        var properties = row.withObject("/properties");
        for (var measure : of.all()) {
            var asked = Map.of("measure", measure.name());
            RowsQuery.of(declarations, of.dataset().name(), asked, DAY, Instant.EPOCH)
                    .columns()
                    .forEach(column -> {
                        if (!properties.has(column.name())) {
                            properties.set(column.name(), value(column));
                        }
                    });
        }
        return row;
    }

    private static ObjectNode row(List<Column> columns) {
        var row = JSON.objectNode().put("type", "object");
        row.put("description", "Only the columns that were asked for are there; columns says which.");
        var properties = row.putObject("properties");
        columns.forEach(column -> properties.set(column.name(), value(column)));
        return row;
    }

    private static ObjectNode value(Column column) {
        var value = JSON.objectNode();
        var type = value.putArray("type");
        switch (column.type()) {
            case TEXT, MEMBER -> type.add("string");
            case INTEGER -> {
                type.add("integer");
                value.put("format", "int64");
            }
            case DECIMAL -> type.add(column.unit() == Column.Unit.CURRENCY ? "string" : "number");
            case BOOLEAN -> type.add("boolean");
            case DATE -> {
                type.add("string");
                value.put("format", "date");
            }
        }
        type.add("null");
        return value.put("title", column.label().en())
                .put(
                        "description",
                        "%s%s"
                                .formatted(
                                        column.label().zh(),
                                        column.unit() == Column.Unit.CURRENCY ? "; a decimal" : ""));
    }

    private static void files(ArrayNode parameters) {
        for (String name : List.of("Format", "Bom", "MinPosition", "OnBehalfOf")) {
            parameters.add(reference("parameters", name));
        }
    }

    /** The answer's frame, with rows of its own. */
    private void answered(ObjectNode operation, String frame, String row) {
        var answer = (ObjectNode) document.at("/components/schemas/" + frame).deepCopy();
        answer.withObject("/properties/rows").putObject("items").put("$ref", "#/components/schemas/" + row);
        var responses =
                (ObjectNode) document.at("/components/responses/Table200").deepCopy();
        responses.withObject("/content").withObject("/application~1json").set("schema", answer);
        var all = operation.putObject("responses");
        all.set("200", responses);
        problems(all);
    }

    private static void problems(ObjectNode all) {
        for (var status : List.of("400", "401", "403", "406", "408", "414", "429", "431", "500", "503")) {
            var shared = Set.of("408", "414", "429", "431").contains(status) ? "Request" : "Report";
            all.set(status, reference("responses", (status.equals("406") ? "Audit" : shared) + status));
        }
    }

    private void schema(String name, ObjectNode schema) {
        var schemas = (ObjectNode) document.at("/components/schemas");
        if (schemas.has(name)) {
            throw new IllegalStateException("two schemas " + name);
        }
        schemas.set(name, schema);
    }

    private static ObjectNode operation(String tag, String id, Label label) {
        var operation = JSON.objectNode().put("operationId", id);
        operation.put("summary", label.en() + " (" + label.zh() + ")");
        operation.putArray("tags").add(tag);
        var security = operation.putArray("security");
        security.addObject().putArray("bearer");
        security.addObject().putArray("biKey");
        return operation;
    }

    private static ObjectNode parameter(String name, String description) {
        return JSON.objectNode().put("name", name).put("in", "query").put("description", description);
    }

    private static ObjectNode reference(String kind, String name) {
        return JSON.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    private static String named(String parameter) {
        return Character.toUpperCase(parameter.charAt(0)) + parameter.substring(1);
    }

    private static String noun(String name) {
        return Stream.of(name.split("[-_]", -1)).map(ReportsDocument::named).collect(Collectors.joining());
    }

    private static ObjectNode constant() {
        try (var stream = Objects.requireNonNull(ReportsDocument.class.getResourceAsStream("openapi.json"))) {
            return (ObjectNode) JsonText.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
