package io.milepost.delivery.kernel;

import static io.milepost.delivery.kernel.TaskRefusal.AMOUNT_NEGATIVE;
import static io.milepost.delivery.kernel.TaskRefusal.CURRENCIES_MIXED;
import static io.milepost.delivery.kernel.TaskRefusal.FINDINGS_MISSING;
import static io.milepost.delivery.kernel.TaskRefusal.LESSON_MISSING;
import static io.milepost.delivery.kernel.TaskRefusal.MEMBER_MISSING;
import static io.milepost.delivery.kernel.TaskRefusal.MEMBER_TWICE;
import static io.milepost.delivery.kernel.TaskRefusal.REFERENCE_MISSING;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.util.List;
import java.util.Optional;

/** What people do to close a project, whichever kind of project it is: it counts if it says enough. */
public sealed interface Work {

    /** A summary report, kept at the reference. */
    record Report(String reference) implements Work {}

    /** Something learned. */
    record Learning(String text) implements Work {}

    /** Members that are free for something else. */
    record Release(List<String> members) implements Work {
        public Release {
            members = List.copyOf(members);
        }
    }

    record Finance(FinancialResult result) implements Work {}

    record Quality(String findings) implements Work {}

    /** What is wrong with it: the reason and the JSON pointer to the field of its command. */
    record Fault(TaskRefusal reason, String pointer) {

        public <E> Refused<E> refused() {
            return Decision.<E>refused(reason).at(pointer);
        }
    }

    default Optional<Fault> fault() {
        return switch (this) {
            case Report(var reference) -> fault(reference.isBlank(), REFERENCE_MISSING, "/reference");
            case Learning(var text) -> fault(text.isBlank(), LESSON_MISSING, "/text");
            case Release(var members) ->
                fault(members.isEmpty() || members.stream().anyMatch(String::isBlank), MEMBER_MISSING, "/members")
                        .or(() -> Members.twice(members).stream()
                                .mapToObj(i -> new Fault(MEMBER_TWICE, "/members/" + i))
                                .findFirst());
            case Finance(var result) ->
                result.negative()
                        .map(pointer -> new Fault(AMOUNT_NEGATIVE, pointer))
                        .or(() -> result.foreign().map(pointer -> new Fault(CURRENCIES_MIXED, pointer)));
            case Quality(var findings) -> fault(findings.isBlank(), FINDINGS_MISSING, "/findings");
        };
    }

    private static Optional<Fault> fault(boolean wrong, TaskRefusal reason, String pointer) {
        return wrong ? Optional.of(new Fault(reason, pointer)) : Optional.empty();
    }
}
