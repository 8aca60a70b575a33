package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and recording rules: complete, of metrics that there are, tested, with a runbook and a dashboard each. */
class RulesTest {
    private static final Pattern ALERT_LINE = Pattern.compile("^Alert: (.+)\\.$", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`(Milepost\\w+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+\\.md)(?:#[^)]*)?\\)");

    private final Metrics metrics = new Metrics();

    private static List<Map<String, Object>> rules() {
        return Repository.files("deploy/prometheus/rules", ".yaml").stream()
                .flatMap(file -> Repository.maps(Repository.yaml(file).get("groups")).stream())
                .flatMap(group -> Repository.maps(group.get("rules")).stream())
                .toList();
    }

    private static Stream<Map<String, Object>> alerts() {
        return rules().stream().filter(rule -> rule.containsKey("alert"));
    }

    private static String annotation(Map<String, Object> alert, String name) {
        return String.valueOf(Repository.map(alert.get("annotations")).get(name));
    }

    @Test
    void every_rule_asks_for_metrics_and_labels_that_the_suite_exposes() {
        for (var rule : rules()) {
            assertThat(metrics.faultsOf(rule.get("expr").toString()))
                    .as("%s", rule.getOrDefault("alert", rule.get("record")))
                    .isEmpty();
        }
    }

    @Test
    void a_metric_or_a_label_that_nobody_exposes_is_noticed() {
        assertThat(metrics.faultsOf("sum by (service) (rate(milepost_comand_seconds_count[5m]))"))
                .containsExactly("milepost_comand_seconds_count is exposed by nobody");
        assertThat(metrics.faultsOf("milepost_relay_state{sate=\"publishing\"} == 1"))
                .containsExactly("milepost_relay_state has no label sate");
        assertThat(metrics.faultsOf("max by (service) (milepost_relay_state{state=\"publishing\"}) > bool 5 offset 7d"))
                .isEmpty();
        assertThat(Metrics.namedIn("a:b:rate5m{x=\"up\"} > 14.4 * 0.001 and on (service) count(ALERTS[1h] offset 1d)"))
                .containsExactly("ALERTS", "a:b:rate5m");
    }

    @Test
    void every_alert_says_how_urgent_it_is_what_it_means_and_where_to_read_on() {
        var dashboards = Repository.files("deploy/grafana/dashboards", ".json").stream()
                .map(file -> "/d/" + Repository.yaml(file).get("uid"))
                .collect(Collectors.toSet());
        assertThat(alerts()).hasSizeGreaterThan(25).allSatisfy(alert -> {
            assertThat(alert.get("alert").toString()).startsWith("Milepost");
            assertThat(Repository.map(alert.get("labels")).get("severity")).isIn("page", "ticket");
            assertThat(alert.get("for").toString()).matches("\\d+[mh]");
            assertThat(annotation(alert, "summary")).hasSizeBetween(10, 160);
            assertThat(annotation(alert, "description")).endsWith(".");
            assertThat(Repository.file(annotation(alert, "runbook_url"))).isRegularFile();
            assertThat(annotation(alert, "dashboard")).isIn(dashboards);
        });
    }

    @Test
    void an_alert_and_its_runbook_name_each_other() {
        var named = new TreeSet<String>();
        for (var file : Repository.files("docs/runbooks", ".md")) {
            ALERT_LINE
                    .matcher(Repository.text(file))
                    .results()
                    .flatMap(line -> QUOTED.matcher(line.group(1)).results())
                    .forEach(alert -> named.add(alert.group(1) + " " + file.getFileName()));
        }
        assertThat(named)
                .containsExactlyElementsOf(alerts().map(alert -> alert.get("alert") + " "
                                + Path.of(annotation(alert, "runbook_url")).getFileName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void links_of_the_runbooks_and_readmes_lead_somewhere() {
        var pages = Stream.of(
                        "docs/runbooks",
                        "docs",
                        "deploy/prometheus",
                        "deploy/grafana",
                        "deploy/docker",
                        "deploy/compose",
                        "deploy/helm",
                        "deploy/backup",
                        "deploy/keys",
                        "deploy/local",
                        "deploy/suite",
                        "deploy/checks",
                        "deploy")
                .flatMap(folder -> Repository.files(folder, ".md").stream())
                .toList();
        assertThat(pages).hasSizeGreaterThan(30);
        for (var page : pages) {
            LINK.matcher(Repository.text(page))
                    .results()
                    .forEach(link -> assertThat(page.resolveSibling(link.group(1)))
                            .as("%s", page)
                            .exists());
        }
    }

    @Test
    void every_alert_is_fired_by_a_unit_test() {
        var tests = Repository.files("deploy/prometheus/tests", ".yaml").stream()
                .map(Repository::text)
                .collect(Collectors.joining());
        assertThat(alerts().map(alert -> alert.get("alert").toString()))
                .allSatisfy(alert -> assertThat(tests).contains("alertname=\"%s\"".formatted(alert)));
    }

    @Test
    void every_metric_of_ours_stands_in_a_panel_or_a_rule() {
        var used = Stream.concat(rules().stream().map(rule -> rule.get("expr").toString()), DashboardsTest.queries())
                .flatMap(query -> Metrics.namedIn(query).stream())
                .collect(Collectors.toSet());
        var unused = metrics.ours().stream()
                .filter(name -> !used.contains(name) && !isTold(name, used))
                .toList();
        assertThat(unused).isEmpty();
    }

    /** One sample of a histogram or timer is enough; its longest time is a metric of its own. */
    private static boolean isTold(String name, Set<String> used) {
        var family = name.replaceAll("_(bucket|count|sum|max)$", "");
        return used.contains(family + "_bucket") || used.contains(family + "_count") || used.contains(family + "_max");
    }
}
