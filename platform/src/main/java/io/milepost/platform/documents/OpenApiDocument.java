package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.documents.PlatformProblem.Kind;
import io.milepost.platform.externalid.ExternalIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one service answers over HTTP, as an OpenAPI 3.1 document: every command that callers may send, the batch, the reads, the due dates, the feed, and what auditors and operators ask. */
public final class OpenApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Catalogue<?, ?, ?>> catalogues;
    private final List<PlatformProblem> problems;
    private final Samples samples;
    private final Schemas schemas = new Schemas("#/components/schemas/", true);
    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode shared = JSON.objectNode();
    private final ArrayNode tags = JSON.arrayNode();

    private OpenApiDocument(
            List<? extends Catalogue<?, ?, ?>> catalogues, List<PlatformProblem> problems, Samples samples) {
        this.catalogues = List.copyOf(catalogues);
        this.problems = problems;
        this.samples = samples;
    }

    public static ObjectNode of(
            String service,
            List<? extends Catalogue<?, ?, ?>> catalogues,
            List<ReadOperation> reads,
            List<PlatformProblem> problems,
            Samples samples) {
        return new OpenApiDocument(catalogues, problems, samples).document(service, reads);
    }

    /** What is the same in every service stands in a resource, and what follows from the catalogues is put before it. */
    private ObjectNode document(String service, List<ReadOperation> reads) {
        var document = constant();
        document.withObject("/info").put("title", "Milepost " + service + " service");
        document.get("components")
                .get("schemas")
                .forEachEntry((name, schema) -> schemas.define(name, (ObjectNode) schema));
        for (var catalogue : catalogues) {
            tag(catalogue.aggregate(), "Commands and reads of %s.".formatted(catalogue.plural()));
            describe(catalogue);
        }
        for (var read : reads) {
            tag(read.tag(), read.summary() + ".");
            path(read.path()).set("get", read.operation(schemas, problems, shared));
        }
        paths.putObject("/v1/batch").set("post", BatchOperation.of(catalogues, problems, samples, shared));
        // The operations of the resource name the problems that they may meet.
        for (var kind : List.of(Kind.LIST, Kind.FEED, Kind.AUDIT, Kind.REDRIVE, Kind.DOCUMENT)) {
            new Responses(shared).problems(problems, kind).node();
        }
        tags.addAll((ArrayNode) document.get("tags"));
        paths.setAll((ObjectNode) document.get("paths"));
        document.set("tags", tags);
        document.set("paths", paths);
        var components = (ObjectNode) document.get("components");
        components.set("responses", shared);
        components.set("schemas", schemas.definitions());
        return document;
    }

    private static ObjectNode constant() {
        try (var stream = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream("openapi.json"))) {
            return (ObjectNode) JsonText.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tag(String name, String description) {
        tags.addObject().put("name", name).put("description", description);
    }

    private void describe(Catalogue<?, ?, ?> catalogue) {
        var noun = catalogue.noun();
        schemas.showing(catalogue.events().stream()
                .flatMap(row -> row.personal().stream())
                .collect(Collectors.toSet()));
        schemas.define(noun + "View", catalogue.viewType(), Schemas.Reader.OTHERS, Set.of());
        schemas.lead(noun + "View", ApiParts.uuid(), true);
        if (ExternalIds.has(catalogue)) {
            ExternalIdParts.shown(schemas, noun + "View");
        }
        ExpandParts.shown(catalogue, catalogues, schemas, noun + "View");
        var view = schemas.reference(noun + "View");
        var collection = "/v1/" + catalogue.plural();
        path(collection).set("get", list(catalogue, noun, view));
        path(catalogue.readPath()).set("get", read(catalogue, noun, view));
        path(collection + "/{id}/history").set("get", history(catalogue, noun));
        ExternalIds.routed(catalogue)
                .forEach(row -> path(pathOf(catalogue, row)).set("post", command(catalogue, row)));
    }

    private ObjectNode path(String path) {
        return paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    }

    private ObjectNode command(Catalogue<?, ?, ?> catalogue, CommandRow<?, ?> row) {
        var type = row.type().asSubclass(Record.class);
        var schema = ExternalIdParts.schemaOf(row);
        boolean named = row.creates() && ExternalIds.has(catalogue);
        var operation = ApiParts.operation(catalogue.aggregate(), row.name(), words(row.name()));
        operation.put(
                "description",
                rolesOf(row)
                        + (row.backdating()
                                ? " Any of them may state an earlier time."
                                : " Only IMPORTER may state an earlier time.")
                        + (row.duty() == null
                                ? ""
                                : " A token that names a member is refused unless the member is %s."
                                        .formatted(row.duty().name())));
        var roles = operation.putArray("x-roles");
        row.roles().stream().sorted().map(Enum::name).forEach(roles::add);
        parameters(
                operation,
                row.creates() ? "" : "Id",
                "IdempotencyKey",
                "IfMatch",
                "EffectiveAt",
                "ValidateOnly",
                "Prefer",
                "OnBehalfOf");
        schemas.define(schema, type, Schemas.Reader.SUITE, Set.of());
        if (named) {
            ExternalIdParts.stated(schemas, schema);
        }
        if (row.creates()) {
            schemas.lead(
                    schema,
                    ApiParts.statedUuid().put("description", "Chosen by the caller, or made by the server."),
                    false);
        }
        var content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json");
        content.set("schema", schemas.reference(schema));
        var examples = content.putObject("examples");
        var full = row.creates() ? samples.fullCreating(type) : samples.full(type);
        examples.putObject("full").set("value", named ? ExternalIdParts.example(full, samples) : full);
        examples.putObject("minimal")
                .set("value", row.creates() ? samples.minimalCreating(type) : samples.minimal(type));
        var answer = ApiParts.reference("schemas", "CommandAnswer");
        var responses = new Responses(shared);
        if (row.creates()) {
            responses.answer(201, "Created.", answer, "ETag", "Location", "Milepost-Position", "Idempotent-Replayed");
        }
        responses.answer(
                200,
                row.creates() ? "Only validated, or already so." : "Done, or already so.",
                answer,
                "ETag",
                "Milepost-Position",
                "Idempotent-Replayed");
        if (row.duty() != null) {
            responses.duty(catalogue, problems);
        }
        operation.set(
                "responses",
                responses
                        .refusals(catalogue)
                        .merged(catalogue, problems)
                        .named(catalogue, problems)
                        .problems(problems, Kind.COMMAND)
                        .node());
        return operation;
    }

    private ObjectNode read(Catalogue<?, ?, ?> catalogue, String noun, ObjectNode view) {
        var operation = ApiParts.operation(catalogue.aggregate(), "get" + noun, "One " + catalogue.aggregate());
        readers(operation, catalogue);
        ExpandParts.asked(
                catalogue,
                catalogues,
                parameters(operation, "Id", "AsOf", "KnownAt", "Fields", "IfNoneMatch", "OnBehalfOf"));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "The entity as it stands or stood.",
                                view,
                                "ETag",
                                "Milepost-Position",
                                "Milepost-Projection-Lag-Ms")
                        .bare(304, "Not modified.", "ETag")
                        .elsewhere(catalogue, view)
                        .problems(problems, Kind.ENTITY)
                        .node());
        return operation;
    }

    private ObjectNode list(Catalogue<?, ?, ?> catalogue, String noun, ObjectNode view) {
        var operation = ApiParts.operation(catalogue.aggregate(), "list" + noun, "A page of " + catalogue.plural());
        operation.put(
                "description",
                "Filters are query parameters named as the view's fields: field=op:value with eq, ne, lt, le, gt, ge,"
                        + " in.");
        readers(operation, catalogue);
        var parameters = parameters(
                operation, "PageSize", "PageToken", "OrderBy", "Count", "Fields", "MinPosition", "OnBehalfOf");
        if (ExternalIds.has(catalogue)) {
            parameters.add(ApiParts.reference("parameters", "ExternalId"));
        }
        ExpandParts.asked(catalogue, catalogues, parameters);
        ListFilters.describe(catalogue, parameters, schemas);
        var page = ApiParts.object();
        ApiParts.property(page, "items", ApiParts.arrayOf(view));
        ApiParts.property(page, "nextPageToken", ApiParts.text().put("description", "Absent on the last page."));
        ApiParts.property(page, "total", ApiParts.position().put("description", "Only when asked for by count."));
        ApiParts.property(page, "setAside", ApiParts.setAside());
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "A page.",
                                ApiParts.require(page, "items"),
                                "Milepost-Position",
                                "Milepost-Projection-Lag-Ms")
                        .problems(problems, Kind.LIST)
                        .node());
        return operation;
    }

    private ObjectNode history(Catalogue<?, ?, ?> catalogue, String noun) {
        var operation = ApiParts.operation(
                catalogue.aggregate(), "history" + noun, "All events of one " + catalogue.aggregate());
        readers(operation, catalogue);
        parameters(operation, "Id", "OnBehalfOf");
        var page = ApiParts.object();
        ApiParts.property(page, "items", ApiParts.arrayOf(HistoryParts.event()));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, "In order.", ApiParts.require(page, "items"), "ETag", "Milepost-Position")
                        .problems(problems, Kind.ENTITY)
                        .node());
        return operation;
    }

    /** Said where it is not every role. */
    private static void readers(ObjectNode operation, Catalogue<?, ?, ?> catalogue) {
        if (!catalogue.readers().equals(Role.ALL)) {
            var roles = operation.putArray("x-roles");
            catalogue.readers().stream().sorted().map(Enum::name).forEach(roles::add);
        }
    }

    private static ArrayNode parameters(ObjectNode operation, String... names) {
        var parameters = operation.putArray("parameters");
        Arrays.stream(names)
                .filter(name -> !name.isEmpty())
                .forEach(name -> parameters.add(ApiParts.reference("parameters", name)));
        return parameters;
    }

    /** Where a command is sent. */
    static String pathOf(Catalogue<?, ?, ?> catalogue, CommandRow<?, ?> row) {
        return "/v1/" + catalogue.plural() + (row.creates() ? "" : "/{id}/" + row.verb());
    }

    private static String rolesOf(CommandRow<?, ?> row) {
        return "For " + row.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")) + ".";
    }

    /** {@code QualifyLead} as "Qualify lead". */
    private static String words(String name) {
        return name.charAt(0) + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
