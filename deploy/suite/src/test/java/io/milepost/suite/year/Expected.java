package io.milepost.suite.year;

import io.milepost.suite.year.Question.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a question has to be answered, by going through everything that ever happened. */
public final class Expected {
    public static final String ROWS = "rows";
    public static final String WORTH = "worth";
    private static final int RATE_DECIMALS = 4;

    private final Question question;
    private final Happened happened;
    private final LocalDate lookedUpOn;
    private final Lookups lookups;
    private final @Nullable Exchange exchange;

    private Expected(Question question, Happened happened, LocalDate lookedUpOn) {
        this.question = question;
        this.happened = happened;
        this.lookedUpOn = lookedUpOn;
        this.lookups = happened.lookups(question.known());
        this.exchange =
                question.into() == null ? null : new Exchange(happened.facts(question.known()), question.into());
    }

    /** Figures by what rows are told apart by, currency last where amounts are among them; null where nothing can be said. */
    public static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> of(
            Question question, Happened happened, LocalDate lookedUpOn) {
        try {
            return new Expected(question, happened, lookedUpOn).figures();
        } catch (Exchange.MissingRate e) {
            return refused(question.report());
        }
    }

    /** In place of figures, where a rate is missing. */
    public static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> refused(Report report) {
        return Map.of(
                List.of("RATE_MISSING"),
                report.figures().keySet().stream().collect(Collectors.toMap(name -> name, _ -> BigDecimal.ONE)));
    }

    private Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> figures() {
        var report = question.report();
        var totals = new LinkedHashMap<List<@Nullable String>, Map<String, Total>>();
        for (var of : report.parts()) {
            var needed = needed(of);
            for (var part : question.parts()) {
                for (var line : happened.lines(of, question.known())) {
                    if (counts(of, line.row(), lookedUpOn)) {
                        var key = key(part, line.row());
                        needed.forEach((name, figure) -> add(totals, key, name, figure, line, part));
                    }
                }
            }
        }
        var figures = new LinkedHashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        totals.forEach((key, sums) -> {
            var row = new LinkedHashMap<String, @Nullable BigDecimal>();
            boolean unpriced = report.isMoney() && key.getLast() == null;
            report.figures()
                    .forEach((name, figure) ->
                            row.put(name, unpriced && figure.isMoney() ? null : figure(name, figure, sums, row)));
            figures.put(key, row);
        });
        return figures;
    }

    /** All that rows of a report ever told under a name. */
    public static List<String> values(Report report, Happened happened, String name) {
        var lookups = happened.lookups(null);
        return happened.lines(report.parts().getFirst(), null).stream()
                .flatMap(line -> Stream.ofNullable(lookups.told(line.row(), name, line.from())))
                .distinct()
                .sorted()
                .toList();
    }

    /** How many rows of the first dataset stand at the end of the last day, and what they are worth. */
    public static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> rows(
            Question question, Happened happened) {
        var on = question.to();
        var expected = new Expected(question, happened, on);
        var of = question.report().parts().getFirst();
        var rows = new LinkedHashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        for (var line : happened.lines(of, question.known())) {
            var row = line.row();
            if (line.standsOn(on) && expected.counts(of, row, on)) {
                var key = new ArrayList<@Nullable String>();
                question.by().forEach(name -> key.add(expected.lookups.told(row, name, on)));
                key.add(row.currency());
                var sums = rows.computeIfAbsent(key, _ -> new HashMap<>());
                sums.merge(ROWS, BigDecimal.ONE, BigDecimal::add);
                sums.merge(WORTH, row.money() == null ? BigDecimal.ZERO : row.money(), BigDecimal::add);
            }
        }
        return rows;
    }

    private static Map<String, Figure> needed(Report.Part of) {
        var needed = new LinkedHashMap<String, Figure>();
        of.figures().forEach((name, figure) -> {
            switch (figure) {
                case Figure.Rate(var part, var whole) -> {
                    need(of, part, needed);
                    whole.forEach(one -> need(of, one, needed));
                }
                case Figure.Net(var plus, var minus) -> {
                    plus.forEach(one -> need(of, one, needed));
                    minus.forEach(one -> need(of, one, needed));
                }
                default -> needed.put(name, figure);
            }
        });
        return needed;
    }

    private static void need(Report.Part of, String name, Map<String, Figure> needed) {
        var figure = of.figures().get(name);
        needed.put(name, figure == null ? Report.BEHIND.get(name) : figure);
    }

    private boolean counts(Report.Part of, Row row, LocalDate on) {
        return (of.only() == null || of.only().rows().test(row))
                && question.where().entrySet().stream()
                        .allMatch(one -> one.getValue().equals(lookups.told(row, one.getKey(), on)));
    }

