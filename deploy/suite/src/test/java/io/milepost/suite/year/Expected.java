package io.milepost.suite.year;

import io.milepost.suite.year.Question.Part;
import io.milepost.suite.year.Report.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a question has to be answered, by going through everything that ever happened. */
public final class Expected {
    public static final String ROWS = "rows";
    public static final String WORTH = "worth";

    private Expected() {}

    /** What was added up. */
    private static final class Total {
        private BigDecimal amount = BigDecimal.ZERO;
        private int shares;
        private int known;

        private void add(Row.Share share) {
            shares++;
            if (share.known()) {
                known++;
                amount = amount.add(share.amount());
            }
        }
    }

    /** Figures by what rows are told apart by, currency last where amounts are among them; null where nothing can be said. */
    public static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> of(
            Question question, Happened happened, LocalDate lookedUpOn) {
        var report = question.report();
        var lookups = happened.lookups();
        var lines = happened.lines(report, question.knownAt());
        var totals = new LinkedHashMap<List<@Nullable String>, Map<String, Total>>();
        var needed = needed(report);
        for (var part : question.parts()) {
            for (var line : lines) {
                if (!counts(question, line.row(), lookups, lookedUpOn)) {
                    continue;
                }
                var key = key(question, part, line.row(), lookups, lookedUpOn);
                needed.forEach((name, figure) -> {
                    var share = line.row().shares.get(name);
                    if (share != null && counts(line, share, figure, part)) {
                        totals.computeIfAbsent(key, _ -> new HashMap<>())
                                .computeIfAbsent(name, _ -> new Total())
                                .add(share);
                    }
                });
            }
        }
        var figures = new LinkedHashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        totals.forEach((key, sums) -> {
            var row = new LinkedHashMap<String, @Nullable BigDecimal>();
            boolean unpriced = report.isMoney() && key.getLast() == null;
            report.figures()
                    .forEach((name, figure) ->
                            row.put(name, unpriced && isMoney(figure) ? null : figure(name, figure, sums)));
            figures.put(key, row);
        });
        return figures;
    }

    /** All that rows of a report ever told under a name. */
    public static List<String> values(Report report, Happened happened, String name) {
        var lookups = happened.lookups();
        return happened.lines(report, null).stream()
                .flatMap(line -> Stream.ofNullable(lookups.told(line.row(), name, line.from())))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isMoney(Figure figure) {
        return switch (figure) {
            case Figure.Stock(var money) -> money;
            case Figure.Flow(var money) -> money;
            case Figure.Net _ -> true;
            case Figure.Rate _ -> false;
        };
    }

    /** How many rows stand at the end of the last day, and what they are worth. */
    public static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> rows(
            Question question, Happened happened) {
        var lookups = happened.lookups();
        var on = question.to();
        var rows = new LinkedHashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        for (var line : happened.lines(question.report(), null)) {
            var row = line.row();
            if (line.standsOn(on) && counts(question, row, lookups, on)) {
                var key = new ArrayList<@Nullable String>();
                question.by().forEach(name -> key.add(lookups.told(row, name, on)));
                key.add(row.currency());
                var of = rows.computeIfAbsent(key, _ -> new HashMap<>());
                of.merge(ROWS, BigDecimal.ONE, BigDecimal::add);
                of.merge(WORTH, row.money() == null ? BigDecimal.ZERO : row.money(), BigDecimal::add);
            }
        }
        return rows;
    }

    private static Map<String, Figure> needed(Report report) {
        var names = new LinkedHashSet<String>();
        report.figures().forEach((name, figure) -> {
            switch (figure) {
                case Figure.Stock _, Figure.Flow _ -> names.add(name);
                case Figure.Rate(var part, var whole) -> {
                    names.add(part);
                    names.addAll(whole);
                }
                case Figure.Net(var plus, var minus) -> {
                    names.addAll(plus);
                    names.addAll(minus);
                }
            }
        });
        var needed = new LinkedHashMap<String, Figure>();
        names.forEach(name -> needed.put(
                name, report.figures().containsKey(name) ? report.figures().get(name) : Report.BEHIND.get(name)));
        return needed;
    }

    private static boolean counts(Question question, Row row, Lookups lookups, LocalDate on) {
        var needs = question.report().needed();
        return (needs == null || row.told.containsKey(needs))
                && question.where().entrySet().stream()
                        .allMatch(one -> one.getValue().equals(lookups.told(row, one.getKey(), on)));
    }

    /** What stands counts as it stood at the end of the part; what happened counts where it happened, as it is known to this day. */
    private static boolean counts(Line line, Row.Share share, Figure figure, Part part) {
        var day = share.day();
        if (figure instanceof Figure.Stock) {
            return line.standsOn(part.to()) && (day == null || !day.isAfter(part.to()));
        }
        return line.isLast() && day != null && !day.isBefore(part.from()) && !day.isAfter(part.to());
    }

    private static List<@Nullable String> key(Question question, Part part, Row row, Lookups lookups, LocalDate on) {
        var key = new ArrayList<@Nullable String>();
        if (question.bucket() != null) {
            key.add(part.label());
        }
        question.by().forEach(name -> key.add(lookups.told(row, name, on)));
        if (question.report().isMoney()) {
            key.add(row.currency());
        }
        return key;
    }

    private static @Nullable BigDecimal figure(String name, Figure figure, Map<String, Total> sums) {
        return switch (figure) {
            case Figure.Stock _, Figure.Flow _ -> {
                var total = sums.get(name);
                yield total == null ? BigDecimal.ZERO : total.shares > 0 && total.known == 0 ? null : total.amount;
            }
            case Figure.Net(var plus, var minus) -> total(plus, sums).subtract(total(minus, sums));
            case Figure.Rate(var part, var whole) -> {
                var all = total(whole, sums);
                yield all.signum() == 0 ? null : total(List.of(part), sums).divide(all, 4, RoundingMode.HALF_UP);
            }
        };
    }

    private static BigDecimal total(List<String> names, Map<String, Total> sums) {
        return names.stream()
                .map(name -> sums.containsKey(name) ? sums.get(name).amount : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What an answer says otherwise; a row that is missing says nothing and zeros.
     *
     * @param nullIsZero whether the road has one word for what is not known and for what is nothing
     */
    public static List<String> differences(
            Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> expected,
            Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answered,
            Set<String> figures,
            boolean nullIsZero) {
        var differences = new ArrayList<String>();
        var keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(answered.keySet());
        for (var key : keys) {
            for (var name : figures) {
                var due = expected.getOrDefault(key, Map.of()).get(name);
                var said = answered.getOrDefault(key, Map.of()).get(name);
                boolean oneIsMissing = !expected.containsKey(key) || !answered.containsKey(key);
                boolean bothMeanNothing = isNothing(due)
                        && isNothing(said)
                        && (nullIsZero || oneIsMissing || (due == null) == (said == null));
                if (!bothMeanNothing && (due == null || said == null || due.compareTo(said) != 0)) {
                    differences.add("%s of %s is answered %s and folded %s".formatted(name, key, said, due));
                }
            }
        }
        return differences;
    }

    private static boolean isNothing(@Nullable BigDecimal figure) {
        return figure == null || figure.signum() == 0;
    }
}
