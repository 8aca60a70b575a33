package io.milepost.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards: titles, units, descriptions, a data source that is chosen, and queries of metrics that the suite exposes. */
class DashboardsTest {
    private static final Set<String> UNITS = Set.of("none", "s", "ops", "reqps", "percentunit", "bytes", "Bps");
    private static final Pattern FIXED_WINDOW = Pattern.compile("rate\\([^\\[]*\\[(?!\\$__rate_interval])");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?!__)(\\w+)");

    private final Metrics metrics = new Metrics();

    static List<Map<String, Object>> dashboards() {
        return Repository.files("deploy/grafana/dashboards", ".json").stream()
                .map(Repository::yaml)
                .toList();
    }

    static Stream<Map<String, Object>> panels(Map<String, Object> dashboard) {
        return Repository.maps(dashboard.get("panels")).stream()
                .filter(panel -> !panel.get("type").equals("row"));
    }

    static Stream<String> queries(Map<String, Object> panel) {
        return Repository.maps(panel.get("targets")).stream()
                .map(target -> target.get("expr").toString());
    }

    static Stream<String> queries() {
        return dashboards().stream().flatMap(DashboardsTest::panels).flatMap(DashboardsTest::queries);
    }

    @Test
    void there_are_the_six_boards_each_with_an_address_of_its_own() {
        assertThat(dashboards())
                .extracting(board -> board.get("uid"))
                .containsExactly(
                        "milepost-business",
                        "milepost-commands",
                        "milepost-overview",
                        "milepost-relay",
                        "milepost-reports",
                        "milepost-runtime");
        assertThat(dashboards()).allSatisfy(board -> {
            assertThat(board.get("title").toString()).startsWith("Milepost / ");
            assertThat(board.get("editable")).isEqualTo(false);
            assertThat(board.get("description").toString()).endsWith(".");
        });
    }

    @Test
    void every_panel_has_a_title_a_unit_a_description_and_a_query_with_a_legend() {
        for (var board : dashboards()) {
            var ids = new HashSet<>();
            var titles = new HashSet<>();
            assertThat(panels(board)).hasSizeGreaterThan(8).allSatisfy(panel -> {
                assertThat(panel.get("title").toString()).isNotBlank();
                assertThat(titles.add(panel.get("title")))
                        .as("%s stands once", panel.get("title"))
                        .isTrue();
                assertThat(ids.add(panel.get("id"))).as("ids are different").isTrue();
                assertThat(panel.get("description").toString()).endsWith(".");
                assertThat(Repository.map(
                                        Repository.map(panel.get("fieldConfig")).get("defaults"))
                                .get("unit"))
                        .as("%s", panel.get("title"))
                        .isIn(UNITS);
                assertThat(Repository.maps(panel.get("targets"))).isNotEmpty().allSatisfy(target -> {
                    assertThat(target.get("legendFormat").toString()).isNotBlank();
                    assertThat(Repository.map(target.get("datasource")).get("uid"))
                            .isEqualTo("${datasource}");
                });
            });
        }
    }

    @Test
    void every_query_asks_for_metrics_and_labels_that_the_suite_exposes() {
        assertThat(queries())
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        query -> assertThat(metrics.faultsOf(query)).as(query).isEmpty());
    }

    @Test
    void rates_take_the_window_that_fits_the_scrape_and_variables_are_those_of_the_board() {
        assertThat(FIXED_WINDOW.matcher("rate(x{a=\"b\"}[5m])").find()).isTrue();
        for (var board : dashboards()) {
            var known = Repository.maps(Repository.map(board.get("templating")).get("list")).stream()
                    .map(variable -> variable.get("name").toString())
                    .toList();
            assertThat(known).contains("datasource", "service");
            assertThat(panels(board).flatMap(DashboardsTest::queries)).allSatisfy(query -> {
                assertThat(FIXED_WINDOW.matcher(query).find()).as(query).isFalse();
                assertThat(VARIABLE.matcher(query).results().map(variable -> variable.group(1)))
                        .as(query)
                        .isSubsetOf(known);
            });
        }
    }

    @Test
    void panels_stand_beside_each_other_and_not_on_top() {
        for (var board : dashboards()) {
            var taken = new HashSet<String>();
            for (var panel : Repository.maps(board.get("panels"))) {
                var at = Repository.map(panel.get("gridPos"));
                int x = (int) at.get("x");
                int y = (int) at.get("y");
                assertThat(x + (int) at.get("w")).isLessThanOrEqualTo(24);
                for (int column = x; column < x + (int) at.get("w"); column++) {
                    for (int line = y; line < y + (int) at.get("h"); line++) {
                        assertThat(taken.add(column + "/" + line))
                                .as("%s of %s", panel.get("title"), board.get("title"))
                                .isTrue();
                    }
                }
            }
        }
    }
}