    /** What stands counts as it stood at the end of the part; what happened counts where it happened, as it is known to this day. */
    private void add(
            Map<List<@Nullable String>, Map<String, Total>> totals,
            List<@Nullable String> key,
            String name,
            Figure figure,
            Line line,
            Part part) {
        var share = line.row()
                .shares
                .get(
                        switch (figure) {
                            case Figure.Opening(var of, var _) -> of;
                            case Figure.Days(var of, var _, var _) -> of;
                            default -> name;
                        });
        if (share == null) {
            return;
        }
        var day = share.day();
        switch (figure) {
            case Figure.Stock _ -> {
                if (stands(line, share, part.to())) {
                    total(totals, key, name, figure).add(line.row(), share, part.to());
                }
            }
            case Figure.Opening _ -> {
                var before = part.from().minusDays(1);
                if (stands(line, share, before)) {
                    total(totals, key, name, figure).add(line.row(), share, before);
                }
            }
            case Figure.Flow _ -> {
                if (line.isLast() && day != null && part.has(day)) {
                    total(totals, key, name, figure).add(line.row(), share, day);
                }
            }
            case Figure.Distinct _ -> {
                if (line.isLast() && day != null && part.has(day)) {
                    total(totals, key, name, figure).addSubject(line.row().subject);
                }
            }
            case Figure.Days(var _, var how, var _) -> {
                var days = days(line, share, how, part);
                if (days != null) {
                    total(totals, key, name, figure).addDays(days);
                }
            }
            case Figure.Rate _, Figure.Net _, Figure.Total _, Figure.Share _ ->
                throw new AssertionError(name + " is made of others");
        }
    }

    private Total total(
            Map<List<@Nullable String>, Map<String, Total>> totals,
            List<@Nullable String> key,
            String name,
            Figure figure) {
        return totals.computeIfAbsent(key, _ -> new HashMap<>())
                .computeIfAbsent(name, _ -> new Total(figure.isMoney() ? exchange : null));
    }

    private static boolean stands(Line line, Row.Share share, LocalDate on) {
        return line.standsOn(on) && (share.day() == null || !share.day().isAfter(on));
    }

    private static @Nullable Long days(Line line, Row.Share share, Figure.How how, Part part) {
        var from = share.day();
        var until = share.until();
        if (from == null) {
            return null;
        }
        return switch (how) {
            case AGE -> line.standsOn(part.to()) ? (Long) ChronoUnit.DAYS.between(from, part.to()) : null;
            case SPAN ->
                line.isLast() && until != null && part.has(until) ? (Long) ChronoUnit.DAYS.between(from, until) : null;
            case SLIP ->
                line.standsOn(part.to()) && (until != null || from.isBefore(part.to()))
                        ? (Long) ChronoUnit.DAYS.between(from, until == null ? part.to() : until)
                        : null;
        };
    }

    private List<@Nullable String> key(Part part, Row row) {
        var key = new ArrayList<@Nullable String>();
        if (question.bucket() != null) {
            key.add(part.label());
        }
        question.by().forEach(name -> key.add(lookups.told(row, name, lookedUpOn)));
        if (question.report().isMoney()) {
            key.add(exchange == null ? row.currency() : exchange.currency());
        }
        return key;
    }

    private @Nullable BigDecimal figure(
            String name, Figure figure, Map<String, Total> sums, Map<String, @Nullable BigDecimal> row) {
        return switch (figure) {
            case Figure.Stock _, Figure.Flow _, Figure.Opening _, Figure.Distinct _ -> {
                var total = sums.get(name);
                yield total == null ? BigDecimal.ZERO : total.isUnknown() ? null : rounded(total.amount(), figure);
            }
            case Figure.Net(var plus, var minus) -> rounded(sum(plus, sums).subtract(sum(minus, sums)), figure);
            case Figure.Rate(var part, var whole) -> share(sum(List.of(part), sums), sum(whole, sums));
            case Figure.Days(var _, var _, var statistic) -> {
                var total = sums.get(name);
                yield total == null ? null : total.days(statistic);
            }
            case Figure.Total(var parts) -> total(parts, row);
            case Figure.Share(var part, var whole) -> share(total(part, row), total(whole, row));
        };
    }

    /** What was exchanged has more digits than its currency. */
    private BigDecimal rounded(BigDecimal amount, Figure figure) {
        return exchange == null || !figure.isMoney()
                ? amount
                : amount.setScale(
                        Currency.getInstance(exchange.currency()).getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.divide(whole, RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal total(List<String> names, Map<String, @Nullable BigDecimal> row) {
        var total = BigDecimal.ZERO;
        for (var name : names) {
            var figure = row.get(name);
            if (figure == null) {
                return null;
            }
            total = total.add(figure);
        }
        return total;
    }

    private static BigDecimal sum(List<String> names, Map<String, Total> sums) {
        return names.stream()
                .map(name -> sums.containsKey(name) ? sums.get(name).amount() : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
