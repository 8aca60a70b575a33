package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.documents.AsyncApiDocument;
import io.milepost.platform.documents.CatalogueTable;
import io.milepost.platform.documents.JsonText;
import io.milepost.platform.documents.OpenApiDocument;
import io.milepost.platform.documents.PlatformProblem;
import io.milepost.platform.documents.ReadOperation;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.documents.SchemaDocument;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.web.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * The approved files of a service under contracts/ and its part of docs/catalogue.md. What the catalogues say must be what was
 * approved; {@code -Dcontracts.approve=true} approves a change, but never one that takes something away from its readers.
 */
public final class ContractFiles {
    static final String HOW = "If it is meant, run the test with -Dcontracts.approve=true and commit the file.";

    private final Path contracts;
    private final Path docs;
    private final boolean approve;

    ContractFiles(Path contracts, Path docs, boolean approve) {
        this.contracts = contracts;
        this.docs = docs;
        this.approve = approve;
    }

    /** Checks all files of a service, whose records need no particular sample values. */
    public static void check(String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        check(service, catalogues, List.of(), Samples.plain());
    }

    /**
     * Checks all files of a service.
     *
     * @param reads lists that it answers besides those of its aggregates
     * @param samples know the values that its records ask for
     */
    public static void check(
            String service, List<? extends Catalogue<?, ?, ?>> catalogues, List<ReadOperation> reads, Samples samples) {
        new ContractFiles(directory("contracts.dir"), directory("docs.dir"), Boolean.getBoolean("contracts.approve"))
                .verify(service, catalogues, reads, withPlatform(samples));
    }

    /** What the platform's own aggregates ask of requests is the same in every service. */
    private static Samples withPlatform(Samples samples) {
        var all = new HashMap<>(Samples.choosing("""
            {
              "RegisterWebhook.url": "https://hooks.example.com/milepost",
              "RegisterWebhook.events": ["notice"],
              "RegisterWebhook.member": "KAP",
              "ReviseWebhook.url": "https://hooks.example.com/milepost/2",
              "ReviseWebhook.events": ["notice.raised"],
              "ExternalId.system": "crm",
              "ExternalId.id": "4711",
              "ChangeExternalIds.add": [{"system": "crm", "id": "4711"}],
              "ChangeExternalIds.remove": [{"system": "erp", "id": "0815"}]
            }\
            """).chosen());
        all.putAll(samples.chosen());
        return new Samples(all);
    }

    /** Checks the document of a service that has no catalogue. */
    public static void checkApi(String service, JsonNode generated) {
        var files = new ContractFiles(
                directory("contracts.dir"), directory("docs.dir"), Boolean.getBoolean("contracts.approve"));
        files.document(files.contracts.resolve(service).resolve("openapi.json"), generated, Compatibility::ofApi);
    }

    /** Checks a page of docs that is written from what is declared. */
    public static void checkPage(String name, String generated) {
        var files = new ContractFiles(
                directory("contracts.dir"), directory("docs.dir"), Boolean.getBoolean("contracts.approve"));
        files.page(files.docs.resolve(name), generated);
    }

    private void page(Path file, String generated) {
        var approved = Files.exists(file) ? read(file) : "";
        if (!approved.equals(generated)) {
            requireApproval(file, difference(approved, generated));
            write(file, generated);
        }
    }

    void verify(
            String service, List<? extends Catalogue<?, ?, ?>> catalogues, List<ReadOperation> reads, Samples samples) {
        var folder = contracts.resolve(service);
        document(
                folder.resolve("openapi.json"),
                OpenApiDocument.of(service, catalogues, reads, platformProblems(), samples),
                Compatibility::ofApi);
        document(folder.resolve("asyncapi.json"), AsyncApiDocument.of(service, catalogues), Compatibility::ofEvents);
        for (var catalogue : catalogues) {
            document(
                    folder.resolve(catalogue.aggregate() + ".schema.json"),
                    SchemaDocument.of(service, catalogue),
                    Compatibility::ofEvents);
            new SampleFile(folder.resolve(catalogue.aggregate() + ".samples.ndjson"), approve)
                    .verify(catalogue, samples);
        }
        if (catalogues.stream().anyMatch(ExternalIds::has)) {
            var rows = List.of(ExternalIds.ROW);
            document(
                    folder.resolve(ExternalIds.NAME + ".schema.json"),
                    SchemaDocument.of(service, ExternalIds.NAME, rows),
                    Compatibility::ofEvents);
            new SampleFile(folder.resolve(ExternalIds.NAME + ".samples.ndjson"), approve).verify(rows, samples);
        }
        new CatalogueFile(docs.resolve("catalogue.md"), approve)
                .verify(service, CatalogueTable.of(service, catalogues));
    }

    private void document(Path file, JsonNode generated, BiFunction<JsonNode, JsonNode, List<String>> breaksOf) {
        var text = JsonText.pretty(generated);
        if (Files.exists(file)) {
            var approved = read(file);
            if (approved.equals(text)) {
                return;
            }
            var breaks = breaksOf.apply(JsonText.read(approved), generated);
            if (!breaks.isEmpty()) {
                throw new AssertionError(
                        "%s: readers of the approved file would break, which nothing approves:%n  %s%nKeep what stands and add beside it."
                                .formatted(file, String.join(System.lineSeparator() + "  ", breaks)));
            }
            requireApproval(file, difference(approved, text));
        } else {
            requireApproval(file, "it does not stand yet");
        }
        write(file, text);
    }

    private void requireApproval(Path file, String difference) {
        if (!approve) {
            throw new AssertionError("%s: %s%n%s".formatted(file, difference, HOW));
        }
    }

    /** The first line that differs, both ways. */
    static String difference(String approved, String generated) {
        var before = approved.lines().toList();
        var after = generated.lines().toList();
        int line = 0;
        while (line < before.size() && line < after.size() && before.get(line).equals(after.get(line))) {
            line++;
        }
        return "differs from line %d on%n  approved:  %s%n  generated: %s"
                .formatted(line + 1, lineOf(before, line), lineOf(after, line));
    }

    private static String lineOf(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "(end of file)";
    }

    static List<PlatformProblem> platformProblems() {
        return Arrays.stream(ProblemCode.values())
                .map(code -> new PlatformProblem(code.name(), code.status(), code.title()))
                .toList();
    }

    static Path directory(String property) {
        var directory = System.getProperty(property);
        if (directory == null) {
            throw new IllegalStateException("system property %s is not set; Maven's surefire does".formatted(property));
        }
        return Path.of(directory);
    }

    /** A service's approved OpenAPI document, which its test holds against the code. */
    static JsonNode document(String service) {
        return JsonText.read(read(directory("contracts.dir").resolve(service).resolve("openapi.json")));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
