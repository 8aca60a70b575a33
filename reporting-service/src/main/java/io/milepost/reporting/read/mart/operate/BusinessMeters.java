package io.milepost.reporting.read.mart.operate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.milepost.reporting.read.mart.store.Mart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A few figures of the business for those who look at metrics, as reports have them today. Each has at most thirty series: what is
 * beyond is told together, so that nobody makes series by inventing channels.
 */
public final class BusinessMeters {
    private static final int MOST = 30;
    private static final String OTHERS = "(others)";
    private static final String NONE = "(none)";

    private final Mart mart;
    private final List<Figure> figures;

    /** @param labels of its rows, which the query selects in this order before the figure itself */
    private record Figure(MultiGauge gauge, List<String> labels, String query) {}

    public BusinessMeters(Mart mart, MeterRegistry meters) {
        this.mart = mart;
        figures = List.of(
                figure(
                        "open.value",
                        "Sum of the deals that are open, by stage, each in its currency",
                        List.of("stage", "currency"),
                        "select stage, currency, sum(open_value) from mart.opportunity_current where open_value <> 0 group by 1, 2",
                        meters),
                figure(
                        "leads",
                        "Leads that were captured, by channel",
                        List.of("channel"),
                        "select channel, sum(new_leads) from mart.lead_current group by 1",
                        meters),
                figure(
                        "contracts",
                        "Contracts that there are, by state",
                        List.of("state"),
                        "select state, count(*) from mart.contract_current group by 1",
                        meters),
                figure(
                        "overdue.instalments",
                        "Instalments that are overdue and not paid",
                        List.of(),
                        "select count(*) from mart.instalment_current where unpaid",
                        meters));
        figures.forEach(figure -> tell(figure, Map.of()));
    }

    private static Figure figure(
            String name, String description, List<String> labels, String query, MeterRegistry meters) {
        return new Figure(
                MultiGauge.builder("milepost.business." + name)
                        .description(description)
                        .register(meters),
                labels,
                query);
    }

    /** Looks now. Blocks. */
    public void look() {
        mart.read(connection -> {
            for (var figure : figures) {
                tell(figure, read(connection, figure));
            }
            return true;
        });
    }

    private static Map<List<String>, Double> read(Connection connection, Figure figure) throws SQLException {
        var found = new LinkedHashMap<List<String>, Double>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(figure.query())) {
            while (rows.next()) {
                var key = new ArrayList<String>();
                for (int at = 1; at <= figure.labels().size(); at++) {
                    key.add(Objects.requireNonNullElse(rows.getString(at), NONE));
                }
                found.put(key, rows.getDouble(figure.labels().size() + 1));
            }
        }
        return found;
    }

    /** A zero where there is nothing, so that a figure is never away. */
    private static void tell(Figure figure, Map<List<String>, Double> found) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        bounded(found).forEach((key, value) -> rows.add(MultiGauge.Row.of(tags(figure.labels(), key), value)));
        if (rows.isEmpty()) {
            var none = figure.labels().stream().map(_ -> NONE).toList();
            rows.add(MultiGauge.Row.of(tags(figure.labels(), none), 0));
        }
        figure.gauge().register(rows, true);
    }

    private static Tags tags(List<String> labels, List<String> values) {
        var tags = Tags.empty();
        for (int at = 0; at < labels.size(); at++) {
            tags = tags.and(labels.get(at), values.get(at));
        }
        return tags;
    }

    /** What is kept apart by its first label is what has most; amounts of two currencies are never added. */
    static Map<List<String>, Double> bounded(Map<List<String>, Double> found) {
        if (found.size() <= MOST) {
            return found;
        }
        var seconds =
                found.keySet().stream().map(BusinessMeters::second).distinct().count();
        var kept = found.entrySet().stream()
                .collect(Collectors.groupingBy(
                        one -> one.getKey().getFirst(), Collectors.summingDouble(one -> Math.abs(one.getValue()))))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(Math.max(0, MOST / seconds - 1))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        var bounded = new LinkedHashMap<List<String>, Double>();
        found.forEach((key, value) -> {
            var first = kept.contains(key.getFirst()) ? key.getFirst() : OTHERS;
            var told = new ArrayList<>(key);
            told.set(0, first);
            if (bounded.size() < MOST || bounded.containsKey(told)) {
                bounded.merge(told, value, Double::sum);
            }
        });
        return bounded;
    }

    private static String second(List<String> key) {
        return key.size() > 1 ? key.get(1) : "";
    }
}
