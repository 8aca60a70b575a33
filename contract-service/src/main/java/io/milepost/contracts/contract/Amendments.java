package io.milepost.contracts.contract;

import static java.util.Comparator.naturalOrder;

import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.ContractView.ValueFrom;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a signed contract was changed. On a day those amendments count that are effective by then, each on top of those that were
 * made before it: an amendment that reaches back changes what was agreed for the days in between, and leaves later ones as they are.
 *
 * @param made in the order in which they were
 * @param pending what change orders that are still under way would add to the value, by their ids
 */
public record Amendments(List<ContractAmended> made, Map<UUID, Money> pending) {
    static final Amendments NONE = new Amendments(List.of(), Map.of());

    public Amendments {
        made = List.copyOf(made);
        pending = Map.copyOf(pending);
    }

    Amendments with(AmendmentEvent event) {
        return switch (event) {
            case ContractAmended amended ->
                new Amendments(
                        Stream.concat(made.stream(), Stream.of(amended)).toList(),
                        without(pending, amended.changeOrderId()));
            case ContractForecastChanged(var order, var change, var _) -> {
                var others = without(pending, order);
                if (change != null) {
                    others.put(order, change);
                }
                yield new Amendments(made, others);
            }
        };
    }

    private static Map<UUID, Money> without(Map<UUID, Money> pending, UUID order) {
        var others = new LinkedHashMap<>(pending);
        others.remove(order);
        return others;
    }

    boolean include(UUID changeOrder) {
        return made.stream().anyMatch(one -> one.changeOrderId().equals(changeOrder));
    }

    int nextNumber() {
        return made.size() + 1;
    }

    /** Greater than that of any line which there ever was. */
    int nextLine(Agreement original) {
        return made.stream()
                        .flatMap(one -> one.lines().stream())
                        .map(line -> Objects.requireNonNull(line.number()))
                        .max(naturalOrder())
                        .map(last -> Math.max(last, original.lines().size()))
                        .orElse(original.lines().size())
                + 1;
    }

    Agreement current(Agreement original) {
        var terms = original.terms();
        var agreement = original;
        for (var amendment : made) {
            terms = amendment.terms() == null ? terms : amendment.terms().applyTo(terms);
            for (var clause : Objects.requireNonNullElse(amendment.clauses(), List.<Clause>of())) {
                agreement = agreement.with(clause);
            }
        }
        var lines = linesNow(original).stream().map(NumberedLine::line).toList();
        return new Agreement(
                value(original, _ -> true), lines, terms, agreement.clauses(), original.payments(), original.wording());
    }

    List<NumberedLine> linesNow(Agreement original) {
        return numbered(lines(original, _ -> true));
    }

    /** What was agreed for this day, as it is known now. */
    Money valueOn(Agreement original, LocalDate day) {
        return value(original, amendment -> !amendment.effectiveOn().isAfter(day));
    }

    /** Each day on which the value may have changed, beginning with the signature. */
    List<ValueFrom> values(Agreement original, LocalDate signedOn) {
        return Stream.concat(Stream.of(signedOn), made.stream().map(ContractAmended::effectiveOn))
                .distinct()
                .sorted()
                .map(day -> new ValueFrom(day, valueOn(original, day)))
                .toList();
    }

    /** With what is still under way, as it is assessed now. */
    Money forecast(Agreement original) {
        return pending.values().stream().reduce(value(original, _ -> true), Money::plus);
    }

    /** A contract without lines has a value all the same, which amendments add to. */
    private Money value(Agreement original, Predicate<ContractAmended> counts) {
        var base = original.lines().stream().map(ContractLine::amount).reduce(original.value(), Money::minus);
        return lines(original, counts).values().stream()
                .map(ContractLine::amount)
                .reduce(base, Money::plus);
    }

    private SortedMap<Integer, ContractLine> lines(Agreement original, Predicate<ContractAmended> counts) {
        var lines = new TreeMap<Integer, ContractLine>();
        IntStream.range(0, original.lines().size())
                .forEach(i -> lines.put(i + 1, original.lines().get(i)));
        made.stream().filter(counts).flatMap(one -> one.lines().stream()).forEach(line -> {
            var number = Objects.requireNonNull(line.number());
            if (line.after() == null) {
                lines.remove(number);
            } else {
                lines.put(number, line.after());
            }
        });
        return lines;
    }

    private static List<NumberedLine> numbered(SortedMap<Integer, ContractLine> lines) {
        var all = new ArrayList<NumberedLine>();
        lines.forEach((number, line) -> all.add(new NumberedLine(number, line)));
        return all;
    }
}
