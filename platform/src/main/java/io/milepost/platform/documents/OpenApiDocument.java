package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one service answers over HTTP, as an OpenAPI 3.1 document: every command that callers may send, the batch, the reads, the due dates, the feed, and what auditors and operators ask. */
public final class OpenApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<PlatformProblem> problems;
    private final Samples samples;
    private final Schemas schemas = new Schemas("#/components/schemas/");
    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode shared = JSON.objectNode();
    private final ArrayNode tags = JSON.arrayNode();

    private OpenApiDocument(List<PlatformProblem> problems, Samples samples) {
        this.problems = problems;
        this.samples = samples;
    }

    public static ObjectNode of(
            String service,
            List<? extends Catalogue<?, ?, ?>> catalogues,
            List<ReadOperation> reads,
            List<PlatformProblem> problems,
            Samples samples) {
        return new OpenApiDocument(problems, samples).document(service, catalogues, reads);
    }

    private ObjectNode document(
            String service, List<? extends Catalogue<?, ?, ?>> catalogues, List<ReadOperation> reads) {
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Milepost " + service + " service")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Inside /v1 changes are additive only. Readers pass over fields and names that they do not"
                                + " know.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers")
                .addObject()
                .put("url", "/")
                .put("description", "The service that serves this document.");
        document.putArray("security").addObject().putArray("bearer");
        document.set("tags", tags);
        document.set("paths", paths);
        ApiParts.define(schemas);
        for (var catalogue : catalogues) {
            tag(catalogue.aggregate(), "Commands and reads of %s.".formatted(catalogue.plural()));
            describe(catalogue);
        }
        for (var read : reads) {
            tag(read.tag(), read.summary() + ".");
            path(read.path()).set("get", read.operation(schemas, problems, shared));
        }
        common(catalogues);
        var components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "Authority is the roles claim.");
        components.set("parameters", ApiParts.parameters());
        components.set("headers", ApiParts.headers());
        components.set("responses", shared);
        components.set("schemas", schemas.definitions());
        return document;
    }

    /** What every service that decides answers beside its aggregates. */
    private void common(List<? extends Catalogue<?, ?, ?>> catalogues) {
        tag("batch", "Many commands in one request.");
        BatchOperation.define(schemas);
        paths.putObject("/v1/batch").set("post", BatchOperation.of(catalogues, problems, samples, shared));
        tag("due", "What entities wait for.");
        DueOperation.define(schemas);
        paths.putObject("/v1/due").set("get", DueOperation.of(problems, shared));
        tag("events", "All events of the service, in order.");
        FeedOperations.define(schemas);
        paths.putObject("/v1/events").set("get", FeedOperations.events(problems, shared));
        paths.putObject("/v1/events/proof").set("get", FeedOperations.proof(problems, shared));
        tag("log", "What auditors ask of the log.");
        new AuditOperations(problems, shared).describe(paths);
        tag("parked", "What waits for an operator.");
        ParkedOperations.define(schemas);
        paths.putObject("/v1/parked").set("get", ParkedOperations.list(problems, shared));
        paths.putObject("/v1/parked/redrive").set("post", ParkedOperations.redrive(problems, shared));
        tag("documents", "What events and problems refer to.");
        paths.putObject("/schemas/{file}").set("get", DocumentOperations.schema(problems, shared));
        paths.putObject("/problems/{code}").set("get", DocumentOperations.problem(problems, shared));
    }

    private void tag(String name, String description) {
        tags.addObject().put("name", name).put("description", description);
    }

    private void describe(Catalogue<?, ?, ?> catalogue) {
        var noun = nounOf(catalogue);
        schemas.define(noun + "View", catalogue.viewType(), Schemas.Reader.OTHERS, Set.of());
        schemas.lead(noun + "View", ApiParts.uuid(), true);
        var view = schemas.reference(noun + "View");
        var collection = "/v1/" + catalogue.plural();
        path(collection).set("get", list(catalogue, noun, view));
        path(collection + "/{id}").set("get", read(catalogue, noun, view));
        path(collection + "/{id}/history").set("get", history(catalogue, noun));
        for (var row : catalogue.commands()) {
            if (!row.roles().isEmpty()) {
                path(pathOf(catalogue, row)).set("post", command(catalogue, row));
            }
        }
    }

    private ObjectNode path(String path) {
        return paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    }

    private ObjectNode command(Catalogue<?, ?, ?> catalogue, CommandRow<?, ?> row) {
        var type = row.type().asSubclass(Record.class);
        var operation = operation(catalogue, row.name(), words(row.name()));
        operation.put(
                "description",
                rolesOf(row)
                        + (row.backdating()
                                ? " Any of them may state an earlier time."
                                : " Only IMPORTER may state an earlier time."));
        var roles = operation.putArray("x-roles");
        row.roles().stream().sorted().map(Enum::name).forEach(roles::add);
        parameters(operation, row.creates() ? "" : "Id", "IdempotencyKey", "IfMatch", "EffectiveAt", "ValidateOnly");
        schemas.define(row.name(), type, Schemas.Reader.SUITE, Set.of());
        if (row.creates()) {
            schemas.lead(
                    row.name(),
                    ApiParts.statedUuid().put("description", "Chosen by the caller, or made by the server."),
                    false);
        }
        var content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json");
        content.set("schema", schemas.reference(row.name()));
        var examples = content.putObject("examples");
        examples.putObject("full").set("value", row.creates() ? samples.fullCreating(type) : samples.full(type));
        examples.putObject("minimal")
                .set("value", row.creates() ? samples.minimalCreating(type) : samples.minimal(type));
        var answer = ApiParts.reference("schemas", "CommandAnswer");
        var responses = new Responses(shared);
        if (row.creates()) {
            responses.answer(201, "Created.", answer, "ETag", "Location", "Milepost-Position", "Idempotent-Replayed");
        }
        responses.answer(
                200,
                row.creates() ? "Decided only, or it was already so." : "Done, or it was already so.",
                answer,
                "ETag",
                "Milepost-Position",
                "Idempotent-Replayed");
        operation.set(
                "responses",
                responses
                        .refusals(catalogue)
                        .problems(problems, PlatformProblem.Kind.COMMAND)
                        .node());
        return operation;
    }

    private ObjectNode read(Catalogue<?, ?, ?> catalogue, String noun, ObjectNode view) {
        var operation = operation(catalogue, "get" + noun, "One " + catalogue.aggregate());
        parameters(operation, "Id", "AsOf", "KnownAt", "IfNoneMatch");
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(
                                200,
                                "As it stands, or stood.",
                                view,
                                "ETag",
                                "Milepost-Position",
                                "Milepost-Projection-Lag-Ms")
                        .bare(304, "Still that.", "ETag")
                        .problems(problems, PlatformProblem.Kind.ENTITY)
                        .node());
        return operation;
    }

    private ObjectNode list(Catalogue<?, ?, ?> catalogue, String noun, ObjectNode view) {
        var operation = operation(catalogue, "list" + noun, "A page of " + catalogue.plural());
        operation.put(
                "description",
                "Filters are query parameters named as the view's fields: field=op:value with eq, ne, lt, le, gt, ge,"
                        + " in.");
        var parameters = parameters(operation, "PageSize", "PageToken", "OrderBy", "Count", "MinPosition");
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
                        .problems(problems, PlatformProblem.Kind.LIST)
                        .node());
        return operation;
    }

    private ObjectNode history(Catalogue<?, ?, ?> catalogue, String noun) {
        var operation = operation(catalogue, "history" + noun, "All events of one " + catalogue.aggregate());
        parameters(operation, "Id");
        var event = ApiParts.object();
        ApiParts.property(event, "id", ApiParts.uuid());
        ApiParts.property(event, "type", ApiParts.text());
        ApiParts.property(event, "position", ApiParts.position());
        ApiParts.property(event, "effectiveAt", ApiParts.instant());
        ApiParts.property(event, "recordedAt", ApiParts.instant());
        ApiParts.property(event, "actor", ApiParts.text());
        ApiParts.property(event, "command", ApiParts.text());
        ApiParts.property(event, "data", ApiParts.object());
        ApiParts.property(
                event,
                "dataBase64",
                ApiParts.text()
                        .put("contentEncoding", "base64")
                        .put("description", "Instead of data where what is stored is not JSON."));
        var page = ApiParts.object();
        ApiParts.property(page, "items", ApiParts.arrayOf(event));
        operation.set(
                "responses",
                new Responses(shared)
                        .answer(200, "In order.", ApiParts.require(page, "items"), "ETag", "Milepost-Position")
                        .problems(problems, PlatformProblem.Kind.ENTITY)
                        .node());
        return operation;
    }

    private static ObjectNode operation(Catalogue<?, ?, ?> catalogue, String id, String summary) {
        var operation = JSON.objectNode().put("operationId", id).put("summary", summary);
        operation.putArray("tags").add(catalogue.aggregate());
        return operation;
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

    static String nounOf(Catalogue<?, ?, ?> catalogue) {
        return Arrays.stream(catalogue.aggregate().split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String rolesOf(CommandRow<?, ?> row) {
        return "For " + row.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")) + ".";
    }

    /** {@code QualifyLead} as "Qualify lead". */
    private static String words(String name) {
        return name.charAt(0) + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
