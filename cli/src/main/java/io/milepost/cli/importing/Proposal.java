package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A mapping that is proposed for a file from its header, to be looked through by a person; or a shipped one as it is. */
final class Proposal {

    /** Words by which exports call a field, beside the field's own name and those that the shipped mappings know. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "opportunity_id", Set.of("deal id", "opportunity id", "record id"),
            "deal_stage", Set.of("stage", "status", "deal status"),
            "sales_agent", Set.of("owner", "sales rep", "seller", "salesperson", "account manager"),
            "engage_date", Set.of("created", "created on", "create date", "created at", "opened"),
            "close_date", Set.of("closed", "closed on", "closed at"),
            "expected_close_date", Set.of("expected close", "close expected"),
            "amount", Set.of("value", "deal value", "revenue"),
            "lead_id", Set.of("lead", "contact id"),
            "channel", Set.of("source", "lead source", "origin"),
            "modified", Set.of("last modified", "updated", "updated at", "last update"));

    private Proposal() {}

    static String of(String argument) {
        if (Mapping.SHIPPED.contains(argument)) {
            return Mapping.text(argument);
        }
        try {
            var path = Path.of(argument);
            return of(String.valueOf(path.getFileName()), path);
        } catch (IOException | InvalidPathException e) {
            throw new Failure(
                    "--print-mapping is neither a file that can be read nor one of %s: %s"
                            .formatted(String.join(", ", Mapping.SHIPPED), Shown.cell(argument)),
                    e);
        }
    }

    private static String of(String name, Path file) throws IOException {
        try (var lines = new TextLines(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            var header = lines.next().orElseThrow(() -> new Failure(file + " is empty"));
            if (header.fault() != null) {
                throw new Failure("the header of %s is %s".formatted(file, header.fault()));
            }
            var delimiter = Delimiter.WORDS.entrySet().stream()
                    .max(Comparator.comparingInt(word -> width(header.text(), word.getValue())))
                    .orElseThrow();
            return proposed(name, delimiter.getKey(), cells(header.text(), delimiter.getValue()));
        }
    }

    private static List<String> cells(String header, Delimiter delimiter) {
        try {
            return delimiter.cells(header).stream()
                    .map(Spelling::tidy)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
        } catch (BadRow _) {
            return List.of();
        }
    }

    private static int width(String header, Delimiter delimiter) {
        return cells(header, delimiter).size();
    }

    private static String proposed(String name, String delimiter, List<String> header) {
        var known = known();
        FileKind best = FileKind.SALES_PIPELINE;
        Map<String, String> bestFound = Map.of();
        for (var kind : FileKind.values()) {
            var found = found(kind, header, known);
            if (found.size() > bestFound.size()) {
                best = kind;
                bestFound = found;
            }
        }
        return yaml(name, delimiter, header, best, bestFound);
    }

    private static Map<String, String> found(
            FileKind kind, List<String> header, Map<FileKind, Map<String, Set<String>>> known) {
        var found = new LinkedHashMap<String, String>();
        var free = new ArrayList<>(header);
        for (var field : kind.fields()) {
            var words = known.getOrDefault(kind, Map.of()).getOrDefault(field, Set.of());
            free.stream()
                    .filter(column -> isCalled(column, field, words))
                    .findFirst()
                    .ifPresent(column -> {
                        found.put(field, column);
                        free.remove(column);
                    });
        }
        return found;
    }

    private static boolean isCalled(String column, String field, Set<String> words) {
        var word = plain(column);
        return word.equals(plain(field))
                || words.stream().anyMatch(other -> plain(other).equals(word))
                || WORDS.getOrDefault(field, Set.of()).stream()
                        .anyMatch(other -> plain(other).equals(word));
    }

    private static String plain(String word) {
        return Spelling.canonical(word).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What the shipped mappings call each field. */
    private static Map<FileKind, Map<String, Set<String>>> known() {
        var known = new LinkedHashMap<FileKind, Map<String, Set<String>>>();
        for (var name : Mapping.SHIPPED) {
            Mapping.shipped(name)
                    .files()
                    .forEach((kind, file) -> file.columns()
                            .forEach((field, column) -> known.computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                                    .merge(field, Set.of(column), Proposal::both)));
        }
        return known;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static String yaml(
            String name, String delimiter, List<String> header, FileKind kind, Map<String, String> found) {
        var text = new StringBuilder();
        text.append("# Proposed from the header of %s. Look it through, complete it, and pass it by --mapping.\n"
                .formatted(Shown.cell(name)));
        text.append("name: %s\n".formatted(quoted(name)));
        text.append("# From which ids are made besides the file's own; never change it once something was imported.\n");
        text.append("source: %s\n"
                .formatted(quoted(name.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT))));
        text.append("delimiter: %s\nencoding: UTF-8\ndecimal: \".\"\nthousands: \"\"\ndates: [yyyy-MM-dd]\n"
                .formatted(delimiter));
        text.append("currency: USD\nfiles:\n  %s:\n    file: %s\n    columns:\n".formatted(kind.word(), quoted(name)));
        for (var field : kind.fields()) {
            if (found.containsKey(field)) {
                text.append("      %s: %s\n".formatted(field, quoted(String.valueOf(found.get(field)))));
            } else if (kind.needed().contains(field)) {
                text.append("      # %s: needed, a column here or a word under defaults\n".formatted(field));
            } else {
                text.append("      # %s:\n".formatted(field));
            }
        }
        var unused = header.stream()
                .filter(column -> !found.containsValue(column))
                .map(Shown::cell)
                .toList();
        if (!unused.isEmpty()) {
            text.append("    # not read: %s\n".formatted(String.join(" | ", unused)));
        }
        if (kind == FileKind.SALES_PIPELINE) {
            text.append(
                    "    values:\n      deal_stage: # a word of the file: Prospecting, Engaging, Won or Lost\n        \"*\": Engaging\n");
        }
        return text.toString();
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
