package io.milepost.reporting.read.mart.declare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is declared, found right as a whole. */
public final class Declarations {
    private final List<Measures<?>> measures;
    private final List<Report> reports;
    private final Map<String, Reference<?>> references = new LinkedHashMap<>();

    /** @param measures of every dataset one, with or without figures */
    public Declarations(List<Measures<?>> measures, List<Report> reports) {
        this.measures = List.copyOf(measures);
        this.reports = List.copyOf(reports);
        check();
    }

    public List<Measures<?>> measures() {
        return measures;
    }

    public List<Report> reports() {
        return reports;
    }

    public List<Reference<?>> references() {
        return List.copyOf(references.values());
    }

    /** Datasets by what they are folded of: those over the same fold share its views. */
    public List<List<Measures<?>>> folded() {
        var byFold = new LinkedHashMap<Fold<?>, List<Measures<?>>>();
        measures.forEach(of -> byFold.computeIfAbsent(of.dataset().fold(), _ -> new ArrayList<>())
                .add(of));
        return List.copyOf(byFold.values());
    }

    public Optional<Report> report(String name) {
        return reports.stream().filter(report -> report.name().equals(name)).findFirst();
    }

    public Optional<Measures<?>> dataset(String name) {
        return measures.stream().filter(of -> of.dataset().name().equals(name)).findFirst();
    }

    public Set<String> sources() {
        var sources = new LinkedHashSet<String>();
        measures.forEach(of -> sources.add(of.dataset().fold().source()));
        references.values().forEach(reference -> sources.add(reference.fold().source()));
        return sources;
    }

    /** One for each set of dimensions by which a report is told apart, with what that report shows. */
    public <R> List<Rollup<R>> rollups(Measures<R> of) {
        var sums = new LinkedHashMap<Set<String>, Set<Measure.Summed<R>>>();
        for (var report : reports.stream().flatMap(one -> one.parts().stream()).toList()) {
            if (report.kept() && report.measures().equals(of)) {
                var dimensions = new LinkedHashSet<String>();
                report.by().forEach(by -> of.dataset().storedFor(by).ifPresent(dimensions::add));
                sums.computeIfAbsent(dimensions, _ -> new LinkedHashSet<>()).addAll(shown(of, report.names()));
            }
        }
        var rollups = new ArrayList<Rollup<R>>();
        sums.forEach((names, shown) -> {
            var dimensions = of.dataset().dimensions().stream()
                    .filter(dimension -> names.contains(dimension.name()))
                    .toList();
            var inOrder = of.summed().stream().filter(shown::contains).toList();
            if (!inOrder.isEmpty()) {
                rollups.add(new Rollup<>(
                        rollups.size() + 1,
                        dimensions,
                        inOrder.stream().filter(Measure.Summed::isStock).toList(),
                        inOrder.stream().filter(sum -> !sum.isStock()).toList()));
            }
        });
        return rollups;
    }

    /** The sums behind some figures. */
    public static <R> Set<Measure.Summed<R>> shown(Measures<R> of, List<String> names) {
        var sums = new LinkedHashSet<Measure.Summed<R>>();
        for (var measure : behind(of, names)) {
            if (measure instanceof Measure.Summed<R> sum) {
                sums.add(sum);
            }
        }
        return sums;
    }

    /** What is to be read for some figures: themselves, and what they are computed of. */
    public static <R> Set<Measure<R>> behind(Measures<R> of, List<String> names) {
        var found = new LinkedHashSet<Measure<R>>();
        for (String name : names) {
            switch (of.measure(name).orElseThrow()) {
                case Measure.Ratio<R> ratio -> {
                    found.addAll(behind(of, ratio.part()));
                    found.addAll(behind(of, ratio.whole()));
                }
                case Measure.Net<R> net -> {
                    found.addAll(behind(of, net.plus()));
                    found.addAll(behind(of, net.minus()));
                }
                case Measure.Opening<R> opening -> {
                    found.add(opening);
                    found.addAll(behind(of, List.of(opening.of())));
                }
                case Measure<R> itself -> found.add(itself);
            }
        }
        return found;
    }

    private void check() {
        var names = new HashSet<String>();
        for (var of : measures) {
            of.dataset().check();
            of.check();
            once(names, "dataset", of.dataset().name());
            for (var reference : of.dataset().vias().values()) {
                var known = references.putIfAbsent(reference.name(), reference);
                if (known != null && !known.equals(reference)) {
                    throw new WrongDeclarationException("two references are named " + reference.name());
                }
            }
        }
        references.keySet().forEach(name -> once(names, "reference", name));
        var titles = new HashSet<String>();
        for (var report : reports) {
            for (var part : report.parts()) {
                if (!measures.contains(part.measures())) {
                    throw new WrongDeclarationException(
                            "report %s: its measures are not among those declared".formatted(report.name()));
                }
            }
            report.check();
            once(titles, "report", report.name());
        }
    }

    private static void once(Set<String> names, String what, String name) {
        if (!names.add(name)) {
            throw new WrongDeclarationException("%s %s is declared twice".formatted(what, name));
        }
    }
}
