package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/** Holds what a projection has stored against a fold of its source's topic. All of both is in memory meanwhile. */
final class Reconciliation {

    private Reconciliation() {}

    static <V extends View> Differences of(Projection<V> projection, Stored<V> stored, History history) {
        var expected = new ExpectedCells<>(projection, stored);
        history.read(projection.source(), new BatchHandler() {
            @Override
            public void handle(int partition, List<Inbound> batch) {
                batch.forEach(event -> expected.take(partition, event));
            }

            @Override
            public void pass(Unread record) {
                expected.pass(record);
            }
        });
        var differences = new Differences();
        differences.compare(stored.asides(), expected.asides().values());
        var subjects = new TreeSet<>(stored.views().keySet());
        subjects.addAll(expected.views().keySet());
        subjects.forEach(subject -> differences.compare(
                "views/" + subject,
                fields(stored.views().get(subject)),
                fields(expected.views().get(subject))));
        var cells = new TreeSet<>(stored.cells().keySet());
        cells.addAll(expected.cells().keySet());
        cells.forEach(cell -> differences.compare(
                "cells/" + cell,
                fields(stored.cells().get(cell)),
                fields(expected.cells().get(cell))));
        return differences;
    }

    private static Map<String, JsonNode> fields(@Nullable Applied<?> view) {
        Map<String, JsonNode> fields = new TreeMap<>();
        if (view != null) {
            // As text and back: a number is compared by what it says and not by the type that carried it.
            JsonNode json = Json.lenient().readTree(Json.lenient().writeValueAsString(view.view()));
            json.propertyNames().forEach(name -> fields.put("v." + name, json.get(name)));
            fields.put("p", LongNode.valueOf(view.position()));
        }
        return fields;
    }

    /** A sum of nothing and no entry are the same. */
    private static Map<String, Long> fields(Stored.@Nullable Cell cell) {
        Map<String, Long> fields = new TreeMap<>();
        if (cell != null) {
            cell.guards().forEach((partition, guard) -> fields.put("g.p" + partition, guard));
            cell.amounts().forEach((path, amount) -> {
                if (amount != 0) {
                    fields.put("d." + path, amount);
                }
            });
        }
        return fields;
    }
}
