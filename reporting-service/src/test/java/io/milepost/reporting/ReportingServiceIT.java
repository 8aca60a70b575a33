package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as it runs: events from a real broker, rows in a real database, reports over HTTP. */
class ReportingServiceIT {
    private static final List<String> REPORTS = List.of(
            "funnel?by=stage",
            "funnel?by=true_stage",
            "funnel?by=owner",
            "funnel?by=team",
            "funnel?by=close_month",
            "funnel?asOf=2017-02-20",
            "conversion?by=region",
            "contracts?by=signed_month",
            "signings?from=2017-01-01&to=2017-12-31&by=month,team",
            "movement?from=2017-02-10&to=2017-04-30",
            "sales-milestones?by=team",
            "closures?by=owner",
            "handovers?by=owner",
            "collections?by=owner",
            "stages?from=2017-02-11&to=2017-03-31&by=region,stage");

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningReports();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    @DisplayName("the funnel tells the figures of the population to the cent")
    void the_funnel_tells_the_figures() {
        assertThat(running.report("funnel").get("lagMs").asLong()).isZero();
        assertThat(running.totals(
                        "funnel?by=",
                        "currency",
                        "opportunities",
                        "open",
                        "identified",
                        "qualified",
                        "open_value",
                        "weighted",
                        "won",
                        "won_value_to_date",
                        "lost",
                        "win_rate_to_date"))
                .isEqualTo("USD 9 2 1 1 1100.00 55.00 4 1003162.37 3 0.5714");
    }

    @ParameterizedTest
    @CsvSource({
        "stage, IDENTIFIED:0 LOST:0 QUALIFIED:0 WON:4",
        "owner, jones:1 nobody:2 smith:1",
        "team, (unknown):2 red:2",
        "region, (unknown):2 East:1 West:1",
        "close_month, 2017-03:4 2017-04:0 :0"
    })
    void rows_sum_to_the_totals(String by, String won) {
        assertThat(running.figures("funnel?by=%1$s&orderBy=%1$s".formatted(by), by, "won"))
                .isEqualTo(won);
        long deals = running.report("funnel?by=" + by)
                .get("rows")
                .valueStream()
                .mapToLong(row -> row.get("opportunities").asLong())
                .sum();
        assertThat(String.valueOf(deals)).isEqualTo(running.totals("funnel?by=", "opportunities"));
    }

    @Test
    @DisplayName("a past day shows what stood at its end")
    void a_past_day_shows_what_stood() {
        assertThat(running.report("funnel?by=&asOf=2017-02-09").get("rows")).isEmpty();
        assertThat(running.totals("funnel?by=&asOf=2017-02-10", "identified")).isEqualTo("9");
        assertThat(running.totals("funnel?by=&asOf=2017-02-11", "qualified")).isEqualTo("8");
        assertThat(running.totals("funnel?by=&asOf=2017-03-05", "won", "win_rate_to_date"))
                .isEqualTo("4 1.0000");
    }

    @Test
    void conversion_and_contracts_tell_theirs() {
        assertThat(running.totals(
                        "conversion?by=", "opportunities", "reached_qualified", "won", "qualified_rate", "won_rate"))
                .isEqualTo("9 8 4 0.8889 0.5000");
        assertThat(running.totals("contracts?by=", "drafted", "signed", "effective", "signed_value"))
                .isEqualTo("0 4 0 1003162.37");
        assertThat(running.totals("contracts?by=&asOf=2017-03-04", "drafted")).isEqualTo("4");
        assertThat(running.figures("contracts?by=region&orderBy=region", "region", "signed"))
                .isEqualTo("(unknown):2 East:1 West:1");
    }

    @Test
    @DisplayName("Goals 1.2: a movement leads from the open value of one day to that of another")
    void a_movement_leads_from_one_funnel_to_another() {
        var movement = "movement?by=&from=2017-02-11&to=2017-03-05";
        assertThat(running.totals(movement, "opening_value"))
                .isEqualTo(running.totals("funnel?by=&asOf=2017-02-10", "open_value"));
        assertThat(running.totals(movement, "closing_value"))
                .isEqualTo(running.totals("funnel?by=&asOf=2017-03-05", "open_value"));
        assertThat(running.totals(movement, "won_value"))
                .isEqualTo("-" + running.totals("funnel?by=&asOf=2017-03-05", "won_value_to_date"));
        assertThat(running.totals(movement, "increased_value")).isEqualTo("1000962.37");
        assertThat(running.totals(movement + "&where=owner%20eq%20'smith'", "won_value"))
                .isEqualTo("-1000000.07");
    }

    @Test
    @DisplayName("R-047, R-190: the funnel by proven stage, with what stands nominally told apart")
    void the_funnel_tells_true_stages() {
        assertThat(running.figures("proven-stages?by=true_stage&orderBy=true_stage", "true_stage", "open"))
                .isEqualTo("0:1 1:1");
        assertThat(running.figures("proven-stages?by=nominal", "nominal", "open"))
                .isEqualTo("true:2");
        assertThat(running.totals("proven-stages?by=&where=true_stage%20eq%201", "weighted"))
                .isEqualTo("55.00");
        assertThat(running.figures("funnel?by=true_stage&asOf=2017-02-11", "true_stage", "open"))
                .isEqualTo("0:9");
    }

