package io.milepost.suite.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.suite.Checkout;
import io.milepost.suite.Client;
import io.milepost.suite.Load;
import io.milepost.suite.MetricsIT;
import io.milepost.suite.Part;
import io.milepost.suite.RunningSuite;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules and dashboards over a Prometheus that scrapes a suite under load, and each alert by a real fault. Windows are shortened to
 * seconds; the full ones are those of the unit tests. No part of the build: {@code ./milepost ops-check --full} runs it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusCheck {
    /** The suite's broker is alone, so there is nobody to keep a second copy, and nothing that mends it. */
    private static final String ALONE = "MilepostTopicUnsafe";

    /** How promtool ends that has something to say, such as of metrics of the libraries. */
    private static final int LINTED = 3;

    private static final Path DASHBOARDS = Checkout.file("deploy/grafana/dashboards");
    private static final Path TABLE = Path.of("target/ops/alerts.txt").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    /** Faults of which the text or an alert matches; all, or those that are looked into. */
    private static final Pattern FAULTS = Pattern.compile(System.getProperty("ops.faults", ".*"));

    private static Instant began;
    private static RunningSuite suite;
    private static Prometheus prometheus;

    @BeforeAll
    static void a_suite_under_load_is_scraped() throws IOException {
        began = Instant.now();
        Files.createDirectories(TABLE.getParent());
        suite = RunningSuite.shared();
        MetricsIT.walk(suite);
        prometheus = Prometheus.over(suite);
        await().atMost(PATIENCE).until(() -> prometheus.value("sum(up{job=\"milepost\"})") == Part.SERVICES.size());
        MetricsIT.walk(suite);
        try (var client = new Client(suite)) {
            var load = Load.start(client, 1, 20261201);
            try {
                for (var report : List.of("funnel", "contracts", "handovers")) {
                    client.read(Part.REPORTING, "ANALYST", "/v1/reports/%s?by=".formatted(report));
                }
                await().atMost(PATIENCE).until(() -> load.answered() > 300);
                load.stop();
            } finally {
                load.abandon();
            }
        }
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
    void every_query_of_a_panel_is_answered_and_most_have_something_to_show() throws IOException {
        var empty = new ArrayList<String>();
        int asked = 0;
        for (var board : boards()) {
            for (var panel : JSON.readTree(board.toFile()).path("panels")) {
                for (var target : panel.path("targets")) {
                    var series = prometheus.range(target.path("expr").asString(""), Duration.ofMinutes(2), 5);
                    asked++;
                    if (series.isEmpty()) {
                        empty.add("%s / %s"
                                .formatted(
                                        board.getFileName(), panel.path("title").asString("")));
                    }
                }
            }
        }
        System.out.printf("%d queries of panels answered, %d with nothing to show: %s%n", asked, empty.size(), empty);
        assertThat(asked).isGreaterThan(100);
        assertThat(empty).as("panels with nothing to show").hasSizeLessThan(5);
    }

    @Test
    @Order(2)
    void promtool_has_nothing_to_say_against_metrics_of_ours() throws Exception {
        for (var part : Part.SERVICES) {
            var process = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            try (var scrape = URI.create(suite.uri(part) + "/actuator/prometheus")
                            .toURL()
                            .openStream();
                    var asked = process.getOutputStream()) {
                scrape.transferTo(asked);
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isIn(0, LINTED);
            assertThat(said.lines()).as("%s", part).noneMatch(line -> line.startsWith("milepost_"));
        }
    }

    private static List<Path> boards() throws IOException {
        try (var files = Files.list(DASHBOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @Order(3)
    void while_nothing_is_wrong_nothing_fires() {
        await().during(Duration.ofSeconds(10))
                .atMost(PATIENCE)
                .until(() -> firing().stream()
                        .filter(PrometheusCheck::isNeverDue)
                        .toList()
                        .equals(List.of(ALONE)));
    }

    @Test
    @Order(4)
    void each_alert_fires_by_its_fault_and_ends_when_it_is_mended() throws Exception {
        var trials = new ArrayList<Trial>();
        var table = new ArrayList<String>();
        try (var client = new Client(suite);
                var faults = new Faults(new Scene(suite, client, prometheus))) {
            var load = Load.start(client, 1, 20261202);
            try {
                for (var fault : faults.all()) {
                    if (isChosen(fault)) {
                        trials.add(Trial.of(fault, prometheus));
                        table.add(trials.getLast().toString());
                        System.out.println(table.getLast());
                        load = goingOn(load, client);
                    }
                }
            } finally {
                load.abandon();
            }
        }
        var left = new TreeSet<>(alerts());
        trials.forEach(trial -> left.removeAll(trial.ended()));
        table.add("%d alerts, %d of them fired by a fault and seen to end; not here: %s"
                .formatted(alerts().size(), alerts().size() - left.size(), left));
        System.out.println(table.getLast());
        Files.write(TABLE, table);
        assertThat(trials).isNotEmpty().allMatch(Trial::isPassed);
        if (FAULTS.pattern().equals(".*")) {
            assertThat(left).containsExactly(ALONE);
            assertThat(firing()).contains(ALONE);
        }
    }

    /** The load may meet a fault as an answer that it does not expect; the next fault needs another one. */
    private static Load goingOn(Load load, Client client) {
        try {
            load.answered();
            return load;
        } catch (AssertionError ended) {
            System.out.println("the load begins anew: " + ended.getCause());
            return Load.start(client, 1, System.nanoTime());
        }
    }

    private static boolean isChosen(Fault fault) {
        return FAULTS.matcher(fault.what()).find()
                || fault.alerts().stream()
                        .anyMatch(alert -> FAULTS.matcher(alert).find());
    }

    /** Of a dashboard each, from all that was scraped; with {@code -Dops.pictures=FOLDER}. */
    @Test
    @Order(5)
    void pictures_of_the_dashboards_are_drawn_where_they_are_asked_for() throws IOException {
        var folder = System.getProperty("ops.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        Files.createDirectories(Path.of(folder));
        var back = Duration.between(began, Instant.now());
        int step = (int) Math.max(1, back.toSeconds() / 300);
        for (var file : boards()) {
            var board = JSON.readTree(file.toFile());
            var now = Instant.now().getEpochSecond();
            var picture = new BoardPicture(board, now - back.toSeconds(), now);
            for (var panel : board.path("panels")) {
                if (panel.path("type").asString("").equals("row")) {
                    picture.row(panel);
                    continue;
                }
                var series = new ArrayList<BoardPicture.Series>();
                for (var target : panel.path("targets")) {
                    prometheus
                            .range(target.path("expr").asString(""), back, step)
                            .forEach(one -> series.add(BoardPicture.Series.of(
                                    one, target.path("legendFormat").asString(""))));
                }
                picture.panel(panel, series);
            }
            var name = file.getFileName().toString().replace(".json", ".png");
            picture.write(Path.of(folder).resolve(name));
            System.out.printf("%s is drawn%n", name);
        }
    }

    private static Set<String> alerts() {
        return prometheus.rules().stream()
                .filter(rule -> rule.path("type").asString("").equals("alerting"))
                .map(rule -> rule.path("name").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a sound suite has to be free of; here nobody takes checkpoints, and a cold machine is slow. */
    private static boolean isNeverDue(String alert) {
        return !alert.contains("Burn") && !alert.equals("MilepostAuditCheckpointMissing");
    }

    private static Set<String> firing() {
        return prometheus.firing();
    }
}
