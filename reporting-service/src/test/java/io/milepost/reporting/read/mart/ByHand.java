package io.milepost.reporting.read.mart;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Report;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a report has to say, counted of the folded events one by one, without any table. */
final class ByHand {
    private final List<Inbound> events;

    ByHand(List<Inbound> events) {
        this.events = events;
    }

    /**
     * Sums by what they are told apart by, written as text, and by the name of the measure.
     *
     * @param by dimensions and what is looked up, and currency
     */
    Map<String, Map<String, BigDecimal>> of(Report report, List<String> by, LocalDate from, LocalDate to) {
        return of(report, report.measures(), by, from, to);
    }

    private <R> Map<String, Map<String, BigDecimal>> of(
            Report report, Measures<R> measures, List<String> by, LocalDate from, LocalDate to) {
        return of(report, measures.dataset(), measures, by, from, to);
    }

    private <V, R> Map<String, Map<String, BigDecimal>> of(
            Report report, Dataset<V, R> dataset, Measures<R> measures, List<String> by, LocalDate from, LocalDate to) {
        var shown = Declarations.shown(measures, report.names()).stream()
                .map(Measure::name)
                .collect(Collectors.toSet());
        var sums = sums(dataset, measures, shown, by, from, to, to);
        for (String name : report.names()) {
            if (measures.measure(name).orElseThrow() instanceof Measure.Opening<R> opening) {
                var stock = Set.of(opening.of());
                sums(dataset, measures, stock, by, from, from.minusDays(1), to)
                        .forEach((key, figures) ->
                                sums.computeIfAbsent(key, _ -> new TreeMap<>()).put(name, figures.get(opening.of())));
            }
        }
        for (String name : report.names()) {
            if (measures.measure(name).orElseThrow() instanceof Measure.Net<R> net) {
                sums.values().forEach(of -> of.put(name, total(of, net.plus()).subtract(total(of, net.minus()))));
            }
        }
        sums.values().forEach(of -> of.keySet().retainAll(report.names()));
        sums.values().forEach(of -> of.values().removeIf(amount -> amount.signum() == 0));
        sums.values().removeIf(Map::isEmpty);
        return sums;
    }

    /** @param places as of this day */
    private <V, R> Map<String, Map<String, BigDecimal>> sums(
            Dataset<V, R> dataset,
            Measures<R> measures,
            Set<String> names,
            List<String> by,
            LocalDate from,
            LocalDate to,
            LocalDate places) {
        var sums = new TreeMap<String, Map<String, BigDecimal>>();
        for (var story : stories(dataset.fold()).values()) {
            for (String name : names) {
                var sum = (Measure.Summed<R>) measures.measure(name).orElseThrow();
                LocalDate asOf = sum.isStock() ? to : LocalDate.MAX;
                story.stream()
                        .filter(view -> !dataset.fold().day(view).isAfter(asOf))
                        .reduce((_, later) -> later)
                        .ifPresent(view -> dataset.rows()
                                .apply(view)
                                .values()
                                .forEach(row -> add(sums, measures, sum, row, by, from, to, places)));
            }
        }
        return sums;
    }

    private <R> void add(
            Map<String, Map<String, BigDecimal>> sums,
            Measures<R> measures,
            Measure.Summed<R> sum,
            R row,
            List<String> by,
            LocalDate from,
            LocalDate to,
            LocalDate places) {
        var share = sum.value().of(row);
        boolean counts = share != null
                && share.known()
                && (share.day() == null
                        || (!share.day().isAfter(to)
                                && (sum.isStock() || !share.day().isBefore(from))));
        if (counts) {
            var key = new ArrayList<String>();
            by.forEach(name -> key.add(String.valueOf(value(measures, row, name, places))));
            sums.computeIfAbsent(key.toString(), _ -> new TreeMap<>())
                    .merge(sum.name(), share.amount(), BigDecimal::add);
        }
    }

    /** Of what is no sum, as text: how many subjects did something, and statistics of days; no zeros. */
    Map<String, Map<String, String>> ofRows(Report report, List<String> by, LocalDate from, LocalDate to) {
        return ofRows(report, report.measures(), by, from, to);
    }

    private <R> Map<String, Map<String, String>> ofRows(
            Report report, Measures<R> measures, List<String> by, LocalDate from, LocalDate to) {
        return ofRows(report, measures.dataset(), measures, by, from, to);
    }

