package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published documents in the hands of others: linters find nothing wrong in them, and a client that is generated from them drives a deal. */
class ClientIT {
    private static final Path CONTRACTS = Path.of(System.getProperty("milepost.root", "../.."))
            .resolve("contracts")
            .toAbsolutePath()
            .normalize();

    private static Npm npm;

    @BeforeAll
    static void install() {
        var installed = Npm.installed(Path.of("target/client").toAbsolutePath());
        assumeTrue(installed.isPresent(), "npm is needed for this");
        npm = installed.orElseThrow();
    }

    @Test
    void linters_find_no_error_in_any_document() {
        var redocly = npm.tool("redocly", lint(documents("openapi.json"), "--format=stylish"));
        assertThat(redocly.exit()).as(redocly.output()).isZero();
        var both = Stream.concat(documents("openapi.json").stream(), documents("asyncapi.json").stream())
                .toList();
        assertThat(both).hasSize(9);
        var spectral = npm.tool("spectral", lint(both, "--ruleset=.spectral.yaml", "--fail-severity=error"));
        assertThat(spectral.exit()).as(spectral.output()).isZero();
    }

    @Test
    void a_document_that_is_not_sound_is_found_out() throws IOException {
        var json = new JsonMapper();
        var broken = (ObjectNode)
                json.readTree(CONTRACTS.resolve("lead/openapi.json").toFile());
        broken.remove("servers");
        var post = broken.withObject("/paths/~1v1~1leads/post");
        post.remove("responses");
        // Only one of the two linters misses responses; both see an id that two operations have.
        post.put("operationId", broken.at("/paths/~1v1~1leads/get/operationId").asString());
        var file = npm.folder().resolve("broken.json");
        Files.write(file, json.writeValueAsBytes(broken));
        assertThat(npm.tool("redocly", lint(List.of(file), "--format=stylish")).exit())
                .isNotZero();
        assertThat(npm.tool("spectral", lint(List.of(file), "--ruleset=.spectral.yaml", "--fail-severity=error"))
                        .exit())
                .isNotZero();
    }

    @Test
    void a_generated_client_drives_a_deal_until_it_is_won() {
        for (var service : List.of("lead", "opportunity", "contract", "delivery", "reporting")) {
            var generated = npm.tool(
                    "openapi-typescript",
                    CONTRACTS.resolve(service).resolve("openapi.json").toString(),
                    "--output",
                    "src/" + service + ".ts");
            assertThat(generated.exit()).as(generated.output()).isZero();
        }
        var compiled = npm.tool("tsc");
        assertThat(compiled.exit()).as(compiled.output()).isZero();

        var suite = RunningSuite.shared();
        var parts = Stream.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.LOCAL)
                .map(part -> suite.uri(part).toString());
        var driven = npm.node(Stream.concat(Stream.of("dist/deal.js"), parts).toArray(String[]::new));
        assertThat(driven.exit()).as(driven.output()).isZero();
        assertThat(driven.output()).contains("WON ");
    }

    private static List<Path> documents(String name) {
        try (var folders = Files.list(CONTRACTS)) {
            return folders.map(folder -> folder.resolve(name))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] lint(List<Path> documents, String... options) {
        var arguments = new ArrayList<String>(List.of("lint"));
        documents.forEach(document -> arguments.add(document.toString()));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }
}
