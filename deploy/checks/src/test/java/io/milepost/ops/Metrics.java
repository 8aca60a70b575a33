package io.milepost.ops;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a query of Prometheus may name: what the suite exposes, what the recording rules make of it, and a few of others. */
final class Metrics {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9_]+)` \\| (\\w+) \\| ([^|]*) \\|.*$", Pattern.MULTILINE);
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:$.])([a-zA-Z_:][a-zA-Z0-9_:]*)(?![\\w:])(?!\\s*\\()");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by", "on");
    /** On every series, from us or from Prometheus. */
    private static final Set<String> EVERYWHERE = Set.of("service", "job", "instance");
    /** Of Prometheus itself, and of exporters that a deployment may have; rules that need them say so. */
    private static final Set<String> OF_OTHERS = Set.of(
            "up",
            "ALERTS",
            "kubelet_volume_stats_available_bytes",
            "kubelet_volume_stats_capacity_bytes",
            // There where a deployment has an SSL bundle, which the suite of the tests has not.
            "ssl_chain_expiry_seconds");

    private final Map<String, Set<String>> labels = new HashMap<>();
    private final Set<String> recorded;

    Metrics() {
        ROW.matcher(Repository.text("deploy/prometheus/metrics.md")).results().forEach(row -> {
            var own = Stream.concat(
                            EVERYWHERE.stream(),
                            Stream.of(row.group(3).split(", ", -1)).map(String::strip))
                    .filter(label -> !label.isEmpty())
                    .collect(Collectors.toCollection(HashSet::new));
            for (var ending : endings(row.group(2))) {
                labels.put(row.group(1) + ending, own);
            }
        });
        recorded = Repository.files("deploy/prometheus/rules", ".yaml").stream()
                .flatMap(file -> Repository.maps(Repository.yaml(file).get("groups")).stream())
                .flatMap(group -> Repository.maps(group.get("rules")).stream())
                .filter(rule -> rule.containsKey("record"))
                .map(rule -> rule.get("record").toString())
                .collect(Collectors.toSet());
    }

    private static List<String> endings(String type) {
        return switch (type) {
            case "histogram" -> List.of("_bucket", "_count", "_sum");
            case "summary" -> List.of("_count", "_sum", "");
            default -> List.of("");
        };
    }

    /** Those of ours, by the name of a sample. */
    Set<String> ours() {
        return labels.keySet().stream()
                .filter(name -> name.startsWith("milepost_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of metrics in a query, functions, labels and words of the language left out. */
    static Set<String> namedIn(String query) {
        var bare = GROUPING.matcher(STRING.matcher(query)
                        .replaceAll("")
                        .replaceAll("\\{[^}]*}", "")
                        .replaceAll("\\[[^]]*]", ""))
                .replaceAll("");
        return NAME.matcher(bare)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with a query: a metric that nobody exposes, or a label that it has not. */
    Set<String> faultsOf(String query) {
        var faults = new TreeSet<String>();
        for (var name : namedIn(query)) {
            if (!labels.containsKey(name) && !recorded.contains(name) && !OF_OTHERS.contains(name)) {
                faults.add(name + " is exposed by nobody");
            }
        }
        SELECTOR.matcher(query).results().forEach(selector -> {
            var known = labels.get(selector.group(1));
            if (known != null) {
                LABEL.matcher(STRING.matcher(selector.group(2)).replaceAll(""))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !known.contains(label))
                        .forEach(label -> faults.add(selector.group(1) + " has no label " + label));
            }
        });
        return faults;
    }
}
