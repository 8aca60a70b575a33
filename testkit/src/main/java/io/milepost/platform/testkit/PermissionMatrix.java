package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what by each operation of a service's published document: by role and by whose the entity is. Operations on aggregates say it
 * in their catalogue, all others in a table here; one that neither knows fails the test. docs/permissions.md shows it.
 */
public final class PermissionMatrix {
    private static final String PAGE = "permissions.md";

    private static final List<Fixed> FIXED = List.of(
            new Fixed("GET", "/v1/log/keys|/schemas/.*|/problems/.*", Set.of(), Known.ANYHOW),
            new Fixed(".*", "/v1/(log|parked|projections)(/.*)?", Set.of(Role.OPERATOR), Known.ANYHOW),
            new Fixed("GET", "/v1/webhooks/[^/]+/deliveries", Set.of(Role.OPERATOR), Known.ANYHOW),
            new Fixed("GET", "/v1/audit-records", Set.of(Role.OPERATOR), Known.ANYHOW),
            new Fixed("GET", "/v1/audit", Set.of(Role.OPERATOR, Role.PRIVACY_OFFICER), Known.MEMBER),
            new Fixed("GET", "/v1/erasure-certificates", Set.of(Role.OPERATOR, Role.PRIVACY_OFFICER), Known.ANYHOW),
            new Fixed("GET", "/v1/persons/[^/]+", Set.of(Role.PRIVACY_OFFICER), Known.ANYHOW),
            new Fixed("GET", "/v1/events(/proof)?", Set.of(Role.ANALYST, Role.OPERATOR), Known.BY_ALL),
            new Fixed("GET", "/v1/trace/.*", Role.ALL, Known.BY_ALL),
            new Fixed("GET", "/v1/(due|notices)", Role.ALL, Known.LISTED),
            new Fixed("GET", "/v1/report-runs(/[^/]+/file)?", Role.ALL, Known.LISTED),
            new Fixed("GET", "/v1/(reports|datasets)(/.*)?", Role.ALL, Known.LISTED),
            new Fixed("GET", "/v1/semantics", Role.ALL, Known.ANYHOW),
            new Fixed(".*", "/v1/jobs(/.*)?", Role.ALL, Known.SENT),
            new Fixed("POST", "/v1/batch", Role.ALL, Known.EACH));

    private final String service;
    private final JsonNode document;
    private final List<Row> rows;
    private final Map<Row, Set<Role>> senders = new ConcurrentHashMap<>();

    private record Fixed(String method, String path, Set<Role> roles, Known known) {}

    /** What it depends on whose the entity is, with the access {@code own}. */
    enum Known {
        /** Nothing. */
        ANYHOW("yes", "yes", "yes"),
        /** Whether the entity is there at all. */
        OWNED("yes", "404", "yes"),
        /** What is in the answer. */
        LISTED("in it", "not in it", "in it"),
        /** Only its keepers know of one that is secret; of another one everybody does. */
        KEPT("yes, of a secret one its keepers", "yes, of a secret one its keepers", "yes"),
        /** It is for who may know of everything. */
        BY_ALL("403", "403", "403"),
        /** A member is told of itself. */
        MEMBER("one's own acts", "no", "no"),
        /** Whoever sent it, and nobody else, knows of it. */
        SENT("what one sent oneself", "404", "404"),
        /** Each item of a batch for itself. */
        EACH("as by itself", "as by itself", "as by itself");

        private final List<String> cells;

        Known(String own, String others, String nobodys) {
            cells = List.of(own, others, others, nobodys);
        }
    }

