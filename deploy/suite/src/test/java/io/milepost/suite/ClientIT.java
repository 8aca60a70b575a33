package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published documents in the hands of others: linters find nothing wrong in them, and clients that are generated from them drive deals. */
class ClientIT {
    private static final Path CONTRACTS = Checkout.file("contracts");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery", "reporting");
    private static final Program JAVA_CLIENT = new Program("clients/java", "io.milepost.client.example.Deal");
    private static final Program CONSUMER = new Program("clients/consumer", "io.milepost.client.consumer.WonDeals");

    private static final Map<String, Optional<Npm>> PACKAGES = new HashMap<>();

    @Test
    void linters_find_no_error_in_any_document() {
        var npm = linters();
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
        var npm = linters();
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
        var npm = npm("clients/typescript");
        var built = npm.script("build");
        assertThat(built.exit()).as(built.output()).isZero();
        var driven = npm.node(
                Stream.concat(Stream.of("dist/example/deal.js"), parts()).toArray(String[]::new));
        assertThat(driven.exit()).as(driven.output()).isZero();
        assertThat(driven.output()).contains("WON ");
    }

    @Test
    void deals_of_the_java_client_are_booked_once_by_a_consumer_that_was_killed(@TempDir Path folder)
            throws IOException {
        var database = folder.resolve("won").toString();
        var servers = RunningSuite.shared().bootstrapServers();
        var first = won(folder);

        var log = folder.resolve("consumer.log");
        var consumer = CONSUMER.start(log, servers, database);
        try {
            await().atMost(Duration.ofMinutes(2))
                    .failFast(() -> assertThat(consumer.isAlive()).as(read(log)).isTrue())
                    .until(() -> read(log).contains("booked "));
        } finally {
            consumer.destroyForcibly().onExit().join();
        }

        var second = won(folder);
        var again = CONSUMER.run(folder, servers, database, "--once");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output().lines().filter(line -> line.startsWith(first)))
                .as("booked before the kill, and not again: %s", again.output())
                .hasSize(1);
        assertThat(again.output().lines().filter(line -> line.startsWith(second)))
                .hasSize(1);
        assertThat(again.output().lines().filter(line -> line.matches("opportunity.events.v1-\\d+ from [1-9]\\d*")))
                .as("it goes on where it stood")
                .isNotEmpty();

        var nothing = CONSUMER.run(folder, servers, database, "--once");
        assertThat(nothing.output()).contains(first, second).doesNotContain("booked ");
    }

    @Test
    void the_collection_has_every_operation_once(@TempDir Path folder) throws IOException {
        var node = npm("clients/typescript");
        var generated = node.node(Checkout.file("clients/bruno/generate.mjs").toString(), folder.toString());
        assertThat(generated.exit()).as(generated.output()).isZero();
        var json = new JsonMapper();
        for (var service : SERVICES) {
            var paths = json.readTree(
                            CONTRACTS.resolve(service).resolve("openapi.json").toFile())
                    .path("paths");
            var asked = paths.properties().stream()
                    .flatMap(path -> path.getValue().properties().stream()
                            .filter(method -> method.getValue().has("operationId"))
                            .map(method -> method.getKey() + " {{" + service + "}}"
                                    + path.getKey().replaceAll("\\{(\\w+)}", ":$1")))
                    .toList();
            assertThat(requests(folder.resolve(service))).as(service).containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    /** Method and address of each request of a folder. */
    private static List<String> requests(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(ClientIT::read)
                    .map(text -> text.replaceFirst(
                            "(?s).*?\\n(get|post|put|patch|delete) \\{\\n  url: (\\S+)\\n.*", "$1 $2"))
                    .toList();
        }
    }

    /** The opportunity of a deal that the Java client has driven. */
    private static String won(Path folder) {
        var driven = JAVA_CLIENT.run(folder, parts().toArray(String[]::new));
        assertThat(driven.exit()).as(driven.output()).isZero();
        return driven.output()
                .lines()
                .filter(line -> line.startsWith("WON "))
                .findFirst()
                .orElseThrow()
                .substring("WON ".length());
    }

    private static Stream<String> parts() {
        var suite = RunningSuite.shared();
        return Stream.of(Part.LEAD, Part.OPPORTUNITY, Part.CONTRACT, Part.LOCAL)
                .map(part -> suite.uri(part).toString());
    }

    private static Npm linters() {
        return npm("deploy/suite/src/test/linters");
    }

    /** A package with what it needs, installed once. */
    private static Npm npm(String source) {
        var installed = PACKAGES.computeIfAbsent(source, path -> {
            var from = Checkout.file(path);
            return Npm.installed(from, TARGET.resolve("npm").resolve(from.getFileName()));
        });
        assumeTrue(installed.isPresent(), "npm is needed for this");
        return installed.orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
