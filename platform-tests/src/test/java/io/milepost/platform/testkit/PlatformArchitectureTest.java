package io.milepost.platform.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.milepost.platform.sealing.Sealer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The platform keeps its own rules: small libraries without cycles, frameworks each in one place, no clock of its own. */
class PlatformArchitectureTest {
    private static final String BASE = "io.milepost.platform";
    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/testkit/"))
            .importPackages(BASE);

    @Test
    void packages_form_no_cycle() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(PLATFORM);
    }

    @Test
    void what_domains_may_know_is_plain_java() {
        classes()
                .that()
                .resideInAnyPackage(BASE + ".decision..", BASE + ".value..", BASE + ".catalogue..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", BASE + ".decision..", BASE + ".value..", BASE + ".catalogue.."))
                .check(PLATFORM);
    }

    @Test
    void axon_is_known_in_one_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".axon..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.axonframework.."))
                .check(PLATFORM);
    }

    @Test
    void what_is_sealed_is_opened_in_one_place() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Sealer")
                .and()
                .haveNameNotMatching(".*\\.PersonalAnswers(\\$.*)?")
                .should()
                .callMethodWhere(describe(
                        "a sealed text is opened",
                        call -> call.getTargetOwner().isEquivalentTo(Sealer.class)
                                && call.getTarget().getName().equals("unseal")))
                .check(PLATFORM);
        assertThat(PLATFORM.get("io.milepost.platform.web.PersonalAnswers").getMethodCallsFromSelf())
                .as("what the rule looks for is there")
                .anyMatch(call -> call.getTarget().getName().equals("unseal"));
    }

    @Test
    void time_comes_from_the_one_clock_bean() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ReadingPlatform")
                .should()
                .accessTargetWhere(NameRules.asksForTime())
                .check(PLATFORM);
    }

    @Test
    void names_say_what_a_thing_is() {
        classes().should(NameRules.haveAGoodName()).check(PLATFORM);
    }

    @Test
    void files_are_short_and_finished() {
        assertThat(Stream.of("src", "../testkit/src", "../platform/src")
                        .flatMap(sources -> SourceRules.violations(Path.of(sources)).stream()))
                .filteredOn(fault -> !fault.contains("catches whatever comes"))
                .isEmpty();
    }
}
