package io.milepost.contracts.contract;

import io.milepost.contracts.contract.Contract.Signed;
import io.milepost.contracts.contract.ContractView.LineHistory;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.NumberedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which amendment added, changed or took away which line of a contract. */
final class LineHistories {
    /** What one amendment did to a line. */
    private record Step(int amendment, AmendedLine line) {}

    private LineHistories() {}

    static List<LineHistory> of(Signed contract) {
        var amendments = contract.amendments();
        if (amendments.made().isEmpty()) {
            return List.of();
        }
        var steps = new TreeMap<Integer, List<Step>>();
        for (int number = 1; number <= contract.original().lines().size(); number++) {
            steps.put(number, new ArrayList<>());
        }
        for (var amendment : amendments.made()) {
            for (var line : amendment.lines()) {
                steps.computeIfAbsent(Objects.requireNonNull(line.number()), _ -> new ArrayList<>())
                        .add(new Step(amendment.number(), line));
            }
        }
        var now = amendments.linesNow(contract.original());
        return steps.entrySet().stream()
                .map(entry -> history(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static LineHistory history(int number, List<Step> steps, List<NumberedLine> now) {
        var line = now.stream()
                .filter(one -> one.number() == number)
                .map(NumberedLine::line)
                .findFirst()
                .orElse(null);
        return new LineHistory(
                number,
                line,
                last(steps.stream().filter(step -> step.line().before() == null)),
                steps.stream()
                        .filter(step ->
                                step.line().before() != null && step.line().after() != null)
                        .map(Step::amendment)
                        .toList(),
                line != null
                        ? null
                        : last(steps.stream().filter(step -> step.line().after() == null)));
    }

    private static @Nullable Integer last(Stream<Step> steps) {
        return steps.map(Step::amendment).reduce((_, later) -> later).orElse(null);
    }
}