    /**
     * An operation.
     *
     * @param roles that may call it; empty where everybody may, without a token
     * @param command that it sends; null for a read and for what no catalogue declares
     */
    record Row(
            String method,
            String path,
            Set<Role> roles,
            Known known,
            @Nullable String duty,
            @Nullable CommandRow<?, ?> command) {
        String name() {
            return method + " " + path;
        }

        boolean isOpen() {
            return roles.isEmpty();
        }

        Row with(Set<Role> others) {
            return new Row(method, path, others, known, duty, command);
        }

        private String text() {
            var text = new StringBuilder("| ")
                    .append(name())
                    .append(" | ")
                    .append(
                            isOpen()
                                    ? "everybody, without a token"
                                    : roles.equals(Role.ALL)
                                            ? "every role"
                                            : roles.stream()
                                                    .sorted()
                                                    .map(Role::name)
                                                    .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(String.join(" | ", known.cells));
            return text.append(" | ")
                    .append(duty == null ? "" : duty)
                    .append(" |\n")
                    .toString();
        }
    }

    private PermissionMatrix(String service, JsonNode document, List<Row> rows) {
        this.service = service;
        this.document = document;
        this.rows = List.copyOf(rows);
    }

    /** Of a service's approved document. */
    public static PermissionMatrix of(String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        return of(service, catalogues, ContractFiles.document(service));
    }

    static PermissionMatrix of(String service, List<? extends Catalogue<?, ?, ?>> catalogues, JsonNode document) {
        var declared = new HashMap<String, Row>();
        catalogues.forEach(catalogue -> declare(catalogue, declared));
        var rows = new ArrayList<Row>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations.propertyNames().stream()
                        .filter(method -> !method.equals("parameters"))
                        .forEach(method -> rows.add(row(declared, method.toUpperCase(Locale.ROOT), path))));
        return new PermissionMatrix(service, document, rows);
    }

    private static Row row(Map<String, Row> declared, String method, String path) {
        return Optional.ofNullable(declared.get(method + " " + path))
                .or(() -> FIXED.stream()
                        .filter(fixed -> method.matches(fixed.method()) && Pattern.matches(fixed.path(), path))
                        .findFirst()
                        .map(fixed -> new Row(method, path, fixed.roles(), fixed.known(), null, null)))
                .orElseThrow(() -> new AssertionError(
                        "nobody says who may call %s %s: name it in PermissionMatrix".formatted(method, path)));
    }

    private static <S, C, E> void declare(Catalogue<S, C, E> catalogue, Map<String, Row> rows) {
        var collection = "/v1/" + catalogue.plural();
        var known = catalogue.owner() != null ? Known.OWNED : catalogue.keepers() != null ? Known.KEPT : Known.ANYHOW;
        var listed = known == Known.OWNED ? Known.LISTED : known;
        put(rows, new Row("GET", collection, catalogue.readers(), listed, null, null));
        put(rows, new Row("GET", catalogue.readPath(), catalogue.readers(), known, null, null));
        put(rows, new Row("GET", collection + "/{id}/history", catalogue.readers(), known, null, null));
        for (var row : ExternalIds.routed(catalogue)) {
            Duty<?> duty = row.duty();
            put(
                    rows,
                    new Row(
                            "POST",
                            collection + (row.creates() ? "" : "/{id}/" + row.verb()),
                            row.roles(),
                            row.creates() ? Known.ANYHOW : known,
                            duty == null ? null : duty.name(),
                            row));
        }
    }

    private static void put(Map<String, Row> rows, Row row) {
        rows.put(row.name(), row);
    }

    List<Row> rows() {
        return rows;
    }

    /** The same with other roles for an operation: to see that a walk notices. */
    public PermissionMatrix saying(String operation, Set<Role> roles) {
        UnaryOperator<Row> change = row -> row.name().equals(operation) ? row.with(roles) : row;
        return new PermissionMatrix(service, document, rows.stream().map(change).toList());
    }

    /** An example of what a command says, as the published document has it. */
    JsonNode example(Row row) {
        return document.path("paths")
                .path(row.path())
                .at("/post/requestBody/content/application~1json/examples/full/value");
    }

    /** Roles that may send the example of a command, or call the operation at all. */
    Set<Role> rolesOf(Row row) {
        return senders.computeIfAbsent(row, this::sendersOf);
    }

    private Set<Role> sendersOf(Row row) {
        var command = row.command();
        return command == null || command.narrowing() == null
                ? row.roles()
                : command.rolesFor(Json.lenient().treeToValue(example(row), command.type())).stream()
                        .filter(row.roles()::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** That the page says the same. */
    public void verify() {
        var text = new StringBuilder("""
            | operation | roles | one's own | of the team | of others | nobody's | duty |
            | --- | --- | --- | --- | --- | --- | --- |
            """);
        rows.forEach(row -> text.append(row.text()));
        new PageSection(PAGE, service).verify(text.toString());
    }
}
