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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

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
        var sums = new TreeMap<String, Map<String, BigDecimal>>();
        for (var story : stories(dataset.fold()).values()) {
            for (var sum : Declarations.shown(measures, report.names())) {
                LocalDate asOf = sum.isStock() ? to : LocalDate.MAX;
                story.stream()
                        .filter(view -> !dataset.fold().day(view).isAfter(asOf))
                        .reduce((_, later) -> later)
                        .ifPresent(view -> dataset.rows()
                                .apply(view)
                                .values()
                                .forEach(row -> add(sums, measures, sum, row, by, from, to)));
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

    private <R> void add(
            Map<String, Map<String, BigDecimal>> sums,
            Measures<R> measures,
            Measure.Summed<R> sum,
            R row,
            List<String> by,
            LocalDate from,
            LocalDate to) {
        var share = sum.value().of(row);
        boolean counts = share != null
                && share.known()
                && (share.day() == null
                        || (!share.day().isAfter(to)
                                && (sum.isStock() || !share.day().isBefore(from))));
        if (counts) {
            var key = new ArrayList<String>();
            by.forEach(name -> key.add(String.valueOf(value(measures, row, name, to))));
            sums.computeIfAbsent(key.toString(), _ -> new TreeMap<>())
                    .merge(sum.name(), share.amount(), BigDecimal::add);
        }
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
        return stored.equals(name)
                ? String.valueOf(value)
                : lookedUp(measures.dataset().vias().get(stored), String.valueOf(value), name, to);
    }

    private <V> String lookedUp(Reference<V> reference, String key, String name, LocalDate on) {
        var names =
                reference.attributes().stream().map(Reference.Attribute::name).toList();
        return stories(reference.fold()).values().stream()
                .flatMap(story -> reference.spans().apply(story.getLast()).stream())
                .filter(span -> span.key().equals(key) && !span.from().isAfter(on))
                .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next)
                .map(span -> span.values().get(names.indexOf(name)))
                .orElse("(unknown)");
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
