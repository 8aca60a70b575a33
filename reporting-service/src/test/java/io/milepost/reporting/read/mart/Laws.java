package io.milepost.reporting.read.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.query.Answer;
import io.milepost.reporting.read.mart.query.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What holds for every declaration, on random days of a history (reporting.md 6). */
public final class Laws {
    /** That a filter may have. */
    private static final int MOST_CONDITIONS = 50;

    private final Fed fed;
    private final ByHand byHand;
    private final Random random;
    private final LocalDate first;
    private final int days;

    /** @param days in which something happens, from the first on */
    public Laws(Fed fed, List<Inbound> events, Random random, LocalDate first, int days) {
        this.fed = fed;
        this.byHand = new ByHand(events);
        this.random = random;
        this.first = first;
        this.days = days;
    }

    /** Of one report, so often. */
    public void hold(String name, int times) {
        var report = fed.declarations.report(name).orElseThrow();
        int rows = 0;
        for (int time = 0; time < times; time++) {
            rows += standsAndAddsUp(report, by(report));
        }
        assertThat(rows).as("control: %s had rows", name).isPositive();
        flowsAddUp(report);
        isSaidInBothLanguages(report);
    }

    /** Sometimes as it is declared, sometimes by anything. */
    private List<String> by(Report report) {
        var by = new ArrayList<String>();
        if (random.nextInt(3) == 0) {
            report.by().stream()
                    .filter(name -> report.measures().dataset().storedFor(name).isPresent())
                    .forEach(by::add);
        } else {
            var all = new ArrayList<>(report.measures().dataset().groupings());
            int many = random.nextInt(4);
            for (int at = 0; at < many && at < all.size(); at++) {
                by.add(all.remove(random.nextInt(all.size())));
            }
        }
        return by;
    }

    private int standsAndAddsUp(Report report, List<String> by) {
        LocalDate to = first.plusDays(random.nextInt(days + 20) - 5L);
        LocalDate from = to.minusDays(random.nextInt(60));
        var answer = ask(report, by, from, to, null);
        var keys = keys(answer);
        var expected = new TreeMap<>(byHand.of(report, keys, from, to));
        if (report.where() != null) {
            return answer.rows().size();
        }
        assertThat(sums(answer, keys))
                .as("%s by %s from %s to %s", report.name(), by, from, to)
                .isEqualTo(expected);
        assertThat(ofRows(report, answer, keys))
                .as("%s by %s from %s to %s", report.name(), by, from, to)
                .isEqualTo(byHand.ofRows(report, keys, from, to));
        // The rows behind the cells: a condition that always holds, on a column that no rollup has, is answered from
        // them.
        String behind = report.measures().dataset().groupings().stream()
                .limit(MOST_CONDITIONS / 2)
                .map(name -> "(%1$s eq null or %1$s ne null)".formatted(name))
                .collect(Collectors.joining(" and "));
        assertThat(ask(report, by, from, to, behind).rows())
                .as("%s out of its rows", report.name())
                .isEqualTo(answer.rows());
        isTheSameInSql(report, answer, from, to);
        // Whatever it is told apart by, all of it is all of it.
        var totals = ask(report, List.of(), from, to, null);
        assertThat(perCurrency(answer)).as("%s by %s in sum", report.name(), by).isEqualTo(perCurrency(totals));
        theRowsBehindSumToIt(report, totals, from, to);
        return answer.rows().size();
    }

    /** Whoever opens a figure sees the rows that it is of, and no others. */
    private void theRowsBehindSumToIt(Report report, Answer totals, LocalDate from, LocalDate to) {
        boolean perCurrency =
                totals.columns().stream().anyMatch(column -> column.name().equals("currency"));
        for (var sum : report.measures().summed()) {
            if (!report.names().contains(sum.name())) {
                continue;
            }
            var asked = new ArrayList<>(List.of("measure", sum.name(), "asOf", to.toString()));
            if (!sum.isStock()) {
                asked.addAll(List.of("from", from.toString()));
            }
            var behind = new TreeMap<String, Map<String, BigDecimal>>();
            for (var row : fed.rows(report.measures().dataset().name(), asked.toArray(String[]::new))
                    .rows()) {
                String key = "[%s]".formatted(perCurrency ? row.get("currency") : null);
                behind.computeIfAbsent(key, _ -> new TreeMap<>())
                        .merge(sum.name(), number(row.get(sum.name())), BigDecimal::add);
            }
            var expected = perCurrency(totals);
            expected.values().forEach(figures -> figures.keySet().retainAll(List.of(sum.name())));
            assertThat(exact(behind))
                    .as("the rows behind %s from %s to %s", sum.name(), from, to)
                    .isEqualTo(exact(expected));
        }
    }

    /** A reader of SQL adds up what stood on the day, and of what is known what happened on days; places are those of its day. */
    private void isTheSameInSql(Report report, Answer answer, LocalDate from, LocalDate to) {
        var dataset = report.measures().dataset();
        for (boolean stock : List.of(true, false)) {
            var sums = new LinkedHashMap<String, String>();
            for (String name : report.names()) {
                if (report.measures().measure(name).orElseThrow() instanceof Measure.Summed<?> sum
                        && sum.isStock() == stock) {
                    String days = stock ? "true" : "%s_on between '%s' and '%s'".formatted(name, from, to);
                    sums.put(name, "sum(%s) filter (where %s)".formatted(name, days));
                }
            }
            var keys = keys(answer).stream()
                    .filter(key -> stock
                            || key.equals("currency")
                            || dataset.dimension(key).isPresent())
                    .toList();
            var expected = sums(answer, keys);
            expected.values().forEach(figures -> figures.keySet().retainAll(sums.keySet()));
            expected.values().removeIf(Map::isEmpty);
            String rows = stock ? "%s_asof('%s')".formatted(dataset.name(), to) : dataset.name() + "_current";
            if (!sums.isEmpty()) {
                assertThat(exact(fed.sums(rows, keys, sums)))
                        .as("%s by %s from %s to %s in SQL", report.name(), keys, from, to)
                        .isEqualTo(exact(expected));
            }
        }
    }

