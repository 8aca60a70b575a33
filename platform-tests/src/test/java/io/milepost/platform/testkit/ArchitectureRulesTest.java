package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule turns red at what was planted for it, and at nothing in a fixture that keeps the rules. */
class ArchitectureRulesTest {
    private static final String FIXTURE = "io.milepost.platform.testkit.archfixture";
    private static final String BROKEN = FIXTURE + ".broken";
    private static final String SOUND = FIXTURE + ".sound";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(BROKEN);

    private static final Map<String, List<String>> VIOLATORS = Map.ofEntries(
            Map.entry("an aggregate is pure", List.of("ImpureThing", "NosyThing")),
            Map.entry("the types of an aggregate do not change", List.of("MutableThing.count", "OpenThing")),
            Map.entry("commands and events are plain values", List.of("ThingMadeEvent.anything")),
            Map.entry("Axon stays in the platform", List.of("AxonThing")),
            Map.entry("Kafka stays in the platform", List.of("KafkaThing")),
            Map.entry("MongoDB is for read models", List.of("MongoThing")),
            Map.entry("read models decide nothing", List.of("ThingBoard")),
            Map.entry("aggregates know no edge", List.of("ThingEdge")),
            Map.entry(
                    "time and chance arrive from outside",
                    List.of("askedNow", "askedToday", "drewId", "drewNumber", "askedLater")),
            Map.entry(
                    "names say what a thing is",
                    List.of("ThingManager has a name", "ThingManager lies in a package", "ThingMadeEvent repeats")),
            Map.entry("packages form no cycle", List.of("First", "Second")),
            Map.entry("transactions, threads and timers are the platform's", List.of("TimedThing.tick")),
            Map.entry("nothing is found by scanning", List.of("ScannedThing")));

    static List<String> rules() {
        return List.copyOf(ArchitectureRules.rules(BROKEN).keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void turn_red_at_what_was_planted(String name) {
        var violations = String.join(
                "\n",
                ArchitectureRules.rules(BROKEN)
                        .get(name)
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails());
        assertThat(VIOLATORS).containsKey(name);
        assertThat(violations).contains(VIOLATORS.get(name)).doesNotContain("wasTold");
    }

    @Test
    void stay_green_where_they_are_kept() {
        var sound = new ClassFileImporter().importPackages(SOUND);
        assertThat(sound).hasSizeGreaterThan(8);
        assertThat(ArchitectureRules.violations(sound, SOUND)).isEmpty();
    }

    @Test
    void say_so_when_there_is_nothing_to_check() {
        var nothing = new ClassFileImporter().importPackages("io.milepost.nowhere");
        assertThat(ArchitectureRules.violations(nothing, "io.milepost.nowhere"))
                .containsExactly("there is no class in io.milepost.nowhere");
        assertThatThrownBy(() -> ArchitectureRules.report(List.of("planted")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted");
    }

    @Test
    void look_into_the_sources_too(@TempDir Path sources) throws IOException {
        source(sources, "main/java/Long.java", "// line\n".repeat(301));
        source(sources, "main/java/Greedy.java", "try { x(); } catch (IOException | RuntimeException e) { }");
        source(sources, "main/java/Large.java", """
                package a.b;
                import static a.b.Own.No.*;
                import a.b.Own.*;
                import static io.milepost.platform.catalogue.Role.*;
                import a.b.*;
                import a.c.Other.*;
                import java.util.*;
                """);
        source(sources, "main/java/Open.java", "// TO" + "DO finish");
        source(sources, "test/java/Slow.java", "Thread.sl" + "eep(10);");
        source(sources, "main/java/Fine.java", "try { x(); } catch (IllegalStateException e) { }\n".repeat(300));
        source(sources, "test/java/Fine.java", "catch (Exception e) {}");
        assertThat(SourceRules.violations(sources))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("Greedy.java catches whatever comes"),
                        fault -> assertThat(fault).endsWith("Large.java imports at large: import a.b.*;"),
                        fault -> assertThat(fault).endsWith("Large.java imports at large: import a.c.Other.*;"),
                        fault -> assertThat(fault).endsWith("Large.java imports at large: import java.util.*;"),
                        fault -> assertThat(fault).contains("Long.java has 301 lines"),
                        fault -> assertThat(fault).contains("Open.java says that it is not finished"),
                        fault -> assertThat(fault).contains("Slow.java sleeps"));
    }

    private static void source(Path sources, String name, String text) throws IOException {
        var file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
