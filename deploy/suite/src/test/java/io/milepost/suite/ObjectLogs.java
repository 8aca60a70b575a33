package io.milepost.suite;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.milepost.suite.year.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of deals for process mining, held against the schema of OCEL 2.0 and against what the feeds tell. */
final class ObjectLogs {
    private static final Path SCHEMA = Path.of(
            System.getProperty("milepost.root", "../.."),
            "reporting-service/src/test/resources/io/milepost/reporting/read/trace/ocel2.schema.json");

    private ObjectLogs() {}

    /** What the schema does not allow, what is there twice, what points nowhere, and what has a type that is not declared. */
    static List<String> faults(JsonNode log) {
        var faults = new ArrayList<String>();
        try {
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new JsonMapper().readTree(Files.readAllBytes(SCHEMA)))
                    .validate(log)
                    .forEach(fault -> faults.add(fault.getInstanceLocation() + ": " + fault.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var objects = new HashSet<String>();
        named(log, "objects", "id").forEach(id -> {
            if (!objects.add(id)) {
                faults.add("twice: " + id);
            }
        });
        var events = new HashSet<String>();
        named(log, "events", "id").forEach(id -> {
            if (!events.add(id)) {
                faults.add("twice: " + id);
            }
        });
        for (var list : List.of("objects", "events")) {
            var types = Set.copyOf(named(log, list.equals("objects") ? "objectTypes" : "eventTypes", "name"));
            for (var one : log.path(list)) {
                if (!types.contains(one.path("type").asString())) {
                    faults.add("of no declared type: " + one.path("id"));
                }
                named(one, "relationships", "objectId").stream()
                        .filter(id -> !objects.contains(id))
                        .forEach(id -> faults.add("%s points to %s, which is not there".formatted(one.path("id"), id)));
            }
        }
        return faults;
    }

    private static List<String> named(JsonNode of, String list, String name) {
        return of.path(list).valueStream().map(one -> one.path(name).asString()).toList();
    }

    /** Subjects of a type, by the ids of their objects. */
    static Set<String> objects(JsonNode log, String type) {
        return log.path("objects")
                .valueStream()
                .filter(one -> one.path("type").asString().equals(type))
                .map(one -> one.path("id").asString().replaceFirst("^" + type + ":", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Subjects of what began under this name. */
    static Set<String> begun(List<Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
