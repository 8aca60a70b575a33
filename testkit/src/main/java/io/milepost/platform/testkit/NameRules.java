package io.milepost.platform.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a thing may be called, and what it may not call. */
final class NameRules {
    private static final Pattern BANNED =
            Pattern.compile("(Abstract|Base|Common)[A-Z].*|.*(Impl|Utils?|Helper|Manager|D[Tt][Oo])");
    private static final Pattern BANNED_PACKAGE =
            Pattern.compile("(.*\\.)?(utils?|common|helpers?|misc|shared)(\\..*)?");
    private static final Pattern MEMBER = Pattern.compile(".+(Event|Command)");
    private static final Set<String> NOW = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");
    private static final Set<String> CHANCE =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");
    private static final Set<String> TIME_CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");
    private static final Set<String> CHANCE_CALLS = Set.of(
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");
    private static final List<String> ASPECTS =
            List.of(".Transactional", ".Async", ".Scheduled", ".EventListener", ".KafkaListener");
    private static final List<String> SCANNING = List.of(
            "org.springframework.stereotype.",
            "org.springframework.context.annotation.ComponentScan",
            "org.springframework.boot.autoconfigure.SpringBootApplication");

    private NameRules() {}

    static DescribedPredicate<JavaAccess<?>> asksForTimeOrChance() {
        return DescribedPredicate.describe(
                "asks for time or chance", access -> asksForTime(access) || asksForChance(access));
    }

    static DescribedPredicate<JavaAccess<?>> asksForTime() {
        return DescribedPredicate.describe("asks for time", NameRules::asksForTime);
    }

    /** A {@code now} that is given a clock is fine, one that looks for its own is not. */
    private static boolean asksForTime(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = access.getTargetOwner().getName();
        return (NOW.contains(owner)
                        && access.getName().equals("now")
                        && !target.getFullName().contains("(java.time.Clock)"))
                || TIME_CALLS.contains(owner + "." + access.getName());
    }

    private static boolean asksForChance(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        return (CHANCE.contains(owner) && access.getName().equals("<init>"))
                || CHANCE_CALLS.contains(owner + "." + access.getName());
    }

    static ArchCondition<JavaClass> haveAGoodName() {
        return DomainRules.condition("have a name that says what it is", (type, fault) -> {
            var name = type.getSimpleName();
            if (BANNED.matcher(name).matches()) {
                fault.accept(type.getName() + " has a name for anything");
            }
            if (BANNED_PACKAGE.matcher(type.getPackageName()).matches()) {
                fault.accept(type.getName() + " lies in a package for anything");
            }
            if (type.isRecord()
                    && MEMBER.matcher(name).matches()
                    && type.getRawInterfaces().stream()
                            .anyMatch(face -> face.reflect().isSealed())) {
                fault.accept(type.getName() + " repeats what its sealed type says");
            }
        });
    }

    static ArchCondition<JavaMethod> haveNoAspect() {
        return new ArchCondition<>("have no aspect") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (isAnnotated(method, name -> ASPECTS.stream().anyMatch(name::endsWith))) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " leaves its work to an aspect"));
                }
            }
        };
    }

    static ArchCondition<JavaClass> notBeScanned() {
        return DomainRules.condition("not be found by scanning", (type, fault) -> {
            if (isAnnotated(type, name -> SCANNING.stream().anyMatch(name::startsWith))) {
                fault.accept(type.getName() + " scans or waits to be found by a scan");
            }
        });
    }

    private static boolean isAnnotated(HasAnnotations<?> annotated, Predicate<String> names) {
        return annotated.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .map(JavaClass::getName)
                .anyMatch(names);
    }
}
