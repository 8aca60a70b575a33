package io.milepost.platform.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the house over one service's compiled classes and sources; each has a planted violator in archfixture. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** Applies all rules to the main code of a service, {@code "io.milepost.leads"}, and to the sources of its module. */
    public static void check(String base) {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        var faults = new ArrayList<>(violations(main, base));
        faults.addAll(SourceRules.violations(Path.of("src")));
        report(faults);
    }

    static List<String> violations(JavaClasses classes, String base) {
        if (classes.isEmpty()) {
            return List.of("there is no class in " + base);
        }
        var faults = new ArrayList<String>();
        rules(base)
                .forEach((name, rule) -> rule.allowEmptyShould(true)
                        .evaluate(classes)
                        .getFailureReport()
                        .getDetails()
                        .forEach(detail -> faults.add(name + ": " + detail)));
        return faults;
    }

    static void report(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError("the architecture is not kept:%n  %s"
                    .formatted(String.join(System.lineSeparator() + "  ", faults)));
        }
    }

    /** All rules over classes by name, so that a test can ask for the one that a violator must break. */
    static Map<String, ArchRule> rules(String base) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "an aggregate is pure",
                classes()
                        .that(DomainRules.areOfAnAggregate(base))
                        .should(DomainRules.dependOnlyOnWhatADomainMayKnow(base)));
        rules.put(
                "the types of an aggregate do not change",
                classes().that(DomainRules.areOfAnAggregate(base)).should(DomainRules.beRecordsEnumsOrSealed()));
        rules.put(
                "commands and events are plain values",
                classes().that(DomainRules.areCommandsOrEvents()).should(DomainRules.beRecordsOfPlainValues()));
        rules.put("Axon stays in the platform", never(base, "org.axonframework.."));
        rules.put("Kafka stays in the platform", never(base, "org.apache.kafka..", "org.springframework.kafka.."));
        rules.put(
                "MongoDB is for read models",
                noClasses()
                        .that()
                        .resideInAPackage(base + "..")
                        .and()
                        .resideOutsideOfPackage(base + ".read..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson..")));
        rules.put(
                "read models decide nothing",
                noClasses()
                        .that()
                        .resideInAPackage(base + ".read..")
                        .should()
                        .dependOnClassesThat(DomainRules.decideSomething(base)));
        rules.put(
                "aggregates know no edge",
                noClasses()
                        .that(DomainRules.belongToAnAggregate(base))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(base + ".read..", base + ".automation..", base + ".inbound..")));
        rules.put(
                "time and chance arrive from outside",
                noClasses()
                        .that()
                        .resideInAPackage(base + "..")
                        .should()
                        .accessTargetWhere(NameRules.asksForTimeOrChance()));
        rules.put(
                "names say what a thing is",
                classes().that().resideInAPackage(base + "..").should(NameRules.haveAGoodName()));
        rules.put(
                "packages form no cycle",
                slices().matching(base + ".(**)").should().beFreeOfCycles());
        rules.put(
                "transactions, threads and timers are the platform's",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(base + "..")
                        .should(NameRules.haveNoAspect()));
        rules.put(
                "nothing is found by scanning",
                classes().that().resideInAPackage(base + "..").should(NameRules.notBeScanned()));
        return rules;
    }

    private static ArchRule never(String base, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages));
    }
}
