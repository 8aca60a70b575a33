package io.milepost.reporting.read.mart.api;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Dataset.Access;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Label;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.declare.Report.Over;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What each report shows, of which events, and what may be done to its figures, as a page for people. */
public final class DefinitionsPage {
    private static final String HEAD = """
            # Definitions of the reports

            Written by the tests of reporting-service from the declarations; they fail when this page is not what is declared (`-Dcontracts.approve=true` writes it anew). The rules that hold for many of them are told under [what the numbers mean](../reporting-service/README.md#what-the-numbers-mean); the same as data is `GET /v1/semantics`.

            A figure of money stands in rows of one currency and is never added over currencies. Every figure can be opened: `GET /v1/datasets/{name}?measure=` lists the rows that count in it.
            """;

    private final Declarations declarations;
    private final Map<String, List<String>> words = words();
    private final StringBuilder page = new StringBuilder(HEAD);

    private DefinitionsPage(Declarations declarations) {
        this.declarations = declarations;
    }

    public static String made() {
        var made = new DefinitionsPage(Declared.in(ZoneOffset.UTC));
        made.page.append("\n## Reports\n");
        made.declarations.reports().forEach(made::report);
        var declared = made.declarations.reports().stream().map(Report::name).toList();
        if (!declared.containsAll(made.words.keySet())) {
            throw new IllegalStateException("what counts is said of a report that there is not");
        }
        made.page.append("\n## Datasets\n");
        made.declarations.measures().forEach(of -> made.dataset(of.dataset()));
        return made.page.toString();
    }

    /** What counts in each report, and what does not, in words. */
    private static Map<String, List<String>> words() {
        try (var lines = Objects.requireNonNull(DefinitionsPage.class.getResourceAsStream("counts.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" \\| "))
                    .collect(Collectors.toMap(said -> said[0], said -> List.of(said[1], said[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Report report) {
        line("\n### %s\n\n%s.".formatted(report.name(), both(report.label())));
        line("%s; told apart by %s unless something else is asked.%s"
                .formatted(
                        report.over() == Over.DAY
                                ? "As on a day, today by default"
                                : "Of a period, " + words(report.defaults()) + " by default",
                        report.by().isEmpty() ? "nothing" : code(report.by()),
                        report.where() == null ? "" : " Of rows with `%s`.".formatted(report.where())));
        var counts = words.get(report.name());
        if (counts == null) {
            throw new IllegalStateException("nothing says what counts in " + report.name());
        }
        line("\nCounts: %s\nDoes not count: %s".formatted(counts.get(0), counts.get(1)));
        line("\n| figure | of | is | adds up |\n| --- | --- | --- | --- |");
        report.parts().forEach(part -> part.names().forEach(name -> figure(part.measures(), name)));
        report.across()
                .forEach(across -> line("| `%s` %s | the row | %s | %s |"
                        .formatted(
                                across.name(),
                                both(across.label()),
                                across.among() != null
                                        ? "%s as a share of the same of all rows by `%s`"
                                                .formatted(code(across.part()), across.among())
                                        : across.whole().isEmpty()
                                                ? "the sum of " + code(across.part())
                                                : "%s as a share of %s"
                                                        .formatted(code(across.part()), code(across.whole())),
                                across.whole().isEmpty() ? "as those do" : "never")));
        report.beside().stream()
                .filter(part -> part.where() != null)
                .forEach(part -> line("\nFigures of `%s` are of rows with `%s`."
                        .formatted(part.measures().dataset().name(), part.where())));
    }

    private <R> void figure(Measures<R> of, String name) {
        var measure = of.measure(name).orElseThrow();
        line("| `%s` %s | [%s](#dataset-%3$s) | %s | %s |"
                .formatted(name, both(measure.label()), of.dataset().name(), what(measure), additivity(measure)));
    }

    private static String what(Measure<?> measure) {
        return switch (measure) {
            case Measure.Summed<?> sum ->
                "%s %s%s"
                        .formatted(
                                sum.isStock() ? "what stands at the end of a day," : "what happened on days,",
                                sum.value().isMoney() ? "money" : sum.value().decimals() > 0 ? "a quantity" : "a count",
                                sum.value().known() == null ? "" : "; unknown where nothing of it is known");
            case Measure.Ratio<?> ratio -> "%s / %s".formatted(plus(ratio.part()), plus(ratio.whole()));
            case Measure.Net<?> net -> "%s less %s".formatted(plus(net.plus()), plus(net.minus()));
            case Measure.Opening<?> opening -> "`%s` at the end of the day before the period".formatted(opening.of());
            case Measure.Distinct<?> distinct ->
                distinct.of() == null
                        ? "how many did it in the period, each once"
                        : "how many `%s` did it in the period, each once".formatted(distinct.of());
            case Measure.Days<?> days ->
                "days, %s: %s"
                        .formatted(
                                switch (days.of()) {
                                    case AGE -> "of what stands, up to the day asked about";
                                    case SLIP -> "from what was planned to what came, or to the day asked about";
                                    case SPAN -> "of what ended in the period";
                                },
                                days.statistics().stream()
                                        .map(statistic -> statistic.label().en())
                                        .collect(Collectors.joining(", ")));
        };
    }

    private static String additivity(Measure<?> measure) {
        return switch (measure) {
            case Measure.Summed<?> sum -> sum.isStock() ? "over rows, never over days" : "over rows and days";
            case Measure.Net<?> _ -> "as its parts do";
            case Measure.Opening<?> _ -> "over rows, never over days";
            case Measure.Ratio<?> _, Measure.Distinct<?> _, Measure.Days<?> _ -> "never";
        };
    }

    private void dataset(Dataset<?, ?> dataset) {
        line("\n### Dataset %s\n\n%s. %s".formatted(dataset.name(), both(dataset.label()), seen(dataset)));
        line("\nOf events of %s-service: %s."
                .formatted(
                        dataset.fold().source(),
                        code(new TreeSet<>(dataset.fold().types()))));
        line("\nTold apart by %s.".formatted(code(dataset.groupings())));
        dataset.vias()
                .forEach((name, reference) -> line("By `%s` it is looked up in %s, as on the day asked about: %s."
                        .formatted(
                                name,
                                reference.label().en().toLowerCase(Locale.ROOT),
                                code(reference.attributes().stream()
                                        .map(attribute -> attribute.name())
                                        .toList()))));
    }

    private static String seen(Dataset<?, ?> dataset) {
        return dataset.access() == Access.ALL
                ? "Whoever reads reports sees all rows."
                : "A caller sees the rows of those whom it may know of, by `%s`."
                        .formatted(dataset.owner().orElseThrow().name());
    }

    private static String words(Report.Default period) {
        return period.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String both(Label label) {
        return "%s · %s".formatted(label.en(), label.zh());
    }

    private static String plus(List<String> names) {
        String sum = names.stream().map("`%s`"::formatted).collect(Collectors.joining(" + "));
        return names.size() > 1 ? "(%s)".formatted(sum) : sum;
    }

    private static String code(Collection<String> names) {
        return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
