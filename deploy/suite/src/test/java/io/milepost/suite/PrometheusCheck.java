package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules and dashboards over a Prometheus that scrapes a suite under load, and alerts by real faults. The times that alerts wait are
 * shortened to a second; the full ones are those of the unit tests. No part of the build: {@code ./milepost ops-check --full} runs it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusCheck {
    /** The suite's broker is alone, so there is nobody to keep a second copy. */
    private static final String ALONE = "MilepostTopicUnsafe";

    private static final Path DASHBOARDS = MetricsIT.ROOT.resolve("deploy/grafana/dashboards");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningSuite suite;
    private static Prometheus prometheus;

    @BeforeAll
    static void a_suite_under_load_is_scraped() {
        suite = RunningSuite.shared();
        MetricsIT.walk(suite);
        prometheus = Prometheus.over(suite);
        await().atMost(PATIENCE).until(() -> prometheus.value("sum(up{job=\"milepost\"})") == Part.SERVICES.size());
        MetricsIT.walk(suite);
        await().atMost(PATIENCE).until(() -> prometheus.value("sum(service:milepost_commands:rate5m)") > 0);
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    @Order(1)
    void every_rule_is_evaluated_without_an_error() {
        var rules = prometheus.rules();
        assertThat(rules).hasSizeGreaterThan(50);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.rules())
                        .allSatisfy(rule -> assertThat(rule.path("health").asString(""))
                                .as(
                                        "%s: %s",
                                        rule.path("name").asString(""),
                                        rule.path("lastError").asString(""))
                                .isEqualTo("ok")));
        System.out.printf("%d rules evaluated, none with an error%n", rules.size());
    }

    @Test
    @Order(2)
    void every_query_of_a_panel_is_answered_and_most_have_something_to_show() {
        var empty = new ArrayList<String>();
        int asked = 0;
        for (var board : List.of("overview", "commands", "relay", "reports", "runtime")) {
            var dashboard = JSON.readTree(DASHBOARDS.resolve(board + ".json").toFile());
            for (var panel : dashboard.path("panels")) {
                for (var target : panel.path("targets")) {
                    var series = prometheus.range(target.path("expr").asString(""));
                    asked++;
                    var name = "%s / %s".formatted(board, panel.path("title").asString(""));
                    System.out.printf("%-50s %4d series%n", name, series);
                    if (series == 0) {
                        empty.add(name);
                    }
                }
            }
        }
        System.out.printf("%d queries answered, %d with nothing to show: %s%n", asked, empty.size(), empty);
        assertThat(asked).isGreaterThan(60);
        assertThat(empty).as("panels with nothing to show").hasSizeLessThan(5);
    }

    @Test
    @Order(3)
    void while_nothing_is_wrong_nothing_fires() {
        await().during(Duration.ofSeconds(10)).atMost(PATIENCE).until(() -> firing().equals(Set.of(ALONE)));
    }

    @Test
    @Order(4)
    void an_instance_that_is_killed_fires_an_alert_which_ends_when_it_is_back() {
        suite.kill(Part.CONTRACT);
        await().atMost(PATIENCE).until(() -> firing().contains("MilepostTargetDown"));
        suite.superviseUntilReady();
        await().atMost(PATIENCE).until(() -> firing().equals(Set.of(ALONE)));
        System.out.println("fired and resolved: MilepostTargetDown, by kill -9 of contract-service");
    }

    @Test
    @Order(5)
    void servers_that_are_killed_fire_alerts_which_end_when_they_are_back() {
        suite.kill(Part.LOCAL);
        var expected = Set.of("MilepostStoreUnavailable", "MilepostConsumerNotPolling", "MilepostInstanceNotReady");
        await().atMost(PATIENCE).until(() -> firing().containsAll(expected));
        suite.superviseUntilReady();
        await().atMost(PATIENCE).until(() -> firing().equals(Set.of(ALONE)));
        System.out.printf(
                "fired and resolved: %s, by kill -9 of database, broker and issuer%n", new TreeSet<>(expected));
    }

    /** But those of a budget, which hours of a warm suite fill and not minutes of a cold one. */
    private static Set<String> firing() {
        var firing = new TreeSet<String>();
        for (var series : prometheus.series("ALERTS{alertstate=\"firing\", alertname!~\".*Burn.*\"}")) {
            firing.add(series.path("metric").path("alertname").asString(""));
        }
        return firing;
    }
}
