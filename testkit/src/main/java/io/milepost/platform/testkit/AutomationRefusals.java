package io.milepost.platform.testkit;

import static io.milepost.platform.testkit.AutomationStage.require;

import io.milepost.platform.command.Outcome;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The fifth of {@link AutomationLaw}: what refuses an automation, and what then becomes of it. */
final class AutomationRefusals {
    private final Automation<?> automation;
    private final AutomationCase declared;
    private final AutomationStage stage;

    AutomationRefusals(Automation<?> automation, AutomationCase declared, AutomationStage stage) {
        this.automation = automation;
        this.declared = declared;
        this.stage = stage;
    }

    void check() {
        var met = new TreeSet<String>();
        for (var situation : situations()) {
            if (met.isEmpty() || !met.containsAll(expected())) {
                met.addAll(refusals(situation));
            }
        }
        var never = expected().stream().filter(code -> !met.contains(code)).toList();
        require(never.isEmpty(), "nothing is refused with %s; say where it is".formatted(never));
        require(
                !met.isEmpty()
                        || stage.asked().stream()
                                .allMatch(command -> stage.catalogueOf(command)
                                        .command(command.command().getClass())
                                        .noting()),
                "no refusal was met");
    }

    /** What settles it, and what is declared. */
    private Set<String> expected() {
        var expected = new TreeSet<>(settling());
        expected.addAll(declared.refused().keySet());
        return expected;
    }

    private List<String> settling() {
        return automation.settledBy().stream().map(Refusal::name).toList();
    }

    /** What is declared, nothing, what is given, and one or two events of its targets, alone or after what is given. */
    private List<List<String>> situations() {
        var own = stage.asked().stream()
                .flatMap(command -> stage.catalogueOf(command).events().stream())
                .map(row -> row.name())
                .distinct()
                .toList();
        var found = new ArrayList<>(declared.refused().values());
        found.add(List.of());
        found.add(declared.given());
        if (declared.late() != null) {
            found.add(declared.late());
        }
        for (var first : own) {
            found.add(List.of(first));
            found.add(Stream.concat(declared.given().stream(), Stream.of(first)).toList());
        }
        own.forEach(first -> own.forEach(second -> found.add(List.of(first, second))));
        return found;
    }

    /** The refusals that are met there, each answered as it has to be; none where no history leads there. */
    private Set<String> refusals(List<String> situation) {
        var codes = new ArrayList<String>();
        try {
            var told = stage.after(situation);
            var cause = stage.tell(request -> {
                var outcome = told.send(request);
                switch (outcome) {
                    case Outcome.Refused refused -> codes.add(refused.code());
                    case Outcome.Unknown _ -> codes.add(Automation.Unreached.UNKNOWN_TARGET.name());
                    case Outcome.AlreadyExists _ -> codes.add(Automation.Unreached.ALREADY_EXISTS.name());
                    default -> {}
                }
                return CompletableFuture.completedFuture(outcome);
            });
            var parking = codes.stream()
                    .filter(code -> !settling().contains(code))
                    .findFirst()
                    .orElse(null);
            require(
                    Objects.equals(cause, parking),
                    "after %s it parks as %s, not as %s".formatted(situation, cause, parking));
            int after = told.log().size();
            require(
                    Objects.equals(stage.tell(told), cause) && told.log().size() == after,
                    "after %s it is refused again and leaves more".formatted(situation));
        } catch (RuntimeException impossible) {
            return Set.of();
        }
        return Set.copyOf(codes);
    }
}
