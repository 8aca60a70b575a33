package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials (CycloneDX) in the jar of each part: what it says is what the jar carries, under licences that we may pass on. */
class BillOfMaterialsIT {
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** Names of SPDX. Of several licences that a component offers one is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "MIT",
            "MIT-0");

    /** Of the database for a first look, which nobody passes on as a part of a service. */
    private static final Set<String> ALLOWED_LOCALLY = Set.of("0BSD", "BSD-4-Clause", "Go License", "MPL-2.0");

    /** Put into each jar by the tool that packs it, so that {@code java -Djarmode=tools} can unpack it. */
    private static final String UNPACKER = "spring-boot-jarmode-tools-";

    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&#]+)");

    /** What the jar of a part carries beside our own classes, and what its bill says. */
    private record Contents(Set<String> carried, List<JsonNode> components) {}

    @ParameterizedTest
    @EnumSource(Part.class)
    @DisplayName("Every library in a part's jar is on its bill")
    void complete(Part part) {
        var read = read(part);

        assertThat(read.carried()).hasSizeGreaterThan(20);
        assertThat(missing(read.carried(), read.components())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    @DisplayName("Every component on the bill has a licence that we may pass on")
    void licensed(Part part) {
        var allowed = new HashSet<>(ALLOWED);
        if (part == Part.LOCAL) {
            allowed.addAll(ALLOWED_LOCALLY);
        }

        assertThat(read(part).components())
                .filteredOn(component -> licences(component).noneMatch(allowed::contains))
                .extracting(BillOfMaterialsIT::file)
                .isEmpty();
    }

    @Test
    @DisplayName("A library that is not on the bill, and one without a licence of ours, are noticed")
    void noticed() {
        var mapper = JsonMapper.shared();
        var bare = mapper.createObjectNode().put("name", "smuggled").put("version", "1.0");
        var copyleft = mapper.createObjectNode().put("name", "strict").put("version", "3");
        copyleft.putArray("licenses").addObject().putObject("license").put("id", "AGPL-3.0-only");

        assertThat(missing(Set.of("smuggled-1.0.jar", "other-2.jar"), List.of(bare)))
                .containsExactly("other-2.jar");
        assertThat(licences(bare)).isEmpty();
        assertThat(licences(copyleft)).containsExactly("AGPL-3.0-only").noneMatch(ALLOWED::contains);
    }

    private static List<String> missing(Set<String> carried, List<JsonNode> components) {
        var listed = components.stream().map(BillOfMaterialsIT::file).collect(Collectors.toSet());
        return carried.stream().filter(jar -> !listed.contains(jar)).sorted().toList();
    }

    /** Those to choose from; of several that hold together none is known. */
    private static Stream<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(stated -> stated.has("expression")
                        ? Stream.of(stated.path("expression")
                                .asString()
                                .replaceAll("[()]", "")
                                .split(" OR "))
                        : Stream.of(stated.path("license")
                                .path("id")
                                .asString(stated.path("license").path("name").asString(""))));
    }

    /** As a jar of this component is called. */
    private static String file(JsonNode component) {
        var classifier = CLASSIFIER.matcher(component.path("purl").asString(""));
        return "%s-%s%s.jar"
                .formatted(
                        component.path("name").asString(),
                        component.path("version").asString(),
                        classifier.find() ? "-" + classifier.group(1) : "");
    }

    private static Contents read(Part part) {
        try (var jar = new JarFile(part.packaged().toFile())) {
            assertThat(jar.getEntry(BILL))
                    .as("the bill of %s, which a build that is offline does not write", part)
                    .isNotNull();
            var carried = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .filter(name -> !name.startsWith(UNPACKER))
                    .collect(Collectors.toSet());
            return new Contents(
                    carried,
                    JsonMapper.shared()
                            .readTree(jar.getInputStream(jar.getEntry(BILL)))
                            .path("components")
                            .valueStream()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