    @Test
    @DisplayName("R-193: how long deals stand in their stages, and what holds them back")
    void stages_tell_conversion_ageing_and_what_is_missing() {
        assertThat(running.totals(
                        "stages?from=2017-01-01&to=2017-02-22&where=stage%20eq%201",
                        "reached",
                        "skipped",
                        "entered",
                        "succeeded",
                        "conversion",
                        "standing",
                        "ageing_median",
                        "left_stage"))
                .isEqualTo("1 0 1 1 1.0000 1 10.0 0");
        assertThat(running.figures("blocked-advances?by=missing&from=2017-01-01&orderBy=missing", "missing", "blocked"))
                .isEqualTo("COMMITMENT:1 FIRST_VISIT_LOGGED:1");
    }

    @Test
    void handovers_and_collections_tell_theirs() {
        assertThat(running.totals("handovers?by=", "initiated", "accepted", "returned", "waiting"))
                .isEqualTo("4 2 1 2");
        assertThat(running.figures("handovers?by=region&orderBy=region", "region", "accepted"))
                .isEqualTo("(unknown):1 East:1 West:0");
        assertThat(running.totals("handovers?by=&asOf=2017-03-11", "initiated", "accepted"))
                .isEqualTo("4 0");
        assertThat(running.totals("collections?by=", "due", "received")).isEqualTo("1003162.37 1001054.17");
        assertThat(running.totals("collections?by=&asOf=2017-04-03", "due")).isEqualTo("0.00");
    }

    @Test
    void reports_are_for_callers_with_a_role() throws Exception {
        for (var path : List.of("/v1/reports", "/v1/reports/funnel", "/v1/datasets/opportunity", "/v1/semantics")) {
            assertThat(running.fetch(path, running.parts.token(Role.ANALYST)).statusCode())
                    .isEqualTo(200);
            assertThat(running.fetch(path, running.parts.token(Role.SALES_REP)).statusCode())
                    .isEqualTo(200);
            assertThat(running.fetch(path, running.parts.token()).statusCode()).isEqualTo(403);
            assertThat(running.fetch(path, running.parts.expiredToken(Role.ANALYST))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @DisplayName("a position is waited for, and refused when it does not come; that of a source of others is not")
    void a_position_is_waited_for() throws Exception {
        var token = running.parts.token(Role.ANALYST);
        var stands = "opportunity=" + running.population.opportunities.position();
        for (var path : List.of("/v1/reports/funnel", "/v1/datasets/opportunity?limit=1")) {
            var answer = running.fetch(path, token, "Milepost-Min-Position", stands + ",delivery=999999");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Milepost-Position").orElseThrow())
                    .contains(stands);
            assertThat(answer.headers().firstValue("Milepost-Projection-Lag-Ms"))
                    .contains("0");

            var never = running.fetch(path, token, "Milepost-Min-Position", "opportunity=999999");
            assertThat(never.statusCode()).isEqualTo(503);
            assertThat(MartOperator.code(never)).isEqualTo("POSITION_NOT_REACHED");
            var unreadable = running.fetch(path, token, "Milepost-Min-Position", "soon");
            assertThat(unreadable.statusCode()).isEqualTo(400);
            assertThat(MartOperator.code(unreadable)).isEqualTo("INVALID_HEADER");
        }
    }

    @Test
    void lag_and_position_are_metrics() throws Exception {
        assertThat(running.fetch("/actuator/prometheus", running.parts.token(Role.OPERATOR))
                        .body())
                .containsPattern(
                        "milepost_projection_lag_seconds\\{[^}]*group=\"reporting-service.mart-[0-9a-f]{8}-opportunity\"")
                .containsPattern(
                        "milepost_projection_position\\{[^}]*group=\"reporting-service.mart-[0-9a-f]{8}-lead\"");
    }

    @Test
    @DisplayName("Everything delivered again from the first event, and a restart, change nothing")
    void redelivery_and_restart_change_nothing() throws Exception {
        var before = REPORTS.stream().map(ReportingServiceIT::rows).toList();
        var steps = running.steps(new UUID(9, 2));
        assertThat(steps).hasSizeGreaterThan(5);
        var groups = running.groups();
        assertThat(groups).anyMatch(group -> group.matches("reporting-service.mart-[0-9a-f]{8}-delivery"));
        running.restartFromTheFirstEvent(groups);
        assertThat(REPORTS.stream().map(ReportingServiceIT::rows).toList()).isEqualTo(before);
        assertThat(running.steps(new UUID(9, 2))).isEqualTo(steps);
        running.restart();
        assertThat(REPORTS.stream().map(ReportingServiceIT::rows).toList()).isEqualTo(before);
    }

    private static String rows(String query) {
        return running.report(query).get("rows").toString();
    }
}
