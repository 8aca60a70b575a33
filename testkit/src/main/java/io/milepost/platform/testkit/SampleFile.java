package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.documents.JsonText;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An aggregate's samples, one JSON line each and never changed: every shape that may stand in a log must read for ever. */
final class SampleFile {
    /** What a sealed value looks like; nobody holds its key. */
    private static final String SEALED = "sealed.v1.00000000-0000-7000-8000-000000000000.c2FtcGxl";

    private final Path file;
    private final boolean approve;

    SampleFile(Path file, boolean approve) {
        this.file = file;
        this.approve = approve;
    }

    void verify(Catalogue<?, ?, ?> catalogue, Samples samples) {
        verify(catalogue.events(), samples);
    }

    void verify(List<? extends EventRow<?>> events, Samples samples) {
        var stored = Files.exists(file) ? ContractFiles.read(file).lines().toList() : List.<String>of();
        var all = new ArrayList<>(stored);
        for (var row : events) {
            for (var line : List.of(line(row, samples, "full"), line(row, samples, "minimal"))) {
                if (!all.contains(line)) {
                    all.add(line);
                }
            }
        }
        all.forEach(line -> readsAndWritesBack(events, line));
        if (all.size() == stored.size()) {
            return;
        }
        if (!approve) {
            throw new AssertionError("%s lacks%n  %s%n%s"
                    .formatted(
                            file,
                            String.join(System.lineSeparator() + "  ", all.subList(stored.size(), all.size())),
                            ContractFiles.HOW));
        }
        ContractFiles.write(file, String.join("\n", all) + "\n");
    }

    private static String line(EventRow<?> row, Samples samples, String kind) {
        var type = row.type().asSubclass(Record.class);
        var data = kind.equals("full") ? samples.full(type) : samples.minimal(type);
        for (var field : row.personal()) {
            if (data.has(field)) {
                data.put(field, SEALED);
            }
        }
        return JsonText.line(node(row.wireType(), kind, data));
    }

    private static ObjectNode node(String type, String kind, ObjectNode data) {
        var line = JsonNodeFactory.instance.objectNode().put("type", type).put("sample", kind);
        line.set("data", data);
        return line;
    }

    private void readsAndWritesBack(List<? extends EventRow<?>> events, String line) {
        var sample = JsonText.read(line);
        var row = events.stream()
                .filter(candidate ->
                        candidate.wireType().equals(sample.path("type").asString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s: %s stands in logs and is no longer in the catalogue"
                        .formatted(file, sample.path("type"))));
        JsonNode data = sample.path("data");
        JsonNode written;
        try {
            var event = Json.events().treeToValue(data, row.type());
            written = JsonText.read(Json.events().writeValueAsString(event));
        } catch (JacksonException e) {
            throw new AssertionError("%s: this sample no longer reads: %s".formatted(file, line), e);
        }
        if (!written.equals(data)) {
            throw new AssertionError("%s: this sample is written back as %s: %s".formatted(file, written, line));
        }
    }
}
