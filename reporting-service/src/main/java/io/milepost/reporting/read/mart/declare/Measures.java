package io.milepost.reporting.read.mart.declare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures that a dataset gives. */
public record Measures<R>(Dataset<?, R> dataset, List<Measure<R>> all) {
    public Measures {
        all = List.copyOf(all);
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
        return with(new Measure.Net<>(name, Label.of(label), List.of(plus), List.of(minus)));
    }

    public Measures<R> age(
            String name, String label, Function<R, @Nullable LocalDate> since, Measure.Statistic... statistics) {
        return with(new Measure.Age<>(name, Label.of(label), since, List.of(statistics)));
    }

    public Optional<Measure<R>> measure(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    public List<Measure.Summed<R>> summed() {
        var sums = new ArrayList<Measure.Summed<R>>();
        for (var measure : all) {
            if (measure instanceof Measure.Summed<R> sum) {
                sums.add(sum);
            }
        }
        return sums;
    }

    public List<Measure.Age<R>> ages() {
        var ages = new ArrayList<Measure.Age<R>>();
        for (var measure : all) {
            if (measure instanceof Measure.Age<R> age) {
                ages.add(age);
            }
        }
        return ages;
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
                case Measure.Age<R> age -> {
                    if (age.statistics().isEmpty()) {
                        throw wrong(age, "say which statistic");
                    }
                    age.statistics().forEach(statistic -> names.add(age.name() + statistic.suffix()));
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
        var kinds = new java.util.HashSet<List<Boolean>>();
        for (String name : of) {
            if (!(measure(name).orElse(null) instanceof Measure.Summed<R> sum)) {
                throw wrong(whole, name + " is no sum that is declared");
            }
            kinds.add(List.of(sum.isStock(), sum.value().isMoney()));
        }
        if (kinds.size() > 1) {
            throw wrong(whole, "it mixes stocks with flows or money with counts");
        }
    }

    private WrongDeclarationException wrong(Measure<R> measure, String fault) {
        return new WrongDeclarationException("measure %s of %s: %s".formatted(measure.name(), dataset.name(), fault));
    }
}
