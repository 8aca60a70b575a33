package io.milepost.reporting.read.mart.declare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a dataset gives.
 *
 * @param summed those of them that are kept as sums, as they are asked for with each row
 */
public record Measures<R>(Dataset<?, R> dataset, List<Measure<R>> all, List<Measure.Summed<R>> summed) {

    public Measures(Dataset<?, R> dataset, List<Measure<R>> all) {
        this(dataset, List.copyOf(all), summedOf(all));
    }

    public Measures<R> stock(String name, String label, Value<R> value) {
        return with(new Measure.Stock<>(name, Label.of(label), value));
    }

    public Measures<R> flow(String name, String label, Value<R> value) {
        return with(new Measure.Flow<>(name, Label.of(label), value));
    }

    /** One sum as a share of others together. */
    public Measures<R> ratio(String name, String label, String part, List<String> whole) {
        return ratio(name, label, List.of(part), whole);
    }

    /** A share of sums. */
    public Measures<R> ratio(String name, String label, List<String> part, List<String> whole) {
        return with(new Measure.Ratio<>(name, Label.of(label), part, whole));
    }

    /** One sum without another. */
    public Measures<R> net(String name, String label, String plus, String minus) {
        return net(name, label, List.of(plus), List.of(minus));
    }

    /** Sums without others. */
    public Measures<R> net(String name, String label, List<String> plus, List<String> minus) {
        return with(new Measure.Net<>(name, Label.of(label), plus, minus));
    }

    /** A stock as it was when the period began. */
    public Measures<R> opening(String name, String label, String stock) {
        return with(new Measure.Opening<>(name, Label.of(label), stock));
    }

    /** How many subjects did something in the period, each once. */
    public Measures<R> distinct(String name, String label, Function<R, @Nullable LocalDate> on) {
        return with(new Measure.Distinct<>(name, Label.of(label), null, on));
    }

    /** How many different values of a dimension were in it, such as customers of contracts. */
    public Measures<R> distinct(String name, String label, String of, Function<R, @Nullable LocalDate> on) {
        return with(new Measure.Distinct<>(name, Label.of(label), of, on));
    }

    /** The days since something, of what stands. */
    public Measures<R> age(
            String name, String label, Function<R, @Nullable LocalDate> since, Measure.Statistic... statistics) {
        return with(new Measure.Days<>(name, Label.of(label), Measure.Days.Of.AGE, since, null, List.of(statistics)));
    }

    /** The days from when something was to be to when it was, or as long as it is late to the report's day. */
    public Measures<R> slip(
            String name,
            String label,
            Function<R, @Nullable LocalDate> planned,
            Function<R, @Nullable LocalDate> actual,
            Measure.Statistic... statistics) {
        return with(
                new Measure.Days<>(name, Label.of(label), Measure.Days.Of.SLIP, planned, actual, List.of(statistics)));
    }

    /** The days from when something began to when it ended, of what ended in the period. */
    public Measures<R> span(
            String name,
            String label,
            Function<R, @Nullable LocalDate> begun,
            Function<R, @Nullable LocalDate> ended,
            Measure.Statistic... statistics) {
        return with(new Measure.Days<>(name, Label.of(label), Measure.Days.Of.SPAN, begun, ended, List.of(statistics)));
    }

    public Optional<Measure<R>> measure(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static <R> List<Measure.Summed<R>> summedOf(List<Measure<R>> all) {
        var sums = new ArrayList<Measure.Summed<R>>();
        for (var measure : all) {
            if (measure instanceof Measure.Summed<R> sum) {
                sums.add(sum);
            }
        }
        return List.copyOf(sums);
    }

    /** Those that are read from the rows alone. */
    public List<Measure<R>> ofRows() {
        return all.stream()
                .filter(measure -> measure instanceof Measure.Distinct || measure instanceof Measure.Days)
                .toList();
    }

    private Measures<R> with(Measure<R> next) {
        var more = new ArrayList<>(all);
        more.add(next);
        return new Measures<>(dataset, more);
    }

    void check() {
        var names = new Names("measures of " + dataset.name());
        names.add(dataset.id());
        dataset.groupings().forEach(names::add);
        dataset.amounts().forEach(amount -> names.add(amount.column()));
        for (var measure : all) {
            names.add(measure.name());
            if (measure.dayColumn() != null) {
                names.add(measure.dayColumn());
            }
            switch (measure) {
                case Measure.Stock<R> stock -> {
                    if (stock.value().on() != null) {
                        throw wrong(stock, "a stock stands and does not happen on a day: leave out on(..)");
                    }
                }
                case Measure.Flow<R> flow -> {
                    if (flow.value().on() == null || flow.value().since() != null) {
                        throw wrong(flow, "a flow happened on a day: say on(..), and nothing of since(..)");
                    }
                }
                case Measure.Ratio<R> ratio -> checkParts(ratio, ratio.part(), ratio.whole());
                case Measure.Net<R> net -> checkParts(net, net.plus(), net.minus());
                case Measure.Opening<R> opening -> {
                    if (!(measure(opening.of()).orElse(null) instanceof Measure.Stock)) {
                        throw wrong(opening, opening.of() + " is no stock that is declared");
                    }
                }
                case Measure.Distinct<R> distinct -> {
                    if (distinct.of() != null
                            && dataset.dimension(distinct.of()).isEmpty()) {
                        throw wrong(distinct, distinct.of() + " is no dimension");
                    }
                }
                case Measure.Days<R> days -> {
                    if (days.statistics().isEmpty()) {
                        throw wrong(days, "say which statistic");
                    }
                    if (days.untilColumn() != null) {
                        names.add(days.untilColumn());
                    }
                    days.statistics().forEach(statistic -> names.add(days.name() + statistic.suffix()));
                }
            }
        }
    }

    private void checkParts(Measure<R> whole, List<String> first, List<String> second) {
        var of = new ArrayList<>(first);
        of.addAll(second);
        if (first.isEmpty() || second.isEmpty()) {
            throw wrong(whole, "it is of something");
        }
        var kinds = new java.util.HashSet<String>();
        for (String name : of) {
            kinds.add(
                    switch (measure(name).orElse(null)) {
                        case Measure.Summed<R> sum ->
                            "%s %s".formatted(sum.isStock(), sum.value().isMoney());
                        case Measure.Distinct<R> distinct
                        when whole instanceof Measure.Ratio ->
                            distinct.getClass().getSimpleName();
                        case null, default -> throw wrong(whole, name + " is no sum that is declared");
                    });
        }
        if (kinds.size() > 1) {
            throw wrong(whole, "it mixes stocks with flows or money with counts");
        }
    }

    private WrongDeclarationException wrong(Measure<R> measure, String fault) {
        return new WrongDeclarationException("measure %s of %s: %s".formatted(measure.name(), dataset.name(), fault));
    }
}
