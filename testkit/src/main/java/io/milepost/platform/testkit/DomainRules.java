package io.milepost.platform.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.milepost.platform.documents.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate may know and be made of. Its package is the one that has its catalogue, with all below; everything in it but the
 * catalogue decides, and is pure.
 */
final class DomainRules {
    private static final List<String> ALWAYS_KNOWN =
            List.of("java.", "org.jspecify.", "io.milepost.platform.decision.", "io.milepost.platform.value.");
    private static final List<String> EDGES = List.of("read", "automation", "inbound", "process");

    private DomainRules() {}

    /** Its own aggregate, its context's kernel, and what {@link #ALWAYS_KNOWN} lists. */
    static ArchCondition<JavaClass> dependOnlyOnWhatADomainMayKnow(String base) {
        return condition("depend only on what a domain may know", (type, fault) -> {
            var own = aggregateOf(type);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                var target = dependency.getTargetClass().getBaseComponentType();
                var name = target.getName();
                if (!target.isPrimitive()
                        && ALWAYS_KNOWN.stream().noneMatch(name::startsWith)
                        && !(own != null && isIn(target, own))
                        && !isIn(target, base + ".kernel")) {
                    fault.accept(dependency.getDescription());
                }
            });
        });
    }

    static ArchCondition<JavaClass> beRecordsEnumsOrSealed() {
        return condition("be records, enums, sealed interfaces or functions without state", (type, fault) -> {
            if (type.getSimpleName().equals("package-info")
                    || type.isRecord()
                    || type.isEnum()
                    || type.reflect().isSynthetic()) {
                return;
            }
            if (type.isInterface()) {
                if (!type.reflect().isSealed()) {
                    fault.accept(type.getName() + " is an interface that anyone may implement");
                }
                return;
            }
            // An enum constant with a body is a class of its own.
            if (type.reflect().getSuperclass().isEnum()) {
                return;
            }
            if (!type.getModifiers().contains(JavaModifier.FINAL)) {
                fault.accept(type.getName() + " is a class that anyone may extend");
            }
            type.getFields().stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                            || !field.getModifiers().contains(JavaModifier.FINAL))
                    .forEach(field -> fault.accept(field.getFullName() + " is state outside of a record"));
        });
    }

    /** Records of a sealed type in a domain that is named as commands or events are. */
    static DescribedPredicate<JavaClass> areCommandsOrEvents() {
        return DescribedPredicate.describe(
                "are commands or events",
                type -> type.isRecord()
                        && (aggregateOf(type) != null)
                        && type.getRawInterfaces().stream()
                                .anyMatch(face -> face.getSimpleName().matches(".*(Command|Event)")));
    }

    static ArchCondition<JavaClass> beRecordsOfPlainValues() {
        return condition("be records of plain values", (type, fault) -> {
            try {
                Fields.of(type.reflect().asSubclass(Record.class));
            } catch (IllegalArgumentException e) {
                fault.accept(type.getName() + ": " + e.getMessage());
            }
        });
    }

    /** All of an aggregate but its catalogue. */
    static DescribedPredicate<JavaClass> areOfAnAggregate(String base) {
        return DescribedPredicate.describe(
                "are of an aggregate", type -> isIn(type, base) && aggregateOf(type) != null && !isCatalogue(type));
    }

    /** Commands, refusals, and the types that hold decide. */
    static DescribedPredicate<JavaClass> decideSomething(String base) {
        return DescribedPredicate.describe(
                "decide something",
                type -> isIn(type, base)
                        && (type.getSimpleName().matches(".*(Command|Refusal|Policy)|No")
                                || (aggregateOf(type) != null
                                        && type.getMethods().stream()
                                                .anyMatch(method ->
                                                        method.getName().equals("decide")))));
    }

    static DescribedPredicate<JavaClass> belongToAnAggregate(String base) {
        return DescribedPredicate.describe(
                "belong to an aggregate",
                type -> isIn(type, base)
                        && !type.getPackageName().equals(base)
                        && EDGES.stream().noneMatch(edge -> isIn(type, base + "." + edge)));
    }

    static ArchCondition<JavaClass> condition(String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }

    private static boolean isIn(JavaClass type, String ancestor) {
        return type.getPackageName().equals(ancestor) || type.getPackageName().startsWith(ancestor + ".");
    }

    private static boolean isCatalogue(JavaClass type) {
        return type.getName().matches(".*Catalogue(\\$.*)?");
    }

    /** The package of the aggregate that the type belongs to. */
    private static @Nullable String aggregateOf(JavaClass type) {
        for (var of = Optional.of(type.getPackage());
                of.isPresent();
                of = of.get().getParent()) {
            if (of.get().getClasses().stream().anyMatch(DomainRules::isCatalogue)) {
                return of.get().getName();
            }
        }
        return null;
    }
}