    private <V, R> Map<String, Map<String, String>> ofRows(
            Report report, Dataset<V, R> dataset, Measures<R> measures, List<String> by, LocalDate from, LocalDate to) {
        var told = new TreeMap<String, Map<String, String>>();
        for (String name : report.names()) {
            var subjects = new TreeMap<String, Set<String>>();
            var days = new TreeMap<String, List<Long>>();
            var measure = measures.measure(name).orElseThrow();
            boolean standing = measure instanceof Measure.Days<R> of && of.of() != Measure.Days.Of.SPAN;
            for (var subject : stories(dataset.fold()).entrySet()) {
                var rows = subject.getValue().stream()
                        .filter(view -> !standing || !dataset.fold().day(view).isAfter(to))
                        .reduce((_, later) -> later)
                        .map(dataset.rows())
                        .orElse(Map.of());
                for (R row : rows.values()) {
                    String key = by.stream()
                            .map(one -> String.valueOf(value(measures, row, one, to)))
                            .toList()
                            .toString();
                    switch (measure) {
                        case Measure.Distinct<R> distinct -> {
                            LocalDate on = distinct.on().apply(row);
                            if (on != null && !on.isBefore(from) && !on.isAfter(to)) {
                                Object counted = distinct.of() == null
                                        ? subject.getKey()
                                        : measures.dataset()
                                                .dimension(distinct.of())
                                                .orElseThrow()
                                                .of(row);
                                if (counted != null) {
                                    subjects.computeIfAbsent(key, _ -> new TreeSet<>())
                                            .add(counted.toString());
                                }
                            }
                        }
                        case Measure.Days<R> of -> {
                            Long many = days(of, row, from, to);
                            if (many != null) {
                                days.computeIfAbsent(key, _ -> new ArrayList<>())
                                        .add(many);
                            }
                        }
                        default -> {}
                    }
                }
            }
            subjects.forEach((key, many) ->
                    told.computeIfAbsent(key, _ -> new TreeMap<>()).put(name, String.valueOf(many.size())));
            if (measure instanceof Measure.Days<R> of) {
                days.forEach((key, all) -> of.statistics().forEach(statistic -> {
                    String figure = Statistics.of(statistic, all);
                    if (!figure.equals("0")) {
                        told.computeIfAbsent(key, _ -> new TreeMap<>()).put(name + statistic.suffix(), figure);
                    }
                }));
            }
        }
        return told;
    }

    private static <R> Long days(Measure.Days<R> of, R row, LocalDate begins, LocalDate ends) {
        LocalDate from = of.from().apply(row);
        LocalDate to = of.to() == null ? null : of.to().apply(row);
        if (from == null) {
            return null;
        }
        return switch (of.of()) {
            case AGE -> ChronoUnit.DAYS.between(from, ends);
            case SLIP ->
                to == null && !from.isBefore(ends) ? null : ChronoUnit.DAYS.between(from, to == null ? ends : to);
            case SPAN ->
                to == null || to.isBefore(begins) || to.isAfter(ends) ? null : ChronoUnit.DAYS.between(from, to);
        };
    }

    private <R> Object value(Measures<R> measures, R row, String name, LocalDate to) {
        if (name.equals("currency")) {
            return measures.dataset().amounts().stream()
                    .map(amount -> amount.value().apply(row))
                    .filter(money -> money != null)
                    .map(money -> (Object) money.currency().getCurrencyCode())
                    .findFirst()
                    .orElse("null");
        }
        var stored = measures.dataset().storedFor(name).orElseThrow();
        Object value = measures.dataset().dimension(stored).orElseThrow().of(row);
        if (stored.equals(name)) {
            return String.valueOf(value);
        }
        var via = measures.dataset().vias().get(stored);
        String otherwise = via.attributes().stream()
                .filter(attribute -> attribute.name().equals(name) && attribute.otherwise() != null)
                .map(attribute -> measures.dataset()
                        .dimension(attribute.otherwise())
                        .orElseThrow()
                        .of(row))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("(unknown)");
        return lookedUp(via, String.valueOf(value), name, to, otherwise);
    }

    private <V> String lookedUp(Reference<V> reference, String key, String name, LocalDate on, String otherwise) {
        var names =
                reference.attributes().stream().map(Reference.Attribute::name).toList();
        return stories(reference.fold()).values().stream()
                .flatMap(story -> reference.spans().apply(story.getLast()).stream())
                .filter(span -> span.key().equals(key) && !span.from().isAfter(on))
                .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next)
                .map(span -> span.values().get(names.indexOf(name)))
                .orElse(otherwise);
    }

    private final Map<Fold<?>, Map<UUID, ? extends List<?>>> known = new HashMap<>();

    /** All views of each subject, in their order. */
    @SuppressWarnings("unchecked") // of one fold
    private <V> Map<UUID, List<V>> stories(Fold<V> fold) {
        return (Map<UUID, List<V>>) known.computeIfAbsent(fold, _ -> {
            var stories = new LinkedHashMap<UUID, List<V>>();
            for (var event : events) {
                if (event.source().equals(fold.source()) && fold.types().contains(event.type())) {
                    var story = stories.computeIfAbsent(event.subject(), _ -> new ArrayList<>());
                    story.add(fold.apply(story.isEmpty() ? null : story.getLast(), event));
                }
            }
            return stories;
        });
    }

    private static BigDecimal total(Map<String, BigDecimal> sums, List<String> names) {
        return names.stream()
                .map(name -> sums.getOrDefault(name, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
