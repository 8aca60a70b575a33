package io.milepost.reporting.read.trace;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Tables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to leads, opportunities, contracts, milestones and invoices, as OCEL 2.0 (JSON), which tools of process mining read: one
 * snapshot, of which a few rows at a time are in memory.
 */
final class ObjectLog {
    /** Of no attribute of an object more than one value is ever known. */
    private static final String ALWAYS = "1970-01-01T00:00:00Z";

    private static final int FETCHED = 1_000;

    /** A payment schedule has its contract's id and speaks of it. */
    private static final String ROLES = "('lead', 'opportunity', 'contract', 'payment-schedule')";

    private static final String KIND = "case when %1$s.role = 'payment-schedule' then 'contract' else %1$s.role end";

    private final Mart mart;
    private final Duration patience;

    ObjectLog(Mart mart, Duration patience) {
        this.mart = mart;
        this.patience = patience;
    }

    /** An object of a type of its own within the aggregate that names it. */
    private record Part(String type, String attribute, UUID of, String code) {
        String id() {
            return "%s:%s/%s".formatted(type, of, code);
        }
    }

    /** Nobody waits for it any more. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param wanted asked between rows, whether to go on */
    void write(Tables tables, Path file, BooleanSupplier wanted) {
        mart.read(patience, connection -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                var types = new TreeSet<String>();
                var events = new Array(out, "{\"events\":");
                steps(connection, tables, wanted, step -> {
                    if (isExported(step)) {
                        types.add(step.type());
                        events.add(event(step));
                    }
                });
                events.end();
                var objects = new Array(out, ",\"objects\":");
                objects(connection, tables, wanted, objects);
                parts(connection, tables, wanted, objects);
                objects.end();
                text(out, ",\"objectTypes\":");
                out.write(Json.mapper().writeValueAsBytes(objectTypes()));
                text(out, ",\"eventTypes\":");
                out.write(Json.mapper().writeValueAsBytes(eventTypes(types)));
                text(out, "}");
                return types.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void steps(Connection connection, Tables tables, BooleanSupplier wanted, Consumer<Step> reader)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "select step from %s order by id, service, position".formatted(TraceTables.steps(tables)))) {
            select.setFetchSize(FETCHED);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    goOn(wanted);
                    reader.accept(Json.lenient().readValue(rows.getBytes(1), Step.class));
                }
            }
        }
    }

    private static boolean isExported(Step step) {
        return switch (step.aggregate()) {
            case "lead", "opportunity", "contract", "payment-schedule" -> true;
            default -> part(step) != null;
        };
    }

    /** The milestone or invoice that an event is about; null for most. */
    private static @Nullable Part part(Step step) {
        if (step.type().startsWith("payment-schedule.invoice-")
                && step.summary().get("invoiceNo") instanceof String number) {
            return new Part("invoice", "number", step.id(), number);
        }
        boolean milestone = step.type().contains(".milestone-")
                && Set.of("opportunity", "project-plan", "delivery-project").contains(step.aggregate());
        var summary = step.summary();
        Object code = summary.containsKey("milestone") ? summary.get("milestone") : summary.get("code");
        return milestone && code instanceof String text ? new Part("milestone", "code", step.id(), text) : null;
    }

    private static ObjectNode event(Step step) {
        var event = Json.mapper().createObjectNode();
        event.put("id", step.event().toString())
                .put("type", step.type())
                .put("time", step.effectiveAt().toString());
        var attributes = event.putArray("attributes");
        attribute(attributes, "actor").put("value", step.actor());
        attribute(attributes, "service").put("value", step.service());
        attribute(attributes, "position").put("value", step.position());
        var related = event.putArray("relationships");
        var seen = new HashSet<String>();
        switch (step.aggregate()) {
            case "lead", "opportunity", "contract" ->
                relate(related, seen, "%s:%s".formatted(step.aggregate(), step.id()), "subject");
            case "payment-schedule" -> relate(related, seen, "contract:" + step.id(), "subject");
            default -> {}
        }
        for (var tie : Map.of("leadId", "lead", "opportunityId", "opportunity", "contractId", "contract")
                .entrySet()) {
            if (step.summary().get(tie.getKey()) instanceof String text && Mention.isId(text)) {
                var id = UUID.fromString(text);
                relate(related, seen, "%s:%s".formatted(tie.getValue(), id), tie.getKey());
            }
        }
        var part = part(step);
        if (part != null) {
            relate(related, seen, part.id(), part.type());
        }
        return event;
    }

    private static ObjectNode attribute(ArrayNode attributes, String name) {
        return attributes.addObject().put("name", name);
    }

    private static void relate(ArrayNode related, Set<String> seen, String object, String qualifier) {
        if (seen.add(object)) {
            related.addObject().put("objectId", object).put("qualifier", qualifier);
        }
    }

    /** Whatever an event names is an object, also where none of its own was ever heard. */
    private static void objects(Connection connection, Tables tables, BooleanSupplier wanted, Array objects)
            throws SQLException {
        String links = TraceTables.links(tables);
        try (var select =
                connection.prepareStatement("""
                select o.id, o.kind, array(select distinct %3$s || ':' || l.other from %1$s l \
                where l.id = o.id and l.role in %2$s and l.other <> o.id order by 1) \
                from (select distinct t.other as id, %4$s as kind from %1$s t where t.role in %2$s) o\
                """.formatted(links, ROLES, KIND.formatted("l"), KIND.formatted("t")))) {
            select.setFetchSize(FETCHED);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    goOn(wanted);
                    var object = Json.mapper().createObjectNode();
                    object.put("id", "%s:%s".formatted(rows.getString(2), rows.getObject(1, UUID.class)))
                            .put("type", rows.getString(2));
                    object.putArray("attributes");
                    var related = object.putArray("relationships");
                    Arrays.stream((String[]) rows.getArray(3).getArray())
                            .forEach(other -> related.addObject()
                                    .put("objectId", other)
                                    .put("qualifier", other.substring(0, other.indexOf(':'))));
                    objects.add(object);
                }
            }
        }
    }

    /** Each once: those of one aggregate come one after the other. */
    private static void parts(Connection connection, Tables tables, BooleanSupplier wanted, Array objects)
            throws SQLException {
        var known = new HashSet<Part>();
        var last = new AtomicReference<UUID>();
        steps(connection, tables, wanted, step -> {
            if (!step.id().equals(last.getAndSet(step.id()))) {
                known.clear();
            }
            var part = part(step);
            if (part != null && known.add(part)) {
                var object = Json.mapper().createObjectNode();
                object.put("id", part.id()).put("type", part.type());
                object.putArray("attributes")
                        .addObject()
                        .put("name", part.attribute())
                        .put("time", ALWAYS)
                        .put("value", part.code());
                var related = object.putArray("relationships");
                String owner = owner(step);
                if (owner != null) {
                    related.addObject().put("objectId", owner).put("qualifier", "of");
                }
                objects.add(object);
            }
        });
    }

    private static @Nullable String owner(Step step) {
        var related = event(step).get("relationships");
        String first = related.get(0).get("objectId").asString();
        return first.startsWith("milestone:") || first.startsWith("invoice:") ? null : first;
    }

    private static ArrayNode objectTypes() {
        var types = Json.mapper().createArrayNode();
        for (var type : List.of("lead", "opportunity", "contract")) {
            types.addObject().put("name", type).putArray("attributes");
        }
        type(types, "milestone", Map.of("code", "string"));
        type(types, "invoice", Map.of("number", "string"));
        return types;
    }

    private static ArrayNode eventTypes(Set<String> names) {
        var types = Json.mapper().createArrayNode();
        names.forEach(name -> type(types, name, Map.of("actor", "string", "service", "string", "position", "integer")));
        return types;
    }

    private static void type(ArrayNode types, String name, Map<String, String> attributes) {
        var declared = types.addObject().put("name", name).putArray("attributes");
        new TreeSet<>(attributes.keySet())
                .forEach(one -> declared.addObject().put("name", one).put("type", attributes.get(one)));
    }

    private static void goOn(BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new AbandonedException();
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Elements that are written as they come. */
    private static final class Array {
        private final OutputStream out;
        private boolean begun;

        Array(OutputStream out, String before) throws IOException {
            this.out = out;
            text(out, before + "[");
        }

        void add(JsonNode element) {
            try {
                text(out, begun ? ",\n" : "\n");
                out.write(Json.mapper().writeValueAsBytes(element));
                begun = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            text(out, "]");
        }
    }
}
