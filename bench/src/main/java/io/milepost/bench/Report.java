package io.milepost.bench;

import io.milepost.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;

/**
 * What one bench found out, as it is written down.
 *
 * @param command that repeats it
 * @param versions of what was measured, by name
 * @param took how long the whole bench ran
 */
public record Report(
        String name,
        String command,
        Instant began,
        Duration took,
        Machine machine,
        Map<String, String> versions,
        List<Table> tables) {

    public Report {
        versions = Map.copyOf(versions);
        tables = List.copyOf(tables);
    }

    String markdown() {
        var text = new StringBuilder("## `%s`\n\n".formatted(name));
        text.append("Command: `%s` · %s · took %d s\n\n"
                .formatted(command, began.truncatedTo(ChronoUnit.SECONDS), took.toSeconds()));
        text.append("Machine: %s, %d cores, %,d MB · %s · %s\n\n"
                .formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.memoryMegabytes(),
                        machine.system(),
                        machine.java()));
        text.append(new TreeMap<>(versions)
                .entrySet().stream()
                        .map(version -> version.getKey() + " " + version.getValue())
                        .collect(Collectors.joining(" · ", "Versions: ", "\n\n")));
        tables.forEach(table -> text.append(table.markdown()));
        return text.toString();
    }

    String json() {
        var json = Json.mapper().createObjectNode();
        json.put("name", name).put("command", command);
        json.put("began", began.truncatedTo(ChronoUnit.SECONDS).toString()).put("seconds", took.toSeconds());
        json.set("machine", Json.mapper().valueToTree(machine.described()));
        json.set("versions", Json.mapper().valueToTree(new TreeMap<>(versions)));
        var all = json.putArray("tables");
        for (var table : tables) {
            var one = all.addObject().put("title", table.title());
            var rows = one.putArray("rows");
            for (var row : table.rows()) {
                var cells = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    cells.set(table.columns().get(i), Json.mapper().valueToTree(row.get(i)));
                }
            }
            one.set("notes", Json.mapper().valueToTree(table.notes()));
        }
        return Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json) + "\n";
    }

    /** Writes {@code name.md} and {@code name.json}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), markdown());
        Files.writeString(folder.resolve(name + ".json"), json());
    }
}