    private static Map<String, Map<String, String>> exact(Map<String, Map<String, BigDecimal>> sums) {
        var told = new TreeMap<String, Map<String, String>>();
        sums.forEach((key, figures) -> figures.forEach((name, figure) -> {
            if (figure.signum() != 0) {
                told.computeIfAbsent(key, _ -> new TreeMap<>())
                        .put(name, figure.stripTrailingZeros().toPlainString());
            }
        }));
        return told;
    }

    private void flowsAddUp(Report report) {
        if (report.over() == Report.Over.DAY || report.where() != null) {
            return;
        }
        LocalDate from = first.plusDays(random.nextInt(days));
        LocalDate to = from.plusDays(45);
        var sum = new TreeMap<String, Map<String, BigDecimal>>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            flows(ask(report, List.of(), day, day, null))
                    .forEach((currency, figures) -> figures.forEach((name, figure) ->
                            sum.computeIfAbsent(currency, _ -> new TreeMap<>()).merge(name, figure, BigDecimal::add)));
        }
        assertThat(withoutZeros(sum)).isEqualTo(flows(ask(report, List.of(), from, to, null)));
        var months = ask(report, List.of("month"), from, to, null);
        assertThat(flows(months)).isEqualTo(sum);
    }

    /** Without what only stands. */
    private static Map<String, Map<String, BigDecimal>> flows(Answer answer) {
        var flows = perCurrency(answer);
        answer.columns().stream()
                .filter(column -> column.additivity() == Column.Additivity.STOCK)
                .forEach(column -> flows.values().forEach(figures -> figures.remove(column.name())));
        flows.values().removeIf(Map::isEmpty);
        return flows;
    }

    private void isSaidInBothLanguages(Report report) {
        assertThat(ask(report, report.by(), first, first, null).columns())
                .allSatisfy(column -> assertThat(
                                List.of(column.label().en(), column.label().zh()))
                        .noneMatch(String::isBlank));
    }

    private Answer ask(Report report, List<String> by, LocalDate from, LocalDate to, String where) {
        var asked = new ArrayList<>(List.of("from", from.toString(), "to", to.toString(), "by", String.join(",", by)));
        if (where != null) {
            asked.addAll(List.of("where", where));
        }
        return fed.ask(report.name(), asked.toArray(String[]::new));
    }

    private static List<String> keys(Answer answer) {
        return answer.columns().stream()
                .filter(column -> column.additivity() == Column.Additivity.KEY)
                .map(Column::name)
                .toList();
    }

    private static Map<String, Map<String, BigDecimal>> sums(Answer answer, List<String> keys) {
        var sums = new TreeMap<String, Map<String, BigDecimal>>();
        for (var row : answer.rows()) {
            String key = keys.stream()
                    .map(name -> String.valueOf(row.get(name)))
                    .toList()
                    .toString();
            answer.columns().stream()
                    .filter(column -> column.additivity() == Column.Additivity.STOCK
                            || column.additivity() == Column.Additivity.FLOW)
                    .forEach(column -> {
                        var figure = number(row.get(column.name()));
                        if (figure.signum() != 0) {
                            sums.computeIfAbsent(key, _ -> new TreeMap<>())
                                    .merge(column.name(), figure, BigDecimal::add);
                        }
                    });
        }
        return withoutZeros(sums);
    }

    /** What is no sum, as text: how many did something, and statistics of days. */
    private static Map<String, Map<String, String>> ofRows(Report report, Answer answer, List<String> keys) {
        var columns = new ArrayList<String>();
        for (String name : report.names()) {
            switch (report.measures().measure(name).orElseThrow()) {
                case Measure.Distinct<?> distinct -> columns.add(distinct.name());
                case Measure.Days<?> days ->
                    days.statistics().forEach(statistic -> columns.add(days.name() + statistic.suffix()));
                default -> {}
            }
        }
        var told = new TreeMap<String, Map<String, String>>();
        for (var row : answer.rows()) {
            String key = keys.stream()
                    .map(name -> String.valueOf(row.get(name)))
                    .toList()
                    .toString();
            for (String column : columns) {
                if (row.get(column) != null && !row.get(column).equals(BigInteger.ZERO)) {
                    told.computeIfAbsent(key, _ -> new TreeMap<>()).put(column, String.valueOf(row.get(column)));
                }
            }
        }
        return told;
    }

    private static Map<String, Map<String, BigDecimal>> withoutZeros(Map<String, Map<String, BigDecimal>> sums) {
        sums.values().forEach(figures -> figures.values().removeIf(figure -> figure.signum() == 0));
        sums.values().removeIf(Map::isEmpty);
        return sums;
    }

    private static Map<String, Map<String, BigDecimal>> perCurrency(Answer answer) {
        return sums(answer, List.of("currency"));
    }

    private static BigDecimal number(Object value) {
        return switch (value) {
            case null -> BigDecimal.ZERO;
            case BigDecimal amount -> amount;
            case BigInteger count -> new BigDecimal(count);
            default -> throw new IllegalArgumentException("no number: " + value);
        };
    }
}
