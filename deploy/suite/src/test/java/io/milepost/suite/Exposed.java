package io.milepost.suite;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A metric as scrapes show it.
 *
 * @param name of its family; a histogram's samples have endings besides
 * @param type as Prometheus knows it
 * @param help what it says it means
 * @param labels that its samples have
 * @param services that expose it
 */
record Exposed(String name, String type, String help, Set<String> labels, Set<String> services) {
    private static final Pattern SAMPLE = Pattern.compile("^([a-z0-9_]+)(?:\\{(.*)})? \\S+.*$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Adds what this scrape of a service shows. */
    static void collect(String service, String scrape, Map<String, Exposed> into) {
        String family = "";
        String help = "";
        for (var line : (Iterable<String>) scrape.lines()::iterator) {
            if (line.startsWith("# HELP ")) {
                var words = line.split(" ", 4);
                help = words.length > 3 ? words[3].strip() : "";
            } else if (line.startsWith("# TYPE ")) {
                var words = line.split(" ", -1);
                family = words[2];
                var text = help;
                into.computeIfAbsent(
                                family, name -> new Exposed(name, words[3], text, new TreeSet<>(), new TreeSet<>()))
                        .services()
                        .add(service);
            } else {
                var sample = SAMPLE.matcher(line);
                if (sample.matches() && sample.group(2) != null) {
                    var labels = into.get(family).labels();
                    LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
    }

    /** All of them as a page; what the libraries expose has no text of ours and comes after. */
    static String table(Collection<Exposed> metrics) {
        var text = new StringBuilder("""
                # Metrics

                Written by `MetricsIT` (deploy/suite) from the scrapes of a suite that has walked a deal and was asked for every operation; \
                the test fails when ours differ. Rules and dashboards may use nothing else. Every series has the label `service`.
                A histogram has the samples `_bucket`, `_count` and `_sum`, a summary the last two.

                | metric | type | labels | services | meaning |
                | --- | --- | --- | --- | --- |
                """);
        metrics.stream().filter(Exposed::isOurs).forEach(metric -> text.append(metric.row(metric.help())));
        text.append("""

                ## Of the libraries

                | metric | type | labels | services |
                | --- | --- | --- | --- |
                """);
        metrics.stream().filter(metric -> !metric.isOurs()).forEach(metric -> text.append(metric.row(null)));
        return text.toString();
    }

    private boolean isOurs() {
        return name.startsWith("milepost_");
    }

    private String row(@Nullable String meaning) {
        var others = new TreeSet<>(labels);
        others.remove("service");
        return "| `%s` | %s | %s | %s |%s%n"
                .formatted(
                        name,
                        type,
                        String.join(", ", others),
                        services.size() == Part.SERVICES.size() ? "all" : String.join(", ", services),
                        meaning == null ? "" : " " + meaning + " |");
    }
}
